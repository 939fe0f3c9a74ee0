// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import java.util.List;
import java.util.Random;
import org.ringmaster.core.announcement.Announcing;
import org.ringmaster.core.announcement.PositionStyle;
import org.ringmaster.core.announcement.WaitStyle;
import org.ringmaster.core.call.Prompt;

/** What waiting callers hear, at random. */
final class RandomHearing {

  private RandomHearing() {}

  static Announcing drawn(Random random) {
    Announcing announcing = plain(random);
    return random.nextBoolean() ? announcing.offeringCallbacks() : announcing;
  }

  private static Announcing plain(Random random) {
    return new Announcing(
        random.nextBoolean(),
        random.nextInt(3) * 5_000L,
        1_000L + random.nextInt(5_000),
        PositionStyle.values()[random.nextInt(PositionStyle.values().length)],
        2,
        WaitStyle.values()[random.nextInt(WaitStyle.values().length)],
        random.nextBoolean(),
        30,
        List.of(),
        List.of(Prompt.sound("one"), Prompt.sound("two")),
        random.nextInt(2) * 7_000L,
        random.nextBoolean());
  }
}

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
    Announcing told = random.nextInt(4) == 0 ? announcing.onlyUp() : announcing;
    Announcing turns = random.nextBoolean() ? told.firstInTurnAfter(3_000) : told;
    return random.nextBoolean() ? turns.offeringCallbacks() : turns;
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

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.journey.IdentityId;

/** Times of very many numbers, beside a plain list of them. */
class NumberLogTest {
  private static final int NUMBERS = 300;
  private static final long MEMORY = 5_000;

  private record Time(IdentityId identity, long at) {}

  private static IdentityId number(int index) {
    return new IdentityId("number " + index);
  }

  private static long[] after(List<Time> plain, List<IdentityId> numbers, long since) {
    return plain.stream()
        .filter(one -> numbers.contains(one.identity()) && one.at() > since)
        .mapToLong(Time::at)
        .sorted()
        .toArray();
  }

  @Test
  void whatIsRememberedIsWhatAPlainListHasWhileTheOldestIsForgotten() {
    Random random = new Random(7);
    NumberLog log = new NumberLog();
    List<Time> plain = new ArrayList<>();
    long now = 1_000_000;
    for (int i = 0; i < 20_000; i++) {
      now += random.nextInt(8);
      long oldest = now - MEMORY;
      if (i % 3 == 0) {
        log.forget(oldest);
        plain.removeIf(one -> one.at() <= oldest);
      }
      IdentityId one = number(random.nextInt(NUMBERS));
      log.add(one, now);
      plain.add(new Time(one, now));
      List<IdentityId> asked =
          List.of(number(random.nextInt(NUMBERS)), number(random.nextInt(NUMBERS) + NUMBERS));
      long since = now - random.nextInt((int) MEMORY);
      assertArrayEquals(after(plain, asked, since), log.after(asked, since), "step " + i);
      assertEquals(plain.size(), log.size(), "step " + i);
      assertEquals(now, log.last(one));
    }
    NumberLog restored = new NumberLog();
    log.save().forEach(restored::restore);
    assertEquals(log.save(), restored.save());
    log.forget(now);
    assertTrue(log.isEmpty());
    assertEquals(0, log.last(number(1)));
  }
}

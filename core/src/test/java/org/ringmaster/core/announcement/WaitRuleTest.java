// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.announcement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringmaster.core.call.Language;
import org.ringmaster.core.call.Prompt;

class WaitRuleTest {

  @ParameterizedTest(name = "{0}: {2} s foreseen after {3} s said, in steps of {1} s: {4} s")
  @CsvSource({
    "NO,        60,  100,   0,    0",
    "PRECISE,   60,   61,   0,  120",
    "PRECISE,   60,  120,   0,  120",
    "PRECISE,   30,   61,   0,   90",
    "PRECISE,   60,    1,   0,   60",
    "PRECISE,   60,  600, 120,  120",
    "PRECISE,   60,  600, 300,  360",
    "PRECISE,   60,   90, 300,  120",
    "PRECISE,   60, 7201,   0,    0",
    "PADDED,    60,  240,   0,  300",
    "PADDED,    60,  250,   0,  420",
    "PADDED,    60, 6000,   0, 7200",
    "LESS_THAN, 60,  301,   0,  420",
    "LESS_THAN, 60,  900, 300,  300",
    "LESS_THAN, 60, 3000, 1500, 1800",
    "LESS_THAN, 60,   20, 300,   60"
  })
  void whatIsSaid(WaitStyle style, int round, double foreseen, int last, int said) {
    assertEquals(said, WaitRule.secondsToSay(style, round, foreseen, last));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NO")
  void whateverIsForeseenItNeverGrowsByMoreThanAFifth(WaitStyle style) {
    Random random = new Random(7);
    for (int caller = 0; caller < 1_000; caller++) {
      int round = 1 + random.nextInt(600);
      int last = 0;
      for (int i = 0; i < 20; i++) {
        int said = WaitRule.secondsToSay(style, round, random.nextInt(7_000), last);
        assertTrue(last == 0 || said <= 1.2 * last, said + " s after " + last + " s");
        assertTrue(said > 0 || style == WaitStyle.PRECISE, "nothing said");
        last = said > 0 ? said : last;
      }
    }
  }

  @Test
  void aMinuteIsMasculineWhereMinutesAre() {
    assertEquals(
        "[queue-holdtime, digits/1M, queue-minute]", texts(Language.ES, WaitStyle.PRECISE, 60));
    assertEquals("[queue-holdtime, 1, queue-minute]", texts(Language.EN, WaitStyle.PRECISE, 60));
    assertEquals(
        "[queue-holdtime, queue-less-than, 2, queue-minutes]",
        texts(Language.PT, WaitStyle.LESS_THAN, 120));
    assertEquals(
        "[queue-holdtime, digits/1, queue-minute, 30, queue-seconds]",
        texts(Language.PT, WaitStyle.PRECISE, 90));
  }

  private static String texts(Language language, WaitStyle style, int seconds) {
    return Wording.wait(language, style, seconds).stream().map(Prompt::text).toList().toString();
  }
}

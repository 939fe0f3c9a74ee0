// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.compliance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LiveAnswersTest {

  @Test
  void ofcoms_worked_example_comes_out() {
    // 29 abandoned, 9 people and 7 machines at agents: 16.3125 of 25.3125.
    assertEquals(64.44, new LiveAnswers(9, 29, 7, 0).reasonedAbandonedPercent(), 0.005);
  }

  @Test
  void abandoned_calls_are_among_those_that_were_answered() {
    assertEquals(3, new LiveAnswers(97, 3, 0, 0).abandonedPercent(), 1e-9);
  }

  @Test
  void who_was_taken_for_a_machine_counts_as_abandoned() {
    assertEquals(5, new LiveAnswers(95, 3, 0, 2).abandonedPercent(), 1e-9);
    assertEquals(5, new LiveAnswers(95, 3, 0, 2).reasonedAbandonedPercent(), 1e-9);
  }

  @Test
  void nothing_counted_is_nothing_abandoned() {
    assertEquals(0, LiveAnswers.NONE.abandonedPercent());
    assertEquals(0, LiveAnswers.NONE.reasonedAbandonedPercent());
    assertEquals(100, new LiveAnswers(0, 1, 0, 0).reasonedAbandonedPercent());
  }
}

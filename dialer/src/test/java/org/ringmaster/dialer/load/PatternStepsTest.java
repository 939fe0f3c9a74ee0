// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PatternStepsTest {

  private final PatternSteps steps = new PatternSteps();

  private List<String> ofThese(int end, String... numbers) {
    return Stream.of(numbers)
        .filter(
            number -> {
              int[] standing = steps.start();
              for (int i = 0; i < number.length(); i++) {
                standing = steps.after(standing, number.charAt(i) - '0');
              }
              return PatternSteps.has(standing, end);
            })
        .toList();
  }

  @Test
  void aBeginningIsThatOfEachNumberThatBeginsSo() {
    steps.whole(NumberPattern.of("\\d{4}"));
    int end = steps.beginning(NumberPattern.of("24[26]|7"));
    assertEquals(
        List.of("242", "2421", "246999", "7", "70"),
        ofThese(end, "", "2", "24", "242", "2421", "245", "246999", "7", "70", "87"));
  }

  @Test
  void aWholeNumberHasAllOfItsDigits() {
    int end = steps.whole(NumberPattern.of("2(?:[0-24]\\d{2,4}|35?)"));
    steps.beginning(NumberPattern.of("2"));
    assertEquals(
        List.of("2012", "24123", "224321", "23", "235"),
        ofThese(
            end, "2", "201", "2012", "24123", "224321", "2243210", "23", "235", "2355", "2512"));
  }
}

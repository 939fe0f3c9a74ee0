// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScorecardTest {

  @Test
  void what_was_not_measured_says_so_for_every_fault() {
    String text = new Scorecard(List.of()).text();
    for (Fault fault : Fault.values()) {
      assertTrue(text.contains("| " + fault.words() + " | not measured yet |"), text);
    }
  }

  @Test
  void rows_marked_with_a_fault_stand_beside_their_bound_and_others_do_not() throws Exception {
    String text =
        new Scorecard(
                List.of(
                    report(
                        new Report("kills", true)
                            .add(
                                new Row("killed to right", "ms", new Spread(3_000, 6_000, 7_000))
                                    .aim(Aim.atMost(5_000))
                                    .fault(Fault.KILL))
                            .add(
                                new Row("calls lost", "calls", new Spread(0))
                                    .aim(Aim.atMost(0))
                                    .fault(Fault.KILL))
                            .add(new Row("beside the point", "ms", new Spread(1))))))
            .text();
    List<String> lines = text.lines().filter(line -> line.contains("bench kills")).toList();
    assertEquals(2, lines.size(), text);
    assertTrue(lines.getFirst().startsWith("| " + Fault.KILL.words() + " | killed to right |"));
    assertTrue(lines.getFirst().contains("| 6,000 (3,000-7,000) ms | at most 5000 | yes"), text);
    assertTrue(lines.getLast().startsWith("|  | calls lost | 0 calls | at most 0 | yes: 0 |"));
    assertTrue(lines.getLast().contains("bench kills --quick"));
    assertFalse(text.contains("beside the point"));
    assertFalse(text.contains(Fault.KILL.words() + " | not measured"));
  }

  private static JsonNode report(Report report) throws Exception {
    return new ObjectMapper().readTree(report.json());
  }
}

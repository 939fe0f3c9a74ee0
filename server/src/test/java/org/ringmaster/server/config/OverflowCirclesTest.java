// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OverflowCirclesTest {

  @Test
  void queuesWhoseLongestWaitsLeadRoundInACircleAreToldOnce() {
    String circle =
        """
        agents: [anna]
            maxwait: 60
            overflow: {queue: support}
          door:
            agents: [anna]
            maxwait: 60
            overflow: {queue: sales}
          support:
            agents: [anna]
            maxwait: 60
            overflow: {queue: sales}""";
    assertEquals(
        "x.yaml:19:23: queues.support.overflow.queue leads back to support (support -> sales ->"
            + " support), and each has maxwait: whom nobody answers would go round for ever; take"
            + " maxwait out of one of them, or let its overflow lead elsewhere",
        assertThrows(ConfigurationRefused.class, () -> read(circle)).getMessage());
  }

  @Test
  void aCircleOfWhichOneQueueKeepsItsCallersIsRight() {
    String kept =
        """
        agents: [anna]
            joinempty: strict
            overflow: {queue: support}
          support:
            agents: [anna]
            maxwait: 60
            overflow: {queue: sales}""";
    assertDoesNotThrow(() -> read(kept));
  }

  private static void read(String sales) throws ConfigurationRefused {
    String text =
        """
        nodes:
          edge: {lab: yes}
        telephones:
          tel01: {node: edge}
        agents:
          anna: {number: 1001, telephone: tel01}
        queues:
          sales:
            %s
        """
            .formatted(sales);
    ConfigurationFile.read("x.yaml", text, Path.of("."), Map.of());
  }
}

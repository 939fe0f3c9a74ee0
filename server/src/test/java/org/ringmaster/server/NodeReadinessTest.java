// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ringmaster.core.board.NodeRow;
import org.ringmaster.core.board.NodeRow.Sight;
import org.ringmaster.core.call.NodeId;

@Timeout(30)
class NodeReadinessTest {
  private static final NodeId EDGE = new NodeId("edge");
  private static final NodeId FAR = new NodeId("far");
  private static final long LONG = 20_000;

  private final Map<NodeId, NodeRow> rows = new ConcurrentHashMap<>();
  private final CompletableFuture<Boolean> end = new CompletableFuture<>();
  private final List<List<String>> told = new ArrayList<>();
  private final NodeReadiness readiness =
      new NodeReadiness(() -> List.copyOf(rows.values()), List.of(EDGE, FAR));

  private void see(NodeId node, Sight sight, boolean reconciled) {
    rows.put(node, new NodeRow(node, sight, "22", 1, 1, 0, reconciled));
  }

  @Test
  void itIsReadyWhenEveryNodeIsConnectedAndCompared() {
    see(EDGE, Sight.CONNECTED, true);
    see(FAR, Sight.CONNECTED, true);
    assertEquals(List.of(), readiness.await(LONG, end, told::add));
    assertEquals(List.of(), told);
  }

  @Test
  void itWaitsAndSaysForWhat() {
    see(FAR, Sight.CONNECTED, false);
    List<String> missing =
        readiness.await(
            LONG,
            end,
            lines -> {
              told.add(lines);
              if (told.size() == 1) {
                see(EDGE, Sight.CONNECTED, true);
              } else {
                see(FAR, Sight.CONNECTED, true);
              }
            });
    assertEquals(List.of(), missing);
    assertEquals(
        List.of(
            "node edge is not connected",
            "node far is connected, its calls are not compared with our books"),
        told.getFirst());
    assertEquals(1, told.getLast().size());
  }

  @Test
  void whatIsNotThereInTimeIsNamed() {
    see(EDGE, Sight.CONNECTED, true);
    see(FAR, Sight.LOST, false);
    assertEquals(List.of("node far is not connected"), readiness.await(50, end, told::add));
  }

  @Test
  void whoeverIsToldToStopDoesNotWait() {
    end.complete(true);
    assertTrue(readiness.await(Long.MAX_VALUE / 4_000_000, end, told::add).size() == 2);
  }
}

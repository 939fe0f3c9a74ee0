// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ringmaster.core.board.NodeRow;
import org.ringmaster.core.call.NodeId;

/** Whether every node is connected and its calls have been compared with our books. */
final class NodeReadiness {

  private static final long LOOK_MILLIS = 20;

  private final Supplier<? extends Collection<NodeRow>> rows;
  private final List<NodeId> nodes;

  /**
   * The readiness of these nodes.
   *
   * @param rows what the board says now; nodes that it does not know yet are not ready
   */
  NodeReadiness(Supplier<? extends Collection<NodeRow>> rows, List<NodeId> nodes) {
    this.rows = rows;
    this.nodes = List.copyOf(nodes);
  }

  /**
   * Waits until all are ready.
   *
   * @param millis how long at most
   * @param end ends the waiting too
   * @param told hears what is waited for, and again each time that it changes
   * @return what is still missing, one sentence for each node; empty where all are ready
   */
  List<String> await(long millis, Future<?> end, Consumer<List<String>> told) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    List<String> before = List.of();
    List<String> missing = missing();
    while (!missing.isEmpty() && System.nanoTime() < deadline && !isDone(end)) {
      if (!missing.equals(before)) {
        told.accept(missing);
        before = missing;
      }
      missing = missing();
    }
    return missing;
  }

  private static boolean isDone(Future<?> end) {
    try {
      end.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException | CancellationException e) {
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private List<String> missing() {
    List<String> missing = new ArrayList<>();
    for (NodeId node : nodes) {
      NodeRow row =
          rows.get().stream().filter(one -> one.id().equals(node)).findFirst().orElse(null);
      if (row == null || row.sight() == NodeRow.Sight.LOST) {
        missing.add("node " + node + " is not connected");
      } else if (row.sight() == NodeRow.Sight.FENCED) {
        missing.add("node " + node + " was taken over by another instance");
      } else if (!row.reconciled()) {
        missing.add("node " + node + " is connected, its calls are not compared with our books");
      }
    }
    return missing;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.node;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.LegId;

/**
 * What is asked of a leg while its originate is not answered yet: it waits, because on another
 * socket it would come too early and find nothing. A hang-up then goes before all else. Runs on the
 * node's event loop.
 */
final class LegGates {
  private final Map<LegId, Deque<CallCommand>> gates = new HashMap<>();
  private final Set<LegId> sinceMark = new HashSet<>();
  private boolean marked;

  /** An originate has been asked: what follows for this leg waits. */
  void shut(LegId leg) {
    gates.putIfAbsent(leg, new ArrayDeque<>());
    if (marked) {
      sinceMark.add(leg);
    }
  }

  /** Begins to keep in mind which originates are on their way from here on. */
  void mark() {
    marked = true;
    sinceMark.clear();
    sinceMark.addAll(gates.keySet());
  }

  /** The legs that were on their way at any time since the mark. */
  Set<LegId> sinceMark() {
    return Set.copyOf(sinceMark);
  }

  /** Keeps a command back if a leg that it names is still being asked for. */
  boolean holds(CallCommand command) {
    for (LegId leg : legsOf(command)) {
      Deque<CallCommand> waiting = gates.get(leg);
      if (waiting != null) {
        if (command instanceof CallCommand.HangUpLeg) {
          waiting.addFirst(command);
        } else {
          waiting.addLast(command);
        }
        return true;
      }
    }
    return false;
  }

  /** Ends what {@link #mark()} began. */
  void unmark() {
    marked = false;
    sinceMark.clear();
  }

  /** The originate is answered: gives back what waited, in the order in which it is to go. */
  List<CallCommand> open(LegId leg) {
    @Nullable Deque<CallCommand> waiting = gates.remove(leg);
    return waiting == null ? List.of() : List.copyOf(waiting);
  }

  private static List<LegId> legsOf(CallCommand command) {
    return switch (command) {
      case CallCommand.AnswerLeg c -> List.of(c.leg());
      case CallCommand.RingLeg c -> List.of(c.leg());
      case CallCommand.HangUpLeg c -> List.of(c.leg());
      case CallCommand.ReleaseLeg c -> List.of(c.leg());
      case CallCommand.JoinBridge c -> c.legs();
      case CallCommand.LeaveBridge c -> List.of(c.leg());
      case CallCommand.Play c -> List.of(c.leg());
      case CallCommand.StartLegRecording c -> List.of(c.leg());
      default -> List.of();
    };
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.asterisk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.LegId;

/**
 * What is asked of a leg while its originate is not answered yet waits for the answer, a hang-up
 * before all else.
 */
final class Gates {

  private final Map<LegId, Deque<CallCommand>> gates = new LinkedHashMap<>();
  private final Set<LegId> sinceMark = new LinkedHashSet<>();
  private boolean marked;

  void shut(LegId leg) {
    gates.putIfAbsent(leg, new ArrayDeque<>(2));
    if (marked) {
      sinceMark.add(leg);
    }
  }

  /** From here on it is kept in mind which originates are on their way. */
  void mark() {
    marked = true;
    sinceMark.clear();
    sinceMark.addAll(gates.keySet());
  }

  /** The legs that were on their way at any time since the mark, which ends. */
  List<LegId> unmark() {
    List<LegId> legs = new ArrayList<>(sinceMark);
    marked = false;
    sinceMark.clear();
    return legs;
  }

  boolean holds(CallCommand command) {
    if (gates.isEmpty()) {
      return false;
    }
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

  List<CallCommand> open(LegId leg) {
    Deque<CallCommand> waiting = gates.remove(leg);
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

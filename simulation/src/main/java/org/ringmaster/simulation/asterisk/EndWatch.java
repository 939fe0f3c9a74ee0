// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.asterisk;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;

/**
 * Sees to it that no end of a leg that arrived is missed: each is subscribed to, and where that
 * comes too late its end is told from what was heard before, or found out by a look.
 */
final class EndWatch {

  private static final int ENDED_KEPT = 8_192;

  private static final class Unsure {
    boolean refused;
    long leftAtMicros;
    @Nullable HangupCause cause;
  }

  private final SimulatedNode node;
  private final Map<LegId, Unsure> unsure = new HashMap<>();
  private final Set<LegId> sure = new HashSet<>();
  private final Map<LegId, Boolean> ended =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<LegId, Boolean> eldest) {
          return size() > ENDED_KEPT;
        }
      };

  EndWatch(SimulatedNode node) {
    this.node = node;
  }

  void watch(LegId leg) {
    Unsure before = unsure.get(leg);
    if (sure.contains(leg) || (before != null && !before.refused)) {
      return;
    }
    unsure.put(leg, new Unsure());
    node.control()
        .sendFirst(Request.subscription(leg, node.deadline(), answer -> subscribed(leg, answer)));
  }

  void keepOnly(Set<LegId> live) {
    unsure.keySet().retainAll(live);
    sure.retainAll(live);
  }

  private void subscribed(LegId leg, Answered answer) {
    Unsure one = unsure.get(leg);
    if (one == null) {
      return;
    }
    if (answer.ok()) {
      unsure.remove(leg);
      sure.add(leg);
    } else if (one.leftAtMicros != 0) {
      tellEnd(leg, one, one.leftAtMicros);
    } else {
      one.refused = true;
      if (answer.kind() == Answered.Kind.ANSWERED) {
        node.look();
      }
    }
  }

  void left(LegId leg, long atMicros) {
    Unsure one = unsure.get(leg);
    if (one != null) {
      one.leftAtMicros = atMicros;
      if (one.refused) {
        tellEnd(leg, one, atMicros);
      }
    }
  }

  void hangingUp(LegId leg, HangupCause cause) {
    Unsure one = unsure.get(leg);
    if (one != null && cause.code() > 0) {
      one.cause = cause;
    }
  }

  /** A leg's end is told; false where it was told before. */
  boolean gone(LegId leg) {
    if (ended.containsKey(leg)) {
      return false;
    }
    unsure.remove(leg);
    sure.remove(leg);
    ended.put(leg, true);
    return true;
  }

  boolean hasEnded(LegId leg) {
    return ended.containsKey(leg);
  }

  private void tellEnd(LegId leg, Unsure one, long atMicros) {
    gone(leg);
    HangupCause cause = one.cause == null ? HangupCause.UNKNOWN : one.cause;
    node.tell(new CallInput.LegGone(node.id(), leg, cause), atMicros);
  }
}

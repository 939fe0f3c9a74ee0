// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.node;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringmaster.aribridge.transport.AriAnswer;
import org.ringmaster.aribridge.transport.AriRequest;
import org.ringmaster.aribridge.transport.UriText;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;

/**
 * Sees to it that no leg's end is missed. Asterisk tells of a leg that arrived only while it is in
 * the application, and its end comes after that: so each is subscribed to by its id, and where that
 * comes too late its end is told from what was heard before, or found out by a look. Runs on the
 * node's event loop.
 */
final class LegWatch {
  private static final int ENDED_KEPT = 8_192;
  private static final long STAY_MILLIS = 1_000;

  /** Takes an end and the instant of it, in epoch microseconds. */
  @FunctionalInterface
  interface EndListener {
    void ended(CallInput.LegGone gone, long atMicros);
  }

  /** A leg that is not certainly subscribed to yet. */
  private static final class Unsure {
    boolean refused;
    long leftAtMicros;
    @Nullable HangupCause cause;
  }

  private final NodeSettings settings;
  private final NodeSockets sockets;
  private final EndListener ends;
  private final Runnable look;
  private final Map<LegId, Unsure> unsure = new HashMap<>();
  private final Set<LegId> sure = new HashSet<>();
  private final Set<LegId> out = new HashSet<>();
  private final Map<LegId, Boolean> ended =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<LegId, Boolean> eldest) {
          return size() > ENDED_KEPT;
        }
      };

  /**
   * Makes a watch.
   *
   * @param look lists the node: a leg has left us and lives on, or is gone and nobody has said when
   */
  LegWatch(NodeSettings settings, NodeSockets sockets, EndListener ends, Runnable look) {
    this.settings = settings;
    this.sockets = sockets;
    this.ends = ends;
    this.look = look;
  }

  /** Subscribes to a leg that Asterisk started. */
  void watch(LegId leg) {
    Unsure before = unsure.get(leg);
    if (sure.contains(leg) || (before != null && !before.refused)) {
      return;
    }
    unsure.put(leg, new Unsure());
    String uri =
        UriText.of("applications")
            .path(settings.app())
            .path("subscription")
            .with("eventSource", "channel:" + leg.value())
            .toString();
    sockets
        .control()
        .sendFirst(
            AriRequest.post(uri).within(settings.commandMillis()),
            answer -> subscribed(leg, answer));
  }

  /**
   * A leg is sent out of the application by us, and comes back by itself: that it leaves is nothing
   * to look for. Asterisk tells nobody of the end of one that is out, so it is subscribed to.
   */
  void sentOut(LegId leg) {
    out.add(leg);
    watch(leg);
  }

  /** A leg that was sent out is back. */
  void isBack(LegId leg) {
    out.remove(leg);
  }

  /** Forgets all legs that are not among these. */
  void keepOnly(Set<LegId> live) {
    unsure.keySet().retainAll(live);
    sure.retainAll(live);
    out.retainAll(live);
  }

  private void subscribed(LegId leg, AriAnswer answer) {
    Unsure one = unsure.get(leg);
    if (one == null) {
      return;
    }
    if (answer.ok()) {
      unsure.remove(leg);
      sure.add(leg);
    } else if (one.leftAtMicros != 0) {
      tellEnd(leg, one, one.leftAtMicros);
    } else if (answer.kind() == AriAnswer.Kind.ANSWERED) {
      // There is no such channel any more, though nobody has told that it left: when it ended is
      // for the second witness to say.
      one.refused = true;
      look.run();
    } else {
      one.refused = true;
    }
  }

  /** The leg has left the application: to hang up, or back to the dialplan. */
  void left(LegId leg, long atMicros) {
    if (out.contains(leg)) {
      return;
    }
    Unsure one = unsure.get(leg);
    if (one != null) {
      one.leftAtMicros = atMicros;
      if (one.refused) {
        tellEnd(leg, one, atMicros);
      }
    }
    sockets.after(STAY_MILLIS, () -> lookUnlessEnded(leg));
  }

  /** Who did not hang up was sent on, by the guard while we hung or by somebody at the console. */
  private void lookUnlessEnded(LegId leg) {
    if (!hasEnded(leg)) {
      look.run();
    }
  }

  /** Somebody hangs up; the end follows. */
  void hangingUp(LegId leg, int cause) {
    Unsure one = unsure.get(leg);
    if (one != null && cause > 0) {
      one.cause = new HangupCause(cause);
    }
  }

  /** Asterisk has told the leg's end. */
  void gone(LegId leg) {
    unsure.remove(leg);
    sure.remove(leg);
    out.remove(leg);
    ended.put(leg, true);
  }

  /** Whether the leg's end has been told, lately. */
  boolean hasEnded(LegId leg) {
    return ended.containsKey(leg);
  }

  private void tellEnd(LegId leg, Unsure one, long atMicros) {
    gone(leg);
    HangupCause cause = one.cause == null ? HangupCause.UNKNOWN : one.cause;
    ends.ended(new CallInput.LegGone(settings.node(), leg, cause), atMicros);
  }
}

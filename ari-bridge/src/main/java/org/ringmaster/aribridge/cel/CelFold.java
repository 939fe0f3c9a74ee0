// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.cel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringmaster.aribridge.cel.WitnessedLeg.Stay;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;

/**
 * Folds rows of the channel event log into legs. Keeps at most a set number of ended legs. Not
 * thread-safe.
 */
public final class CelFold {
  /** A leg in the making. */
  private static final class Draft {
    String channelName = "";
    long start;
    long answer;
    long end;
    int cause;
    boolean controlled;
    final List<Stay> stays = new ArrayList<>();
    final Set<LegId> talkedWith = new LinkedHashSet<>();
  }

  private static final Set<String> KNOWN =
      Set.of("CHAN_START", "ANSWER", "BRIDGE_ENTER", "BRIDGE_EXIT", "HANGUP", "CHAN_END");

  private final int endedKept;
  private final Map<String, Draft> drafts = new LinkedHashMap<>();
  private final Map<String, Set<String>> inBridge = new HashMap<>();
  private int ended;

  /**
   * Makes an empty fold.
   *
   * @param endedKept how many ended legs are remembered
   */
  public CelFold(int endedKept) {
    this.endedKept = endedKept;
  }

  /** Takes a row; rows of one channel come in order. */
  public void take(CelRow row) {
    if (!KNOWN.contains(row.type())) {
      return;
    }
    Draft draft = drafts.computeIfAbsent(row.uniqueId(), id -> new Draft());
    if (draft.channelName.isEmpty()) {
      draft.channelName = row.channelName();
    }
    draft.controlled |= row.application().equals("Stasis");
    switch (row.type()) {
      case "CHAN_START" -> draft.start = row.atMicros();
      case "ANSWER" -> draft.answer = draft.answer == 0 ? row.atMicros() : draft.answer;
      case "BRIDGE_ENTER" -> entered(row, draft);
      case "BRIDGE_EXIT" -> exited(row, draft);
      case "HANGUP" -> {
        draft.cause = row.hangupCause();
        end(row, draft);
      }
      case "CHAN_END" -> end(row, draft);
      default -> {}
    }
  }

  private void entered(CelRow row, Draft draft) {
    boolean room = row.bridgeTechnology().startsWith("holding");
    draft.stays.add(new Stay(row.bridgeId(), room, row.atMicros(), 0));
    Set<String> present = inBridge.computeIfAbsent(row.bridgeId(), id -> new HashSet<>());
    if (!room) {
      for (String other : present) {
        Draft met = drafts.get(other);
        if (met != null && !other.equals(row.uniqueId())) {
          met.talkedWith.add(new LegId(row.uniqueId()));
          draft.talkedWith.add(new LegId(other));
        }
      }
    }
    present.add(row.uniqueId());
  }

  private void exited(CelRow row, Draft draft) {
    for (int i = draft.stays.size() - 1; i >= 0; i--) {
      Stay stay = draft.stays.get(i);
      if (stay.bridgeId().equals(row.bridgeId()) && stay.exitMicros() == 0) {
        draft.stays.set(
            i, new Stay(stay.bridgeId(), stay.room(), stay.enterMicros(), row.atMicros()));
        break;
      }
    }
    leave(row.bridgeId(), row.uniqueId());
  }

  private void leave(String bridge, String leg) {
    Set<String> present = inBridge.get(bridge);
    if (present != null && present.remove(leg) && present.isEmpty()) {
      inBridge.remove(bridge);
    }
  }

  private void end(CelRow row, Draft draft) {
    if (draft.end == 0) {
      draft.end = row.atMicros();
      draft.stays.forEach(stay -> leave(stay.bridgeId(), row.uniqueId()));
      ended++;
      forgetOldest();
    }
  }

  private void forgetOldest() {
    Iterator<Draft> oldest = drafts.values().iterator();
    while (ended > endedKept && oldest.hasNext()) {
      if (oldest.next().end != 0) {
        oldest.remove();
        ended--;
      }
    }
  }

  /** A leg as seen so far, or null when it was never seen or is forgotten. */
  public @Nullable WitnessedLeg leg(LegId leg) {
    Draft draft = drafts.get(leg.value());
    return draft == null ? null : leg(leg.value(), draft);
  }

  /** All legs that are remembered, in the order in which they began. */
  public Map<LegId, WitnessedLeg> legs() {
    Map<LegId, WitnessedLeg> legs = new LinkedHashMap<>();
    drafts.forEach((id, draft) -> legs.put(new LegId(id), leg(id, draft)));
    return legs;
  }

  private static WitnessedLeg leg(String id, Draft draft) {
    return new WitnessedLeg(
        new LegId(id),
        draft.channelName,
        draft.start,
        draft.answer,
        draft.end,
        new HangupCause(draft.cause),
        draft.controlled,
        draft.stays,
        draft.talkedWith);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.asterisk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.BridgeId;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.PlaybackId;
import org.ringmaster.core.call.RecordingId;

/** What one Asterisk plays and records. */
final class Sounds {

  private static final long BEGIN_MICROS = 5_000;
  private static final long MICROS_PER_MILLI = 1_000;
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final long MILLIS_PER_SECOND = 1_000;

  private record Playing(SimulatedLeg leg, int prompts) {}

  private record Live(BridgeId bridge, long sinceMicros, boolean begun, boolean stopping) {
    Live(BridgeId bridge, long sinceMicros) {
      this(bridge, sinceMicros, false, false);
    }

    Live begin() {
      return new Live(bridge, sinceMicros, true, stopping);
    }

    Live stopped() {
      return new Live(bridge, sinceMicros, begun, true);
    }
  }

  private final SimulatedAsterisk asterisk;
  private final Map<PlaybackId, Playing> playings = new LinkedHashMap<>();
  private final Map<RecordingId, Live> live = new LinkedHashMap<>();
  private final Map<RecordingId, Long> stored = new LinkedHashMap<>();

  Sounds(SimulatedAsterisk asterisk) {
    this.asterisk = asterisk;
  }

  /** Plays so many prompts after what already plays to the leg; the status. */
  int play(PlaybackId id, LegId to, int prompts) {
    SimulatedLeg leg = asterisk.leg(to);
    if (leg == null || !leg.ours) {
      return leg == null ? 404 : 409;
    }
    if (playings.putIfAbsent(id, new Playing(leg, prompts)) != null) {
      return 409;
    }
    leg.playing.add(id);
    if (leg.playing.size() == 1) {
      begin(leg);
    }
    return 201;
  }

  private void begin(SimulatedLeg leg) {
    PlaybackId id = leg.playing.peek();
    Playing playing = id == null ? null : playings.get(id);
    if (playing != null) {
      long micros = 0;
      for (int i = 0; i < playing.prompts; i++) {
        micros += asterisk.timing.prompt().drawMicros(asterisk.draws, asterisk.agenda.micros());
      }
      asterisk.agenda.after(micros, () -> end(id, false));
    }
  }

  int stop(PlaybackId id) {
    return end(id, false) ? 204 : 404;
  }

  /** Ends a playing if it still plays. */
  boolean end(PlaybackId id, boolean failed) {
    Playing playing = playings.remove(id);
    if (playing == null) {
      return false;
    }
    SimulatedLeg leg = playing.leg;
    boolean wasFirst = id.equals(leg.playing.peek());
    leg.playing.remove(id);
    asterisk.tell(leg, new CallInput.PlaybackEnded(asterisk.id(), id, failed));
    if (wasFirst && !leg.playing.isEmpty()) {
      begin(leg);
    }
    if (leg.playing.isEmpty()) {
      resume(leg);
    }
    return true;
  }

  /** Ends all that plays to a leg that goes. */
  void endAll(SimulatedLeg leg) {
    while (!leg.playing.isEmpty()) {
      end(leg.playing.element(), true);
    }
  }

  private static void resume(SimulatedLeg leg) {
    List<Runnable> waiting = List.copyOf(leg.waitingForSilence);
    leg.waitingForSilence.clear();
    waiting.forEach(Runnable::run);
  }

  // Recordings. Each is a channel of its own in the bridge, and a file that stays.

  /** The status; what is recorded begins a moment later. */
  int record(RecordingId id, BridgeId bridge) {
    Room room = asterisk.roomBooks().get(bridge);
    if (room == null) {
      return 404;
    }
    if (live.containsKey(id) || stored.containsKey(id)) {
      return 409;
    }
    live.put(id, new Live(room.id, asterisk.agenda.micros()));
    asterisk.agenda.after(BEGIN_MICROS, () -> live.computeIfPresent(id, (key, it) -> it.begin()));
    return 201;
  }

  /** A stop that comes before anything is recorded is said to be done, and is not. */
  int stopRecording(RecordingId id) {
    Live recording = live.get(id);
    if (recording == null) {
      return 404;
    }
    if (recording.stopping) {
      return 409;
    }
    if (recording.begun) {
      live.put(id, recording.stopped());
      asterisk.agenda.after(BEGIN_MICROS, () -> endRecording(id));
    }
    return 204;
  }

  /** Ends what is recorded of a bridge that goes. */
  void endRecordings(Room room) {
    for (RecordingId id : List.copyOf(live.keySet())) {
      Live recording = live.get(id);
      if (recording != null && recording.bridge.equals(room.id)) {
        endRecording(id);
      }
    }
  }

  private void endRecording(RecordingId id) {
    Live recording = live.remove(id);
    if (recording != null) {
      long micros = asterisk.agenda.micros() - recording.sinceMicros;
      stored.put(id, micros / MICROS_PER_MILLI);
      asterisk.tell(
          new CallInput.RecordingEnded(
              asterisk.id(), id, false, micros / MICROS_PER_SECOND * MILLIS_PER_SECOND),
          asterisk.agenda.micros());
    }
  }

  /** How long a file on the node's disk is, milliseconds; null where there is none. */
  @Nullable Long storedMillis(RecordingId id) {
    return stored.get(id);
  }

  /** The files on the node's disk. */
  Set<RecordingId> stored() {
    return Set.copyOf(stored.keySet());
  }

  /** A file is deleted. */
  void deleteStored(RecordingId id) {
    stored.remove(id);
  }

  /** Whether a bridge is recorded now. */
  boolean isRecorded(BridgeId bridge) {
    return live.values().stream().anyMatch(it -> it.bridge.equals(bridge));
  }

  /** Asterisk dies: what was recorded so far is on the disk. */
  void clear() {
    playings.clear();
    for (RecordingId id : List.copyOf(live.keySet())) {
      Live recording = live.remove(id);
      if (recording != null && recording.begun) {
        stored.put(id, (asterisk.agenda.micros() - recording.sinceMicros) / MICROS_PER_MILLI);
      }
    }
  }
}

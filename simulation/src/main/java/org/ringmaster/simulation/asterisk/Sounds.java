// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.asterisk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.BridgeId;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.PlaybackId;
import org.ringmaster.core.call.RecordingId;

/** What one Asterisk plays and records. */
final class Sounds {

  private record Playing(SimulatedLeg leg, int prompts) {}

  private final SimulatedAsterisk asterisk;
  private final Map<PlaybackId, Playing> playings = new LinkedHashMap<>();

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

  int record(RecordingId id, BridgeId bridge) {
    Room room = asterisk.roomBooks().get(bridge);
    if (room == null) {
      return 404;
    }
    if (room.recording != null) {
      return 409;
    }
    room.recording = id;
    room.recordingSinceMicros = asterisk.agenda.micros();
    return 201;
  }

  int stopRecording(RecordingId id) {
    for (Room room : asterisk.rooms()) {
      if (id.equals(room.recording)) {
        endRecording(room);
        return 204;
      }
    }
    return 404;
  }

  void endRecording(Room room) {
    @Nullable RecordingId id = room.recording;
    if (id != null) {
      room.recording = null;
      long seconds = (asterisk.agenda.micros() - room.recordingSinceMicros) / 1_000_000;
      asterisk.tell(
          new CallInput.RecordingEnded(asterisk.id(), id, false, seconds * 1_000),
          asterisk.agenda.micros());
    }
  }

  void clear() {
    playings.clear();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.asterisk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.RecordingId;
import org.ringmaster.core.call.RecordingLimits;

/**
 * What one Asterisk records of single legs, and the files of it. Whoever is recorded speaks for a
 * while and then is silent.
 */
final class Tapes {

  private static final long SECOND = 1_000_000;
  private static final int MOST_SPEECH = 15_000_000;
  private static final double SURVIVES = 0.7;

  private record Tape(RecordingId id, SimulatedLeg leg, long sinceMicros, long speechMicros) {}

  private final SimulatedAsterisk asterisk;
  private final Map<RecordingId, Tape> live = new LinkedHashMap<>();
  private final Map<RecordingId, Long> files = new LinkedHashMap<>();

  Tapes(SimulatedAsterisk asterisk) {
    this.asterisk = asterisk;
  }

  int record(RecordingId id, LegId of, RecordingLimits limits) {
    SimulatedLeg leg = asterisk.leg(of);
    if (leg == null || !leg.ours) {
      return leg == null ? 404 : 409;
    }
    if (leg.room != null || live.containsKey(id) || files.containsKey(id)) {
      return 409;
    }
    Tape tape = new Tape(id, leg, asterisk.agenda.micros(), asterisk.draws.below(MOST_SPEECH));
    live.put(id, tape);
    leg.recorded = true;
    long silence = limits.silenceSeconds() * SECOND;
    long most = limits.maxSeconds() * SECOND;
    long after = silence == 0 ? most : Math.min(most, tape.speechMicros() + silence);
    asterisk.agenda.after(after, () -> end(id));
    return 201;
  }

  /** The leg's party presses the key that ends it. */
  void pressed(SimulatedLeg leg, String key) {
    if (key.equals("#")) {
      of(leg).forEach(this::end);
    }
  }

  /** What is recorded of a leg that goes, or leaves the application, ends. */
  void endAll(SimulatedLeg leg) {
    of(leg).forEach(this::end);
  }

  private List<RecordingId> of(SimulatedLeg leg) {
    return live.values().stream().filter(tape -> tape.leg() == leg).map(Tape::id).toList();
  }

  private void end(RecordingId id) {
    Tape tape = live.remove(id);
    if (tape != null) {
      files.put(id, millisOf(tape));
      tape.leg().recorded = false;
      long lasted = asterisk.agenda.micros() - tape.sinceMicros();
      long spoken = Math.min(lasted, tape.speechMicros());
      asterisk.tell(
          tape.leg(),
          new CallInput.RecordingEnded(
              asterisk.id(), id, false, lasted / SECOND * 1_000, spoken / SECOND * 1_000));
    }
  }

  private long millisOf(Tape tape) {
    return (asterisk.agenda.micros() - tape.sinceMicros()) / 1_000;
  }

  /** How long a file lasts, or null where it is not there. */
  @Nullable Long storedMillis(RecordingId id) {
    return files.get(id);
  }

  /** 202 while it goes on, 200 where its file is there. */
  int seek(RecordingId id) {
    if (live.containsKey(id)) {
      return 202;
    }
    return files.containsKey(id) ? 200 : 404;
  }

  int drop(RecordingId id) {
    return files.remove(id) == null ? 404 : 204;
  }

  /** A crash: most of what was being recorded is on the disk all the same. */
  void crash() {
    for (Tape tape : live.values()) {
      if (asterisk.draws.chance(SURVIVES)) {
        files.put(tape.id(), millisOf(tape));
      }
    }
    live.clear();
  }
}

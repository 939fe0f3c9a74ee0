// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.testing;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.RecordingId;

/** What a {@link ManualAsterisk} records of single legs: they speak until they are silent. */
public final class ManualTapes {
  private static final long SECOND = 1_000_000;

  private static final class Tape {
    final CallCommand.StartLegRecording asked;
    final long sinceMicros;
    long silentSinceMicros = -1;

    Tape(CallCommand.StartLegRecording asked, long sinceMicros) {
      this.asked = asked;
      this.sinceMicros = sinceMicros;
    }
  }

  private final NodeId node;
  private final ScenarioCentre centre;
  private final Consumer<CallInput> tells;
  private final Map<RecordingId, Tape> live = new LinkedHashMap<>();
  private final Set<RecordingId> files = new LinkedHashSet<>();

  ManualTapes(NodeId node, ScenarioCentre centre, Consumer<CallInput> tells) {
    this.node = node;
    this.centre = centre;
    this.tells = tells;
  }

  int record(CallCommand.StartLegRecording asked, @Nullable Channel channel) {
    if (channel == null || !channel.ours) {
      return channel == null ? 404 : 409;
    }
    if (channel.bridge != null || live.containsKey(asked.recording())) {
      return 409; // The real one says yes, and fails.
    }
    live.put(asked.recording(), new Tape(asked, centre.nowMicros()));
    centre.later(asked.limits().maxSeconds() * SECOND, () -> end(asked.recording(), false));
    return 201;
  }

  int seek(CallCommand.SeekRecording asked) {
    boolean isThere = files.contains(asked.recording());
    if (!live.containsKey(asked.recording())) {
      tells.accept(
          new CallInput.RecordingEnded(node, asked.recording(), !isThere, isThere ? -1 : 0));
    }
    return 200;
  }

  int drop(CallCommand.DropRecording asked) {
    files.remove(asked.recording());
    return 204;
  }

  /** Whoever is recorded says nothing any more. */
  void fallsSilent(LegId leg) {
    for (Tape tape : List.copyOf(live.values())) {
      if (tape.asked.leg().equals(leg)) {
        tape.silentSinceMicros = centre.nowMicros();
        int seconds = tape.asked.limits().silenceSeconds();
        centre.later(seconds * SECOND, () -> end(tape.asked.recording(), false));
      }
    }
  }

  void pressed(LegId leg, String key) {
    for (Tape tape : List.copyOf(live.values())) {
      if (tape.asked.leg().equals(leg) && tape.asked.limits().endKey().equals(key)) {
        end(tape.asked.recording(), false);
      }
    }
  }

  void gone(LegId leg) {
    for (Tape tape : List.copyOf(live.values())) {
      if (tape.asked.leg().equals(leg)) {
        end(tape.asked.recording(), false);
      }
    }
  }

  /** The disk is full: what is being recorded fails, and leaves no file. */
  public void fail() {
    List.copyOf(live.keySet()).forEach(id -> end(id, true));
    centre.settle();
  }

  /** Everything that was being recorded is cut short; its files are there. */
  void crash() {
    files.addAll(live.keySet());
    live.clear();
  }

  /** The disk is lost too. */
  public void loseFiles() {
    live.clear();
    files.clear();
  }

  public boolean isRecording(LegId leg) {
    return live.values().stream().anyMatch(tape -> tape.asked.leg().equals(leg));
  }

  public boolean hasFile(RecordingId id) {
    return files.contains(id);
  }

  private void end(RecordingId id, boolean failed) {
    Tape tape = live.remove(id);
    if (tape == null) {
      return;
    }
    long now = centre.nowMicros();
    long silent = tape.silentSinceMicros < 0 ? now : tape.silentSinceMicros;
    if (!failed) {
      files.add(id);
    }
    tells.accept(
        new CallInput.RecordingEnded(
            node,
            id,
            failed,
            (now - tape.sinceMicros) / SECOND * 1_000,
            (silent - tape.sinceMicros) / SECOND * 1_000));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Decision;

/**
 * Records one party alone, as for a message: the half of {@link CallControl} that sees to it that
 * every such recording ends in our books, whether or not anybody told of its end. The node itself
 * keeps its limits, so that it ends while we are away too.
 */
final class LegRecordings {

  private static final long MICROS_PER_SECOND = 1_000_000;

  /** What is told of an end comes at once; who was not told asks after so long. */
  private static final long LOOK_MICROS = 5 * MICROS_PER_SECOND;

  private final CallControl control;

  LegRecordings(CallControl control) {
    this.control = control;
  }

  @Nullable RecordingId start(LegId id, RecordingLimits limits, Decision decision) {
    Leg leg = control.books().leg(id);
    if (leg == null || leg.call() == null || leg.hangUpAsked()) {
      return null;
    }
    RecordingId recording = new RecordingId(decision.newId('r'));
    decision.record(new CallFact.LegRecordingStarted(recording, leg.node(), id, leg.call()));
    decision.ask(new CallCommand.StartLegRecording(leg.node(), recording, id, limits));
    look(recording, limits.maxSeconds() * MICROS_PER_SECOND + LOOK_MICROS, decision);
    return recording;
  }

  /** The node did not do what it was asked, or did not say that it did. */
  void failed(CallInput.CommandFailed in, Decision decision) {
    for (LegRecording recording : all()) {
      if (!recording.leg().equals(in.leg())) {
        continue;
      }
      if (in.statusCode() >= 400) {
        decision.record(new CallFact.RecordingEnded(recording.id(), true, 0));
      } else {
        look(recording.id(), LOOK_MICROS, decision);
      }
    }
  }

  /** Whose party is gone ends at once; where nobody tells so, it is asked. */
  void legEnded(LegId leg, Decision decision) {
    for (LegRecording recording : all()) {
      if (recording.leg().equals(leg)) {
        look(recording.id(), LOOK_MICROS, decision);
      }
    }
  }

  /** What ended while a node was away, nobody could tell; asked at other comparisons too. */
  void nodeIsBack(NodeId node, Decision decision) {
    for (LegRecording recording : all()) {
      if (recording.node().equals(node)) {
        seek(recording, decision);
      }
    }
  }

  void decide(CallInput input, Decision decision) {
    switch (input) {
      case CallInput.RecordingEnded in -> {
        if (control.books().sound.legRecordings.containsKey(in.recording())) {
          decision.record(
              new CallFact.RecordingEnded(
                  in.recording(), in.failed(), in.durationMillis(), in.talkMillis()));
        }
      }
      case CallInput.RecordingDue in -> due(in, decision);
      default -> {}
    }
  }

  private void due(CallInput.RecordingDue in, Decision decision) {
    LegRecording recording = control.books().sound.legRecordings.get(in.recording());
    if (recording != null && control.books().connected(recording.node())) {
      seek(recording, decision);
    }
  }

  private void seek(LegRecording recording, Decision decision) {
    decision.ask(new CallCommand.SeekRecording(recording.node(), recording.id()));
    look(recording.id(), LOOK_MICROS, decision);
  }

  private static void look(RecordingId id, long afterMicros, Decision decision) {
    decision.remindAt(decision.nowMicros() + afterMicros, new CallInput.RecordingDue(id));
  }

  private List<LegRecording> all() {
    return List.copyOf(control.books().sound.legRecordings.values());
  }
}

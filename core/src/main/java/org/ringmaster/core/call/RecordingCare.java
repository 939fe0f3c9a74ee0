// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Decision;

/**
 * Begins recordings of talk bridges and sees to it that they end: a stop that a node did not hear
 * is asked for again, since what was to be off the record must not be on it.
 */
final class RecordingCare {

  private static final long AGAIN_MICROS = 500_000;

  private final CallBooks books;

  RecordingCare(CallBooks books) {
    this.books = books;
  }

  @Nullable RecordingId start(CallId call, Decision decision) {
    Bridge bridge = books.talkBridge(call);
    if (bridge == null) {
      return null;
    }
    RecordingId id = new RecordingId(decision.newId('r'));
    decision.record(
        new CallFact.RecordingStarted(id, bridge.node(), bridge.id(), call), decision.nowMicros());
    decision.ask(new CallCommand.StartRecording(bridge.node(), id, bridge.id()));
    return id;
  }

  void stop(RecordingId id, Decision decision) {
    Recording recording = books.sound.recordings.get(id);
    if (recording == null) {
      return;
    }
    if (!recording.stopAsked()) {
      decision.record(new CallFact.RecordingStopAsked(id), decision.nowMicros());
    }
    decision.ask(new CallCommand.StopRecording(recording.node(), id));
    decision.remindAt(decision.nowMicros() + AGAIN_MICROS, new CallInput.RecordingStopDue(id));
  }

  void stopAll(CallId call, Decision decision) {
    for (Recording recording : List.copyOf(books.sound.recordings.values())) {
      if (recording.call().equals(call)) {
        stop(recording.id(), decision);
      }
    }
  }

  void due(CallInput.RecordingStopDue in, Decision decision) {
    Recording recording = books.sound.recordings.get(in.recording());
    if (recording != null && recording.stopAsked() && books.connected(recording.node())) {
      stop(recording.id(), decision);
    }
  }

  void ended(CallInput.RecordingEnded in, Decision decision) {
    if (books.sound.recordings.containsKey(in.recording())) {
      decision.record(
          new CallFact.RecordingEnded(in.recording(), in.failed(), in.durationMillis()));
    }
  }

  /** The node refused to record a bridge, or nobody knows whether it does. */
  void notStarted(CallInput.CommandFailed in, Decision decision) {
    for (Recording recording : List.copyOf(books.sound.recordings.values())) {
      if (recording.bridge().equals(in.bridge()) && !recording.stopAsked()) {
        if (in.statusCode() >= 400) {
          decision.record(new CallFact.RecordingEnded(recording.id(), true, 0));
        } else {
          stop(recording.id(), decision);
        }
      }
    }
  }

  /**
   * A node is seen again: what should have ended, or has lost its bridge, is ended now. The node
   * says so, or that it knows nothing of it.
   */
  void seenAgain(NodeId node, Decision decision) {
    for (Recording recording : List.copyOf(books.sound.recordings.values())) {
      boolean isOver = !books.bridges.containsKey(recording.bridge());
      if (recording.node().equals(node) && (isOver || recording.stopAsked())) {
        stop(recording.id(), decision);
      }
    }
  }
}

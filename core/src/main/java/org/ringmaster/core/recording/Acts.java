// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.recording;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.queue.QueueId;

/** Whether something may be asked of a recording, and why not, as a sentence. */
final class Acts {

  private final RecordingBooks books;
  private final Scenes scenes;

  Acts(RecordingBooks books, Scenes scenes) {
    this.books = books;
    this.scenes = scenes;
  }

  /** Why not; null where it may be done. */
  @Nullable String refusal(CallId call, RecordingAct act) {
    CallRecording one = books.of(call);
    Scene scene = scenes.of(call);
    QueueId queue = scene != null ? scene.queue() : one == null ? null : one.queue();
    RecordingPolicy policy = books.policy(call, queue);
    if (act == RecordingAct.START) {
      return startRefusal(call, one, scene, policy);
    }
    if (one == null || one.state() == RecordingState.STOPPED) {
      return "Call " + call + " is not recorded.";
    }
    if (act == RecordingAct.RESUME) {
      return resumeRefusal(one);
    }
    if (one.state() == RecordingState.SECURED) {
      return "Digits of a card are being taken: nothing is recorded meanwhile.";
    }
    if (act == RecordingAct.CARD) {
      return null;
    }
    if (policy == RecordingPolicy.FORCED) {
      return what(call, queue)
          + " always recorded: it is paused only while digits of a card are taken.";
    }
    return act == RecordingAct.PAUSE && one.state() == RecordingState.PAUSED
        ? "The recording is paused already."
        : null;
  }

  private @Nullable String startRefusal(
      CallId call, @Nullable CallRecording one, @Nullable Scene scene, RecordingPolicy policy) {
    if (scene == null) {
      return "Nobody talks in call " + call + " now.";
    }
    if (policy == RecordingPolicy.NEVER) {
      return what(call, scene.queue()) + " never recorded.";
    }
    if (scenes.isSecret(call)) {
      return "Digits of a card are being taken: ask again when that is over.";
    }
    if (one == null || one.state() == RecordingState.STOPPED) {
      return null;
    }
    if (one.state() != RecordingState.RUNNING) {
      return "The recording is paused: resume it.";
    }
    boolean isWaiting = policy == RecordingPolicy.ON_DEMAND && !one.asked();
    return isWaiting ? null : "Call " + call + " is recorded already.";
  }

  private @Nullable String resumeRefusal(CallRecording one) {
    if (one.state() == RecordingState.RUNNING) {
      return "The recording is not paused.";
    }
    return scenes.isSecret(one.call())
        ? "Digits of a card are being taken: it goes on by itself when that is over."
        : null;
  }

  private String what(CallId call, @Nullable QueueId queue) {
    OwnPolicy own = books.own(call, queue);
    if (own != null) {
      return "Calls of " + own.by() + " are";
    }
    return queue == null ? "Calls that agents make are" : "Calls of queue " + queue + " are";
  }
}

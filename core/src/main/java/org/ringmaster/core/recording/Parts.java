// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.recording;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.Offer;
import org.ringmaster.core.agent.Roster;
import org.ringmaster.core.call.Bridge;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.Leg;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.RecordingId;
import org.ringmaster.core.file.FileKeeping;
import org.ringmaster.core.kernel.Decision;

/**
 * Begins and ends the parts of recordings, so that one is under way just while somebody talks who
 * is to be recorded, and another one as soon as others do.
 */
final class Parts {

  private final RecordingBooks books;
  private final Scenes scenes;
  private final CallControl calls;
  private final Roster roster;
  private final FileKeeping files;

  Parts(RecordingBooks books, Scenes scenes, CallControl calls, Roster roster, FileKeeping files) {
    this.books = books;
    this.scenes = scenes;
    this.calls = calls;
    this.roster = roster;
    this.files = files;
  }

  /** Makes what is recorded of a call what it should be now. */
  void settle(CallId call, Decision decision) {
    settle(call, null, decision);
  }

  /**
   * The same.
   *
   * @param hint why a part ends that has nothing to go on with; null where that is seen
   */
  void settle(CallId call, @Nullable PartEnd hint, Decision decision) {
    Scene scene = scenes.of(call);
    if (scene != null) {
      beginByPolicy(call, scene, decision);
    }
    CallRecording one = books.of(call);
    if (one == null) {
      return;
    }
    boolean isWanted = scene != null && isWanted(one, scene);
    if (one.part() != null && !(isWanted && scene != null && scene.equals(one.lastScene()))) {
      PartEnd why = scene == null && hint != null ? hint : scenes.whyEnds(one, scene);
      end(one, why, decision);
    }
    CallRecording now = books.of(call);
    if (isWanted && scene != null && now != null && now.part() == null) {
      begin(now, scene, decision);
    }
  }

  /** What the policy asks for: a recording begins, or what another agent paused goes on. */
  private void beginByPolicy(CallId call, Scene scene, Decision decision) {
    RecordingPolicy policy = books.policy(call, scene.queue());
    CallRecording one = books.of(call);
    if (!policy.begins()) {
      return;
    }
    if (one == null) {
      decision.record(
          new RecordingFact.Began(call, scene.queue(), policy, null), decision.nowMicros());
      if (scenes.isSecret(call)) {
        decision.record(new RecordingFact.CardBegan(call, null, 0), decision.nowMicros());
      }
      return;
    }
    boolean isIdle = one.state() == RecordingState.PAUSED || one.state() == RecordingState.STOPPED;
    boolean isOthers = one.parts() > 0 && !scene.equals(one.lastScene());
    boolean isForced = policy == RecordingPolicy.FORCED;
    if (isIdle && (isForced || isOthers && isAnothers(one, scene))) {
      decision.record(new RecordingFact.Resumed(call, null), decision.nowMicros());
    }
  }

  /** A pause is the agent's who asked for it, and ends with their talk. */
  private static boolean isAnothers(CallRecording one, Scene scene) {
    return scene.agent() == null || !scene.agent().equals(one.agent());
  }

  private boolean isWanted(CallRecording one, Scene scene) {
    RecordingPolicy policy = books.policy(one.call(), scene.queue());
    boolean isAllowed = policy.begins() || (policy == RecordingPolicy.ON_DEMAND && one.asked());
    return one.state() == RecordingState.RUNNING && isAllowed;
  }

  private void begin(CallRecording one, Scene scene, Decision decision) {
    Bridge bridge = calls.books().talkBridge(one.call());
    boolean isLater = decision.nowMicros() < one.retryMicros();
    if (bridge == null || isLater || !calls.books().connected(bridge.node())) {
      return;
    }
    RecordingPlan plan = books.rules().plan(scene.queue());
    RecordingId part = calls.startRecording(one.call(), decision);
    if (part == null) {
      return;
    }
    decision.record(
        new RecordingFact.PartBegan(
            one.call(),
            part,
            one.parts() + 1,
            bridge.node(),
            scene.kind(),
            scene.agent(),
            scene.queue(),
            plan.keepMillis(),
            Scenes.whyBegins(one, scene)),
        decision.nowMicros());
    tell(one, scene, plan, decision);
  }

  /** Whoever is recorded for the first time in this call is told, if the queue wants that. */
  private void tell(CallRecording before, Scene scene, RecordingPlan plan, Decision decision) {
    boolean isFirst = before.parts() == 0;
    boolean isNew = isFirst || isAnothers(before, scene);
    boolean isCallerTold = isFirst && !plan.announcement().isEmpty();
    if (!isCallerTold && (!isNew || plan.agentTold().isEmpty())) {
      return;
    }
    for (Leg leg : scenes.talking(before.call())) {
      Offer offer = roster.books().offerOf(leg.id());
      if (isCallerTold) {
        calls.play(leg.id(), plan.announcement(), false, decision);
      }
      if (offer != null && !plan.agentTold().isEmpty()) {
        calls.play(leg.id(), plan.agentTold(), false, decision);
      }
    }
    decision.record(
        new RecordingFact.Told(before.call(), scene.agent(), isCallerTold), decision.nowMicros());
  }

  void end(CallRecording one, PartEnd why, Decision decision) {
    RecordingId part = one.part();
    if (part != null) {
      decision.record(new RecordingFact.PartEnded(one.call(), part, why), decision.nowMicros());
      calls.stopRecording(part, decision);
    }
  }

  /** The node says that a part is over: its file is wanted, whatever is in it. */
  void over(CallFact.RecordingEnded ended, @Nullable Part part, Decision decision) {
    if (part == null) {
      return;
    }
    CallRecording one = books.of(part.call());
    if (one != null && part.id().equals(one.part())) {
      boolean isFailure = ended.failed() || one.failures() > 0;
      PartEnd why = isFailure ? PartEnd.FAILED : PartEnd.LOST;
      decision.record(
          new RecordingFact.PartEnded(one.call(), part.id(), why), decision.nowMicros());
    }
    files.want(part.id(), part.call(), part.node(), part.keepMillis(), decision);
    CallRecording now = books.of(part.call());
    if (now != null && now.retryMicros() > decision.nowMicros()) {
      decision.remindAt(now.retryMicros(), new RecordingInput.RetryDue(now.call()));
    } else {
      settle(part.call(), decision);
    }
  }

  /** Some bridge is gone: a part whose talk has none any more is over. */
  void bridgeClosed(Decision decision) {
    for (CallRecording one : List.copyOf(books.all())) {
      if (one.part() != null && calls.books().talkBridge(one.call()) == null) {
        end(one, PartEnd.LOST, decision);
      }
    }
  }

  /** What was recorded on a node while it was out of sight ends there, and is begun anew. */
  void cut(NodeId node, Decision decision) {
    for (CallRecording one : List.copyOf(books.all())) {
      Part part = one.part() == null ? null : books.part(one.part());
      if (part != null && part.node().equals(node)) {
        end(one, PartEnd.LOST, decision);
      }
    }
  }
}

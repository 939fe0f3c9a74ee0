// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.RecordingId;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.recording.CallRecording;
import org.ringmaster.core.recording.RecordingAct;
import org.ringmaster.core.recording.RecordingFact;
import org.ringmaster.core.recording.RecordingInput;
import org.ringmaster.core.recording.RecordingPolicy;
import org.ringmaster.core.talk.Destination;
import org.ringmaster.core.testing.ScenarioAgent;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;
import org.ringmaster.core.testing.ScenarioQueue;

/**
 * Alice talks with a caller of sales, Bob serves support; what is recorded of it is told as a
 * story.
 */
abstract class RecordingScenario {
  static final Destination BOB = Destination.agent(new AgentId("bob"));
  static final Author ALICE = new Author("alice");

  final ScenarioPlan plan =
      ScenarioPlan.standard()
          .queue(ScenarioQueue.named("sales").servedBy("alice"))
          .queue(ScenarioQueue.named("support").servedBy("bob"))
          .allowsNumber("_0X.", "carrier");
  final ScenarioCentre centre = ScenarioCentre.open(plan);
  final ScenarioAgent alice = centre.agent("alice");
  final ScenarioAgent bob = centre.agent("bob");

  ScenarioCaller talking(RecordingPolicy policy) {
    centre.rereads(plan.recorded("sales", policy));
    alice.signsIn();
    bob.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    alice.answers();
    caller.talksWith("alice");
    return caller;
  }

  CallId call() {
    return centre.last(CallFact.CallStarted.class).call();
  }

  void does(RecordingAct act) {
    Answer answer = centre.tell(new RecordingInput.Ask(new AgentId("alice"), null, act, ALICE));
    assertInstanceOf(Answer.Accepted.class, answer, () -> act + ": " + answer);
  }

  String isRefusedTo(RecordingAct act) {
    Answer answer = centre.tell(new RecordingInput.Ask(new AgentId("alice"), null, act, ALICE));
    return assertInstanceOf(Answer.Refused.class, answer, act.name()).why();
  }

  boolean isRecorded() {
    CallRecording one = centre.centre().recordings().books().of(call());
    assertEquals(
        one != null && one.isRecorded() ? 1 : 0,
        centre.edge().recordings(),
        "the node records what our books say");
    return one != null && one.isRecorded();
  }

  /** What has happened to recordings, in short. */
  List<String> story() {
    List<String> story = new ArrayList<>();
    centre
        .facts()
        .forEach(
            recorded -> {
              if (recorded.fact() instanceof RecordingFact.PartBegan f) {
                story.add("+" + f.number() + " " + f.why() + " " + f.agent());
              } else if (recorded.fact() instanceof RecordingFact.PartEnded f) {
                story.add("-" + f.why());
              }
            });
    return story;
  }

  void everyPartIsKept() {
    List<RecordingId> parts =
        centre.facts(RecordingFact.PartBegan.class).stream()
            .map(RecordingFact.PartBegan::part)
            .toList();
    assertEquals(parts, centre.files().kept(), "every part's file is kept");
    assertEquals(parts.size(), centre.count(RecordingFact.PartEnded.class));
    assertEquals(List.of(), List.copyOf(centre.centre().recordings().books().all()));
    assertEquals(0, centre.edge().recordings());
  }
}

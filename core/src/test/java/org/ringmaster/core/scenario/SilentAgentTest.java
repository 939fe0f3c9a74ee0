// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.agent.AutoPause;
import org.ringmaster.core.agent.Speech;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.queue.WorkRules;
import org.ringmaster.core.testing.ScenarioAgent;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;
import org.ringmaster.core.testing.ScenarioQueue;

/** Telephones that answer and stay silent, where a queue asks for it. */
class SilentAgentTest {
  private final ScenarioPlan plan = ScenarioPlan.standard();
  private final ScenarioCentre centre = ScenarioCentre.open(plan);
  private final ScenarioAgent alice = centre.agent("alice");
  private final ScenarioAgent dave = centre.agent("dave");

  private void pausesAfter(int silentTalks, int wrapUpSeconds) {
    plan.queue(
        ScenarioQueue.named("sales")
            .servedBy("alice", "dave")
            .wrapUpSeconds(wrapUpSeconds)
            .rules(new WorkRules(new AutoPause(0, 0, 1, silentTalks), 0, 0, 0)));
    centre.rereads(plan);
  }

  private void talks(ScenarioAgent agent, int seconds) {
    ScenarioCaller caller = begins(agent);
    centre.passes(seconds);
    caller.hangsUp();
  }

  private ScenarioCaller begins(ScenarioAgent agent) {
    ScenarioCaller caller = centre.callerRings("500");
    if (agent.isRung()) {
      agent.answers();
    }
    caller.talksWith(agent.agent().id().value());
    return caller;
  }

  /** A node tells of the first sound at once, though it be silence. */
  private void makesSound(ScenarioAgent agent, long millis) {
    LegId leg = agent.talkingLeg();
    centre.edge().tells(new CallInput.TalkHeard(ScenarioPlan.EDGE, leg, true, 0));
    centre.edge().tells(new CallInput.TalkHeard(ScenarioPlan.EDGE, leg, false, millis));
  }

  private List<Speech> noted() {
    return centre.facts(AgentFact.SpeechNoted.class).stream()
        .map(AgentFact.SpeechNoted::speech)
        .toList();
  }

  @Test
  void anAgentWhoWasHeardInNoneOfSoManyTalksIsPausedAfterTheLast() {
    pausesAfter(2, 0);
    alice.signsIn();
    talks(alice, 10);
    alice.is(AgentState.AVAILABLE);
    talks(alice, 10);
    alice.isPausedFor("silent");
    ScenarioCaller next = centre.callerRings("500");
    next.waits();
    alice.unpauses();
    alice.answers();
    centre.passes(10);
    next.hangsUp();
    alice.is(AgentState.AVAILABLE);
    assertEquals(List.of(Speech.SILENT, Speech.SILENT, Speech.SILENT), noted());
  }

  @Test
  void thePauseComesAfterTheWrapUp() {
    pausesAfter(1, 30);
    alice.signsIn();
    talks(alice, 10);
    alice.is(AgentState.WRAP_UP);
    centre.passes(30);
    alice.isPausedFor("silent");
  }

  @Test
  void whoIsHeardIsNotPausedAndListenedToNoMore() {
    pausesAfter(2, 0);
    alice.signsIn();
    talks(alice, 10);
    ScenarioCaller second = begins(alice);
    makesSound(alice, 1_500);
    LegId leg = alice.talkingLeg();
    assertEquals(
        new CallCommand.HearTalk(ScenarioPlan.EDGE, leg, 0),
        centre.commands(CallCommand.HearTalk.class).getLast());
    makesSound(alice, 0);
    centre.passes(10);
    second.hangsUp();
    talks(alice, 10);
    alice.is(AgentState.AVAILABLE);
    talks(alice, 10);
    alice.isPausedFor("silent");
  }

  @Test
  void whoStillSpeaksWhenTheTalkEndsWasHeard() {
    pausesAfter(1, 0);
    alice.signsIn();
    ScenarioCaller caller = begins(alice);
    centre.passes(10);
    centre.edge().tells(new CallInput.TalkHeard(ScenarioPlan.EDGE, alice.talkingLeg(), true, 0));
    caller.hangsUp();
    alice.is(AgentState.AVAILABLE);
    assertEquals(List.of(Speech.SOUND, Speech.HEARD), noted());
  }

  @Test
  void soundThatIsTakenBackIsNoWord() {
    pausesAfter(1, 0);
    alice.signsIn();
    ScenarioCaller caller = begins(alice);
    makesSound(alice, -20);
    makesSound(alice, 60);
    centre.passes(10);
    caller.hangsUp();
    alice.isPausedFor("silent");
  }

  @Test
  void aShortTalkSaysNothing() {
    pausesAfter(1, 0);
    alice.signsIn();
    talks(alice, 4);
    alice.is(AgentState.AVAILABLE);
    talks(alice, 5);
    alice.isPausedFor("silent");
  }

  @Test
  void whatCouldNotBeHeardSaysNothing() {
    pausesAfter(1, 0);
    alice.signsIn();
    ScenarioCaller caller = begins(alice);
    centre.edge().isCutOff();
    centre.passes(10);
    centre.edge().isBack();
    caller.hangsUp();
    alice.is(AgentState.AVAILABLE);

    centre.edge().refuses(CallCommand.HearTalk.class, 500);
    talks(alice, 10);
    alice.is(AgentState.AVAILABLE);
    centre.edge().obeys();

    ScenarioCaller third = begins(alice);
    centre.dies();
    centre.comesBackFromSnapshot();
    centre.passes(10);
    third.hangsUp();
    alice.is(AgentState.AVAILABLE);
    assertEquals(List.of(Speech.UNKNOWN, Speech.UNKNOWN, Speech.UNKNOWN), noted());
  }

  @Test
  void theCountOutlivesARestart() {
    pausesAfter(2, 0);
    alice.signsIn();
    talks(alice, 10);
    centre.dies();
    centre.comesBackFromSnapshot();
    talks(alice, 10);
    alice.isPausedFor("silent");
  }

  @Test
  void onAnOpenTelephoneEachTalkIsListenedToAnew() {
    pausesAfter(2, 0);
    dave.signsIn();
    talks(dave, 10);
    ScenarioCaller second = begins(dave);
    List<CallCommand.HearTalk> asked = centre.commands(CallCommand.HearTalk.class);
    assertEquals(
        List.of(true, false, true),
        asked.stream().map(command -> command.silenceMillis() > 0).toList());
    centre.passes(10);
    second.hangsUp();
    dave.isPausedFor("silent");
  }

  @Test
  void noNodeListensForAQueueThatDoesNotAsk() {
    pausesAfter(0, 0);
    alice.signsIn();
    talks(alice, 10);
    talks(alice, 10);
    alice.is(AgentState.AVAILABLE);
    assertEquals(List.of(), centre.commands(CallCommand.HearTalk.class));
    assertEquals(List.of(), noted());
  }

  @Test
  void whoHasAskedForAPauseHasTheirOwn() {
    pausesAfter(1, 0);
    alice.signsIn();
    ScenarioCaller caller = begins(alice);
    alice.pauses("lunch");
    centre.passes(10);
    caller.hangsUp();
    alice.isPausedFor("lunch");
  }
}

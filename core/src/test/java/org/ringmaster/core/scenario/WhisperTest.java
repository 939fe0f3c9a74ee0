// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.Language;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.WaitChoice;
import org.ringmaster.core.testing.ScenarioAgent;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;
import org.ringmaster.core.testing.ScenarioQueue;

class WhisperTest {
  private final ScenarioPlan plan = ScenarioPlan.standard().queue(sales());
  private final ScenarioCentre centre = ScenarioCentre.open(plan);

  private static ScenarioQueue sales() {
    return ScenarioQueue.named("sales")
        .servedBy("alice", "bob", "carol", "dave")
        .whispers("sales-call")
        .key("0", WaitChoice.OVERFLOW);
  }

  @ParameterizedTest(name = "{0}, whose telephone is rung, answers by itself, or is open")
  @ValueSource(strings = {"alice", "carol", "dave"})
  void theAgentHearsItFirstWhileTheCallerHearsMusicAndThenTheyTalk(String name) {
    ScenarioAgent agent = centre.agent(name).signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    if (name.equals("alice")) {
      agent.answers();
    }
    caller.hearsOnlyMusic();
    agent.is(AgentState.ON_CALL);
    assertEquals("sales-call", centre.edge().said(agent.agent(), centre));
    centre.passes(2);
    caller.talksWith(name);
    assertEquals(1, centre.count(QueueFact.EntryConnected.class));
  }

  @Test
  void theCallerWhoGoesMeanwhileHasNeverBeenAnswered() {
    ScenarioAgent dave = centre.agent("dave").signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    caller.hangsUp();
    dave.is(AgentState.AVAILABLE);
    centre.passes(5);
    dave.rests();
    assertEquals(0, centre.count(QueueFact.EntryConnected.class));
    assertEquals(1, centre.count(QueueFact.EntryAbandoned.class));
  }

  @Test
  void theAgentWhoHangsUpMeanwhileLeavesTheCallerToTheNext() {
    centre.agent("alice").signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    centre.agent("alice").answers();
    centre.agent("bob").signsIn();
    caller.hearsOnlyMusic();
    centre.agent("alice").hangsUp();
    caller.hearsOnlyMusic();
    centre.agent("bob").answers();
    centre.passes(2);
    caller.talksWith("bob");
    assertEquals(1, centre.count(QueueFact.EntryConnected.class), "Alice never had the caller.");
  }

  @Test
  void aKeyPressedMeanwhileComesTooLate() {
    centre.agent("dave").signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    caller.presses("0");
    centre.passes(2);
    caller.talksWith("dave");
  }

  @Test
  void whereItCannotBePlayedTheyTalkAMomentLater() {
    centre.agent("dave").signsIn();
    centre.edge().refuses(CallCommand.Play.class, 500);
    ScenarioCaller caller = centre.callerRings("500");
    caller.hearsOnlyMusic();
    centre.passes(1);
    caller.talksWith("dave");
  }

  @Test
  void aRestartInThatMomentJoinsThemAllTheSame() {
    centre.agent("dave").signsIn();
    centre.edge().refuses(CallCommand.Play.class, 500);
    ScenarioCaller caller = centre.callerRings("500");
    centre.dies();
    centre.comesBackFromSnapshot();
    centre.passes(3);
    caller.talksWith("dave");
  }

  @Test
  void whoSpokeToTheAgentsOfAllAtOnceIsHeardByTheQuickestAlone() {
    centre.rereads(plan.queue(sales().ringall()));
    centre.agent("alice").signsIn();
    centre.agent("bob").signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    centre.agent("bob").answers();
    centre.agent("alice").is(AgentState.AVAILABLE);
    centre.passes(2);
    caller.talksWith("bob");
  }

  @Test
  void theAgentHearsBehindTheWhisperHowLongTheCallerHasWaited() {
    centre.rereads(plan.queue(sales().reportsHoldTime().speaks(Language.PT)));
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(125);
    ScenarioAgent dave = centre.agent("dave").signsIn();
    assertEquals(
        "sales-call queue-reporthold 2 queue-minutes 5 queue-seconds",
        centre.edge().said(dave.agent(), centre));
    assertEquals(Language.PT, centre.commands(CallCommand.Play.class).getLast().language());
    caller.hearsOnlyMusic();
    centre.passes(2);
    caller.talksWith("dave");
  }

  @ParameterizedTest(name = "{0}, whose telephone answers by itself, or is open")
  @ValueSource(strings = {"carol", "dave"})
  void ofAWaitThatIsNoneNothingIsSaidAndTheyTalkAtOnce(String name) {
    centre.rereads(plan.queue(sales().whispers("").reportsHoldTime()));
    centre.agent(name).signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    caller.talksWith(name);
    assertEquals(0, centre.count(QueueFact.WhisperStarted.class));
  }

  @Test
  void beforeAllOfItTheAgentHasAMomentOfSilence() {
    centre.rereads(plan.queue(sales().memberDelaySeconds(12)));
    ScenarioAgent dave = centre.agent("dave").signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    assertEquals("silence/10 silence/2 sales-call", centre.edge().said(dave.agent(), centre));
    caller.hearsOnlyMusic();
    centre.passes(2);
    caller.talksWith("dave");
  }

  @Test
  void aRestartWhileTheyHearTheWaitJoinsThemAllTheSame() {
    centre.rereads(plan.queue(sales().whispers("").reportsHoldTime()));
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(61);
    ScenarioAgent dave = centre.agent("dave").signsIn();
    assertEquals("queue-reporthold 1 queue-minute", centre.edge().said(dave.agent(), centre));
    centre.dies();
    centre.comesBackFromSnapshot();
    centre.passes(3);
    caller.talksWith("dave");
  }

  @Test
  void aRestartMeanwhileJoinsThemAllTheSame() {
    centre.agent("dave").signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    centre.dies();
    centre.comesBackFromSnapshot();
    centre.passes(3);
    caller.talksWith("dave");
  }
}

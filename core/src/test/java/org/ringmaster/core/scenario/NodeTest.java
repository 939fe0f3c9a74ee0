// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.core.call.BridgeId;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.EndSource;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.testing.ScenarioAgent;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;

class NodeTest {
  private static final int ROOM = 25;

  private final ScenarioPlan plan = ScenarioPlan.standard();
  private final ScenarioCentre centre = ScenarioCentre.open(plan);
  private final ScenarioAgent alice = centre.agent("alice");
  private final ScenarioAgent dave = centre.agent("dave");

  @Test
  void aCutInWhichNothingHappensChangesNothing() {
    dave.signsIn();
    ScenarioCaller talking = centre.callerRings("500");
    ScenarioCaller waiting = centre.callerRings("500");
    centre.passes(10);
    centre.edge().isCutOff();
    centre.passes(30);
    int commands = centre.commands(CallCommand.class).size();
    centre.edge().isBack();
    talking.talksWith("dave");
    waiting.waits();
    // The waiting room's music may have stopped meanwhile: it is asked for again, and nothing else.
    assertEquals(commands + 1, centre.commands(CallCommand.class).size());
    assertInstanceOf(CallCommand.PlayMusic.class, centre.commands(CallCommand.class).get(commands));
    assertEquals(
        new CallFact.NodeReconciled(ScenarioPlan.EDGE, 0, 0, 0),
        centre.last(CallFact.NodeReconciled.class));
  }

  @Test
  void aCallerWhoWentUnseenHasAbandonedAndTheWitnessIsAsked() {
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(10);
    centre.edge().isCutOff();
    caller.hangsUp();
    centre.edge().isBack();
    caller.isGone();
    assertEquals(EndSource.NOT_SEEN, centre.last(CallFact.LegEnded.class).source());
    assertEquals(1, centre.count(QueueFact.EntryAbandoned.class));
    assertEquals(caller.leg(), centre.commands(CallCommand.SeekWitness.class).get(0).leg());
    centre.tell(new CallInput.EndWitnessed(ScenarioPlan.EDGE, caller.leg(), HangupCause.NORMAL, 0));
    assertEquals(1, centre.count(CallFact.EndWitnessed.class));
    assertEquals(
        centre.last(QueueFact.EntryAbandoned.class).entry(),
        centre.last(QueueFact.EntryEndWitnessed.class).entry(),
        "the wait ended when the caller went");
    assertEquals(
        centre.last(CallFact.CallEnded.class).call(),
        centre.last(CallFact.CallEndWitnessed.class).call());
    centre.tell(new CallInput.EndWitnessed(ScenarioPlan.EDGE, caller.leg(), HangupCause.NORMAL, 0));
    assertEquals(1, centre.count(CallFact.EndWitnessed.class));
  }

  @Test
  void aPlatformThatWasKilledAsksTheWitnessAgainUntilItHasSpoken() {
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(10);
    centre.edge().isCutOff();
    caller.hangsUp();
    centre.edge().isBack();
    int asked = centre.commands(CallCommand.SeekWitness.class).size();
    centre.comesBackFromSnapshot();
    assertEquals(asked + 1, centre.commands(CallCommand.SeekWitness.class).size());
    assertEquals(caller.leg(), centre.commands(CallCommand.SeekWitness.class).getLast().leg());
    centre.tell(new CallInput.EndWitnessed(ScenarioPlan.EDGE, caller.leg(), HangupCause.NORMAL, 0));
    centre.comesBackFromSnapshot();
    assertEquals(asked + 1, centre.commands(CallCommand.SeekWitness.class).size());
  }

  @Test
  void whoAnsweredUnseenCanHaveDoneSoSinceTheNodesLastWord() {
    alice.signsIn();
    centre.callerRings("500");
    centre.passes(3);
    long cut = centre.nowMicros();
    centre.edge().isCutOff();
    centre.passes(4);
    alice.answers();
    centre.passes(3);
    centre.edge().isBack();
    long earliest = centre.last(CallFact.LegEntered.class).earliestMicros();
    assertTrue(earliest <= cut && earliest > cut - 1_000_000, earliest - cut + " us after the cut");
  }

  @Test
  void aTalkThatEndedUnseenEndsInTheBooksWhenTheWitnessSays() {
    alice.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    alice.answers();
    centre.passes(10);
    centre.edge().isCutOff();
    caller.hangsUp();
    centre.edge().isBack();
    assertEquals(0, centre.count(QueueFact.EntryEndWitnessed.class));
    centre.nextTurnHasATwin();
    centre.tell(new CallInput.EndWitnessed(ScenarioPlan.EDGE, caller.leg(), HangupCause.NORMAL, 0));
    QueueFact.EntryEndWitnessed witnessed = centre.last(QueueFact.EntryEndWitnessed.class);
    assertEquals(centre.last(QueueFact.EntryCompleted.class).entry(), witnessed.entry());
    assertEquals(centre.last(AgentFact.TalkEnded.class).offer(), witnessed.talk());
    assertEquals(
        0, centre.count(CallFact.CallEndWitnessed.class), "the agent's leg was still there");
  }

  @Test
  void aCallerWhomTheGuardTookEndsLaterElsewhereAndTheWaitIsNotLengthened() {
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(10);
    centre.edge().isCutOff();
    caller.isRedirected();
    centre.edge().isBack();
    assertEquals(1, centre.count(QueueFact.EntryAbandoned.class));
    centre.passes(60);
    centre.tell(new CallInput.EndWitnessed(ScenarioPlan.EDGE, caller.leg(), HangupCause.NORMAL, 0));
    assertEquals(1, centre.count(CallFact.EndWitnessed.class), "the leg has its end");
    assertEquals(0, centre.count(QueueFact.EntryEndWitnessed.class));
    assertEquals(0, centre.count(CallFact.CallEndWitnessed.class));
  }

  @Test
  void aNodeHearsABeatWhenItIsConnectedAndWheneverOneIsDue() {
    assertEquals(1, centre.commands(CallCommand.Beat.class).size());
    centre.passes(5);
    centre.tell(new CallInput.BeatDue());
    assertEquals(
        new CallCommand.Beat(ScenarioPlan.EDGE, centre.nowMicros() / 1_000_000),
        centre.commands(CallCommand.Beat.class).getLast());
    centre.edge().isCutOff();
    int facts = centre.facts().size();
    centre.tell(new CallInput.BeatDue());
    assertEquals(2, centre.commands(CallCommand.Beat.class).size(), "nobody hears it");
    assertEquals(facts, centre.facts().size(), "a beat is no fact");
  }

  @Test
  void aTalkThatEndedUnseenIsClosedAndTheAgentIsFree() {
    alice.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    alice.answers();
    centre.passes(10);
    centre.edge().isCutOff();
    caller.hangsUp();
    centre.edge().isBack();
    caller.isGone();
    alice.is(AgentState.AVAILABLE).isLeftAlone();
  }

  @Test
  void aTelephoneAnsweredUnseenIsConnectedWhenTheNodeIsBack() {
    alice.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    centre.edge().isCutOff();
    alice.answers();
    centre.edge().isBack();
    caller.talksWith("alice");
  }

  @Test
  void aTelephoneDeclinedUnseenIsNobodysFault() {
    alice.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(5);
    centre.edge().isCutOff();
    alice.declines();
    centre.edge().isBack();
    caller.waits();
    alice.is(AgentState.AVAILABLE);
    centre.passes(5);
    alice.answers();
    caller.talksWith("alice");
  }

  @Test
  void aCallerWhoCameUnseenIsAdopted() {
    alice.signsIn();
    centre.edge().isCutOff();
    ScenarioCaller caller = centre.callerRings("500");
    centre.edge().isBack();
    caller.waits();
    alice.answers();
    caller.talksWith("alice");
  }

  @Test
  void aCallerWhoWasSentToTheFallbackIsNoLongerOurs() {
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(10);
    centre.edge().isCutOff();
    caller.isRedirected();
    centre.edge().isBack();
    caller.isThere();
    assertEquals(0, centre.centre().calls().books().legs().size());
    assertEquals(1, centre.count(QueueFact.EntryAbandoned.class));
  }

  @Test
  void aRestartOfAsteriskTakesAllCallsAndOpenTelephonesAreRungAgain() {
    alice.signsIn();
    dave.signsIn();
    ScenarioCaller talking = centre.callerRings("500");
    centre.passes(10);
    centre.edge().crashes();
    centre.edge().isBack();
    talking.isGone();
    alice.is(AgentState.AVAILABLE);
    dave.is(AgentState.SIGNING_IN);
    assertTrue(dave.isRung());
    assertEquals(PauseReason.TELEPHONE_LOST, centre.last(AgentFact.Paused.class).reason());
    assertEquals(centre.count(CallFact.CallStarted.class), centre.count(CallFact.CallEnded.class));
    ScenarioCaller next = centre.callerRings("500");
    alice.answers();
    next.talksWith("alice");
    dave.answers();
    dave.is(AgentState.AVAILABLE).rests();
  }

  @Test
  void whoDoesNotComeBackAfterARestartOfAsteriskStaysPaused() {
    dave.signsIn();
    centre.passes(10);
    centre.edge().crashes();
    centre.edge().isBack();
    centre.passes(46);
    dave.isPausedFor("telephone-lost").isLeftAlone();
    assertEquals(2, centre.commands(CallCommand.OriginateLeg.class).size(), "rung once more");
  }

  @Test
  void aTalkThatARestartOfAsteriskEndsBringsItsAgentsTelephoneBack() {
    dave.signsIn();
    ScenarioCaller talking = centre.callerRings("500");
    talking.talksWith("dave");
    centre.passes(10);
    centre.edge().crashes();
    centre.edge().isBack();
    talking.isGone();
    dave.is(AgentState.SIGNING_IN).answers();
    dave.is(AgentState.AVAILABLE).rests();
  }

  @Test
  void aRestartOfAsteriskPausesOpenTelephonesInEveryState() {
    centre.agent("erin").asksToSignIn();
    dave.signsIn().pauses("lunch");
    centre.passes(10);
    centre.edge().crashes();
    centre.edge().isBack();
    dave.isPausedFor("lunch");
    centre.agent("erin").isPausedFor("telephone-lost");
  }

  @Test
  void whatIsAskedWhileTheNodeIsAwayIsDoneWhenItIsBack() {
    dave.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(10);
    centre.edge().isCutOff();
    dave.signsOut();
    centre.edge().isBack();
    caller.talksWith("dave");
    caller.hangsUp();
    dave.is(AgentState.SIGNED_OUT).isLeftAlone();
  }

  @Test
  void noAgentIsOfferedWhileTheNodeIsAway() {
    centre.callerRings("500");
    centre.edge().isCutOff();
    alice.signsIn().is(AgentState.AVAILABLE);
    centre.edge().isBack();
    alice.is(AgentState.OFFERED);
    assertTrue(alice.isRung());
  }

  @Test
  void aTelephoneThatRangInVainWhileTheNodeWasAwayIsSilencedWhenItIsBack() {
    alice.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(5);
    centre.edge().isCutOff();
    centre.passes(16);
    alice.is(AgentState.AVAILABLE);
    centre.edge().isBack();
    alice.isLeftAlone();
    caller.waits();
  }

  @Test
  void aMessageThatPlayedUnseenIsSaidAgainAndThenTheyAreHungUp() {
    ScenarioCaller caller = centre.callerRings("998");
    centre.edge().isCutOff();
    centre.passes(5);
    centre.edge().isBack();
    caller.hearsPrompt();
    centre.passes(2);
    caller.isGone();
  }

  @Test
  void aWaitingRoomThatIsLostIsMadeAnew() {
    ScenarioCaller caller = centre.callerRings("500");
    ScenarioCaller other = centre.callerRings("500");
    BridgeId room = centre.last(CallFact.BridgeOpened.class).bridge();
    centre.edge().losesBridge(room);
    caller.waits();
    other.waits();
    assertNotEquals(room, centre.last(CallFact.BridgeOpened.class).bridge());
  }

  @Test
  void whoWaitedInRoomsThatAreLostTogetherRestsInOneThatLives() {
    List<ScenarioCaller> callers = new ArrayList<>();
    for (int i = 0; i < 2 * ROOM + 1; i++) {
      callers.add(centre.callerRings("500"));
    }
    // Where somebody has left, a room that will be missing has a place for others.
    callers.removeFirst().hangsUp();
    callers.removeLast().hangsUp();
    centre.passes(10);
    centre.edge().isCutOff();
    centre.edge().losesBridgesUnseen();
    centre.edge().isBack();
    assertEquals(0, centre.count(CallFact.CommandFailed.class), "nobody is sent where no room is");
    callers.forEach(ScenarioCaller::waits);
  }

  @Test
  void aTalkBridgeThatIsLostIsMadeAnew() {
    dave.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    centre.edge().losesBridge(centre.last(CallFact.BridgeOpened.class).bridge());
    caller.talksWith("dave");
  }

  @Test
  void aListMadeBeforeTheLatestNewsTakesNothingBack() {
    alice.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    centre.tell(new CallInput.NodeListed(ScenarioPlan.EDGE, List.of(), List.of()));
    caller.waits();
    alice.answers();
    caller.talksWith("alice");
    centre.passes(10);
    caller.talksWith("alice");
  }

  @Test
  void aListWithALegThatHasJustEndedDoesNotReviveIt() {
    ScenarioCaller caller = centre.callerRings("500");
    CallInput.NodeListed stale = centre.edge().listed();
    caller.hangsUp();
    centre.tell(stale);
    caller.isGone();
    assertEquals(1, centre.count(CallFact.CallStarted.class));
  }

  @Test
  void aRecordingWhoseCallEndedUnseenIsOver() {
    dave.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    CallId call = centre.last(CallFact.CallStarted.class).call();
    centre.asks(decision -> centre.centre().calls().startRecording(call, decision));
    centre.passes(10);
    centre.edge().crashes();
    centre.edge().isBack();
    caller.isGone();
    assertEquals(1, centre.count(CallFact.RecordingEnded.class));
  }

  @Test
  void strayLegsAndBridgesOfALostEpochAreRemoved() {
    LegId stray = new LegId("l01-0000aa-0000000007");
    centre.edge().hasStray(stray, new BridgeId("b01-0000aa-0000000008"));
    centre.edge().isCutOff();
    centre.edge().isBack();
    assertEquals(0, centre.edge().legs());
    assertEquals(0, centre.edge().bridges());
  }

  @Test
  void lateAndDoubledNewsOfALegThatIsOverChangesNothing() {
    dave.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    caller.hangsUp();
    int facts = centre.facts().size();
    LegId leg = caller.leg();
    BridgeId bridge = new BridgeId("b01-0000aa-0000000008");
    for (CallInput late :
        List.of(
            new CallInput.LegArrived(
                ScenarioPlan.EDGE, leg, "inbound", "500", "carrier", null, null, false),
            new CallInput.LegUp(ScenarioPlan.EDGE, leg),
            new CallInput.LegRang(ScenarioPlan.EDGE, leg),
            new CallInput.LegJoined(ScenarioPlan.EDGE, leg, bridge),
            new CallInput.LegLeft(ScenarioPlan.EDGE, leg, bridge),
            new CallInput.LegHeld(ScenarioPlan.EDGE, leg, true),
            new CallInput.DigitPressed(ScenarioPlan.EDGE, leg, "1", 80),
            new CallInput.BridgeGone(ScenarioPlan.EDGE, bridge),
            new CallInput.LegGone(ScenarioPlan.EDGE, leg, HangupCause.NORMAL))) {
      centre.tell(late);
      assertEquals(facts, centre.facts().size(), late.toString());
    }
  }

  @Test
  void doubledNewsOfALegThatLivesChangesNothing() {
    alice.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    alice.answers();
    int facts = centre.facts().size();
    LegId agentLeg = centre.last(CallFact.LegEntered.class).leg();
    for (LegId leg : List.of(caller.leg(), agentLeg)) {
      centre.tell(new CallInput.LegUp(ScenarioPlan.EDGE, leg));
      centre.tell(new CallInput.LegRang(ScenarioPlan.EDGE, leg));
      centre.tell(new CallInput.LegEntered(ScenarioPlan.EDGE, leg));
    }
    assertEquals(facts, centre.facts().size());
    caller.talksWith("alice");
  }
}

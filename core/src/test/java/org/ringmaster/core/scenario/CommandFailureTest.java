// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.agent.OfferEnd;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.talk.Destination;
import org.ringmaster.core.testing.ScenarioAgent;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;
import org.ringmaster.core.testing.ScenarioQueue;

class CommandFailureTest {
  private final ScenarioPlan plan = ScenarioPlan.standard();
  private final ScenarioCentre centre = ScenarioCentre.open(plan);
  private final ScenarioAgent alice = centre.agent("alice");

  private int listings() {
    return centre.commands(CallCommand.ListNode.class).size();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 500})
  void anOriginateThatIsRefusedIsDefinite(int code) {
    alice.signsIn();
    centre.edge().refuses(CallCommand.OriginateLeg.class, code);
    ScenarioCaller caller = centre.callerRings("500");
    assertEquals(OfferEnd.UNREACHABLE, centre.last(AgentFact.OfferEnded.class).end());
    caller.waits();
    assertEquals(0, listings());
  }

  @Test
  void aTrunkThatTakesNoCallSaysNothingOfWhomItWasToReach() {
    plan.allowsNumber("_+49X.", "carrier");
    centre.rereads(plan);
    alice.signsIn();
    centre.callerRings("500");
    alice.answers();
    centre.edge().refuses(CallCommand.OriginateLeg.class, 500);
    alice.handsTo(Destination.number("+493099"));
    List<HangupCause> causes =
        centre.facts(CallFact.LegEnded.class).stream().map(CallFact.LegEnded::cause).toList();
    assertEquals(HangupCause.CONGESTION, causes.getFirst()); // The trunk's leg, before Alice's.
  }

  @Test
  void anOriginateThatTimedOutButWorkedIsFoundByAListing() {
    alice.signsIn();
    centre.edge().refuses(CallCommand.OriginateLeg.class, 0);
    ScenarioCaller caller = centre.callerRings("500");
    centre.edge().obeys();
    centre.passes(2);
    assertEquals(1, listings());
    alice.is(AgentState.OFFERED).answers();
    caller.talksWith("alice");
  }

  @Test
  void anOriginateThatConflictsWithALiveLegIsInDoubt() {
    alice.signsIn();
    centre.edge().refuses(CallCommand.OriginateLeg.class, 409);
    centre.callerRings("500");
    alice.is(AgentState.OFFERED);
    centre.passes(3);
    assertEquals(OfferEnd.LOST, centre.last(AgentFact.OfferEnded.class).end());
  }

  @Test
  void anAnswerThatIsAlwaysRefusedIsGivenUp() {
    centre.edge().refuses(CallCommand.AnswerLeg.class, 500);
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(120);
    caller.isGone();
    assertEquals(4, centre.commands(CallCommand.AnswerLeg.class).size());
  }

  @Test
  void aJoinThatIsRefusedOnceIsMended() {
    centre.edge().refuses(CallCommand.JoinBridge.class, 500);
    ScenarioCaller caller = centre.callerRings("500");
    centre.edge().obeys();
    centre.passes(2);
    caller.waits();
  }

  @Test
  void aJoinThatIsAlwaysRefusedEndsTheCallInsteadOfTryingForEver() {
    centre.edge().refuses(CallCommand.JoinBridge.class, 500);
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(600);
    caller.isGone();
    assertTrue(listings() <= 3, listings() + " listings");
  }

  @Test
  void aBridgeThatWasNotMadeIsMadeAgain() {
    centre.edge().refuses(CallCommand.OpenBridge.class, 500);
    ScenarioCaller caller = centre.callerRings("500");
    centre.edge().obeys();
    centre.passes(10);
    caller.waits();
  }

  @Test
  void bridgesThatAreNeverMadeDoNotKeepTheNodeBusy() {
    centre.edge().refuses(CallCommand.OpenBridge.class, 500);
    for (int i = 0; i < 20; i++) {
      centre.callerRings("500");
    }
    centre.passes(600);
    assertTrue(listings() < 40, listings() + " listings");
  }

  @Test
  void aHangUpThatWasRefusedIsAskedAgainEverMoreSeldom() {
    alice.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    alice.answers();
    centre.edge().refuses(CallCommand.HangUpLeg.class, 500);
    alice.hangsUp();
    caller.isThere();
    centre.passes(600);
    assertTrue(listings() < 20, listings() + " listings");
    centre.edge().obeys();
    centre.passes(70);
    caller.isGone();
  }

  @Test
  void whatWasRefusedLongAgoDoesNotPutOffWhatIsRefusedNow() {
    for (int trouble = 0; trouble < 6; trouble++) {
      centre.edge().refuses(CallCommand.HangUpLeg.class, 503);
      ScenarioCaller caller = centre.callerRings("999");
      caller.isThere();
      centre.passes(3);
      centre.edge().obeys();
      centre.passes(10);
      caller.isGone();
      centre.passes(600);
    }
  }

  @Test
  void aHangUpThatComesTooLateCausesNoListing() {
    centre.edge().fallsSilent();
    ScenarioCaller caller = centre.callerRings("999");
    caller.hangsUp();
    centre.edge().speaksUp();
    centre.passes(60);
    assertEquals(0, listings());
  }

  @Test
  void aMessageThatCannotBePlayedDoesNotKeepTheCaller() {
    centre.edge().refuses(CallCommand.Play.class, 500);
    ScenarioCaller caller = centre.callerRings("998");
    caller.isGone();
  }

  @Test
  void aMessageOfWhichNobodyKnowsIsSaidAgain() {
    centre.edge().losesNext(CallCommand.Play.class);
    ScenarioCaller caller = centre.callerRings("998");
    centre.passes(2);
    caller.hearsPrompt();
    centre.passes(2);
    caller.isGone();
  }

  @Test
  void manyFailuresAtOnceCauseOneListing() {
    centre.edge().refuses(CallCommand.JoinBridge.class, 500);
    for (int i = 0; i < 20; i++) {
      centre.callerRings("500");
    }
    centre.edge().obeys();
    centre.passes(1);
    assertEquals(1, listings());
  }

  @Test
  void aRecordingThatWasRefusedIsOver() {
    alice.signsIn();
    centre.callerRings("500");
    alice.answers();
    CallId call = centre.last(CallFact.CallStarted.class).call();
    centre.edge().refuses(CallCommand.StartRecording.class, 500);
    centre.asks(decision -> centre.centre().calls().startRecording(call, decision));
    assertTrue(centre.last(CallFact.RecordingEnded.class).failed());
  }

  @Test
  void aRecordingEndsWithItsCallOrWhenAsked() {
    alice.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    alice.answers();
    CallId call = centre.last(CallFact.CallStarted.class).call();
    centre.asks(decision -> centre.centre().calls().startRecording(call, decision));
    centre.asks(decision -> centre.centre().calls().stopRecording(call, decision));
    assertEquals(1, centre.count(CallFact.RecordingEnded.class));
    centre.asks(decision -> centre.centre().calls().startRecording(call, decision));
    caller.hangsUp();
    assertEquals(2, centre.count(CallFact.RecordingEnded.class));
  }

  @Test
  void whatNeedsNoAnswerCausesNoListing() {
    plan.queue(ScenarioQueue.named("sales").servedBy("alice").maxWaitSeconds(5));
    centre.rereads(plan);
    for (String what : new String[] {"RingLeg", "ReleaseLeg", "StopPlay", "SeekWitness"}) {
      centre.tell(new CallInput.CommandFailed(ScenarioPlan.EDGE, what, null, null, 500, "no"));
    }
    centre.passes(60);
    assertEquals(0, listings());
  }

  @Test
  void aListThatCouldNotBeMadeIsAskedForAgain() {
    centre.edge().refuses(CallCommand.JoinBridge.class, 500);
    ScenarioCaller caller = centre.callerRings("500");
    centre.edge().obeys();
    centre.edge().refuses(CallCommand.ListNode.class, 500);
    centre.passes(3);
    centre.edge().obeys();
    centre.passes(130);
    caller.waits();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.talk.ConsultEnd;
import org.ringmaster.core.talk.TalkFact;
import org.ringmaster.core.testing.ScenarioAgent;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;
import org.ringmaster.core.testing.ScenarioQueue;

/** What an agent does with the telephone's own keys: hold, a second line, transfer (SIP REFER). */
class TelephoneKeysTest {
  private static final String BOBS = "2002";
  private static final String EXPERT = "0301234";

  private final ScenarioPlan plan =
      ScenarioPlan.standard()
          .queue(ScenarioQueue.named("sales").servedBy("alice").wrapUpSeconds(10))
          .allowsNumber("_0X.", "carrier");
  private final ScenarioCentre centre = ScenarioCentre.open(plan);
  private final ScenarioAgent alice = centre.agent("alice");
  private final ScenarioAgent bob = centre.agent("bob");
  private ScenarioCaller caller;
  private LegId first;

  @BeforeEach
  void aliceTalks() {
    alice.signsIn();
    bob.signsIn();
    caller = centre.rings("+493011111", "500");
    alice.answers();
    caller.talksWith("alice");
    first = alice.talkingLeg();
  }

  @Test
  void aCallerIsHandedToAnAgent() {
    transfers(first, BOBS, null);
    assertTold(true);
    alice.is(AgentState.WRAP_UP).isLeftAlone();
    caller.waits();
    bob.answers();
    caller.talksWith("bob");
    assertEquals("alice", centre.last(TalkFact.SentOn.class).author());
  }

  @Test
  void theTelephoneIsToldBeforeItIsHungUp() {
    transfers(first, BOBS, null);
    List<CallCommand> ofFirst =
        centre.commands(CallCommand.class).stream()
            .filter(
                command ->
                    command instanceof CallCommand.TellHandOn tell && tell.leg().equals(first)
                        || command instanceof CallCommand.HangUpLeg end && end.leg().equals(first))
            .toList();
    assertEquals(
        List.of(
            new CallCommand.TellHandOn(ScenarioPlan.EDGE, first, true),
            new CallCommand.HangUpLeg(ScenarioPlan.EDGE, first, HangupCause.NORMAL)),
        ofFirst);
  }

  @Test
  void aCallerIsHandedToANumberAndToAQueue() {
    transfers(first, EXPERT, null);
    centre.answersAt(EXPERT);
    caller.talksWithNumber(EXPERT);
    caller.hangsUp();

    centre.passes(10);
    ScenarioCaller second = centre.callerRings("500");
    alice.answers();
    transfers(alice.talkingLeg(), "500", null);
    assertTold(true);
    second.waits();
    assertEquals(new QueueId("sales"), centre.last(TalkFact.SentToQueue.class).queue());
  }

  @Test
  void whatIsNotAllowedIsRefusedWithTheReasonAndTheCallGoesOn() {
    transfers(first, "112", null);
    assertTold(false);
    assertTrue(centre.last(TalkFact.HandOnRefused.class).why().contains("not allowed"));
    caller.talksWith("alice");
    transfers(first, "", null);
    assertTold(false);
    bob.pauses("lunch");
    transfers(first, BOBS, null);
    assertEquals(
        "Agent bob is not free: they are paused.", centre.last(TalkFact.HandOnRefused.class).why());
    caller.talksWith("alice");
    alice.is(AgentState.ON_CALL);
  }

  @Test
  void whoIsRefusedWhileTheCallerIsOnHoldTakesThemBack() {
    holds(first, true);
    caller.waits();
    transfers(first, "112", null);
    caller.waits();
    holds(first, false);
    caller.talksWith("alice");
    holds(first, true);
    transfers(first, BOBS, null);
    bob.answers();
    caller.talksWith("bob");
  }

  @Test
  void aLegThatIsNoAgentsIsRefused() {
    transfers(caller.leg(), BOBS, null);
    assertTold(false);
    assertEquals(0, centre.count(TalkFact.HandOnRefused.class));
    caller.talksWith("alice");
  }

  @Test
  void whoAsksOnAnotherLineGivesTheCallerAwayWithTheTransferKey() {
    LegId line = consulting();
    transfers(line, "", first);
    assertTold(true);
    caller.talksWith("bob");
    alice.is(AgentState.WRAP_UP).isLeftAlone();
    caller.hangsUp();
    bob.is(AgentState.WRAP_UP).isLeftAlone();
  }

  @Test
  void theTransferKeyMayNameTheLinesTheOtherWayRound() {
    LegId line = consulting();
    transfers(first, "", line);
    assertTold(true);
    caller.talksWith("bob");
    alice.isLeftAlone();
  }

  @Test
  void theTransferKeyMayBePressedWhileTheOtherRings() {
    LegId line = asksBob();
    transfers(first, "", line);
    assertTold(true);
    caller.waits();
    alice.isLeftAlone();
    bob.answers();
    caller.talksWith("bob");
  }

  @Test
  void aNumberIsAskedOnAnotherLineAndGetsTheCaller() {
    holds(first, true);
    LegId line = alice.dials(EXPERT);
    centre.answersAt(EXPERT);
    caller.waits();
    transfers(first, "", line);
    caller.talksWithNumber(EXPERT);
    alice.isLeftAlone();
  }

  @Test
  void linesThatDoNotBelongTogetherAreNotJoined() {
    LegId line = consulting();
    transfers(first, "", caller.leg());
    assertTold(false);
    transfers(first, "", null, true);
    assertTold(false);
    assertEquals(2, centre.count(TalkFact.HandOnRefused.class));
    assertTrue(centre.edge().has(line));
    bob.is(AgentState.ON_CALL);
  }

  @Test
  void whoHangsUpTheOtherLineHasTheCallerOnHold() {
    LegId line = consulting();
    centre.edge().ends(line, HangupCause.NORMAL);
    assertEquals(ConsultEnd.CANCELLED, centre.last(TalkFact.ConsultEnded.class).end());
    bob.is(AgentState.AVAILABLE).isLeftAlone();
    caller.waits();
    holds(first, false);
    caller.talksWith("alice");
  }

  @Test
  void whoIsAskedAndHangsUpLeavesTheCallerOnHold() {
    LegId line = consulting();
    bob.hangsUp();
    assertFalse(centre.edge().has(line));
    holds(first, false);
    caller.talksWith("alice");
  }

  @Test
  void anAgentTurnsFromLineToLine() {
    LegId line = consulting();
    holds(line, true);
    holds(first, false);
    caller.talksWith("alice");
    holds(first, true);
    holds(line, false);
    caller.waits();
    transfers(first, "", line);
    caller.talksWith("bob");
  }

  @Test
  void bothLinesAtOnceAreAConference() {
    LegId line = consulting();
    holds(first, false);
    caller.hearsAll("alice", "bob");
    assertFalse(centre.edge().has(line));
    bob.hangsUp();
    caller.talksWith("alice");
  }

  @Test
  void aCallerWhoGivesUpEndsItOnAllLines() {
    consulting();
    caller.hangsUp();
    alice.is(AgentState.WRAP_UP).isLeftAlone();
    bob.is(AgentState.AVAILABLE).isLeftAlone();
  }

  @Test
  void whoHangsUpTheFirstLineHasGivenTheCallerAway() {
    consulting();
    centre.edge().ends(first, HangupCause.NORMAL);
    caller.talksWith("bob");
    alice.is(AgentState.WRAP_UP).isLeftAlone();
  }

  @Test
  void theConsultationIsCancelledFromThePage() {
    LegId line = consulting();
    alice.cancels();
    assertFalse(centre.edge().has(line));
    caller.waits();
    holds(first, false);
    caller.talksWith("alice");
  }

  @Test
  void whatCannotBeAskedOnAnotherLineIsNotAnsweredAndTheCallerStays() {
    holds(first, true);
    LegId line = alice.dials("112");
    assertFalse(centre.edge().has(line));
    caller.waits();
    holds(first, false);
    caller.talksWith("alice");
    assertEquals(0, centre.count(TalkFact.OtherLine.class));
  }

  @Test
  void aRestartInTheMiddleForgetsNoLine() {
    LegId line = consulting();
    centre.dies();
    centre.comesBackFromSnapshot();
    transfers(first, "", line);
    caller.talksWith("bob");
    alice.isLeftAlone();
  }

  private LegId asksBob() {
    holds(first, true);
    LegId line = alice.dials(BOBS);
    caller.waits();
    assertTrue(bob.isRung());
    return line;
  }

  private LegId consulting() {
    LegId line = asksBob();
    bob.answers();
    caller.waits();
    assertEquals(centre.edge().bridgeOf(line), centre.edge().bridgeOf(bob.talkingLeg()));
    return line;
  }

  private void holds(LegId leg, boolean held) {
    centre.edge().tells(new CallInput.LegHeld(ScenarioPlan.EDGE, leg, held));
  }

  private void transfers(LegId leg, String to, @Nullable LegId replaces) {
    transfers(leg, to, replaces, replaces != null);
  }

  private void transfers(LegId leg, String to, @Nullable LegId replaces, boolean attended) {
    centre
        .edge()
        .tells(
            new CallInput.HandOnAsked(
                ScenarioPlan.EDGE, leg, new Personal(to), attended, replaces));
  }

  private void assertTold(boolean done) {
    assertEquals(done, centre.commands(CallCommand.TellHandOn.class).getLast().done());
  }
}

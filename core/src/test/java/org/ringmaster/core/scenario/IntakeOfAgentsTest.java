// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.Intake;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.talk.Destination;
import org.ringmaster.core.talk.TalkFact;
import org.ringmaster.core.talk.TalkInput;
import org.ringmaster.core.testing.ScenarioAgent;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;
import org.ringmaster.core.testing.ScenarioQueue;

/** What agents may still do while the journal's disk is nearly full. */
class IntakeOfAgentsTest {
  private static final String EXPERT = "+4930991234";
  private static final String BOBS = "*2002";
  private static final AgentId ALICE = new AgentId("alice");
  private static final AgentId BOB = new AgentId("bob");
  private static final String FULL =
      "No new calls are made now: the journal's disk is nearly full.";

  private final ScenarioCentre centre =
      ScenarioCentre.open(
          ScenarioPlan.standard()
              .queue(ScenarioQueue.named("sales").servedBy("alice").wrapUpSeconds(10))
              .allowsNumber("_+49X.", "carrier"));
  private final ScenarioAgent alice = centre.agent("alice");
  private final ScenarioAgent bob = centre.agent("bob");

  private void isTakenOn(Intake intake) {
    centre.tell(new CallInput.IntakeChanged(intake));
  }

  @Test
  void agentsBeginNoCallsAndAreToldWhy() {
    alice.signsIn();
    bob.signsIn();
    for (Intake less : List.of(Intake.NO_OUTBOUND, Intake.CLOSED)) {
      isTakenOn(less);
      for (TalkInput wish :
          List.of(
              new TalkInput.Dial(ALICE, EXPERT, "alice"),
              new TalkInput.DialAgent(ALICE, BOB, "alice"))) {
        assertEquals(FULL, assertInstanceOf(Answer.Refused.class, centre.tell(wish)).why());
      }
    }
    alice.is(AgentState.AVAILABLE).isLeftAlone();
    assertEquals(0, centre.count(TalkFact.Dialled.class));
    isTakenOn(Intake.OPEN);
    alice.dialsOut(EXPERT).answers();
    assertTrue(centre.edge().rings(EXPERT));
  }

  @Test
  void whatTheirTelephonesDialIsRefusedToo() {
    alice.signsIn();
    bob.signsIn();
    isTakenOn(Intake.NO_OUTBOUND);
    for (String whom : List.of(EXPERT, BOBS)) {
      int before = centre.count(TalkFact.CallRefused.class);
      alice.dials(whom);
      assertEquals(before + 1, centre.count(TalkFact.CallRefused.class));
      assertEquals(FULL, centre.last(TalkFact.CallRefused.class).why());
      centre.passes(3);
      alice.is(AgentState.AVAILABLE).isLeftAlone();
    }
    assertFalse(bob.isRung());
    assertEquals(0, centre.count(TalkFact.Dialled.class));
  }

  @Test
  void nobodyIsRungForACallWhoseAgentAnswersWhenTheDiskHasFilled() {
    alice.signsIn();
    bob.signsIn();
    alice.dialsOut(EXPERT);
    isTakenOn(Intake.NO_OUTBOUND);
    alice.answers();
    alice.is(AgentState.AVAILABLE).isLeftAlone();
    assertEquals(FULL, centre.last(TalkFact.CallRefused.class).why());
    isTakenOn(Intake.OPEN);
    centre.tell(new TalkInput.DialAgent(ALICE, BOB, "alice"));
    isTakenOn(Intake.NO_OUTBOUND);
    alice.answers();
    alice.is(AgentState.AVAILABLE).isLeftAlone();
    assertFalse(bob.isRung());
    assertEquals(0, centre.count(TalkFact.NumberRung.class));
    assertEquals(0, centre.centre().talks().books().talks().size());
  }

  @Test
  void whoIsHereIsStillServed() {
    alice.signsIn();
    bob.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    alice.answers();
    isTakenOn(Intake.NO_OUTBOUND);
    alice.consults(Destination.number(EXPERT));
    assertTrue(centre.edge().rings(EXPERT));
    alice.cancels();
    alice.handsTo(Destination.agent(BOB));
    bob.answers();
    caller.talksWith("bob");
  }
}

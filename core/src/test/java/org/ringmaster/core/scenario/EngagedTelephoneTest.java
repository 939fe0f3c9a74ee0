// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.Reach;
import org.ringmaster.core.testing.ScenarioAgent;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;

/** Telephones that are in calls without us: the fallback had them while we were away. */
class EngagedTelephoneTest {
  private final ScenarioCentre centre = ScenarioCentre.open(ScenarioPlan.standard());
  private final ScenarioAgent alice = centre.agent("alice");
  private final ScenarioAgent dave = centre.agent("dave");

  private LegId theFallbackHas(String telephone) {
    centre.dies();
    LegId leg = centre.edge().engages(telephone);
    centre.passes(30);
    centre.comesBack();
    return leg;
  }

  @Test
  void whoTalksInTheFallbackIsRungWhenThatIsOver() {
    alice.signsIn();
    LegId talk = theFallbackHas("1001");
    ScenarioCaller caller = centre.callerRings("500");
    caller.waits();
    assertFalse(alice.isRung());
    alice.is(AgentState.AVAILABLE);
    centre.passes(60);
    assertFalse(alice.isRung());
    centre.edge().releases(talk);
    centre.passes(5);
    assertTrue(alice.isRung());
    alice.answers();
    caller.talksWith("alice");
    assertEquals(1, centre.count(CallFact.TelephoneEngaged.class));
    assertEquals(1, centre.count(CallFact.TelephoneReleased.class));
  }

  @Test
  void theCallerOfTheFirstListGoesToAnotherAgent() {
    alice.signsIn();
    centre.passes(1);
    centre.agent("bob").signsIn();
    centre.edge().isCutOff();
    centre.edge().engages("1001");
    ScenarioCaller caller = centre.callerRings("500");
    centre.edge().isBack();
    assertFalse(alice.isRung());
    centre.agent("bob").answers();
    caller.talksWith("bob");
  }

  @Test
  void anOpenTelephoneThatTheFallbackTookIsConnectedWhenThatIsOver() {
    dave.signsIn();
    centre.passes(10);
    centre.dies();
    dave.hangsUp(); // As the guard does, so that the fallback can ring it.
    LegId talk = centre.edge().engages("1004");
    centre.passes(30);
    centre.comesBack();
    dave.isPausedFor("telephone-lost");
    centre.passes(60);
    assertFalse(dave.isRung());
    centre.edge().releases(talk);
    centre.passes(5);
    dave.is(AgentState.SIGNING_IN).answers();
    dave.is(AgentState.AVAILABLE).rests();
  }

  @Test
  void whoHungUpTheirOpenTelephoneThemselvesIsLeftAloneAfterACallOfTheirOwn() {
    dave.signsIn();
    dave.hangsUp();
    dave.isPausedFor("telephone-lost");
    centre.passes(10);
    LegId talk = theFallbackHas("1004");
    centre.edge().releases(talk);
    centre.passes(10);
    assertEquals(1, centre.count(CallFact.TelephoneReleased.class));
    dave.isPausedFor("telephone-lost").isLeftAlone();
  }

  @Test
  void itIsStillKnownAfterTheNextRestart() {
    alice.signsIn();
    LegId talk = theFallbackHas("1001");
    centre.dies();
    centre.comesBackFromSnapshot();
    centre.callerRings("500").waits();
    assertFalse(alice.isRung());
    assertEquals(1, centre.count(CallFact.TelephoneEngaged.class));
    centre.edge().releases(talk);
    centre.passes(5);
    assertTrue(alice.isRung());
  }

  @Test
  void onlyWhileSomebodyIsInSuchACallTheNodeIsListedAgain() {
    alice.signsIn();
    LegId talk = theFallbackHas("1001");
    centre.passes(60);
    int listings = centre.commands(CallCommand.ListNode.class).size();
    assertTrue(listings >= 11 && listings <= 13, listings + " listings in a minute");
    centre.edge().releases(talk);
    centre.passes(300);
    assertEquals(listings + 1, centre.commands(CallCommand.ListNode.class).size());
  }

  @Test
  void aCallThatBeginsWithoutUsIsSeenWhereTheNodeTellsOfTelephones() {
    alice.signsIn();
    centre.passes(10);
    LegId talk = centre.edge().engages("1001");
    tells(true);
    centre.passes(1);
    ScenarioCaller caller = centre.callerRings("500");
    assertFalse(alice.isRung());
    centre.edge().releases(talk);
    tells(false);
    centre.passes(2);
    assertTrue(alice.isRung());
    centre.passes(6);
    int listings = centre.commands(CallCommand.ListNode.class).size();
    tells(true);
    alice.answers();
    caller.talksWith("alice");
    tells(false);
    centre.passes(60);
    assertEquals(listings, centre.commands(CallCommand.ListNode.class).size());
  }

  private void tells(boolean inUse) {
    centre.tell(new CallInput.EndpointTold(ScenarioPlan.EDGE, "1001", Reach.REACHABLE, inUse));
  }

  @Test
  void aCallOfSomebodyElsesTelephoneIsNotOurBusiness() {
    alice.signsIn();
    theFallbackHas("somebodys");
    centre.callerRings("500");
    assertTrue(alice.isRung());
    assertEquals(0, centre.count(CallFact.TelephoneEngaged.class));
  }
}

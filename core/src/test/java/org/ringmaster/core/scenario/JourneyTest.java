// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.journey.DemandState;
import org.ringmaster.core.journey.JourneyFact;
import org.ringmaster.core.journey.Owner;
import org.ringmaster.core.journey.TouchpointEnd;
import org.ringmaster.core.testing.ScenarioAgent;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;
import org.ringmaster.core.testing.ScenarioQueue;

class JourneyTest {
  private static final String ADA = "+49 30 1234-567";
  private static final long DAY_SECONDS = 86_400;

  private final ScenarioPlan plan =
      ScenarioPlan.standard().queue(ScenarioQueue.named("second").servedBy("bob"));
  private final ScenarioCentre centre = ScenarioCentre.open(plan);
  private final ScenarioAgent alice = centre.agent("alice");

  private List<JourneyFact.TouchpointBegan> touchpoints() {
    return centre.facts(JourneyFact.TouchpointBegan.class);
  }

  private TouchpointEnd ended() {
    return centre.last(JourneyFact.TouchpointEnded.class).end();
  }

  @Test
  void theSameNumberHoweverWrittenIsTheSameCustomerOnTheSameJourneyWithTheSameNeed() {
    centre.rings(ADA, "500").hangsUp();
    centre.rings("+49301234567", "500").hangsUp();
    assertEquals(1, centre.count(JourneyFact.CustomerMet.class));
    assertEquals(1, centre.count(JourneyFact.IdentityLinked.class));
    assertEquals(1, centre.count(JourneyFact.JourneyBegan.class));
    assertEquals(1, centre.count(JourneyFact.DemandOpened.class));
    assertEquals(touchpoints().get(0).demand(), touchpoints().get(1).demand());
    assertEquals(2, touchpoints().size());
  }

  @Test
  void anotherNumberIsAnotherCustomer() {
    centre.rings(ADA, "500");
    centre.rings("+49309999999", "500");
    assertNotEquals(touchpoints().get(0).customer(), touchpoints().get(1).customer());
  }

  @Test
  void withheldNumbersAreEachANewNamelessCustomerWhoIsForgotten() {
    for (String withheld : List.of("", "anonymous", "123")) {
      centre.rings(withheld, "500").hangsUp();
    }
    assertEquals(3, centre.count(JourneyFact.CustomerMet.class));
    assertEquals(0, centre.count(JourneyFact.IdentityLinked.class));
    assertEquals(3, centre.count(JourneyFact.JourneyEnded.class));
  }

  @Test
  void afterSevenDaysAnotherJourneyBegins() {
    centre.rings(ADA, "500").hangsUp();
    centre.passes(7 * DAY_SECONDS);
    centre.rings(ADA, "500").hangsUp();
    assertEquals(1, centre.count(JourneyFact.JourneyBegan.class));
    centre.passes(7 * DAY_SECONDS + 1);
    centre.rings(ADA, "500").hangsUp();
    assertEquals(2, centre.count(JourneyFact.JourneyBegan.class));
    assertEquals(2, centre.count(JourneyFact.DemandOpened.class));
    assertEquals(1, centre.count(JourneyFact.CustomerMet.class));
  }

  @Test
  void aTalkServesTheContactAndTheNeedIsPending() {
    alice.signsIn();
    ScenarioCaller caller = centre.rings(ADA, "500");
    alice.answers();
    assertEquals(DemandState.PENDING, centre.last(JourneyFact.DemandMoved.class).state());
    caller.hangsUp();
    assertEquals(TouchpointEnd.SERVED, ended());
  }

  @Test
  void whoWentBeforeAnybodyCameHasAbandoned() {
    centre.rings(ADA, "500").hangsUp();
    assertEquals(TouchpointEnd.ABANDONED, ended());
  }

  @Test
  void whoDialledANumberThatIsNoneWasTurnedAway() {
    centre.rings(ADA, "999").isGone();
    assertEquals(TouchpointEnd.TURNED_AWAY, ended());
  }

  @Test
  void anOverflowIsAHandoffFromQueueToQueue() {
    centre.rereads(
        plan.queue(
            ScenarioQueue.named("sales").servedBy("alice").maxWaitSeconds(10).thenTo("second")));
    ScenarioCaller caller = centre.rings(ADA, "500");
    centre.passes(10);
    JourneyFact.HandoffMade handoff = centre.last(JourneyFact.HandoffMade.class);
    assertEquals(new Owner(Owner.Kind.QUEUE, "sales"), handoff.from());
    assertEquals(new Owner(Owner.Kind.QUEUE, "second"), handoff.to());
    centre.agent("bob").signsIn().answers();
    caller.hangsUp();
    assertEquals(TouchpointEnd.SERVED, ended());
  }

  @Test
  void anOverflowThatSendsNowhereIsNoHandoff() {
    centre.rereads(
        plan.queue(
            ScenarioQueue.named("sales").servedBy("alice").maxWaitSeconds(10).thenTo("gone")));
    centre.rings(ADA, "500");
    centre.passes(10);
    assertEquals(0, centre.count(JourneyFact.HandoffMade.class));
    assertEquals(TouchpointEnd.SENT_ON, ended());
  }

  @Test
  void aCallerWhoseAgentWasLostBeforeAWordWasSpokenIsNotServedYet() {
    alice.signsIn();
    ScenarioCaller caller = centre.rings(ADA, "500");
    centre.edge().fallsSilent();
    alice.answers();
    alice.hangsUp();
    centre.edge().speaksUp();
    caller.waits();
    caller.hangsUp();
    assertEquals(TouchpointEnd.ABANDONED, ended());
  }

  @Test
  void ourOwnTelephonesAreNoCustomers() {
    alice.dials("500");
    assertEquals(0, centre.count(JourneyFact.CustomerMet.class));
  }
}

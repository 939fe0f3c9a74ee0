// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.journey.Customer;
import org.ringmaster.core.journey.CustomerId;
import org.ringmaster.core.journey.Identity;
import org.ringmaster.core.journey.JourneyFact;
import org.ringmaster.core.journey.JourneyInput;
import org.ringmaster.core.journey.Remembered;
import org.ringmaster.core.testing.ScenarioAgent;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;

/** Customers who do not come leave no more behind than their id, and in the end nothing. */
class RestingCustomerTest {
  private static final String ADA = "+49301234567";
  private static final String BEA = "+49307654321";
  private static final long DAY_SECONDS = 86_400;
  private static final long DAY_MILLIS = DAY_SECONDS * 1_000;

  private final ScenarioCentre centre = ScenarioCentre.open(ScenarioPlan.standard());

  @Test
  void whoHasNotComeForAWeekGoesToRestAndIsTheSameWhenTheyComeBack() {
    centre.rings(ADA, "500").hangsUp();
    centre.passes(8 * DAY_SECONDS);
    centre.rings(BEA, "500").hangsUp();
    CustomerId ada = met(0);
    assertEquals(List.of(new JourneyFact.CustomerRested(ada)), rested());
    assertEquals(1, kept(Customer.class), "only the one who came lately");
    assertEquals(1, centre.count(JourneyFact.JourneyEnded.class));

    centre.rings(ADA, "500");
    assertEquals(ada, centre.last(JourneyFact.CustomerReturned.class).customer());
    assertEquals(ada, centre.last(JourneyFact.TouchpointBegan.class).customer());
    assertEquals(2, centre.count(JourneyFact.CustomerMet.class));
    assertEquals(0, kept(Remembered.class));
  }

  @Test
  void whoRestsLongerThanIsRememberedIsSomebodyNew() {
    centre.tell(new JourneyInput.RememberRead(30 * DAY_MILLIS));
    centre.rings(ADA, "500").hangsUp();
    centre.passes(8 * DAY_SECONDS);
    centre.rings(BEA, "500").hangsUp();
    centre.passes(31 * DAY_SECONDS);
    centre.rings("+49301111111", "500").hangsUp();
    assertEquals(
        List.of(new JourneyFact.CustomerForgotten(met(0))),
        centre.facts(JourneyFact.CustomerForgotten.class));
    assertEquals(2, kept(Identity.class));
    centre.rings(ADA, "500");
    assertNotEquals(met(0), centre.last(JourneyFact.TouchpointBegan.class).customer());
    assertEquals(
        centre.facts(JourneyFact.IdentityLinked.class).getFirst().identity(),
        centre.last(JourneyFact.IdentityLinked.class).identity(),
        "the address itself is told by the same name as ever");
  }

  @Test
  void whoIsOnALongCallDoesNotGoToRest() {
    ScenarioAgent alice = centre.agent("alice").signsIn();
    ScenarioCaller staying = centre.rings(ADA, "500");
    alice.answers();
    centre.passes(8 * DAY_SECONDS);
    centre.rings(BEA, "500").hangsUp();
    staying.talksWith("alice");
    assertEquals(List.of(), rested());
  }

  @Test
  void theStateStaysAsLargeAsThePresentAndReplaysToTheSame() {
    centre.tell(new JourneyInput.RememberRead(20 * DAY_MILLIS));
    int most = 0;
    for (int day = 0; day < 100; day++) {
      for (int caller = 0; caller < 5; caller++) {
        centre.rings("+49301%06d".formatted(day * 5 + caller), "500").hangsUp();
      }
      centre.passes(DAY_SECONDS);
      most = Math.max(most, kept(Customer.class));
    }
    assertEquals(500, centre.count(JourneyFact.CustomerMet.class));
    assertEquals(true, most <= 5 * 9, "customers at most: " + most);
    assertEquals(true, kept(Identity.class) <= 5 * 30, "identities: " + kept(Identity.class));
    long hash = centre.centre().hash(ScenarioCentre.CODEC);
    assertEquals(hash, centre.replayed().hash(ScenarioCentre.CODEC));
    assertEquals(hash, centre.restored().hash(ScenarioCentre.CODEC));
    centre.nextTurnHasATwin();
    centre.rings(ADA, "500").hangsUp();
  }

  private CustomerId met(int index) {
    return centre.facts(JourneyFact.CustomerMet.class).get(index).customer();
  }

  private List<JourneyFact.CustomerRested> rested() {
    return centre.facts(JourneyFact.CustomerRested.class);
  }

  private int kept(Class<? extends Record> kind) {
    Centre now = centre.centre();
    List<Record> all = new ArrayList<>();
    now.snapshot(all::add);
    return (int) all.stream().filter(kind::isInstance).count();
  }
}

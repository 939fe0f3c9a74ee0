// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.ringmaster.bench.invariant.ToldFacts.ANNA;
import static org.ringmaster.bench.invariant.ToldFacts.BRIDGE;
import static org.ringmaster.bench.invariant.ToldFacts.CARRIER;
import static org.ringmaster.bench.invariant.ToldFacts.EDGE;
import static org.ringmaster.bench.invariant.ToldFacts.ENTRY;
import static org.ringmaster.bench.invariant.ToldFacts.LEG;
import static org.ringmaster.bench.invariant.ToldFacts.OFFER;
import static org.ringmaster.bench.invariant.ToldFacts.OTHER;
import static org.ringmaster.bench.invariant.ToldFacts.abandons;
import static org.ringmaster.bench.invariant.ToldFacts.answered;
import static org.ringmaster.bench.invariant.ToldFacts.arrives;
import static org.ringmaster.bench.invariant.ToldFacts.ends;
import static org.ringmaster.bench.invariant.ToldFacts.inVain;
import static org.ringmaster.bench.invariant.ToldFacts.joins;
import static org.ringmaster.bench.invariant.ToldFacts.leaves;
import static org.ringmaster.bench.invariant.ToldFacts.offered;
import static org.ringmaster.bench.invariant.ToldFacts.signsIn;
import static org.ringmaster.bench.invariant.ToldFacts.waits;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.call.BridgeId;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.EndSource;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.Trunk;
import org.ringmaster.core.callback.CallbackEnd;
import org.ringmaster.core.callback.CallbackFact;
import org.ringmaster.core.callback.CallbackId;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.queue.EntryId;
import org.ringmaster.core.queue.QueueFact;

/** Streams of facts that break one invariant and no other. */
class PlantedFactsTest {
  private static final OfferId SECOND_OFFER = new OfferId("o2");
  private static final EntryId SECOND_ENTRY = new EntryId("e2");
  private static final BridgeId SECOND_BRIDGE = new BridgeId("b2");

  private final ToldFacts told = new ToldFacts();

  @Test
  void a_second_offer_to_an_agent_is_caught() {
    told.then(signsIn()).then(offered(OFFER)).then(offered(SECOND_OFFER));
    assertOnly(OneOfferAnAgent.class);
  }

  @Test
  void an_offer_that_ends_twice_is_caught() {
    told.then(signsIn()).then(offered(OFFER)).then(inVain(OFFER)).then(inVain(OFFER));
    assertOnly(OneOfferAnAgent.class);
  }

  @Test
  void a_caller_who_gets_two_agents_is_caught() {
    told.then(arrives(LEG)).then(waits(ENTRY)).then(answered(ENTRY)).then(answered(ENTRY));
    assertOnly(OneAnswerACaller.class);
  }

  @Test
  void a_caller_who_lost_the_agent_may_get_another() {
    told.then(arrives(LEG))
        .then(waits(ENTRY))
        .then(answered(ENTRY))
        .then(new QueueFact.EntryReturned(ENTRY, ToldFacts.SALES, OFFER, ANNA, ToldFacts.CALL))
        .then(answered(ENTRY));
    assertOnly();
  }

  @Test
  void a_leg_in_two_bridges_is_caught() {
    told.then(arrives(LEG)).then(joins(LEG, BRIDGE)).then(joins(LEG, SECOND_BRIDGE));
    assertOnly(OneBridgeALeg.class);
  }

  @Test
  void a_leg_that_leaves_a_bridge_it_is_not_in_is_caught() {
    told.then(arrives(LEG)).then(new CallFact.LegLeft(LEG, BRIDGE));
    assertOnly(OneBridgeALeg.class);
  }

  @Test
  void a_bridge_that_closes_lets_its_legs_go() {
    told.then(arrives(LEG))
        .then(joins(LEG, BRIDGE))
        .then(new CallFact.BridgeClosed(BRIDGE))
        .then(joins(LEG, SECOND_BRIDGE))
        .then(new CallFact.LegLeft(LEG, SECOND_BRIDGE))
        .then(ends(LEG));
    assertOnly();
  }

  @Test
  void a_leg_that_ends_twice_is_caught() {
    told.then(arrives(LEG)).then(ends(LEG)).then(ends(LEG));
    assertOnly(LegsEndOnce.class);
  }

  @Test
  void a_leg_that_never_ends_is_caught_in_the_end() {
    told.then(arrives(LEG)).then(arrives(OTHER)).then(ends(OTHER));
    assertEquals(
        Set.of(LegsEndOnce.class.getSimpleName()), brokenBy(told.facts(), true), "in the end");
  }

  @Test
  void an_end_that_is_witnessed_twice_is_caught() {
    CallFact.EndWitnessed witnessed = new CallFact.EndWitnessed(LEG, HangupCause.NORMAL, 0);
    told.then(arrives(LEG))
        .then(
            new CallFact.LegEnded(
                LEG, ToldFacts.CALL, HangupCause.UNKNOWN, EndSource.NOT_SEEN, null))
        .then(witnessed);
    assertOnly();
    told.then(witnessed);
    assertOnly(LegsEndOnce.class);
  }

  @Test
  void an_entry_that_ends_twice_is_caught() {
    told.then(arrives(LEG)).then(waits(ENTRY)).then(abandons(ENTRY)).then(abandons(ENTRY));
    assertOnly(EntriesEndOnce.class);
  }

  @Test
  void a_call_that_waits_twice_at_a_time_is_caught() {
    told.then(arrives(LEG)).then(waits(ENTRY)).then(waits(SECOND_ENTRY));
    assertOnly(EntriesEndOnce.class);
  }

  @Test
  void an_agent_who_works_without_having_signed_in_is_caught() {
    told.then(new AgentFact.Ready(ANNA));
    assertOnly(ShiftsAreTiled.class);
  }

  @Test
  void one_leg_too_many_on_a_trunk_is_caught() {
    told.then(new CallFact.TrunkConfigured(new Trunk(CARRIER, EDGE, 1, 0)))
        .then(leaves(LEG, CARRIER));
    assertOnly();
    told.then(leaves(OTHER, CARRIER));
    assertOnly(TrunksWithinCapacity.class);
  }

  @Test
  void a_leg_that_leaves_too_soon_after_another_is_caught() {
    told.then(new CallFact.TrunkConfigured(new Trunk(CARRIER, EDGE, 0, 1)))
        .then(leaves(LEG, CARRIER))
        .then(leaves(OTHER, CARRIER));
    assertOnly();
    told.at(4, told.nowMicros() - 1_000_000, leaves(new LegId("l3"), CARRIER));
    assertOnly(TrunksWithinCapacity.class);
  }

  @Test
  void a_callback_that_is_dialled_after_its_end_is_caught() {
    told.then(
        new CallbackFact.Dialled(new CallbackId("k1"), ToldFacts.SALES, ToldFacts.CALL, LEG, 1));
    assertOnly(CallbacksEndOnce.class);
  }

  @Test
  void a_callback_that_ends_and_was_never_taken_is_caught() {
    told.then(
        new CallbackFact.Ended(new CallbackId("k1"), ToldFacts.SALES, CallbackEnd.CANCELLED, null));
    assertOnly(CallbacksEndOnce.class);
  }

  @Test
  void a_fact_that_is_missing_is_caught() {
    told.then(arrives(LEG)).at(3, told.nowMicros(), ends(LEG));
    assertOnly(SequencesAreDense.class);
  }

  @Test
  void a_clock_that_goes_back_is_caught() {
    told.then(arrives(LEG)).at(2, told.nowMicros() - 2_000_000, ends(LEG));
    assertOnly(SequencesAreDense.class);
  }

  private void assertOnly(Class<?>... broken) {
    Set<String> expected = new TreeSet<>();
    for (Class<?> each : broken) {
      expected.add(each.getSimpleName());
    }
    assertEquals(expected, brokenBy(told.facts(), false));
  }

  private static Set<String> brokenBy(Iterable<RecordedFact> facts, boolean inTheEnd) {
    Set<String> broken = new TreeSet<>();
    for (Invariant invariant : Invariants.all()) {
      for (RecordedFact fact : facts) {
        if (invariant.brokenBy(fact) != null) {
          broken.add(invariant.getClass().getSimpleName());
        }
      }
      if (inTheEnd && invariant.brokenInTheEnd() != null) {
        broken.add(invariant.getClass().getSimpleName());
      }
    }
    return broken;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.board.ManualSite;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.Trunk;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.queue.Choice;
import org.ringmaster.core.queue.EntryId;
import org.ringmaster.core.queue.KeptPlace;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.routing.Strategy;

class PlacesAreKeptTest {
  private static final AgentId BEN = new AgentId("ben");

  private final PlacesAreKept invariant = new PlacesAreKept();
  private final ToldFacts told = new ToldFacts();

  PlacesAreKeptTest() {
    is(new CallFact.TrunkConfigured(new Trunk(ToldFacts.CARRIER, ToldFacts.EDGE, 0, 0)));
    is(new QueueFact.QueueConfigured(ManualSite.sales()));
  }

  private @Nullable String told(Fact fact) {
    return invariant.brokenBy(told.then(fact).facts().getLast());
  }

  private void is(Fact fact) {
    assertNull(told(fact));
  }

  private void isKept(boolean onlyForAnna) {
    is(
        new QueueFact.PlaceKept(
            new KeptPlace(
                new EntryId("e9"),
                ToldFacts.SALES,
                ToldFacts.EDGE,
                0,
                told.nowMicros(),
                ToldFacts.ANNA,
                ToldFacts.CARRIER,
                new Personal("+4930123456"),
                null,
                null,
                0,
                onlyForAnna)));
  }

  private @Nullable String gets(AgentId agent) {
    is(ToldFacts.waits(ToldFacts.ENTRY));
    Choice choice =
        new Choice(Strategy.LONGEST_IDLE, Choice.Why.AGENT_FREE, 1, null, 0, 0, 0, 0, 1);
    return told(new QueueFact.EntryOffered(ToldFacts.ENTRY, ToldFacts.OFFER, agent, choice));
  }

  @Test
  void whoCameLaterMayNotGoBeforeAPlace() {
    isKept(false);
    assertNotNull(gets(BEN));
  }

  @Test
  void aPlaceForOneAgentAloneStandsInNobodyElsesWay() {
    isKept(true);
    assertNull(gets(BEN));
  }

  @Test
  void aPlaceForOneAgentAloneStandsInThatAgentsWay() {
    isKept(true);
    assertNotNull(gets(ToldFacts.ANNA));
  }
}

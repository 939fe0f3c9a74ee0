// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringmaster.simulation.world.CentreForTests.CODEC;
import static org.ringmaster.simulation.world.CentreForTests.EDGE;
import static org.ringmaster.simulation.world.CentreForTests.HOUR;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.simulation.asterisk.Party;
import org.ringmaster.simulation.draw.Profile;
import org.ringmaster.simulation.people.AgentHabits;
import org.ringmaster.simulation.people.CallerHabits;
import org.ringmaster.simulation.people.DeskAgent;

/** Agents who talk in the fallback while the platform comes back. */
class EngagedTelephonesTest {
  private static final long SECOND = 1_000_000;
  private static final long TALK = 300 * SECOND;

  private final CentreForTests world =
      new CentreForTests(51, 6, AgentHabits.DILIGENT, CallerHabits.USUAL);

  @Test
  void nobodyIsOfferedACallerWhileTheyTalkInTheFallback() {
    world.centre.start();
    long now = world.centre.agenda().micros();
    world.agents.forEach(agent -> agent.works(now, now + 4 * HOUR));
    world.sales.come(Profile.flat(40), now + 2 * HOUR);
    world.centre.run(HOUR);
    world.centre.dies();
    world.centre.run(30 * SECOND); // The guard frees telephones with which nobody talks.
    Set<AgentId> engaged = new LinkedHashSet<>();
    for (DeskAgent agent : world.agents) {
      if (!agent.isTalking() && engaged.size() < 3) {
        engaged.add(agent.id());
        talksInTheFallback(agent.id());
      }
    }
    assertTrue(engaged.size() > 1, "all talk: " + engaged);
    world.centre.run(SECOND);
    world.centre.restarts();
    int before = world.centre.facts().size();
    world.centre.run(TALK - 10 * SECOND);
    assertEquals(engaged.size(), count(CallFact.TelephoneEngaged.class));
    assertEquals(0, count(CallFact.TelephoneReleased.class));
    for (AgentFact.OfferMade offer : offers(before)) {
      assertTrue(!engaged.contains(offer.agent()), "rung in another talk: " + offer);
    }
    world.centre.run(HOUR);
    assertEquals(engaged.size(), count(CallFact.TelephoneReleased.class));
    Set<AgentId> offered = new LinkedHashSet<>();
    offers(before).forEach(offer -> offered.add(offer.agent()));
    assertTrue(offered.containsAll(engaged), "never offered again: " + offered);
    assertEquals(world.centre.replayed().hash(CODEC), world.centre.hash());
  }

  /** The dialplan connects the agent's telephone with somebody; it never was in our application. */
  private void talksInTheFallback(AgentId agent) {
    LegId leg =
        world.centre.asterisk(EDGE).call(agent.value(), "telephone", "0", null, new Party() {});
    world
        .centre
        .agenda()
        .after(TALK, () -> world.centre.asterisk(EDGE).hangUp(leg, HangupCause.NORMAL));
  }

  private List<AgentFact.OfferMade> offers(int from) {
    List<AgentFact.OfferMade> offers = new ArrayList<>();
    List<RecordedFact> facts = world.centre.facts();
    for (RecordedFact fact : facts.subList(from, facts.size())) {
      if (fact.fact() instanceof AgentFact.OfferMade offer) {
        offers.add(offer);
      }
    }
    return offers;
  }

  private long count(Class<?> kind) {
    return world.centre.facts().stream().filter(fact -> kind.isInstance(fact.fact())).count();
  }
}

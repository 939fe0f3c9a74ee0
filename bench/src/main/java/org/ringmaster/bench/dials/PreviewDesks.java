// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.dials;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentProfile;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.kernel.Turn;
import org.ringmaster.dialer.campaign.Campaigns;
import org.ringmaster.dialer.campaign.Preview;
import org.ringmaster.dialer.campaign.PreviewFact;
import org.ringmaster.dialer.campaign.PreviewInput;
import org.ringmaster.dialer.list.ListId;
import org.ringmaster.simulation.draw.Draws;
import org.ringmaster.simulation.world.SimulatedCentre;

/**
 * Agents who look at the leads that are shown to them: they have them dialled, skip them, or let
 * the time run out, and now and then press a key for a lead that is not theirs. What they really
 * pressed is the truth beside the platform's facts. Owned by the simulation's thread.
 */
final class PreviewDesks {
  private static final long LOOK = 1_000_000;

  /** A lead that was shown to an agent at an instant. */
  private record Shown(AgentId agent, ListId list, int lead, long sinceMicros) {}

  /** A key that an agent pressed. */
  private record Pressed(AgentId agent, ListId list, int lead) {}

  private final SimulatedCentre world;
  private final List<AgentId> agents;
  private final Draws draws;
  private final Set<Shown> seen = new HashSet<>();
  private final Set<Pressed> pressed = new HashSet<>();

  PreviewDesks(SimulatedCentre world, DialPlan plan) {
    this.world = world;
    agents = plan.plan().agents().stream().map(AgentProfile::id).toList();
    draws = world.draws().stream("previews");
  }

  /** From now on agents look at their pages. */
  void begin() {
    world.agenda().after(LOOK, this::looks);
  }

  private void looks() {
    if (world.isAlive()) {
      for (Preview one : world.centre().part(Campaigns.class).books().previews().all()) {
        Shown shown = new Shown(one.agent(), one.list(), one.lead(), one.sinceMicros());
        if (one.isOnlyShown() && seen.add(shown)) {
          decides(one);
        }
      }
    }
    begin();
  }

  private void decides(Preview one) {
    double drawn = draws.unit();
    long after = 1_000_000L + draws.below(12_000_000);
    if (drawn < 0.6) {
      world.agenda().after(after, () -> dials(one.agent(), one));
    } else if (drawn < 0.75) {
      asksAfter(after, new PreviewInput.Skip(one.agent(), one.list(), one.lead(), "no"));
    } else if (drawn < 0.8) {
      AgentId other = agents.get(draws.below(agents.size()));
      world.agenda().after(after, () -> dials(other, one)); // A page that shows what it must not.
    }
  }

  private void dials(AgentId agent, Preview one) {
    if (world.isAlive()) {
      pressed.add(new Pressed(agent, one.list(), one.lead()));
    }
    asks(new PreviewInput.Dial(agent, one.list(), one.lead()));
  }

  private void asksAfter(long micros, Input input) {
    world.agenda().after(micros, () -> asks(input));
  }

  private void asks(Input input) {
    var unused = world.inlet().ask(input); // What became of it shows in the facts.
  }

  /** Who was dialled, by a turn, because of a key that nobody had pressed; null for nobody. */
  @Nullable String unasked(Turn turn) {
    for (RecordedFact fact : turn.facts) {
      if (fact.fact() instanceof PreviewFact.DialWanted f
          && !f.byTime()
          && !pressed.remove(new Pressed(f.agent(), f.list(), f.lead()))) {
        return "lead %d of %s is dialled for %s, who pressed no key"
            .formatted(f.lead(), f.list(), f.agent());
      }
    }
    return null;
  }
}

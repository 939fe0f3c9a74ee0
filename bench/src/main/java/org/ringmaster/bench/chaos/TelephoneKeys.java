// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.chaos;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.Agent;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.Offer;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.simulation.asterisk.Party;
import org.ringmaster.simulation.asterisk.SimulatedAsterisk;
import org.ringmaster.simulation.draw.Draws;
import org.ringmaster.simulation.world.SimulatedCentre;

/**
 * Agents who use their telephones' own keys, as drawn: hold, another line, transfer with and
 * without asking first. Owned by the simulation's thread.
 */
final class TelephoneKeys {
  private static final long SECOND = 1_000_000;

  /** An agent, a queue, whom agents may call, nobody, and nothing. */
  private static final List<String> DIALLED =
      List.of("2000", "2001", "2002", "500", ChaosPlan.OUTSIDE, "112", "");

  private final SimulatedCentre world;
  private final ChaosPlan plan;
  private final Edges edges;
  private final Draws draws;
  private final Map<AgentId, LegId> lines = new LinkedHashMap<>();

  TelephoneKeys(SimulatedCentre world, ChaosPlan plan, Edges edges) {
    this.world = world;
    this.plan = plan;
    this.edges = edges;
    this.draws = world.draws().stream("telephone-keys");
  }

  /** An agent presses one of them, if the one who is drawn talks. */
  void press() {
    AgentId agent = plan.agents().get(draws.below(plan.agents().size()));
    int which = draws.below(8);
    String dialled = DIALLED.get(draws.below(DIALLED.size()));
    boolean yes = draws.chance(0.5);
    LegId leg = world.isAlive() ? talkingLegOf(agent) : null;
    if (leg == null) {
      return;
    }
    SimulatedAsterisk edge = edges.at(plan.nodeOf(agent));
    LegId line = lines.get(agent);
    switch (which) {
      case 0 -> edge.hold(leg, yes);
      case 1, 2 -> edge.asksToHandOn(leg, dialled, false, null);
      case 3, 4, 5 -> rings(agent, leg, dialled, edge);
      case 6 -> {
        edge.hold(leg, yes);
        if (line != null) {
          edge.hold(line, !yes);
        }
      }
      default -> {
        if (line != null) {
          edge.asksToHandOn(yes ? leg : line, "", true, yes ? line : leg);
        }
      }
    }
  }

  /** The customer is held and somebody rung on another line, for a while. */
  private void rings(AgentId agent, LegId leg, String dialled, SimulatedAsterisk edge) {
    if (dialled.isEmpty()) {
      return;
    }
    edge.hold(leg, true);
    LegId line = edge.call(agent.value(), "telephone", dialled, null, new Party() {});
    lines.put(agent, line);
    long stays = SECOND * (2 + draws.below(20));
    world.agenda().after(stays, () -> edge.hangUp(line, HangupCause.NORMAL));
  }

  private @Nullable LegId talkingLegOf(AgentId id) {
    Agent agent = world.centre().roster().books().agent(id);
    Offer offer =
        agent == null || agent.offer() == null
            ? null
            : world.centre().roster().books().offer(agent.offer());
    return offer == null || !offer.isAccepted() ? null : offer.leg();
  }
}

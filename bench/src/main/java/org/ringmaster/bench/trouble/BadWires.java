// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.trouble;

import java.util.List;
import java.util.function.ToIntFunction;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.simulation.asterisk.Fate;
import org.ringmaster.simulation.asterisk.Frame;
import org.ringmaster.simulation.asterisk.RequestRule;
import org.ringmaster.simulation.asterisk.WireRule;
import org.ringmaster.simulation.draw.Draws;
import org.ringmaster.simulation.world.SimulatedCentre;

/**
 * Wires that lose, delay, double and swap frames, and nodes that refuse requests, for a while each,
 * as drawn. Owned by the simulation's thread.
 */
public final class BadWires {
  private final SimulatedCentre world;
  private final List<NodeId> nodes;
  private final Draws draws;
  private WireRule wires = WireRule.FAITHFUL;
  private RequestRule requests = RequestRule.OBEYS;

  /** Wires that are good yet. */
  public BadWires(SimulatedCentre world, List<NodeId> nodes, Draws draws) {
    this.world = world;
    this.nodes = List.copyOf(nodes);
    this.draws = draws;
  }

  /** All nodes behave as is drawn now; a platform that has just come back knows nothing of it. */
  public void obey() {
    for (NodeId node : nodes) {
      world.node(node).wires(wires);
      world.node(node).refuses(requests);
    }
  }

  /** All is good again, as soon as {@link #obey()} says so. */
  public void heal() {
    wires = WireRule.FAITHFUL;
    requests = RequestRule.OBEYS;
  }

  /** For once nothing that nodes tell arrives: only a comparison can bring it back. */
  public void deafen() {
    wires = frame -> frame.way() == Frame.Way.TOLD ? new Fate.Lost() : Fate.PASS;
    obeyIfAlive();
  }

  /** Every connection is cut for a moment, so that what was lost without a word is found out. */
  public void cutAll() {
    nodes.forEach(node -> world.node(node).isCut(0));
  }

  /** Frames are lost, late, doubled or overtaken for a while. */
  public void goBad(int mostMicros) {
    double share = draws.chance(0.5) ? 0.03 : 0.15;
    boolean mayLose = draws.chance(0.5);
    wires = frame -> draws.chance(share) ? fate(frame, mayLose) : Fate.PASS;
    obeyIfAlive();
    world
        .agenda()
        .after(
            draws.below(mostMicros),
            () -> {
              wires = WireRule.FAITHFUL;
              obeyIfAlive();
              if (mayLose && world.isAlive()) {
                cutAll();
              }
            });
  }

  /** Some requests, or some of those for new legs, are refused for a while with that status. */
  public void refuse(ToIntFunction<CallCommand> status) {
    double share = draws.chance(0.5) ? 0.2 : 0.8;
    boolean originates = draws.chance(0.5);
    requests =
        command ->
            (!originates || command instanceof CallCommand.OriginateLeg) && draws.chance(share)
                ? status.applyAsInt(command)
                : 0;
    obeyIfAlive();
    world
        .agenda()
        .after(
            draws.below(5_000_000),
            () -> {
              requests = RequestRule.OBEYS;
              obeyIfAlive();
            });
  }

  private void obeyIfAlive() {
    if (world.isAlive()) {
      obey();
    }
  }

  private Fate fate(Frame frame, boolean mayLose) {
    if (mayLose && draws.chance(0.4)) {
      return new Fate.Lost();
    }
    return switch (draws.below(4)) {
      case 0 -> new Fate.Late(draws.below(2_000_000));
      case 1 -> new Fate.Stalled(draws.below(1_000_000));
      case 2 -> frame.way() == Frame.Way.TOLD ? new Fate.Twice() : Fate.PASS;
      default -> new Fate.Overtaken();
    };
  }
}

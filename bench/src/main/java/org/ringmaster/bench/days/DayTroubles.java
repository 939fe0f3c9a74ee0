// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.days;

import java.util.List;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.simulation.asterisk.Fate;
import org.ringmaster.simulation.asterisk.Frame;
import org.ringmaster.simulation.asterisk.RequestRule;
import org.ringmaster.simulation.asterisk.SimulatedAsterisk;
import org.ringmaster.simulation.asterisk.WireRule;
import org.ringmaster.simulation.draw.Draws;
import org.ringmaster.simulation.world.SimulatedCentre;

/**
 * What goes wrong on a day, a few times: sockets and networks, frames, refusals, a crash of an
 * Asterisk, the platform's death. One thing at a time. Owned by the simulation's thread.
 */
final class DayTroubles {
  private static final long SECOND = 1_000_000;

  /** After this long everything that was lost has been compared and put right. */
  private static final long SETTLED = 20 * SECOND;

  private final SimulatedCentre world;
  private final List<NodeId> nodes;
  private final FloorJudge judge;
  private final Happenings happenings;
  private final Draws draws;
  private final double meanSeconds;
  private WireRule wires = WireRule.FAITHFUL;
  private RequestRule requests = RequestRule.OBEYS;
  private boolean over;

  /**
   * Troubles to come.
   *
   * @param meanSeconds from the end of one to the next, on average
   */
  DayTroubles(
      SimulatedCentre world,
      List<NodeId> nodes,
      FloorJudge judge,
      Happenings happenings,
      double meanSeconds) {
    this.world = world;
    this.nodes = nodes;
    this.judge = judge;
    this.happenings = happenings;
    this.meanSeconds = meanSeconds;
    draws = world.draws().stream("troubles");
  }

  void begin() {
    world
        .agenda()
        .after(
            (long) (draws.exponential() * meanSeconds * SECOND),
            () -> {
              if (!over) {
                comes();
              }
            });
  }

  /** Nothing more goes wrong, once what does is over. */
  void end() {
    over = true;
  }

  private void comes() {
    judge.looksAway();
    NodeId node = nodes.get(draws.below(nodes.size()));
    switch (draws.below(11)) {
      case 0, 1, 2 -> {
        happenings.count("trouble: connection cut");
        long away = draws.below(8_000_000);
        world.node(node).isCut(away);
        after(away, () -> {});
      }
      case 3, 4 -> {
        happenings.count("trouble: network gone, untold");
        long away = draws.below(12_000_000);
        world.node(node).losesNetwork(away);
        after(away + 8 * SECOND, () -> {});
      }
      case 5 -> crashes(world.asterisk(node));
      case 6, 7 -> refuses();
      case 8, 9 -> wiresGoBad();
      default -> dies();
    }
  }

  /** The trouble is over then; a while later the judge looks again. */
  private void after(long micros, Runnable mends) {
    world
        .agenda()
        .after(
            micros,
            () -> {
              mends.run();
              world.agenda().after(SETTLED, this::calm);
            });
  }

  private void calm() {
    judge.looksFrom(world.agenda().micros());
    begin();
  }

  private void crashes(SimulatedAsterisk edge) {
    happenings.count("trouble: an Asterisk crashed");
    edge.crash();
    after(SECOND / 2 + draws.below(4_000_000), edge::start);
  }

  private void dies() {
    happenings.count("trouble: the platform was killed and started again");
    world.dies();
    after(
        SECOND + draws.below(6_000_000),
        () -> {
          world.restarts();
          obey();
        });
  }

  private void obey() {
    for (NodeId node : nodes) {
      world.node(node).wires(wires);
      world.node(node).refuses(requests);
    }
  }

  private void refuses() {
    happenings.count("trouble: requests refused");
    boolean originates = draws.chance(0.5);
    double share = draws.chance(0.5) ? 0.2 : 0.8;
    requests =
        command ->
            (!originates || command instanceof CallCommand.OriginateLeg) && draws.chance(share)
                ? 503
                : 0;
    obey();
    after(
        draws.below(6_000_000),
        () -> {
          requests = RequestRule.OBEYS;
          obey();
        });
  }

  private void wiresGoBad() {
    happenings.count("trouble: frames lost, late, doubled, overtaken");
    wires = frame -> draws.chance(0.1) ? fate(frame) : Fate.PASS;
    obey();
    after(
        draws.below(6_000_000),
        () -> {
          wires = WireRule.FAITHFUL;
          obey();
          nodes.forEach(node -> world.node(node).isCut(0)); // So that what was lost is found out.
        });
  }

  private Fate fate(Frame frame) {
    return switch (draws.below(5)) {
      case 0 -> new Fate.Late(draws.below(2_000_000));
      case 1 -> new Fate.Stalled(draws.below(1_000_000));
      case 2 -> frame.way() == Frame.Way.TOLD ? new Fate.Twice() : Fate.PASS;
      case 3 -> new Fate.Lost();
      default -> new Fate.Overtaken();
    };
  }
}

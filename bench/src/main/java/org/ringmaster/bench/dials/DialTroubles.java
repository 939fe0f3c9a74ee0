// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.dials;

import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.kernel.Turn;
import org.ringmaster.simulation.asterisk.Fate;
import org.ringmaster.simulation.asterisk.Frame;
import org.ringmaster.simulation.asterisk.RequestRule;
import org.ringmaster.simulation.asterisk.SimulatedAsterisk;
import org.ringmaster.simulation.asterisk.SimulatedNode;
import org.ringmaster.simulation.asterisk.WireRule;
import org.ringmaster.simulation.draw.Draws;
import org.ringmaster.simulation.world.SimulatedCentre;

/**
 * What goes wrong while campaigns dial, one thing after another, as drawn: sockets, frames,
 * refusals, crashes, kills, clocks. Owned by the simulation's thread.
 */
final class DialTroubles {
  private static final long SECOND = 1_000_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;

  private final SimulatedCentre world;
  private final DialWishes wishes;
  private final DialTally tally;
  private final Runnable restarts;
  private final Draws draws;
  private final double meanSeconds;
  private WireRule wires = WireRule.FAITHFUL;
  private RequestRule requests = RequestRule.OBEYS;
  private boolean over;
  private boolean silenced;
  private int deadly;

  /**
   * Troubles to come.
   *
   * @param restarts how the platform comes back when it was killed
   * @param meanSeconds from one to the next, on average
   */
  DialTroubles(
      SimulatedCentre world,
      DialWishes wishes,
      DialTally tally,
      Runnable restarts,
      double meanSeconds) {
    this.world = world;
    this.wishes = wishes;
    this.tally = tally;
    this.restarts = restarts;
    this.meanSeconds = meanSeconds;
    draws = world.draws().stream("troubles");
  }

  /** From now on. */
  void begin() {
    world
        .agenda()
        .after(
            (long) (draws.exponential() * meanSeconds * SECOND),
            () -> {
              if (!over) {
                comes();
                begin();
              }
            });
  }

  /** Nothing goes wrong any more, and what was broken is mended. */
  void end() {
    over = true;
    deadly = 0;
    wires = WireRule.FAITHFUL;
    requests = RequestRule.OBEYS;
    if (!edge().isRunning()) {
      edge().start();
    }
    if (silenced) {
      world.dies(); // It would keep silent for ever.
    }
    if (!world.isAlive()) {
      comesBack();
    }
    obey();
    node().isCut(0); // So that what was lost without a word is found out.
  }

  private SimulatedNode node() {
    return world.node(DialPlan.EDGE);
  }

  private SimulatedAsterisk edge() {
    return world.asterisk(DialPlan.EDGE);
  }

  private void comes() {
    switch (draws.below(40)) {
      case 0, 1 -> {
        tally.count("trouble: connection cut");
        node().isCut(draws.below(6_000_000));
      }
      case 2 -> {
        tally.count("trouble: network gone, untold");
        node().losesNetwork(draws.below(12_000_000));
      }
      case 3 -> {
        tally.count("trouble: connection for lists cut");
        node().isBulkCut(draws.below(2_000_000));
      }
      case 4 -> crashes();
      case 5 -> killed();
      case 6, 7, 8, 9, 10 -> wiresGoBad();
      case 11, 12 -> refuses();
      case 13, 14 -> clockIsSet();
      case 15 -> takenOver();
      case 16, 17, 18, 19 -> wishes.somebodyHangsUp();
      default -> wishes.comes();
    }
  }

  private void crashes() {
    if (edge().isRunning()) {
      tally.count("trouble: Asterisk crashed");
      edge().crash();
      world
          .agenda()
          .after(
              SECOND / 2 + draws.below(4_000_000),
              () -> {
                if (!edge().isRunning()) {
                  edge().start();
                }
              });
    }
  }

  /** At any time, or just when it has decided something that is on its way to the disk. */
  private void killed() {
    if (draws.chance(0.3)) {
      dies();
    } else {
      deadly = 1 + draws.below(6);
    }
  }

  /** A turn was decided; it may be the last one. */
  void decided(Turn turn) {
    if (deadly > 0 && !turn.commands.isEmpty() && --deadly == 0) {
      world.agenda().after(draws.below(2_000), this::dies);
    }
  }

  private void dies() {
    if (!world.isAlive() || over) {
      return;
    }
    tally.count("trouble: the platform was killed and started again");
    world.dies();
    world
        .agenda()
        .after(
            draws.below(8_000_000),
            () -> {
              if (!world.isAlive()) {
                comesBack();
                obey();
              }
            });
  }

  private void comesBack() {
    silenced = false;
    restarts.run();
  }

  /** Another instance takes the application; ours keeps silent until it is started again. */
  private void takenOver() {
    if (world.isAlive()) {
      tally.count("trouble: another instance took over");
      node().isTakenOver();
      silenced = true;
      world.agenda().after(draws.below(5_000_000), this::dies);
    }
  }

  private void obey() {
    node().wires(wires);
    node().refuses(requests);
  }

  private void wiresGoBad() {
    tally.count("trouble: frames lost, late, doubled, overtaken");
    double share = draws.chance(0.5) ? 0.03 : 0.15;
    boolean mayLose = draws.chance(0.5);
    wires = frame -> draws.chance(share) ? fate(frame, mayLose) : Fate.PASS;
    ifAlive();
    world
        .agenda()
        .after(
            draws.below(10_000_000),
            () -> {
              wires = WireRule.FAITHFUL;
              ifAlive();
              if (mayLose && world.isAlive()) {
                node().isCut(0); // So that what was lost is found out.
              }
            });
  }

  private void ifAlive() {
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

  private void refuses() {
    tally.count("trouble: requests refused");
    double share = draws.chance(0.5) ? 0.2 : 0.8;
    boolean originates = draws.chance(0.5);
    requests =
        command ->
            (!originates || command instanceof CallCommand.OriginateLeg) && draws.chance(share)
                ? 503
                : 0;
    ifAlive();
    world
        .agenda()
        .after(
            draws.below(5_000_000),
            () -> {
              requests = RequestRule.OBEYS;
              ifAlive();
            });
  }

  /**
   * The clock of the platform's machine drifts and is corrected, somebody mistakes the hour, or it
   * is a day later: over the opening and closing of one place or of all.
   */
  private void clockIsSet() {
    double drawn = draws.unit();
    if (drawn < 0.3) {
      tally.count("trouble: clock corrected by seconds");
      setClock(draws.below(10_000_000) - 5 * SECOND);
    } else if (drawn < 0.8) {
      tally.count("trouble: clock set by minutes or hours");
      long step = draws.below(90) * MINUTE + draws.below(60_000_000);
      setClock(draws.chance(0.5) ? step : -step);
    } else {
      tally.count("trouble: clock set by a day");
      setClock(24 * HOUR + draws.below(120) * MINUTE);
    }
  }

  private void setClock(long byMicros) {
    world.clockIsSet(byMicros);
  }
}

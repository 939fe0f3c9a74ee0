// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.dials;

import java.util.List;
import org.ringmaster.bench.trouble.BadWires;
import org.ringmaster.bench.trouble.Deaths;
import org.ringmaster.core.kernel.Turn;
import org.ringmaster.simulation.asterisk.SimulatedAsterisk;
import org.ringmaster.simulation.asterisk.SimulatedNode;
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
  private final Draws draws;
  private final double meanSeconds;
  private final BadWires wires;
  private final Deaths deaths;
  private boolean over;

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
    this.meanSeconds = meanSeconds;
    draws = world.draws().stream("troubles");
    wires = new BadWires(world, List.of(DialPlan.EDGE), draws);
    deaths = new Deaths(world, draws, wires, restarts, this::happened);
  }

  /** From now on. */
  void begin() {
    deaths.begin();
    next();
  }

  private void next() {
    world
        .agenda()
        .after(
            (long) (draws.exponential() * meanSeconds * SECOND),
            () -> {
              if (!over) {
                comes();
                next();
              }
            });
  }

  /** Nothing goes wrong any more, and what was broken is mended. */
  void end() {
    over = true;
    deaths.end();
    wires.heal();
    if (!edge().isRunning()) {
      edge().start();
    }
    deaths.mend();
    wires.obey();
    wires.cutAll(); // So that what was lost without a word is found out.
  }

  private void happened(String what) {
    tally.count("trouble: " + what);
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
        happened("connection cut");
        node().isCut(draws.below(6_000_000));
      }
      case 2 -> {
        happened("network gone, untold");
        node().losesNetwork(draws.below(12_000_000));
      }
      case 3 -> {
        happened("connection for lists cut");
        node().isBulkCut(draws.below(2_000_000));
      }
      case 4 -> deaths.crash(edge());
      case 5 -> deaths.kill();
      case 6, 7, 8, 9, 10 -> {
        happened("frames lost, late, doubled, overtaken");
        wires.goBad(10_000_000);
      }
      case 11, 12 -> {
        happened("requests refused");
        wires.refuse(command -> 503);
      }
      case 13, 14 -> clockIsSet();
      case 15 -> takenOver();
      case 16, 17, 18, 19 -> wishes.somebodyHangsUp();
      default -> wishes.comes();
    }
  }

  /** A turn was decided; it may be the platform's last one. */
  void decided(Turn turn) {
    deaths.decided(turn);
  }

  private void takenOver() {
    if (world.isAlive()) {
      deaths.takeOver(node());
    }
  }

  /**
   * The clock of the platform's machine drifts and is corrected, somebody mistakes the hour, or it
   * is a day later: over the opening and closing of one place or of all.
   */
  private void clockIsSet() {
    double drawn = draws.unit();
    if (drawn < 0.3) {
      happened("clock corrected by seconds");
      setClock(draws.below(10_000_000) - 5 * SECOND);
    } else if (drawn < 0.8) {
      happened("clock set by minutes or hours");
      long step = draws.below(90) * MINUTE + draws.below(60_000_000);
      setClock(draws.chance(0.5) ? step : -step);
    } else {
      happened("clock set by a day");
      setClock(24 * HOUR + draws.below(120) * MINUTE);
    }
  }

  private void setClock(long byMicros) {
    world.clockIsSet(byMicros);
  }
}

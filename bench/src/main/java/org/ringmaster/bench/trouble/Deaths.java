// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.trouble;

import java.util.function.Consumer;
import org.ringmaster.core.kernel.Turn;
import org.ringmaster.simulation.asterisk.SimulatedAsterisk;
import org.ringmaster.simulation.asterisk.SimulatedNode;
import org.ringmaster.simulation.draw.Draws;
import org.ringmaster.simulation.world.SimulatedCentre;

/**
 * Ends of the platform and of nodes, as drawn, and how they come back. Owned by the simulation's
 * thread.
 */
public final class Deaths {
  private static final long SECOND = 1_000_000;

  private final SimulatedCentre world;
  private final Draws draws;
  private final BadWires wires;
  private final Runnable restarts;
  private final Consumer<String> tells;
  private boolean over = true;
  private boolean silenced;
  private int deadly;

  /**
   * Ends to come.
   *
   * @param wires which a platform that comes back is told of
   * @param restarts how the platform comes back
   * @param tells is told what has happened
   */
  public Deaths(
      SimulatedCentre world,
      Draws draws,
      BadWires wires,
      Runnable restarts,
      Consumer<String> tells) {
    this.world = world;
    this.draws = draws;
    this.wires = wires;
    this.restarts = restarts;
    this.tells = tells;
  }

  /** From now on the platform may die. */
  public void begin() {
    over = false;
  }

  /** The platform dies no more. */
  public void end() {
    over = true;
  }

  /** The platform lives again, and is not about to die; who was silenced would stay so for ever. */
  public void mend() {
    deadly = 0;
    if (silenced) {
      world.dies();
    }
    if (!world.isAlive()) {
      comesBack();
    }
  }

  /** At any time, or just when it has decided something that is on its way to the disk. */
  public void kill() {
    if (draws.chance(0.3)) {
      dies();
    } else {
      deadly = 1 + draws.below(6);
    }
  }

  /** A turn was decided; it may be the last one. */
  public void decided(Turn turn) {
    if (deadly > 0 && !turn.commands.isEmpty() && --deadly == 0) {
      world.agenda().after(draws.below(2_000), this::dies);
    }
  }

  /** Another instance takes a node; ours keeps silent until somebody starts it again. */
  public void takeOver(SimulatedNode node) {
    tells.accept("another instance took over");
    node.isTakenOver();
    silenced = true;
    world.agenda().after(draws.below(5_000_000), this::dies);
  }

  /** An Asterisk ends with all its calls, and is started soon. */
  public void crash(SimulatedAsterisk edge) {
    if (edge.isRunning()) {
      tells.accept("Asterisk crashed");
      edge.crash();
      world
          .agenda()
          .after(
              SECOND / 2 + draws.below(4_000_000),
              () -> {
                if (!edge.isRunning()) {
                  edge.start();
                }
              });
    }
  }

  private void dies() {
    if (!world.isAlive() || over) {
      return;
    }
    tells.accept("the platform was killed and started again");
    world.dies();
    world
        .agenda()
        .after(
            draws.below(8_000_000),
            () -> {
              if (!world.isAlive()) {
                comesBack();
                wires.obey();
              }
            });
  }

  private void comesBack() {
    silenced = false;
    restarts.run();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.chaos;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ringmaster.bench.trouble.BadWires;
import org.ringmaster.bench.trouble.Deaths;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.kernel.Turn;
import org.ringmaster.simulation.asterisk.Party;
import org.ringmaster.simulation.asterisk.SimulatedAsterisk;
import org.ringmaster.simulation.asterisk.SimulatedLeg;
import org.ringmaster.simulation.asterisk.SimulatedNode;
import org.ringmaster.simulation.draw.Draws;
import org.ringmaster.simulation.world.SimulatedCentre;

/**
 * What goes wrong, one thing after another, as drawn: sockets, frames, refusals, crashes, kills,
 * and people who do what nobody expects. Owned by the simulation's thread.
 */
final class Troubles {
  private static final long SECOND = 1_000_000;
  private static final List<String> CODES =
      List.of("*10", "*11", "*12", "*13", "*14", "*99", "*2000", "*2001");
  private static final int NOT_FOUND = 404;
  private static final int[] REFUSALS = {400, 404, 409, 500, 503};

  private final SimulatedCentre world;
  private final ChaosPlan plan;
  private final Truth truth;
  private final Draws draws;
  private final Edges edges;
  private final Wishes wishes;
  private final Bosses bosses;
  private final TelephoneKeys keys;
  private final BadWires wires;
  private final Deaths deaths;
  private boolean on;
  private int count;
  private long clockSetAtMicros;

  /**
   * Troubles to come.
   *
   * @param restarts how the platform comes back when it was killed
   */
  Troubles(SimulatedCentre world, ChaosPlan plan, Edges edges, Truth truth, Runnable restarts) {
    this.world = world;
    this.plan = plan;
    this.truth = truth;
    draws = world.draws().stream("troubles");
    wires = new BadWires(world, edges.nodes(), draws);
    deaths = new Deaths(world, draws, wires, restarts, what -> {});
    this.edges = edges;
    this.wishes = new Wishes(world, plan, draws);
    this.bosses = new Bosses(world, plan.agents());
    this.keys = new TelephoneKeys(world, plan, edges);
  }

  /** From now on, every few seconds. */
  void begin() {
    on = true;
    deaths.begin();
    next(++count);
  }

  /** For once nothing that Asterisk tells arrives: only a comparison can bring it back. */
  void deafens() {
    on = false;
    deaths.end();
    wires.deafen();
  }

  /** Nothing goes wrong any more, and what was broken is mended. */
  void end() {
    on = false;
    deaths.end();
    wires.heal();
    edges.all().filter(edge -> !edge.isRunning()).forEach(SimulatedAsterisk::start);
    deaths.mend();
    wires.obey();
    wires.cutAll(); // So that what was lost without a word is found out.
    world.reads(plan.restored());
  }

  private void next(int mine) {
    world
        .agenda()
        .after(
            (long) (draws.exponential() * 4 * SECOND),
            () -> {
              if (on && mine == count) {
                comes();
                next(mine);
              }
            });
  }

  private void comes() {
    switch (draws.below(43)) {
      case 0 -> node().isCut(draws.below(5_000_000));
      case 1 -> node().losesNetwork(draws.below(15_000_000));
      case 2 -> node().isBulkCut(draws.below(2_000_000));
      case 3 -> deaths.crash(edges.at(any()));
      case 4, 5 -> deaths.kill();
      case 6, 7 -> wires.goBad(6_000_000);
      case 8, 9 -> refuses();
      case 10 -> guardSendsOn();
      case 11, 12 -> somebodyHangsUp();
      case 13, 14 -> dialsCode();
      case 15 -> reads();
      case 16 -> clockIsSet();
      case 17 -> takenOver();
      case 18, 19 -> wishes.steersCallback();
      case 20 -> somebodyPresses();
      case 21, 22, 23 -> wishes.supervises();
      case 24, 25, 26, 27 -> wishes.converses();
      case 29, 30, 31, 32 -> wishes.records();
      case 33, 34 -> wishes.readsMessages();
      case 35, 36 -> somebodyLeavesAMessage();
      case 37, 38, 39 -> bosses.want();
      case 40, 41, 42 -> keys.press();
      default -> wishes.agentDoes();
    }
  }

  private NodeId any() {
    List<NodeId> nodes = edges.nodes();
    return nodes.size() == 1 ? nodes.getFirst() : nodes.get(draws.below(nodes.size()));
  }

  private SimulatedNode node() {
    return world.node(any());
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

  private void refuses() {
    int status = REFUSALS[draws.below(REFUSALS.length)];
    wires.refuse(command -> refusalOf(command, status));
  }

  /** That it does not know a recording, an Asterisk says only of one that it does not have. */
  private static int refusalOf(CallCommand command, int status) {
    boolean isRecorded =
        command instanceof CallCommand.StopRecording
            || command instanceof CallCommand.SeekRecording;
    return isRecorded && status == NOT_FOUND ? REFUSALS[0] : status;
  }

  private void guardSendsOn() {
    SimulatedLeg leg = anyLeg();
    if (leg != null && !leg.outgoing()) {
      truth.sendsOn(leg.id());
      edges.all().forEach(edge -> edge.sendsOn(leg.id()));
      long stays = draws.below(20_000_000);
      world.agenda().after(stays, () -> edges.hangUp(leg.id(), HangupCause.NORMAL));
    }
  }

  private void somebodyHangsUp() {
    SimulatedLeg leg = anyLeg();
    if (leg != null) {
      edges.hangUp(leg.id(), draws.chance(0.5) ? HangupCause.NORMAL : HangupCause.REJECTED);
    }
  }

  private void somebodyPresses() {
    SimulatedLeg leg = anyLeg();
    if (leg != null) {
      String key = "02579*1##".substring(draws.below(9)).substring(0, 1);
      edges.all().forEach(edge -> edge.press(leg.id(), key, 100));
    }
  }

  private @Nullable SimulatedLeg anyLeg() {
    List<SimulatedLeg> legs = edges.legs();
    return legs.isEmpty() ? null : legs.get(draws.below(legs.size()));
  }

  /** An agent dials a star code, or the queue, and puts the receiver down after a while. */
  private void dialsCode() {
    String code = draws.chance(0.2) ? "500" : CODES.get(draws.below(CODES.size()));
    AgentId agent = wishes.anyAgent();
    SimulatedAsterisk edge = edges.at(plan.nodeOf(agent));
    LegId leg = edge.call(agent.value(), "telephone", code, null, new Party() {});
    long stays = TimeUnit.SECONDS.toMicros(2 + draws.below(15));
    world.agenda().after(stays, () -> edge.hangUp(leg, HangupCause.NORMAL));
  }

  /** A clock that drifted is corrected, or somebody mistakes the hour. */
  private void clockIsSet() {
    long step = draws.chance(0.7) ? draws.below(5_000_000) : draws.below(3_600) * SECOND;
    world.clockIsSet(draws.chance(0.5) ? step : -step);
    truth.clockIsAhead(world.clockMicros() - world.agenda().micros());
    clockSetAtMicros = world.clockMicros();
  }

  /**
   * When the clock was last set, on the platform's clock; what is due waits its time all the same.
   */
  long clockSetAtMicros() {
    return clockSetAtMicros;
  }

  private void reads() {
    world.reads(draws.chance(0.5) ? plan.changed() : plan.restored());
  }

  /** Somebody who waits presses the key for it, and perhaps does not wait for the tone. */
  private void somebodyLeavesAMessage() {
    SimulatedLeg leg = anyLeg();
    if (leg != null) {
      edges.all().forEach(edge -> edge.press(leg.id(), "7", 100));
      if (draws.chance(0.5)) {
        world
            .agenda()
            .after(
                draws.below(8_000_000),
                () -> edges.all().forEach(edge -> edge.press(leg.id(), "#", 100)));
      }
    }
  }
}

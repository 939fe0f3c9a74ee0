// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.chaos;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.kernel.Turn;
import org.ringmaster.simulation.asterisk.Fate;
import org.ringmaster.simulation.asterisk.Frame;
import org.ringmaster.simulation.asterisk.Party;
import org.ringmaster.simulation.asterisk.RequestRule;
import org.ringmaster.simulation.asterisk.SimulatedAsterisk;
import org.ringmaster.simulation.asterisk.SimulatedLeg;
import org.ringmaster.simulation.asterisk.SimulatedNode;
import org.ringmaster.simulation.asterisk.WireRule;
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
  private final Restarts restarts;
  private final Draws draws;
  private final Edges edges;
  private final Wishes wishes;
  private final Bosses bosses;
  private final TelephoneKeys keys;
  private WireRule wires = WireRule.FAITHFUL;
  private RequestRule requests = RequestRule.OBEYS;
  private boolean on;
  private int count;
  private int deadly;
  private boolean silenced;
  private long clockSetAtMicros;

  /** How the platform comes back when it was killed. */
  @FunctionalInterface
  interface Restarts {
    void restart();
  }

  Troubles(SimulatedCentre world, ChaosPlan plan, Edges edges, Truth truth, Restarts restarts) {
    this.world = world;
    this.plan = plan;
    this.truth = truth;
    this.restarts = restarts;
    draws = world.draws().stream("troubles");
    this.edges = edges;
    this.wishes = new Wishes(world, plan, draws);
    this.bosses = new Bosses(world, plan.agents());
    this.keys = new TelephoneKeys(world, plan, edges);
  }

  /** From now on, every few seconds. */
  void begin() {
    on = true;
    next(++count);
  }

  /** For once nothing that Asterisk tells arrives: only a comparison can bring it back. */
  void deafens() {
    on = false;
    wires = frame -> frame.way() == Frame.Way.TOLD ? new Fate.Lost() : Fate.PASS;
    if (world.isAlive()) {
      obey();
    }
  }

  /** Nothing goes wrong any more, and what was broken is mended. */
  void end() {
    on = false;
    deadly = 0;
    wires = WireRule.FAITHFUL;
    requests = RequestRule.OBEYS;
    edges.all().filter(edge -> !edge.isRunning()).forEach(SimulatedAsterisk::start);
    if (silenced) {
      world.dies(); // It would keep silent for ever.
    }
    if (!world.isAlive()) {
      comesBack();
    }
    obey();
    cutAll(); // So that what was lost without a word is found out.
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
      case 3 -> crashes();
      case 4, 5 -> killed();
      case 6, 7 -> wiresGoBad();
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

  private void cutAll() {
    edges.nodes().forEach(node -> world.node(node).isCut(0));
  }

  private void crashes() {
    SimulatedAsterisk edge = edges.at(any());
    if (edge.isRunning()) {
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

  /** Another instance takes the application; ours keeps silent until somebody starts it again. */
  private void takenOver() {
    if (world.isAlive()) {
      node().isTakenOver();
      silenced = true;
      world.agenda().after(draws.below(5_000_000), this::dies);
    }
  }

  private void dies() {
    if (!world.isAlive() || !on) {
      return;
    }
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
    restarts.restart();
  }

  private void obey() {
    for (NodeId node : edges.nodes()) {
      world.node(node).wires(wires);
      world.node(node).refuses(requests);
    }
  }

  private void wiresGoBad() {
    double share = draws.chance(0.5) ? 0.03 : 0.15;
    boolean mayLose = draws.chance(0.5);
    wires = frame -> draws.chance(share) ? fate(frame, mayLose) : Fate.PASS;
    obey();
    world
        .agenda()
        .after(
            draws.below(6_000_000),
            () -> {
              wires = WireRule.FAITHFUL;
              if (world.isAlive()) {
                obey();
                if (mayLose) {
                  cutAll();
                }
              }
            });
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
    int status = REFUSALS[draws.below(REFUSALS.length)];
    double share = draws.chance(0.5) ? 0.2 : 0.8;
    boolean originates = draws.chance(0.5);
    requests =
        command ->
            (!originates || command instanceof CallCommand.OriginateLeg) && draws.chance(share)
                ? refusalOf(command, status)
                : 0;
    if (world.isAlive()) {
      obey();
    }
    world
        .agenda()
        .after(
            draws.below(5_000_000),
            () -> {
              requests = RequestRule.OBEYS;
              if (world.isAlive()) {
                obey();
              }
            });
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

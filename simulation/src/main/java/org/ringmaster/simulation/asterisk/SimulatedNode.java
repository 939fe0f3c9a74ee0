// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.asterisk;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.engine.Inlet;
import org.ringmaster.core.engine.Lateness;
import org.ringmaster.core.engine.MicroClock;
import org.ringmaster.core.engine.Outlet;
import org.ringmaster.core.kernel.Command;
import org.ringmaster.simulation.clock.Agenda;

/**
 * One Asterisk as the kernel sees it: does what the bridge to a real one does, in the same order,
 * with the same time-outs and losses. One lives as long as one run of the platform.
 */
public final class SimulatedNode implements Outlet {

  private static final int FILE_IS_THERE = 200;
  private static final long COMMAND_MICROS = 5_000_000;
  private static final long END_MICROS = 250_000;
  private static final int CONFLICT = 409;

  /** As the real node waits, so that a flood of what was lost is one look. */
  private static final long LOOK_MICROS = 200_000;

  private static final long DEAD_MICROS = 6_000_000;
  private static final long PING_MICROS = 1_000_000;
  private static final long WITNESS_POLL_MICROS = 200_000;

  /** What the node is doing. */
  public enum State {
    /** No connection. */
    DOWN,
    /** Connected; it has not told about itself. */
    CONNECTING,
    /** In use. */
    UP,
    /** Another instance has it. */
    FENCED,
    /** The platform is gone. */
    CLOSED
  }

  private final SimulatedAsterisk asterisk;
  private final Inlet inlet;
  private final MicroClock clock;
  private final Agenda agenda;
  private final Wire.Rules rules = new Wire.Rules();
  private final Gates gates = new Gates();
  private final EndWatch watch = new EndWatch(this);
  private final Listing listing = new Listing(this);
  private final Lateness lateness = new Lateness();
  private final Set<LegId> sought = new LinkedHashSet<>();
  private final NodeSocket control;
  private final NodeSocket bulk;
  private State state = State.DOWN;
  private int connection;
  private boolean subscribesAgain = true;
  private boolean polling;
  private boolean looking;

  /** A node that does nothing before {@link #start}. */
  public SimulatedNode(SimulatedAsterisk asterisk, Inlet inlet, MicroClock clock) {
    this.asterisk = asterisk;
    this.inlet = inlet;
    this.clock = clock;
    agenda = asterisk.agenda;
    control = new NodeSocket(asterisk, rules, new Control());
    bulk = new NodeSocket(asterisk, rules, new Bulk());
  }

  /** Begins to connect, and goes on doing so until it is closed or fenced. */
  public void start() {
    control.start();
    bulk.start();
  }

  /** Which Asterisk it is. */
  public NodeId id() {
    return asterisk.id();
  }

  /** What it is doing. */
  public State state() {
    return state;
  }

  // What goes wrong, if somebody wants it to.

  /** From now on this becomes of frames between the node and us. */
  public void wires(WireRule rule) {
    rules.wire = rule;
  }

  /** From now on Asterisk refuses these commands. */
  public void refuses(RequestRule rule) {
    rules.request = rule;
  }

  /** All connections end, as both sides see at once; none can be made for a while. */
  public void isCut(long awayMicros) {
    control.cut(awayMicros);
    bulk.cut(awayMicros);
  }

  /** Only the connection for originates in bulk ends. */
  public void isBulkCut(long awayMicros) {
    bulk.cut(awayMicros);
  }

  /**
   * The network between the node and us is gone for a while, and neither side is told: what leaves
   * meanwhile arrives late, or never where our end gives the connection up.
   */
  public void losesNetwork(long awayMicros) {
    long noticed = DEAD_MICROS + (long) (asterisk.draws.unit() * PING_MICROS);
    control.silence(awayMicros, noticed);
    bulk.silence(awayMicros, noticed);
  }

  /**
   * From now on a connection that was lost comes back for requests alone: what happens is told to
   * nobody, as by a bridge that goes on over HTTP and does not open its event socket again.
   */
  public void forgetsToSubscribeAgain() {
    subscribesAgain = false;
  }

  /** Another instance connects as our application. */
  public void isTakenOver() {
    asterisk.connect(new Nobody());
  }

  /** The platform dies; calls go on in Asterisk. */
  public void dies() {
    state = State.CLOSED;
    control.end(Answered.Kind.DISCONNECTED);
    bulk.end(Answered.Kind.DISCONNECTED);
  }

  // Commands.

  @Override
  public boolean publish(Command command) {
    if (!(command instanceof CallCommand asked) || !asked.node().equals(id())) {
      return false;
    }
    if (state != State.CLOSED) {
      carryOut(asked);
    }
    return true;
  }

  private void carryOut(CallCommand command) {
    if (command instanceof CallCommand.OriginateLeg originate) {
      originate(originate);
    } else if (!gates.holds(command)) {
      ask(command);
    }
  }

  private void originate(CallCommand.OriginateLeg command) {
    gates.shut(command.leg());
    NodeSocket socket = command.bulk() ? bulk : control;
    socket.send(Request.of(command, deadline(), answer -> originated(command, answer)));
  }

  private void originated(CallCommand.OriginateLeg command, Answered answer) {
    boolean exists = answer.ok() || answer.uncertain();
    if (answer.ok()) {
      tell(new CallInput.LegMade(id(), command.leg()), answer.atMicros());
    } else {
      fail(command, answer);
    }
    for (CallCommand waited : gates.open(command.leg())) {
      if (exists) {
        carryOut(waited);
      }
    }
  }

  private void ask(CallCommand command) {
    switch (command) {
      case CallCommand.HangUpLeg c ->
          control.send(Request.of(c, deadline(), answer -> hungUp(c, answer)));
      case CallCommand.StopPlay c ->
          control.send(
              Request.of(
                  c,
                  deadline(),
                  answer -> {
                    if (!answer.notFound()) {
                      judge(c, answer);
                    }
                  }));
      case CallCommand.StopRecording c ->
          control.send(Request.of(c, deadline(), answer -> stopped(c, answer)));
      case CallCommand.ListNode c -> listing.list();
      case CallCommand.Beat c -> {
        // No guard stands beside a simulated Asterisk.
      }
      case CallCommand.SeekRecording c ->
          control.send(Request.of(c, deadline(), answer -> found(c, answer)));
      case CallCommand.DropRecording c ->
          control.send(Request.of(c, deadline(), answer -> {})); // One that is gone is right.
      case CallCommand.SeekWitness c -> {
        sought.add(c.leg());
        pollLater();
      }
      default -> send(command);
    }
  }

  private void found(CallCommand.SeekRecording sought, Answered answer) {
    if (answer.status() == FILE_IS_THERE || answer.notFound()) {
      boolean failed = answer.notFound();
      tell(
          new CallInput.RecordingEnded(id(), sought.recording(), failed, failed ? 0 : -1),
          agenda.micros());
    }
  }

  private void send(CallCommand command) {
    control.send(Request.of(command, deadline(), answer -> judge(command, answer)));
  }

  private void judge(CallCommand command, Answered answer) {
    if (!answer.ok()) {
      fail(command, answer);
    }
  }

  /** A recording that the node does not know is over. */
  private void stopped(CallCommand.StopRecording command, Answered answer) {
    if (answer.notFound()) {
      tell(new CallInput.RecordingEnded(id(), command.recording(), true, 0), agenda.micros());
    } else if (answer.status() != CONFLICT) {
      judge(command, answer);
    }
  }

  /** A hang-up that comes too late is nothing to tell of, once the end has been told. */
  private void hungUp(CallCommand.HangUpLeg command, Answered answer) {
    if (!answer.notFound()) {
      judge(command, answer);
    } else if (!watch.hasEnded(command.leg())) {
      agenda.after(
          END_MICROS,
          () -> {
            if (!watch.hasEnded(command.leg())) {
              judge(command, answer);
            }
          });
    }
  }

  private void fail(CallCommand command, Answered answer) {
    tell(
        new CallInput.CommandFailed(
            id(),
            command.getClass().getSimpleName(),
            Targets.leg(command),
            Targets.bridge(command),
            answer.status(),
            answer.why()),
        agenda.micros());
  }

  /** The second witness is looked at five times a second while something is sought. */
  private void pollLater() {
    if (!polling && !sought.isEmpty()) {
      polling = true;
      agenda.after(WITNESS_POLL_MICROS, this::poll);
    }
  }

  private void poll() {
    polling = false;
    sought.removeIf(
        leg -> {
          EndRows.@Nullable End end = asterisk.ends().of(leg);
          if (end != null) {
            long up = end.upMicros() == 0 ? 0 : inPlatformsTime(end.upMicros());
            tell(new CallInput.EndWitnessed(id(), leg, end.cause(), up), end.atMicros());
          }
          return end != null || asterisk.leg(leg) == null;
        });
    if (state != State.CLOSED) {
      pollLater();
    }
  }

  // What is told.

  /** Tells something that happened at a time on Asterisk's clock, in the platform's time. */
  void tell(CallInput input, long occurredAtMicros) {
    if (state != State.CLOSED) {
      inlet.offer(input, inPlatformsTime(occurredAtMicros));
    }
  }

  private long inPlatformsTime(long micros) {
    return micros + clock.micros() - agenda.micros();
  }

  NodeSocket control() {
    return control;
  }

  Gates gates() {
    return gates;
  }

  /** Something ended and nobody has said when: a look will find it missing; many are one look. */
  void look() {
    if (!looking) {
      looking = true;
      agenda.after(LOOK_MICROS, this::lookNow);
    }
  }

  private void lookNow() {
    looking = false;
    if (state == State.UP) {
      listing.list();
    }
  }

  EndWatch watch() {
    return watch;
  }

  long nowMicros() {
    return agenda.micros();
  }

  long deadline() {
    return agenda.micros() + COMMAND_MICROS;
  }

  private void introduced(Answered answer, int asked) {
    if (state != State.CONNECTING || asked != connection) {
      return;
    }
    if (!answer.ok()) {
      if (answer.kind() != Answered.Kind.DISCONNECTED) {
        control.reconnect();
      }
      return;
    }
    state = State.UP;
    tell(
        new CallInput.NodeConnected(id(), SimulatedAsterisk.VERSION, answer.atMicros()),
        agenda.micros());
    listing.list();
  }

  private void fence() {
    state = State.FENCED;
    control.end(Answered.Kind.FENCED);
    bulk.end(Answered.Kind.FENCED);
    tell(new CallInput.NodeFenced(id()), agenda.micros());
  }

  /** Hears the control application's socket. */
  private final class Control implements NodeSocket.Listener {
    @Override
    public void onUp() {
      state = State.CONNECTING;
      boolean isFirst = connection == 0;
      int mine = ++connection;
      if (isFirst || subscribesAgain) {
        control.subscribe();
      }
      control.sendFirst(Request.of(Request.Kind.EVENT_FILTER, deadline(), answer -> {}));
      control.sendFirst(
          Request.of(Request.Kind.INTRODUCTION, deadline(), answer -> introduced(answer, mine)));
    }

    @Override
    public void onTold(Link.Back thing) {
      switch (thing) {
        case Link.Back.Told told -> told(told.input(), told.atMicros());
        case Link.Back.HangingUp up -> watch.hangingUp(up.leg(), up.cause());
        case Link.Back.Left left -> watch.left(left.leg(), left.atMicros());
        case Link.Back.Replaced replaced -> fence();
        default -> {}
      }
    }

    private void told(CallInput input, long atMicros) {
      if (input instanceof CallInput.LegArrived arrived) {
        watch.watch(arrived.leg());
      }
      long late = lateness.heard(atMicros, agenda.micros());
      if (!(input instanceof CallInput.LegGone gone) || watch.gone(gone.leg())) {
        tell(late == 0 ? input : input.toldLate(late), atMicros);
      }
    }

    @Override
    public void onDown() {
      connection++;
      listing.forget();
      boolean wasUp = state == State.UP;
      state = State.DOWN;
      if (wasUp) {
        long heard = control.heardMicros() + clock.micros() - agenda.micros();
        tell(new CallInput.NodeLost(id(), heard), agenda.micros());
      }
    }
  }

  /** Hears a bulk socket, which says next to nothing. */
  private static final class Bulk implements NodeSocket.Listener {
    @Override
    public void onUp() {}

    @Override
    public void onTold(Link.Back thing) {}

    @Override
    public void onDown() {}
  }
}

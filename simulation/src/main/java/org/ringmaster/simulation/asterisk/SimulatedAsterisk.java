// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.asterisk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.BridgeId;
import org.ringmaster.core.call.BridgeKind;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.LegState;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.RecordingId;
import org.ringmaster.core.call.SeenLeg;
import org.ringmaster.core.kernel.IdShape;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.simulation.clock.Agenda;
import org.ringmaster.simulation.draw.Draws;

/**
 * One Asterisk: its channels and bridges, what people do at their telephones, and what it tells the
 * application that is connected, if one is. Its present state is the truth of the world. Owned by
 * the simulation's thread.
 */
public final class SimulatedAsterisk {

  /** What Asterisk says it is. */
  static final String VERSION = "22.10.1";

  private static final String INBOUND = "inbound";
  private static final long GUARD_MICROS = 20_000_000;

  final Agenda agenda;
  final Draws draws;
  final AsteriskTiming timing;
  private final NodeId id;
  private final Map<LegId, SimulatedLeg> legs = new LinkedHashMap<>();
  private final Map<String, Line> telephones = new LinkedHashMap<>();
  private final List<AsteriskWatcher> watchers = new ArrayList<>();
  private final Rooms rooms = new Rooms(this);
  private final Sounds sounds = new Sounds(this);
  private final Tapes tapes = new Tapes(this);
  private final Detector detector = new Detector(this);
  private final EndRows ends = new EndRows();
  private @Nullable AppSession app;
  private Line carrier = rung -> new Line.Reception.Unknown();
  private long startedAtMicros;
  private long clockBehindMicros;
  private boolean running = true;
  private int minted;
  private long untold;
  private long connections;

  /** An Asterisk that has been running for an hour. */
  public SimulatedAsterisk(NodeId id, Agenda agenda, Draws draws, AsteriskTiming timing) {
    this.id = id;
    this.agenda = agenda;
    this.draws = draws;
    this.timing = timing;
    startedAtMicros = agenda.micros() - 3_600_000_000L;
  }

  // What surrounds it.

  /** A telephone registers. */
  public void telephone(String endpoint, Line line) {
    telephones.put(endpoint, line);
  }

  /** What takes numbers that are dialled through any trunk. */
  public void carrier(Line line) {
    carrier = line;
  }

  /** The clock of its machine is so much behind, microseconds; the bridge does not know that. */
  public void clockIsBehind(long micros) {
    clockBehindMicros = micros;
  }

  /** Somebody looks on from now on. */
  public void watchedBy(AsteriskWatcher watcher) {
    watchers.add(watcher);
  }

  // What people do.

  /**
   * Somebody rings in; the leg.
   *
   * @param endpoint the trunk or telephone they come through
   * @param entry as in {@link CallInput.LegArrived}
   */
  public LegId call(
      String endpoint, String entry, String dialled, @Nullable Personal number, Party party) {
    LegId leg = new LegId(mint());
    if (!running) {
      agenda.after(0, () -> party.gone(leg, HangupCause.CONGESTION));
      return leg;
    }
    SimulatedLeg made =
        new SimulatedLeg(leg, endpoint, entry, dialled, number, party, false, agenda.micros());
    add(made);
    agenda.after(timing.dialplan().drawMicros(draws, agenda.micros()), () -> entersStasis(made));
    return leg;
  }

  /** Whoever is rung answers; nothing happens where it does not ring any more. */
  public void answer(LegId leg) {
    SimulatedLeg one = legs.get(leg);
    if (one != null && one.outgoing && one.state != LegState.UP) {
      up(one);
      agenda.after(timing.dialplan().drawMicros(draws, agenda.micros()), () -> entersStasis(one));
    }
  }

  /** The far end hangs up, declines, or cannot be reached any more. */
  public void hangUp(LegId leg, HangupCause cause) {
    SimulatedLeg one = legs.get(leg);
    if (one != null) {
      gone(one, cause);
    }
  }

  /** The far end presses a key: one of {@code 0-9 * # A-D}. */
  public void press(LegId leg, String digit, long durationMillis) {
    SimulatedLeg one = legs.get(leg);
    if (one != null && one.state == LegState.UP) {
      tell(one, new CallInput.DigitPressed(id, leg, digit, durationMillis));
      tapes.pressed(one, digit);
    }
  }

  /** The far end puts the leg on hold, or takes it off. */
  public void hold(LegId leg, boolean held) {
    SimulatedLeg one = legs.get(leg);
    if (one != null && one.state == LegState.UP && one.held != held) {
      one.held = held;
      tell(one, new CallInput.LegHeld(id, leg, held));
    }
  }

  /**
   * The far end asks with its own keys to hand the other one on (SIP REFER).
   *
   * @param replaces the line of theirs to whose other end it shall go, where it is attended
   */
  public void asksToHandOn(LegId leg, String to, boolean attended, @Nullable LegId replaces) {
    SimulatedLeg one = legs.get(leg);
    if (one != null && one.state == LegState.UP) {
      tell(one, new CallInput.HandOnAsked(id, leg, new Personal(to), attended, replaces));
    }
  }

  /** The guard beside Asterisk, or an operator, sends a leg on in the dialplan. */
  public void sendsOn(LegId leg) {
    SimulatedLeg one = legs.get(leg);
    if (one != null) {
      leavesStasis(one);
    }
  }

  // Its own life.

  /** Crashes: all that lived there is gone, and nobody is told. It stays away until it starts. */
  public void crash() {
    running = false;
    AppSession session = app;
    app = null;
    for (SimulatedLeg leg : List.copyOf(legs.values())) {
      legs.remove(leg.id);
      watchers.forEach(watcher -> watcher.gone(id, leg, HangupCause.UNKNOWN));
      leg.party.gone(leg.id, HangupCause.UNKNOWN);
    }
    rooms.clear();
    sounds.clear();
    tapes.crash();
    if (session != null) {
      session.closed();
    }
  }

  /** Starts again after a crash. */
  public void start() {
    running = true;
    startedAtMicros = agenda.micros();
    minted = 0;
  }

  // What is true.

  /** Which Asterisk this is. */
  public NodeId id() {
    return id;
  }

  /** Whether it runs. */
  public boolean isRunning() {
    return running;
  }

  /** A leg that lives here, or null. */
  public @Nullable SimulatedLeg leg(LegId leg) {
    return legs.get(leg);
  }

  /** All legs that live here, oldest first. */
  public Collection<SimulatedLeg> legs() {
    return Collections.unmodifiableCollection(legs.values());
  }

  /** All rooms here, oldest first. */
  public Collection<Room> rooms() {
    return rooms.all();
  }

  /** How long a recorded file on its disk is, milliseconds; null where there is none. */
  public @Nullable Long storedMillis(RecordingId recording) {
    Long ofBridge = sounds.storedMillis(recording);
    return ofBridge == null ? tapes.storedMillis(recording) : ofBridge;
  }

  /** The recorded files on its disk. */
  public Set<RecordingId> recordedFiles() {
    return sounds.stored();
  }

  /** Whether a bridge is being recorded. */
  public boolean isRecorded(BridgeId bridge) {
    return sounds.isRecorded(bridge);
  }

  /** Somebody deletes a recorded file. */
  public void deleteRecording(RecordingId recording) {
    sounds.deleteStored(recording);
    tapes.drop(recording);
  }

  /** How many things happened that nobody was there to be told of. */
  public long untold() {
    return untold;
  }

  /** Whether an application is connected. */
  public boolean hasApplication() {
    return app != null;
  }

  // The application.

  /** An application connects; one that was connected is told that it is replaced. */
  void connect(AppSession session) {
    AppSession before = app;
    app = session;
    connections++;
    if (before != null) {
      before.replaced();
    }
  }

  /** The connection is gone. What happens from here on is told to nobody. */
  void disconnect(AppSession session) {
    if (session.equals(app)) {
      app = null;
      long mine = connections;
      agenda.after(
          GUARD_MICROS,
          () -> {
            if (mine == connections && running) {
              guards();
            }
          });
    }
  }

  /**
   * The guard beside Asterisk: sends callers on whom nobody talks with, as the platform is away,
   * and frees telephones that talk with nobody.
   */
  private void guards() {
    for (SimulatedLeg leg : List.copyOf(legs.values())) {
      Room room = leg.room;
      boolean alone = room == null || room.kind != BridgeKind.TALK || room.legs.size() < 2;
      if (leg.ours && !leg.outgoing && leg.entry.equals(INBOUND) && alone) {
        leavesStasis(leg);
      } else if (leg.ours && alone && telephones.containsKey(leg.endpoint)) {
        gone(leg, HangupCause.NORMAL);
      }
    }
  }

  void tell(SimulatedLeg leg, CallInput input) {
    if (leg.ours || leg.subscribed) {
      tell(input, agenda.micros());
    }
  }

  void tell(CallInput input, long atMicros) {
    if (app == null) {
      untold++;
    } else {
      app.tell(input, atMicros - clockBehindMicros);
    }
  }

  // Lives of legs.

  Rooms roomBooks() {
    return rooms;
  }

  Sounds sounds() {
    return sounds;
  }

  Tapes tapes() {
    return tapes;
  }

  Detector detector() {
    return detector;
  }

  EndRows ends() {
    return ends;
  }

  long startedAtMicros() {
    return startedAtMicros;
  }

  Line line(org.ringmaster.core.call.Endpoint endpoint) {
    if (endpoint.number() != null) {
      return carrier;
    }
    Line telephone = telephones.get(endpoint.name());
    return telephone == null ? rung -> new Line.Reception.Unknown() : telephone;
  }

  void add(SimulatedLeg leg) {
    legs.put(leg.id, leg);
    watchers.forEach(watcher -> watcher.made(id, leg));
  }

  void rang(SimulatedLeg leg, boolean answersByItself) {
    if (isHere(leg) && leg.state == LegState.REQUESTED) {
      leg.state = LegState.RINGING;
      watchers.forEach(watcher -> watcher.rang(id, leg));
      tell(leg, new CallInput.LegRang(id, leg.id));
      leg.party.rings(leg.id, answersByItself);
    }
  }

  void up(SimulatedLeg leg) {
    if (leg.state != LegState.UP) {
      leg.state = LegState.UP;
      leg.upMicros = agenda.micros();
      watchers.forEach(watcher -> watcher.up(id, leg));
      tell(leg, new CallInput.LegUp(id, leg.id));
      leg.party.up(leg.id);
    }
  }

  private void entersStasis(SimulatedLeg leg) {
    if (!isHere(leg)) {
      return;
    }
    if (app == null) {
      // Stasis() fails at once while nobody is connected: the dialplan goes on, where there is one.
      if (leg.outgoing) {
        gone(leg, HangupCause.NORMAL);
      } else {
        leg.party.fallsBack(leg.id);
      }
      return;
    }
    leg.ours = true;
    if (leg.outgoing) {
      tell(leg, new CallInput.LegEntered(id, leg.id));
    } else {
      tell(
          new CallInput.LegArrived(
              id,
              leg.id,
              leg.entry,
              leg.dialled,
              leg.endpoint,
              leg.callerNumber,
              null,
              leg.state == LegState.UP),
          leg.madeAtMicros);
    }
  }

  /** Out of the application and on in the dialplan. */
  void leavesStasis(SimulatedLeg leg) {
    tapes.endAll(leg);
    rooms.leave(leg);
    if (leg.ours) {
      leg.ours = false;
      tellLeft(leg);
      leg.party.fallsBack(leg.id);
    }
  }

  /** A leg that has listened comes back, or is hung up where the application is away. */
  void comesBack(SimulatedLeg leg, CallInput heard) {
    if (isHere(leg) && app == null) {
      gone(leg, HangupCause.NORMAL);
    } else if (isHere(leg)) {
      leg.ours = true;
      if (heard instanceof CallInput.LegScreened in) {
        leg.heard = SeenLeg.SCREENED;
        leg.heardWhat = in.verdict().name();
      } else {
        leg.heard = SeenLeg.SILENT;
        leg.heardWhat = "SILENCE";
      }
      tell(leg, heard);
    }
  }

  /** A leg that overhears another is up as soon as it is made. */
  void snoops(SimulatedLeg leg) {
    leg.state = LegState.UP;
    watchers.forEach(watcher -> watcher.up(id, leg));
    agenda.after(timing.dialplan().drawMicros(draws, agenda.micros()), () -> entersStasis(leg));
  }

  void gone(SimulatedLeg leg, HangupCause cause) {
    List.copyOf(leg.snoops).forEach(snoop -> gone(snoop, HangupCause.UNKNOWN));
    if (leg.overheard != null) {
      leg.overheard.snoops.remove(leg);
    }
    sounds.endAll(leg);
    tapes.endAll(leg);
    rooms.leave(leg);
    legs.remove(leg.id);
    leg.state = LegState.ENDED;
    ends.add(leg, cause, agenda.micros());
    watchers.forEach(watcher -> watcher.gone(id, leg, cause));
    if (leg.subscribed) {
      tell(new CallInput.LegGone(id, leg.id, cause), agenda.micros());
    } else if (leg.ours) {
      if (app != null) {
        app.hangingUp(leg.id, cause);
      }
      tellLeft(leg);
    }
    leg.party.gone(leg.id, cause);
  }

  private void tellLeft(SimulatedLeg leg) {
    if (!leg.subscribed && app != null) {
      app.left(leg.id, agenda.micros());
    }
  }

  boolean isHere(SimulatedLeg leg) {
    return legs.get(leg.id) == leg;
  }

  /** Whether an id cannot be given: a live one has it, or one of the two begins with the other. */
  boolean isTaken(LegId wanted) {
    if (legs.containsKey(wanted)) {
      return true;
    }
    if (IdShape.isOurs(wanted.value())) {
      return false; // Fixed in length, so that it begins no other.
    }
    return legs.keySet().stream().anyMatch(live -> live.value().startsWith(wanted.value()));
  }

  List<AsteriskWatcher> watchers() {
    return watchers;
  }

  /** A unique id as Asterisk makes them: system name, second, number. */
  String mint() {
    return id.value() + '-' + agenda.micros() / 1_000_000 + '.' + ++minted;
  }
}

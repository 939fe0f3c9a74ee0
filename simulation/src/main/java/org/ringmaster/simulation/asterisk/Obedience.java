// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.asterisk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.LegState;
import org.ringmaster.core.call.SeenBridge;
import org.ringmaster.core.call.SeenLeg;
import org.ringmaster.core.kernel.IdShape;

/** How an Asterisk carries requests out: the status is what its HTTP answer would have. */
final class Obedience {

  private static final long MICROS_PER_SECOND = 1_000_000;

  private final SimulatedAsterisk asterisk;

  Obedience(SimulatedAsterisk asterisk) {
    this.asterisk = asterisk;
  }

  /**
   * The leg whose prompts must end before this can be done, or null. Asterisk holds the request and
   * every one behind it on the same socket.
   */
  @Nullable SimulatedLeg waitsFor(CallCommand command) {
    return switch (command) {
      case CallCommand.JoinBridge c -> firstPlaying(c.legs());
      case CallCommand.LeaveBridge c -> firstPlaying(List.of(c.leg()));
      case CallCommand.AnswerLeg c -> firstPlaying(List.of(c.leg()));
      default -> null;
    };
  }

  private @Nullable SimulatedLeg firstPlaying(List<LegId> ids) {
    for (LegId id : ids) {
      SimulatedLeg leg = asterisk.leg(id);
      if (leg != null && leg.ours && !leg.playing.isEmpty()) {
        return leg;
      }
    }
    return null;
  }

  int carryOut(CallCommand command) {
    return switch (command) {
      case CallCommand.OriginateLeg c -> originate(c);
      case CallCommand.SnoopLeg c -> snoop(c);
      case CallCommand.ScreenLeg c -> asterisk.detector().listens(c);
      case CallCommand.HearTalk c -> asterisk.detector().hearsTalk(c);
      case CallCommand.AnswerLeg c -> {
        SimulatedLeg leg = asterisk.leg(c.leg());
        if (leg != null && leg.ours) {
          asterisk.up(leg);
        }
        yield controlled(leg);
      }
      case CallCommand.RingLeg c -> controlled(asterisk.leg(c.leg()));
      case CallCommand.TellHandOn c -> controlled(asterisk.leg(c.leg()));
      case CallCommand.HangUpLeg c -> hangUp(c.leg(), c.cause());
      case CallCommand.ReleaseLeg c -> {
        SimulatedLeg leg = asterisk.leg(c.leg());
        int status = controlled(leg);
        if (leg != null && status < 400) {
          asterisk.leavesStasis(leg);
        }
        yield status;
      }
      case CallCommand.OpenBridge c -> {
        asterisk.roomBooks().open(c.bridge(), c.kind());
        yield 200;
      }
      case CallCommand.PlayMusic c -> asterisk.roomBooks().playMusic(c.bridge());
      case CallCommand.JoinBridge c -> asterisk.roomBooks().join(c.bridge(), c.legs());
      case CallCommand.LeaveBridge c -> leave(c);
      case CallCommand.CloseBridge c -> asterisk.roomBooks().close(c.bridge());
      case CallCommand.Play c -> asterisk.sounds().play(c.playback(), c.leg(), c.prompts().size());
      case CallCommand.StopPlay c -> asterisk.sounds().stop(c.playback());
      case CallCommand.StartRecording c -> asterisk.sounds().record(c.recording(), c.bridge());
      case CallCommand.StartLegRecording c ->
          asterisk.tapes().record(c.recording(), c.leg(), c.limits());
      case CallCommand.SeekRecording c -> asterisk.tapes().seek(c.recording());
      case CallCommand.DropRecording c -> asterisk.tapes().drop(c.recording());
      case CallCommand.StopRecording c -> asterisk.sounds().stopRecording(c.recording());
      case CallCommand.SeekWitness c -> 200;
      case CallCommand.Beat c -> 204;
      case CallCommand.ListNode c -> 200;
    };
  }

  private static int controlled(@Nullable SimulatedLeg leg) {
    if (leg == null) {
      return 404;
    }
    return leg.ours ? 204 : 409;
  }

  private int hangUp(LegId id, HangupCause cause) {
    SimulatedLeg leg = asterisk.leg(id);
    if (leg == null) {
      return 404;
    }
    asterisk.gone(leg, cause);
    return 204;
  }

  private int leave(CallCommand.LeaveBridge command) {
    Room room = asterisk.roomBooks().get(command.bridge());
    SimulatedLeg leg = asterisk.leg(command.leg());
    if (room == null) {
      return 404;
    }
    if (leg == null) {
      return 400;
    }
    if (!leg.ours) {
      return 409;
    }
    if (leg.room != room) {
      return 422;
    }
    asterisk.roomBooks().leave(leg);
    return 204;
  }

  private int originate(CallCommand.OriginateLeg c) {
    if (asterisk.isTaken(c.leg())) {
      return 409;
    }
    Line.Reception reception =
        asterisk
            .line(c.endpoint())
            .receive(new Line.Rung(asterisk.id(), c.leg(), c.endpoint(), c.autoAnswer()));
    if (reception instanceof Line.Reception.Unknown) {
      return 500;
    }
    Party party = reception instanceof Line.Reception.Rings rings ? rings.party() : new Party() {};
    String number = c.endpoint().number();
    SimulatedLeg leg =
        new SimulatedLeg(
            c.leg(),
            number == null ? c.endpoint().name() : number,
            "out",
            "",
            null,
            party,
            true,
            asterisk.agenda.micros());
    leg.subscribed = true;
    asterisk.add(leg);
    switch (reception) {
      case Line.Reception.Rings r ->
          asterisk.agenda.after(r.afterMicros(), () -> asterisk.rang(leg, c.autoAnswer()));
      case Line.Reception.Ends e -> asterisk.agenda.after(e.afterMicros(), () -> ends(leg, e));
      case Line.Reception.Silence s -> {}
      case Line.Reception.Unknown u -> {}
    }
    long seconds = Math.max(1, Math.ceilDiv(c.ringMillis(), 1_000L));
    asterisk.agenda.after(seconds * MICROS_PER_SECOND, () -> ringsOut(leg));
    return 200;
  }

  /** The new channel is up, and in the application, at once. */
  private int snoop(CallCommand.SnoopLeg c) {
    SimulatedLeg of = asterisk.leg(c.of());
    if (of == null) {
      return 404;
    }
    if (asterisk.isTaken(c.leg())) {
      return 409;
    }
    SimulatedLeg leg =
        new SimulatedLeg(
            c.leg(),
            c.of().value(),
            "out",
            "",
            null,
            new Party() {},
            true,
            asterisk.agenda.micros());
    leg.subscribed = true;
    leg.overheard = of;
    of.snoops.add(leg);
    asterisk.add(leg);
    asterisk.snoops(leg);
    return 200;
  }

  private void ends(SimulatedLeg leg, Line.Reception.Ends end) {
    if (asterisk.isHere(leg)) {
      asterisk.gone(leg, end.cause());
    }
  }

  private void ringsOut(SimulatedLeg leg) {
    if (asterisk.isHere(leg) && leg.state != LegState.UP) {
      asterisk.gone(leg, HangupCause.NO_ANSWER);
    }
  }

  // Lists.

  List<SeenLeg> legs() {
    List<SeenLeg> seen = new ArrayList<>(asterisk.legs().size());
    for (SimulatedLeg leg : asterisk.legs()) {
      seen.add(
          new SeenLeg(
              leg.id,
              stateOf(leg),
              leg.ours || leg.isSnoop(), // One that listens comes back.
              leg.ours ? entryOf(leg) : "",
              leg.ours ? leg.heard.isEmpty() ? leg.dialled : leg.heardWhat : "",
              leg.endpoint,
              leg.callerNumber,
              null));
    }
    for (Room room : asterisk.rooms()) {
      if (room.announcer != null) {
        seen.add(new SeenLeg(room.announcer, LegState.UP, false, "", "", "ARI_MOH", null, null));
      }
    }
    return seen;
  }

  private static String entryOf(SimulatedLeg leg) {
    return leg.heard.isEmpty() ? leg.entry : leg.heard;
  }

  private static LegState stateOf(SimulatedLeg leg) {
    if (leg.state == LegState.UP) {
      return LegState.UP;
    }
    if (!IdShape.isOurs(leg.id.value())) {
      return LegState.ARRIVED;
    }
    return leg.state == LegState.RINGING || leg.ours ? LegState.RINGING : LegState.REQUESTED;
  }

  List<SeenBridge> bridges() {
    List<SeenBridge> seen = new ArrayList<>();
    for (Room room : asterisk.rooms()) {
      List<LegId> inside = new ArrayList<>();
      room.legs.forEach(leg -> inside.add(leg.id));
      if (room.announcer != null) {
        inside.add(room.announcer);
      }
      seen.add(new SeenBridge(room.id, inside));
    }
    return seen;
  }
}

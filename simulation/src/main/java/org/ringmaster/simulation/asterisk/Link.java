// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.asterisk;

import java.util.ArrayDeque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.simulation.clock.Agenda;

/**
 * One connection of one application: requests go there and are carried out one after the other;
 * answers and what is told come back in one order.
 */
final class Link implements AppSession {

  /** What comes back. */
  sealed interface Back {
    record Answer(Request request, Answered answer) implements Back {}

    record Told(CallInput input, long atMicros) implements Back {}

    record HangingUp(LegId leg, HangupCause cause) implements Back {}

    record Left(LegId leg, long atMicros) implements Back {}

    record Replaced() implements Back {}

    record Closed() implements Back {}
  }

  private final SimulatedAsterisk asterisk;
  private final Obedience obedience;
  private final Wire.Rules rules;
  private final NodeSocket socket;
  private final Agenda agenda;
  private final Wire<Request> there;
  private final Wire<Back> back;
  private final ArrayDeque<Request> waiting = new ArrayDeque<>();
  private long freeAtMicros;
  private boolean held;
  private boolean open = true;

  Link(SimulatedAsterisk asterisk, Wire.Rules rules, NodeSocket socket) {
    this.asterisk = asterisk;
    this.obedience = new Obedience(asterisk);
    this.rules = rules;
    this.socket = socket;
    agenda = asterisk.agenda;
    there =
        new Wire<>(
            agenda,
            asterisk.draws,
            asterisk.timing.oneWay(),
            rules,
            request -> new Frame(asterisk.id(), Frame.Way.REQUEST, request.shown(), 0),
            this::arrived);
    back =
        new Wire<>(
            agenda,
            asterisk.draws,
            asterisk.timing.oneWay(),
            rules,
            thing -> shown(thing),
            this::cameBack);
  }

  private Frame shown(Back thing) {
    return switch (thing) {
      case Back.Answer a ->
          new Frame(asterisk.id(), Frame.Way.ANSWER, a.request.shown(), a.answer.status());
      case Back.Told t -> new Frame(asterisk.id(), Frame.Way.TOLD, t.input, 0);
      default -> new Frame(asterisk.id(), Frame.Way.TOLD, thing.getClass().getSimpleName(), 0);
    };
  }

  boolean isOpen() {
    return open;
  }

  void send(Request request) {
    there.send(request);
  }

  /** Nothing passes in either direction before an instant. */
  void stallUntil(long micros) {
    there.stallUntil(micros);
    back.stallUntil(micros);
  }

  /** Our end is closed. What is on its way either way is lost. */
  void close() {
    open = false;
    waiting.clear();
  }

  // At Asterisk's end.

  private void arrived(Request request) {
    if (!open || !asterisk.isRunning()) {
      return;
    }
    long now = agenda.micros();
    boolean isOriginate = request.command instanceof CallCommand.OriginateLeg;
    long takes =
        (isOriginate ? asterisk.timing.originate() : asterisk.timing.request())
            .drawMicros(asterisk.draws, now);
    freeAtMicros = Math.max(freeAtMicros, now) + takes;
    waiting.add(request);
    agenda.at(freeAtMicros, this::carryOut);
  }

  private void carryOut() {
    while (open && !held && asterisk.isRunning() && !waiting.isEmpty()) {
      Request request = waiting.element();
      SimulatedLeg playing =
          request.kind == Request.Kind.COMMAND
              ? obedience.waitsFor(Objects.requireNonNull(request.command))
              : null;
      if (playing != null) {
        held = true;
        playing.waitingForSilence.add(this::goOn);
        return;
      }
      waiting.remove();
      back.send(new Back.Answer(request, answer(request)));
      if (agenda.micros() < freeAtMicros) {
        return; // The next one has its own turn.
      }
    }
  }

  private void goOn() {
    held = false;
    agenda.after(0, this::carryOut);
  }

  private Answered answer(Request request) {
    long now = agenda.micros();
    return switch (request.kind) {
      case COMMAND -> {
        CallCommand command = Objects.requireNonNull(request.command);
        int refusal = rules.request.refusal(command);
        yield Answered.with(refusal == 0 ? obedience.carryOut(command) : refusal, now);
      }
      case SUBSCRIPTION -> Answered.with(subscribe(Objects.requireNonNull(request.leg)), now);
      case EVENT_FILTER -> Answered.with(200, now);
      case INTRODUCTION -> Answered.with(200, asterisk.startedAtMicros());
      case CHANNELS ->
          new Answered(Answered.Kind.ANSWERED, 200, now, obedience.legs(), java.util.List.of());
      case BRIDGES ->
          new Answered(Answered.Kind.ANSWERED, 200, now, java.util.List.of(), obedience.bridges());
    };
  }

  private int subscribe(LegId id) {
    @Nullable SimulatedLeg leg = asterisk.leg(id);
    if (leg == null) {
      return 422;
    }
    leg.subscribed = true;
    return 200;
  }

  @Override
  public void tell(CallInput input, long atMicros) {
    back.send(new Back.Told(input, atMicros));
  }

  @Override
  public void hangingUp(LegId leg, HangupCause cause) {
    back.send(new Back.HangingUp(leg, cause));
  }

  @Override
  public void left(LegId leg, long atMicros) {
    back.send(new Back.Left(leg, atMicros));
  }

  @Override
  public void replaced() {
    back.send(new Back.Replaced());
  }

  @Override
  public void closed() {
    back.send(new Back.Closed());
  }

  // At our end.

  private void cameBack(Back thing) {
    if (open) {
      socket.cameBack(thing);
    }
  }
}

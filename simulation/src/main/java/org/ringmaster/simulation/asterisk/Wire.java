// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.asterisk;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ringmaster.simulation.clock.Agenda;
import org.ringmaster.simulation.draw.Distribution;
import org.ringmaster.simulation.draw.Draws;

/** One direction of one socket: things arrive in the order in which they left, a little later. */
final class Wire<T> {

  private static final long SWAP_WAIT_MICROS = 50_000;

  private final Agenda agenda;
  private final Draws draws;
  private final Distribution oneWay;
  private final Rules rules;
  private final Function<T, Frame> shown;
  private final Consumer<T> end;
  private long lastMicros;
  private @Nullable T overtaken;
  private long swaps;

  /** The rules in force, which may change while a wire lives. */
  static final class Rules {
    WireRule wire = WireRule.FAITHFUL;
    RequestRule request = RequestRule.OBEYS;
  }

  Wire(
      Agenda agenda,
      Draws draws,
      Distribution oneWay,
      Rules rules,
      Function<T, Frame> shown,
      Consumer<T> end) {
    this.agenda = agenda;
    this.draws = draws;
    this.oneWay = oneWay;
    this.rules = rules;
    this.shown = shown;
    this.end = end;
  }

  /** Nothing arrives before an instant (epoch microseconds). */
  void stallUntil(long micros) {
    lastMicros = Math.max(lastMicros, micros);
  }

  void send(T thing) {
    Fate fate =
        rules.wire.equals(WireRule.FAITHFUL) ? Fate.PASS : rules.wire.fateOf(shown.apply(thing));
    switch (fate) {
      case Fate.Pass pass -> pass(thing);
      case Fate.Lost lost -> {}
      case Fate.Late late -> agenda.at(arrival() + late.micros(), () -> end.accept(thing));
      case Fate.Stalled stalled -> {
        stallUntil(agenda.micros() + stalled.micros());
        pass(thing);
      }
      case Fate.Twice twice -> {
        pass(thing);
        pass(thing);
      }
      case Fate.Overtaken swap -> {
        release();
        overtaken = thing;
        long mine = ++swaps;
        agenda.after(SWAP_WAIT_MICROS, () -> releaseIf(mine));
      }
    }
  }

  private void pass(T thing) {
    lastMicros = arrival();
    agenda.at(lastMicros, () -> end.accept(thing));
    release();
  }

  private long arrival() {
    long now = agenda.micros();
    return Math.max(lastMicros, now + oneWay.drawMicros(draws, now));
  }

  private void releaseIf(long swap) {
    if (swap == swaps) {
      release();
    }
  }

  private void release() {
    T waiting = overtaken;
    if (waiting != null) {
      overtaken = null;
      agenda.at(Math.max(lastMicros, agenda.micros()), () -> end.accept(waiting));
    }
  }
}

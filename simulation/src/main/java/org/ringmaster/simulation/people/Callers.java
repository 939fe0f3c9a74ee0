// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.people;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.simulation.asterisk.SimulatedAsterisk;
import org.ringmaster.simulation.clock.Agenda;
import org.ringmaster.simulation.draw.Draws;
import org.ringmaster.simulation.draw.Profile;

/** The stream of people who ring one number, and how it went for them. */
public final class Callers {

  final Agenda agenda;
  final Draws draws;
  final SimulatedAsterisk asterisk;
  final CallerHabits habits;
  private final String trunk;
  private final String dialled;
  private long untilMicros = Long.MAX_VALUE;
  private int numbers = 9_000_000;
  private String before = "";
  long rangIn;
  long talked;
  long gaveUp;
  long hungUpOn;
  long redialled;

  /**
   * Callers of a number, none of whom has rung yet.
   *
   * @param trunk the trunk through which they come
   */
  public Callers(
      Agenda agenda,
      Draws draws,
      SimulatedAsterisk asterisk,
      CallerHabits habits,
      String trunk,
      String dialled) {
    this.agenda = agenda;
    this.draws = draws;
    this.asterisk = asterisk;
    this.habits = habits;
    this.trunk = trunk;
    this.dialled = dialled;
  }

  /** They ring from so many numbers, so that some are known from before. At most nine million. */
  public Callers fromNumbers(int many) {
    numbers = many;
    return this;
  }

  /** So the carrier writes their numbers: with this before the digits, such as a plus. */
  public Callers written(String prefix) {
    before = prefix;
    return this;
  }

  /** People ring in at a rate for each hour, from now until an instant (epoch microseconds). */
  public void come(Profile perHour, long untilMicros) {
    this.untilMicros = untilMicros;
    next(perHour);
  }

  private void next(Profile perHour) {
    long at = perHour.nextArrival(draws, agenda.micros());
    if (at < untilMicros) {
      agenda.at(
          at,
          () -> {
            rings();
            next(perHour);
          });
    }
  }

  /** One of them rings in now. */
  public Caller rings() {
    return rings(number());
  }

  /** Somebody rings in from a number; null where it is withheld. */
  public Caller rings(@Nullable Personal number) {
    rangIn++;
    Caller caller = new Caller(this, number);
    caller.ringsIn(asterisk.call(trunk, "inbound", dialled, number, caller));
    return caller;
  }

  void ringsAgain(@Nullable Personal number) {
    if (agenda.micros() < untilMicros) {
      redialled++;
      rings(number);
    }
  }

  private Personal number() {
    return new Personal(before + "4930" + (1_000_000 + draws.below(numbers)));
  }

  /** How many have rung in. */
  public long rangIn() {
    return rangIn;
  }

  /** How many have talked with somebody. */
  public long talked() {
    return talked;
  }

  /** How many gave up before they talked with anybody. */
  public long gaveUp() {
    return gaveUp;
  }

  /** How many were hung up on before they talked with anybody. */
  public long hungUpOn() {
    return hungUpOn;
  }

  /** How many of those who rang in had given up before. */
  public long redialled() {
    return redialled;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.people;

import org.ringmaster.core.call.ScreeningVerdict;
import org.ringmaster.simulation.asterisk.Greeting;
import org.ringmaster.simulation.draw.Distribution;
import org.ringmaster.simulation.draw.Draws;

/**
 * How well answering machine detection tells people from machines; times in seconds from when it
 * begins to listen.
 *
 * @param falseMachine the share of people whom it takes for machines, 0 to 1
 * @param falseHuman the share of machines that it takes for people, 0 to 1
 * @param unsure the share of all of whom it cannot say, 0 to 1
 * @param human how long it listens to a person
 * @param machine how long it listens to a machine
 * @param greeting how long a machine greets
 */
public record DetectorHabits(
    double falseMachine,
    double falseHuman,
    double unsure,
    Distribution human,
    Distribution machine,
    Distribution greeting) {

  /** Asterisk's own, which knows loudness and time only. */
  public static final DetectorHabits USUAL =
      new DetectorHabits(
          0.03,
          0.1,
          0.03,
          new Distribution.Uniform(1.2, 3),
          new Distribution.Uniform(1.6, 2.6),
          new Distribution.Uniform(4, 14));

  /** One that is never wrong. */
  public static final DetectorHabits PERFECT =
      new DetectorHabits(0, 0, 0, USUAL.human(), USUAL.machine(), USUAL.greeting());

  private static final String HUMAN_CAUSE = "HUMAN-800-800";
  private static final String MACHINE_CAUSE = "LONGGREETING-1500-1500";
  private static final String UNSURE_CAUSE = "TOOLONG-5000";
  private static final long UNSURE_MICROS = 5_000_000;
  private static final long SILENCE_MICROS = 800_000;

  /** One that is never wrong, always after so many seconds; machines greet so long. */
  public static DetectorHabits after(double human, double machine, double greeting) {
    return new DetectorHabits(
        0,
        0,
        0,
        new Distribution.Constant(human),
        new Distribution.Constant(machine),
        new Distribution.Constant(greeting));
  }

  /** What it says of one who answers. */
  Greeting draw(boolean isMachine, Draws draws, long atMicros) {
    double drawn = draws.unit();
    boolean unclear = drawn < unsure;
    boolean wrong = !unclear && drawn < unsure + (isMachine ? falseHuman : falseMachine);
    ScreeningVerdict verdict =
        unclear
            ? ScreeningVerdict.UNKNOWN
            : isMachine == wrong ? ScreeningVerdict.HUMAN : ScreeningVerdict.MACHINE;
    long heard =
        switch (verdict) {
          case HUMAN -> human.drawMicros(draws, atMicros);
          case MACHINE -> machine.drawMicros(draws, atMicros);
          case UNKNOWN -> UNSURE_MICROS;
        };
    String cause =
        switch (verdict) {
          case HUMAN -> HUMAN_CAUSE;
          case MACHINE -> MACHINE_CAUSE;
          case UNKNOWN -> UNSURE_CAUSE;
        };
    long end =
        isMachine
            ? greeting.drawMicros(draws, atMicros)
            : StrictMath.max(0, heard - SILENCE_MICROS);
    return new Greeting(verdict, cause, heard, end);
  }
}

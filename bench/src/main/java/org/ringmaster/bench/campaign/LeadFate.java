// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.campaign;

import java.util.ArrayList;
import java.util.List;
import org.ringmaster.lab.CalleeBehaviour;
import org.ringmaster.simulation.draw.Distribution;
import org.ringmaster.simulation.draw.Draws;
import org.ringmaster.simulation.people.CalleeKind;

/**
 * What happens when one lead is dialled, drawn beforehand, so that it is the same in the lab and in
 * every simulated hour.
 *
 * @param kind who or what it is
 * @param ringMillis how long it rings before it is answered
 * @param staysMillis how long whoever answered stays on the line behind what they say first, if
 *     nobody hangs up before
 */
record LeadFate(CalleeKind kind, int ringMillis, int staysMillis) {
  private static final int MILLIS = 1_000;
  private static final int LEAST_MILLIS = 500;
  private static final int MOST_RING_MILLIS = 30_000;
  private static final double PERSON = 0.30;
  private static final double MACHINE = 0.40;
  private static final double BUSY = 0.50;
  private static final double DEAD = 0.55;
  private static final Distribution RING = new Distribution.Gamma(2, 4);

  /**
   * Draws the fates of a list: 30 % people, 10 % machines, 10 % busy, 5 % dead, nobody at the rest.
   *
   * @param meanTalkSeconds how long people stay on average
   */
  static List<LeadFate> draw(long seed, int leads, double meanTalkSeconds) {
    Draws draws = new Draws(seed).stream("fates");
    Distribution talk = new Distribution.LogNormal(meanTalkSeconds, 0.7);
    Distribution recording = new Distribution.Uniform(5, 15);
    List<LeadFate> fates = new ArrayList<>();
    for (int lead = 0; lead < leads; lead++) {
      CalleeKind kind = kind(draws.unit());
      int ring = Math.min(MOST_RING_MILLIS, millis(RING, draws));
      fates.add(
          new LeadFate(kind, ring, millis(kind == CalleeKind.MACHINE ? recording : talk, draws)));
    }
    return fates;
  }

  private static CalleeKind kind(double drawn) {
    return drawn < PERSON
        ? CalleeKind.PERSON
        : drawn < MACHINE
            ? CalleeKind.MACHINE
            : drawn < BUSY ? CalleeKind.BUSY : drawn < DEAD ? CalleeKind.DEAD : CalleeKind.NOBODY;
  }

  private static int millis(Distribution seconds, Draws draws) {
    return Math.max(LEAST_MILLIS, (int) (seconds.draw(draws, 0) * MILLIS));
  }

  /** Whether somebody, or something, answers. */
  boolean answers() {
    return kind == CalleeKind.PERSON || kind == CalleeKind.MACHINE;
  }

  /** What the lab's world outside is told of the lead's number. */
  CalleeBehaviour behaviour() {
    return switch (kind) {
      case PERSON -> CalleeBehaviour.person(ringMillis, staysMillis);
      case MACHINE -> CalleeBehaviour.machine(ringMillis, staysMillis);
      case BUSY -> CalleeBehaviour.busy();
      case DEAD -> CalleeBehaviour.dead();
      default -> CalleeBehaviour.ringsOut();
    };
  }
}

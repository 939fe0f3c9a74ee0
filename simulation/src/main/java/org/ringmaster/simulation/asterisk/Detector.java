// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.asterisk;

import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.ScreeningStep;

/**
 * The context of the dialplan that listens by a snoop channel: it is out of the application
 * meanwhile, and comes back with what was heard, or is hung up where nobody is there to hear it.
 */
final class Detector {

  private static final long SILENCE_MICROS = 1_500_000;
  private static final long LONGEST_MICROS = 30_000_000;

  private final SimulatedAsterisk asterisk;

  Detector(SimulatedAsterisk asterisk) {
    this.asterisk = asterisk;
  }

  /** The status of the request. */
  int listens(CallCommand.ScreenLeg command) {
    SimulatedLeg leg = asterisk.leg(command.leg());
    if (leg == null || leg.overheard == null) {
      return 404;
    }
    if (!leg.ours) {
      return 409;
    }
    leg.ours = false;
    SimulatedLeg of = leg.overheard;
    Greeting greeting = greeting(of);
    if (command.step() == ScreeningStep.VERDICT) {
      after(
          greeting.verdictMicros(),
          leg,
          new CallInput.LegScreened(asterisk.id(), leg.id, greeting.verdict(), greeting.cause()));
    } else {
      long over = of.greetsSinceMicros + greeting.endMicros() - asterisk.agenda.micros();
      boolean silent = over + SILENCE_MICROS < LONGEST_MICROS;
      after(
          silent ? Math.max(0, over) + SILENCE_MICROS : LONGEST_MICROS,
          leg,
          new CallInput.GreetingEnded(asterisk.id(), leg.id, silent));
    }
    return 204;
  }

  /**
   * Tells of what a party says first, as {@code TALK_DETECT} does; what is said later is not
   * simulated. Of a party that says nothing the first sound is told all the same, and taken back.
   * The status of the request.
   */
  int hearsTalk(CallCommand.HearTalk command) {
    SimulatedLeg leg = asterisk.leg(command.leg());
    if (leg == null) {
      return 404;
    }
    if (!leg.ours) {
      return 409;
    }
    leg.talkIsHeard = command.silenceMillis() > 0;
    leg.listenings++;
    boolean isAnew = leg.party.greetsAgain();
    if (isAnew) {
      leg.greeting = null;
    }
    Greeting greeting = greeting(leg);
    long over = leg.greetsSinceMicros + greeting.endMicros() - asterisk.agenda.micros();
    if (leg.talkIsHeard && (over > 0 || isAnew)) {
      long micros = Math.max(0, over);
      talks(leg, 0, new CallInput.TalkHeard(asterisk.id(), leg.id, true, 0));
      talks(
          leg,
          micros + command.silenceMillis() * 1_000,
          new CallInput.TalkHeard(asterisk.id(), leg.id, false, micros / 1_000));
    }
    return 204;
  }

  private void talks(SimulatedLeg leg, long micros, CallInput heard) {
    int mine = leg.listenings;
    asterisk.agenda.after(
        micros,
        () -> {
          if (asterisk.isHere(leg) && leg.talkIsHeard && leg.listenings == mine) {
            asterisk.tell(leg, heard);
          }
        });
  }

  /** What is heard of a party, from when somebody listens first. */
  private Greeting greeting(SimulatedLeg of) {
    Greeting greeting = of.greeting;
    if (greeting == null) {
      greeting = of.party.greets(of.id);
      of.greeting = greeting;
      of.greetsSinceMicros = asterisk.agenda.micros();
    }
    return greeting;
  }

  private void after(long micros, SimulatedLeg leg, CallInput heard) {
    asterisk.agenda.after(micros, () -> asterisk.comesBack(leg, heard));
  }
}

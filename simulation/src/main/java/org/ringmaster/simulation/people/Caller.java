// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.people;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.simulation.asterisk.Party;

/** Somebody who rings us once. */
public final class Caller implements Party {

  /** The key by which the queues of simulated centres offer a callback. */
  public static final String CALL_ME_BACK = "5";

  private static final String YES = "1";

  private final Callers callers;
  private final @Nullable Personal number;
  private @Nullable LegId leg;
  private boolean gone;
  private boolean talking;
  private boolean talkedOnce;
  private boolean gaveUp;
  private int turn;

  Caller(Callers callers, @Nullable Personal number) {
    this.callers = callers;
    this.number = number;
  }

  void ringsIn(LegId own) {
    leg = own;
    waits();
  }

  /** The leg they have with us. */
  public @Nullable LegId leg() {
    return leg;
  }

  /** Whether they talk with somebody now. */
  public boolean isTalking() {
    return talking;
  }

  /** Whether their leg is over. */
  public boolean isGone() {
    return gone;
  }

  private void waits() {
    int mine = ++turn;
    callers.agenda.after(
        callers.habits.patience().drawMicros(callers.draws, callers.agenda.micros()),
        () -> {
          if (mine == turn && !gone) {
            gaveUp = !talkedOnce;
            hangsUp();
          }
        });
    if (!talkedOnce && callers.habits.asks() > 0 && callers.draws.chance(callers.habits.asks())) {
      pressesAfter(2_000_000 + callers.draws.below(8_000_000), CALL_ME_BACK, mine);
      pressesAfter(12_000_000 + callers.draws.below(6_000_000), YES, mine);
    }
  }

  private void pressesAfter(long micros, String key, int mine) {
    callers.agenda.after(
        micros,
        () -> {
          if (mine == turn && !gone && !talking) {
            presses(key);
          }
        });
  }

  @Override
  public void hears(LegId own, int others) {
    if (others > 0 == talking || gone) {
      return;
    }
    talking = others > 0;
    if (talking) {
      talks();
    } else {
      waits();
    }
  }

  private void talks() {
    if (!talkedOnce) {
      talkedOnce = true;
      callers.talked++;
    }
    int mine = ++turn;
    long talk = callers.habits.talk().drawMicros(callers.draws, callers.agenda.micros());
    boolean ends = callers.draws.chance(callers.habits.ends());
    if (callers.draws.chance(callers.habits.holds())) {
      holds(talk, mine);
    }
    callers.agenda.after(
        ends ? talk : 2 * talk,
        () -> {
          if (mine == turn && !gone) {
            hangsUp();
          }
        });
  }

  private void holds(long talk, int mine) {
    callers.agenda.after(talk / 3, () -> hold(true, mine));
    callers.agenda.after(talk / 2, () -> hold(false, mine));
  }

  private void hold(boolean held, int mine) {
    if (mine == turn && !gone && leg != null) {
      callers.asterisk.hold(leg, held);
    }
  }

  /** Puts the receiver down. */
  public void hangsUp() {
    if (leg != null && !gone) {
      callers.asterisk.hangUp(leg, HangupCause.NORMAL);
    }
  }

  /** Presses a key. */
  public void presses(String digit) {
    if (leg != null) {
      callers.asterisk.press(leg, digit, 100);
    }
  }

  @Override
  public void gone(LegId own, HangupCause cause) {
    if (gone) {
      return;
    }
    gone = true;
    talking = false;
    turn++;
    if (!talkedOnce) {
      if (gaveUp) {
        callers.gaveUp++;
      } else {
        callers.hungUpOn++;
      }
      if (callers.draws.chance(callers.habits.redials())) {
        callers.agenda.after(
            callers.habits.redialAfter().drawMicros(callers.draws, callers.agenda.micros()),
            () -> callers.ringsAgain(number));
      }
    }
  }
}

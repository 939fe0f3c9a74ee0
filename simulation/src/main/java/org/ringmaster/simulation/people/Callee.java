// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.people;

import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.simulation.asterisk.Greeting;
import org.ringmaster.simulation.asterisk.Party;
import org.ringmaster.simulation.draw.Distribution;

/** Who or what answers, or does not, when a number is rung once. */
public final class Callee implements Party {

  private final Carrier carrier;
  private final CalleeKind kind;
  private boolean gone;
  private boolean hearing;
  private int turn;

  Callee(Carrier carrier, CalleeKind kind) {
    this.carrier = carrier;
    this.kind = kind;
  }

  /** Who or what it is: the truth that answering machine detection guesses at. */
  public CalleeKind kind() {
    return kind;
  }

  @Override
  public void rings(LegId leg, boolean answersByItself) {
    if (kind != CalleeKind.NOBODY) {
      carrier.agenda.after(
          micros(carrier.habits.answer()),
          () -> {
            if (!gone) {
              carrier.asterisk.answer(leg);
            }
          });
    }
  }

  @Override
  public void up(LegId leg) {
    stays(leg, kind == CalleeKind.MACHINE ? carrier.habits.recording() : carrier.habits.patience());
    KeyHabits keys = carrier.habits.keys();
    if (kind == CalleeKind.PERSON && carrier.draws.chance(keys.share())) {
      String key = keys.keys().substring(carrier.draws.below(keys.keys().length())).substring(0, 1);
      carrier.agenda.after(
          micros(keys.after()),
          () -> {
            if (!gone && !hearing) {
              carrier.asterisk.press(leg, key, 100);
            }
          });
    }
  }

  @Override
  public void hears(LegId leg, int others) {
    if (kind == CalleeKind.PERSON && others > 0 != hearing && !gone) {
      hearing = others > 0;
      stays(leg, hearing ? carrier.habits.talk() : carrier.habits.patience());
    }
  }

  @Override
  public Greeting greets(LegId leg) {
    return carrier
        .habits
        .detector()
        .draw(kind == CalleeKind.MACHINE, carrier.draws, carrier.agenda.micros());
  }

  private void stays(LegId leg, Distribution lasts) {
    int mine = ++turn;
    carrier.agenda.after(
        micros(lasts),
        () -> {
          if (mine == turn && !gone) {
            carrier.asterisk.hangUp(leg, HangupCause.NORMAL);
          }
        });
  }

  @Override
  public void gone(LegId leg, HangupCause cause) {
    gone = true;
    turn++;
  }

  private long micros(Distribution seconds) {
    return seconds.drawMicros(carrier.draws, carrier.agenda.micros());
  }
}

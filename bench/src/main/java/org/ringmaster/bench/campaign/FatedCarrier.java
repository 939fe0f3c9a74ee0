// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.campaign;

import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.simulation.asterisk.Line;
import org.ringmaster.simulation.asterisk.Party;
import org.ringmaster.simulation.asterisk.SimulatedAsterisk;
import org.ringmaster.simulation.clock.Agenda;
import org.ringmaster.simulation.draw.Distribution;
import org.ringmaster.simulation.draw.Draws;
import org.ringmaster.simulation.people.CalleeKind;

/** The simulated carrier at whose numbers happens what was drawn for each lead. */
final class FatedCarrier implements Line {
  /**
   * How long the lab's carrier needs, on this machine's own addresses; as measured from the dial to
   * the first ring less what the simulated node takes.
   */
  private static final Distribution BEFORE = new Distribution.Uniform(0.001, 0.023);

  private static final long MICROS_PER_MILLI = 1_000;

  private final SimulatedAsterisk asterisk;
  private final Agenda agenda;
  private final Draws draws;
  private final List<LeadFate> fates;
  private final ToIntFunction<String> leadAt;
  private final long[] saysMicros;
  private final long[] greetsMicros;

  /**
   * A carrier.
   *
   * @param leadAt whose number that is
   * @param saysMicros how long people speak before what was drawn for them begins: one of these by
   *     lot
   * @param greetsMicros how long machines do
   */
  FatedCarrier(
      SimulatedAsterisk asterisk,
      Agenda agenda,
      Draws draws,
      List<LeadFate> fates,
      ToIntFunction<String> leadAt,
      long[] saysMicros,
      long[] greetsMicros) {
    this.asterisk = asterisk;
    this.agenda = agenda;
    this.draws = draws;
    this.fates = fates;
    this.leadAt = leadAt;
    this.saysMicros = saysMicros.clone();
    this.greetsMicros = greetsMicros.clone();
  }

  @Override
  public Reception receive(Rung call) {
    String number = Objects.requireNonNull(call.endpoint().number());
    LeadFate fate = fates.get(leadAt.applyAsInt(number));
    long before = BEFORE.drawMicros(draws, agenda.micros());
    return switch (fate.kind()) {
      case BUSY -> new Reception.Ends(HangupCause.BUSY, before);
      case DEAD -> new Reception.Ends(HangupCause.UNALLOCATED, before);
      default -> new Reception.Rings(new Fated(fate), before);
    };
  }

  private long oneOf(long[] all) {
    return all.length == 0 ? 0 : all[(int) (draws.unit() * all.length)];
  }

  private final class Fated implements Party {
    private final LeadFate fate;
    private boolean gone;

    Fated(LeadFate fate) {
      this.fate = fate;
    }

    @Override
    public void rings(LegId leg, boolean answersByItself) {
      if (fate.answers()) {
        agenda.after(
            fate.ringMillis() * MICROS_PER_MILLI,
            () -> {
              if (!gone) {
                asterisk.answer(leg);
              }
            });
      }
    }

    @Override
    public void up(LegId leg) {
      long first = oneOf(fate.kind() == CalleeKind.MACHINE ? greetsMicros : saysMicros);
      agenda.after(
          first + fate.staysMillis() * MICROS_PER_MILLI,
          () -> {
            if (!gone) {
              asterisk.hangUp(leg, HangupCause.NORMAL);
            }
          });
    }

    @Override
    public void gone(LegId leg, HangupCause cause) {
      gone = true;
    }
  }
}

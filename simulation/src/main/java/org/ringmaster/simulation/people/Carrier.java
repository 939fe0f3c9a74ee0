// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.people;

import java.util.EnumMap;
import java.util.Map;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.simulation.asterisk.Line;
import org.ringmaster.simulation.asterisk.SimulatedAsterisk;
import org.ringmaster.simulation.clock.Agenda;
import org.ringmaster.simulation.draw.Draws;

/** The carrier behind a node's trunks, and who or what is at the numbers that are dialled. */
public final class Carrier implements Line {

  final Agenda agenda;
  final Draws draws;
  final SimulatedAsterisk asterisk;
  final CalleeHabits habits;
  private final Map<CalleeKind, Long> rung = new EnumMap<>(CalleeKind.class);

  /** The carrier of a node from now on. */
  public Carrier(Agenda agenda, Draws draws, SimulatedAsterisk asterisk, CalleeHabits habits) {
    this.agenda = agenda;
    this.draws = draws;
    this.asterisk = asterisk;
    this.habits = habits;
    asterisk.carrier(this);
  }

  /** How often each kind has been rung. */
  public long rung(CalleeKind kind) {
    return rung.getOrDefault(kind, 0L);
  }

  @Override
  public Reception receive(Rung call) {
    CalleeKind kind = habits.draw(draws, agenda.micros());
    rung.merge(kind, 1L, Long::sum);
    long before = habits.before().drawMicros(draws, agenda.micros());
    return switch (kind) {
      case PERSON, MACHINE, NOBODY -> new Reception.Rings(new Callee(this, kind), before);
      case BUSY -> new Reception.Ends(HangupCause.BUSY, before);
      case DEAD -> new Reception.Ends(HangupCause.UNALLOCATED, before);
      case CONGESTED -> new Reception.Ends(HangupCause.CONGESTION, before);
      case SILENT -> new Reception.Silence();
    };
  }
}

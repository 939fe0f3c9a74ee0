// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.forecast;

import java.util.Collection;
import java.util.List;
import java.util.function.LongConsumer;
import org.ringmaster.dialer.pacing.PacingMoment;
import org.ringmaster.dialer.pacing.Underway;
import org.ringmaster.simulation.clock.Agenda;

/** What the pacer sees of a campaign that is lived through, and what lasts there. */
final class WorldMoment implements PacingMoment, Underway {

  private final Agenda agenda;
  private final Crew crew;
  private final List<Line> ringing;
  private final Collection<Line> waiting;
  private int room;
  private double abandonable;

  WorldMoment(Agenda agenda, Crew crew, List<Line> ringing, Collection<Line> waiting) {
    this.agenda = agenda;
    this.crew = crew;
    this.ringing = ringing;
    this.waiting = waiting;
  }

  void room(int lines) {
    room = lines;
  }

  void abandonable(double calls) {
    abandonable = calls;
  }

  @Override
  public long nowMicros() {
    return agenda.micros();
  }

  @Override
  public int signedIn() {
    return crew.signedIn();
  }

  @Override
  public int idle() {
    return crew.idle();
  }

  @Override
  public int waiting() {
    return waiting.size();
  }

  @Override
  public int talking() {
    return crew.talking.size();
  }

  @Override
  public long talkingMicros(int index) {
    return agenda.micros() - crew.talking.get(index).sinceMicros;
  }

  @Override
  public int wrapping() {
    return crew.wrapping.size();
  }

  @Override
  public long wrappingMicros(int index) {
    return agenda.micros() - crew.wrapping.get(index).sinceMicros;
  }

  @Override
  public int ringing() {
    return ringing.size();
  }

  @Override
  public long ringingMicros(int index) {
    return agenda.micros() - ringing.get(index).dialledMicros;
  }

  @Override
  public void ringing(LongConsumer micros) {
    ringing.forEach(line -> micros.accept(agenda.micros() - line.dialledMicros));
  }

  @Override
  public void talking(LongConsumer micros) {
    crew.talking.forEach(talk -> micros.accept(agenda.micros() - talk.sinceMicros));
  }

  @Override
  public void wrapping(LongConsumer micros) {
    crew.wrapping.forEach(wrapUp -> micros.accept(agenda.micros() - wrapUp.sinceMicros));
  }

  @Override
  public int room() {
    return room;
  }

  @Override
  public double abandonable() {
    return abandonable;
  }
}

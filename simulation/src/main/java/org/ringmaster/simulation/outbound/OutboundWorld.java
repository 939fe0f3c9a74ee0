// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.outbound;

import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.compliance.AbandonLedger;
import org.ringmaster.dialer.pacing.LinesPacer;
import org.ringmaster.dialer.pacing.Pacer;
import org.ringmaster.dialer.pacing.Pacing;
import org.ringmaster.dialer.pacing.PacingMoment;
import org.ringmaster.dialer.pacing.RingEnd;
import org.ringmaster.dialer.pacing.Underway;
import org.ringmaster.simulation.clock.Agenda;
import org.ringmaster.simulation.draw.Distribution;
import org.ringmaster.simulation.draw.Draws;

/**
 * One pacer, its agents and an endless list, on a virtual clock. The pacer is asked twice a second
 * and whenever a line or an agent comes free. Owned by one thread.
 */
public final class OutboundWorld {
  private static final long SECOND = 1_000_000;
  private static final long HOUR = 3_600 * SECOND;
  private static final long TICK = SECOND / 2;

  private final OutboundScenario scenario;
  private final Pacer pacer;
  private final Pacer progressive = LinesPacer.progressive();
  private final long dayMicros;
  private final int lines;
  private final Agenda agenda = new Agenda(0);
  private final Draws calls;
  private final Draws people;
  private final List<Line> ringing = new ArrayList<>();
  private final Deque<Line> waiting = new ArrayDeque<>();
  private final List<Work> talking = new ArrayList<>();
  private final List<Work> wrapping = new ArrayList<>();
  private final Moment moment = new Moment();
  private @Nullable AbandonLedger ledger;
  private @Nullable LawBooks law;
  private long startMicros;
  private long lawDay;
  private int idle;
  private double busyMicros;
  private double pausedMicros;
  private long dialled;
  private long answered;
  private long abandoned;
  private long connected;

  /**
   * A world in which all agents are idle.
   *
   * @param lines how many calls may ring, wait or talk at once
   * @param hoursOfDay how long a day is, over which the answer share swings
   */
  public OutboundWorld(
      OutboundScenario scenario, Pacer pacer, long seed, int lines, int hoursOfDay) {
    this.scenario = scenario;
    this.pacer = pacer;
    this.lines = lines;
    dayMicros = hoursOfDay * HOUR;
    Draws draws = new Draws(seed);
    calls = draws.stream("calls");
    people = draws.stream("people");
    idle = scenario.agents();
    agenda.at(0, this::tick);
  }

  private static final class Line {
    final long dialledMicros;
    boolean over;

    Line(long dialledMicros) {
      this.dialledMicros = dialledMicros;
    }
  }

  private record Work(long sinceMicros) {}

  /**
   * From now on the windows of the law count as for a campaign at work: its pacer sees what may
   * still be abandoned in the one that allows least, and where that is spent it has one line for
   * each idle agent. To be told before it lives.
   *
   * @param plan whose share and clocks count
   * @param startMicros when it begins, epoch microseconds
   */
  public OutboundWorld underLaw(CampaignPlan plan, long startMicros) {
    ledger = new AbandonLedger(ZoneId.of(plan.hours().zone()));
    law = new LawBooks(ledger, plan.abandonPercent());
    this.startMicros = startMicros;
    lawDay = ledger.day(startMicros);
    return this;
  }

  /** Lives for so many hours more; what they came to. */
  public OutboundResult run(double hours) {
    OutboundResult before = result();
    agenda.run((long) (hours * HOUR));
    return result().minus(before);
  }

  private OutboundResult result() {
    double now = agenda.micros();
    double busy = busyMicros;
    for (Work work : talking) {
      busy += now - work.sinceMicros;
    }
    for (Work work : wrapping) {
      busy += now - work.sinceMicros;
    }
    return new OutboundResult(
        busy / SECOND,
        (now * scenario.agents() - pausedMicros) / SECOND,
        dialled,
        answered,
        abandoned,
        connected);
  }

  private void tick() {
    pace();
    agenda.after(TICK, this::tick);
  }

  private void pace() {
    boolean isSpent = law != null && law.isSpent(wallMicros());
    Pacing pacing = (isSpent ? progressive : pacer).decide(moment);
    for (int i = 0; i < pacing.dial(); i++) {
      dial();
    }
    if (pacing.giveUpOldest()) {
      over(ringing.getFirst(), RingEnd.GIVEN_UP);
      pace(); // A line comes free by this, too: at work the pacer is asked when the leg has ended.
    }
  }

  private void dial() {
    dialled++;
    long now = agenda.micros();
    Line line = new Line(now);
    ringing.add(line);
    double[] factors = scenario.factors();
    double factor = factors[(int) (now % dayMicros * factors.length / dayMicros)];
    long timeOut = scenario.ringSeconds() * SECOND;
    if (calls.chance(scenario.answerShare() * factor)) {
      // The share is of those who answer in time: one who would come later is another person.
      long after;
      do {
        after = scenario.personRing().drawMicros(calls, now);
      } while (after >= timeOut);
      agenda.after(after, () -> ringEnds(line, RingEnd.PERSON));
      return;
    }
    double other = calls.unit();
    if (other < scenario.busyShare()) {
      ends(line, scenario.busyRing(), timeOut);
    } else if (other < scenario.busyShare() + scenario.machineShare()) {
      ends(line, scenario.machineRing(), timeOut);
    } else {
      agenda.after(timeOut, () -> ringEnds(line, RingEnd.GIVEN_UP));
    }
  }

  private void ends(Line line, Distribution ring, long timeOut) {
    long after = ring.drawMicros(calls, agenda.micros());
    if (after < timeOut) {
      agenda.after(after, () -> ringEnds(line, RingEnd.OTHER));
    } else {
      agenda.after(timeOut, () -> ringEnds(line, RingEnd.GIVEN_UP));
    }
  }

  private void ringEnds(Line line, RingEnd end) {
    if (!line.over) {
      over(line, end);
      pace();
    }
  }

  private void over(Line line, RingEnd end) {
    line.over = true;
    ringing.remove(line);
    pacer.rang(agenda.micros() - line.dialledMicros, end, moment);
    if (end == RingEnd.PERSON) {
      answered++;
      if (idle > 0) {
        idle--;
        connect();
      } else {
        Line caller = new Line(agenda.micros());
        waiting.add(caller);
        agenda.after(scenario.holdSeconds() * SECOND, () -> patienceEnds(caller));
      }
    }
  }

  private void patienceEnds(Line caller) {
    if (!caller.over) {
      caller.over = true;
      waiting.remove(caller);
      abandoned++;
      counts(true);
    }
  }

  private void counts(boolean isAbandoned) {
    if (ledger != null && law != null) {
      long day = ledger.day(wallMicros());
      ledger.answered(isAbandoned, wallMicros());
      law.changed();
      if (day != lawDay) {
        pacer.newWindow();
        lawDay = day;
      }
    }
    pacer.answered(isAbandoned);
  }

  /** What the clocks of the law show, epoch microseconds. */
  private long wallMicros() {
    return startMicros + agenda.micros();
  }

  private void connect() {
    connected++;
    counts(false);
    Work talk = new Work(agenda.micros());
    talking.add(talk);
    agenda.after(scenario.talk().drawMicros(people, agenda.micros()), () -> talkEnds(talk));
  }

  private void talkEnds(Work talk) {
    talking.remove(talk);
    long now = agenda.micros();
    busyMicros += now - talk.sinceMicros;
    pacer.talked(now - talk.sinceMicros, moment);
    Work wrap = new Work(now);
    wrapping.add(wrap);
    agenda.after(scenario.wrapUp().drawMicros(people, now), () -> wrapEnds(wrap));
  }

  private void wrapEnds(Work wrap) {
    wrapping.remove(wrap);
    long now = agenda.micros();
    busyMicros += now - wrap.sinceMicros;
    pacer.wrapped(now - wrap.sinceMicros, moment);
    if (people.chance(scenario.pauseShare())) {
      agenda.after(scenario.pause().drawMicros(people, now), () -> pauseEnds(now));
    } else {
      comesFree();
    }
  }

  private void pauseEnds(long sinceMicros) {
    pausedMicros += agenda.micros() - sinceMicros;
    comesFree();
  }

  private void comesFree() {
    Line caller = waiting.poll();
    if (caller == null) {
      idle++;
      pace();
    } else {
      caller.over = true;
      connect();
    }
  }

  private final class Moment implements PacingMoment, Underway {
    @Override
    public long nowMicros() {
      return agenda.micros();
    }

    @Override
    public int signedIn() {
      return scenario.agents();
    }

    @Override
    public int idle() {
      return idle;
    }

    @Override
    public int waiting() {
      return waiting.size();
    }

    @Override
    public int talking() {
      return talking.size();
    }

    @Override
    public long talkingMicros(int index) {
      return agenda.micros() - talking.get(index).sinceMicros;
    }

    @Override
    public int wrapping() {
      return wrapping.size();
    }

    @Override
    public long wrappingMicros(int index) {
      return agenda.micros() - wrapping.get(index).sinceMicros;
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
      talking.forEach(talk -> micros.accept(agenda.micros() - talk.sinceMicros));
    }

    @Override
    public void wrapping(LongConsumer micros) {
      wrapping.forEach(wrap -> micros.accept(agenda.micros() - wrap.sinceMicros));
    }

    @Override
    public int room() {
      return lines - ringing.size() - waiting.size() - talking.size();
    }

    @Override
    public double abandonable() {
      return law == null ? Double.POSITIVE_INFINITY : law.left(wallMicros());
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.forecast;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.ringmaster.dialer.campaign.AttemptOutcome;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.Experience;
import org.ringmaster.dialer.pacing.LinesPacer;
import org.ringmaster.dialer.pacing.Pacer;
import org.ringmaster.dialer.pacing.Pacing;
import org.ringmaster.dialer.pacing.RingEnd;
import org.ringmaster.simulation.clock.Agenda;
import org.ringmaster.simulation.draw.Draws;

/**
 * A campaign that is lived through once, from its start until no lead is left: its own pacer, its
 * leads with their hours and rests, its agents with their shifts, its trunk. Virtual time. The
 * pacer is asked once a second and whenever an agent comes free. Owned by one thread.
 */
public final class CampaignWorld {
  private static final long SECOND = 1_000_000;
  private static final long TICK = SECOND;
  private static final long MICROS_PER_MILLI = 1_000;
  private static final double PAUSE_SECONDS = 300;

  /** When one lead in so many is left it is mostly over. */
  private static final int FEW = 20;

  private final ForecastPlan plan;
  private final CampaignPlan campaign;
  private final Chances chances;
  private final long seed;
  private final Pacer pacer;
  private final Pacer progressive = LinesPacer.progressive();
  private final WorldBooks books;
  private final ZoneId zone;
  private final Agenda agenda;
  private final Callees callees;
  private final Draws people;
  private final DueLeads due;
  private final long[] tries;
  private final Spending spending;
  private final Crew crew;
  private final WorldMoment moment;
  private final LineRoom room;
  private final List<Line> ringing = new ArrayList<>();
  private final Deque<Line> waiting = new ArrayDeque<>();
  private final Runnable tick = this::tick;
  private @Nullable Experience told;
  private Bottleneck why = Bottleneck.LEADS;
  private DayOdds odds;
  private long day;
  private int hour;
  private boolean ticking;
  private boolean over;
  private boolean moneyGone;
  private long dialled;
  private int telling;
  private long finishMicros;
  private final int few;
  private int left;
  private long mostlyMicros;
  private double busyMicros;
  private double[] idleMicros = {};

  /**
   * A campaign that has not begun.
   *
   * @param pacer paces it; with what it has learnt so far
   * @param seed of the people that it meets
   */
  public CampaignWorld(ForecastPlan plan, Chances chances, Pacer pacer, long seed) {
    this.plan = plan;
    this.chances = chances;
    this.pacer = pacer;
    this.seed = seed;
    campaign = plan.campaign();
    zone = ZoneId.of(campaign.hours().zone());
    books = new WorldBooks(plan, pacer);
    agenda = new Agenda(plan.startMicros());
    Draws draws = new Draws(seed);
    callees = new Callees(chances, draws.stream("calls"));
    people = draws.stream("people");
    ForecastLeads leads = plan.leads();
    due = new DueLeads(leads, campaign);
    tries = leads.allTries();
    spending = new Spending(plan);
    crew = new Crew(plan.startMicros());
    moment = new WorldMoment(agenda, crew, ringing, waiting);
    room = new LineRoom(plan);
    left = leads.size();
    few = left / FEW;
    odds = new DayOdds(chances, seed, 0);
    day = Long.MIN_VALUE;
  }

  /** Tells this experience of everything that happens. */
  public CampaignWorld tells(Experience experience) {
    told = experience;
    return this;
  }

  /**
   * Lives through it; once.
   *
   * @param cancelled whether nobody wants to know any more; asked every quarter of an hour
   */
  public RunResult run(BooleanSupplier cancelled) {
    long horizon = plan.endMicros();
    quarter(cancelled);
    endsPerhaps();
    while (!over && agenda.nextDueMicros() <= horizon) {
      agenda.doNext();
    }
    crew.passes(Math.min(agenda.micros(), horizon), why);
    if (mostlyMicros == 0) {
      counts();
    }
    return new RunResult(
        dialled,
        books.allAnswered(),
        books.allAbandoned(),
        books.allConnected(),
        books.allMachines(),
        crew.talkMicros(),
        busyMicros,
        Arrays.stream(idleMicros).boxed().toList(),
        plan.startMicros(),
        mostlyMicros,
        finishMicros,
        left,
        spending.cost(),
        moneyGone);
  }

  private void quarter(BooleanSupplier cancelled) {
    if (cancelled.getAsBoolean()) {
      over = true;
      return;
    }
    long now = agenda.micros();
    ZonedDateTime there = Instant.ofEpochSecond(now / SECOND).atZone(zone);
    hour = there.getHour();
    long today = there.toLocalDate().toEpochDay();
    if (today != day) {
      if (day != Long.MIN_VALUE || books.hasNoAnswersOnTheDayOf(now)) {
        pacer.newWindow(); // What it has learnt of is another day.
      }
      if (day != Long.MIN_VALUE) {
        spending.dayBegins();
      }
      day = today;
      odds = new DayOdds(chances, seed, today);
    }
    boolean isOpen = campaign.hours().isOpen(now) || due.isAnyOpen(now);
    int planned = isOpen ? plan.staffing().byHour().get(hour) : 0;
    crew.passes(now, why);
    crew.staffed(odds.present(planned));
    if (!ticking && crew.signedIn() > 0) {
      ticking = true;
      agenda.after(0, tick);
    }
    long next = now / Openings.QUARTER_MICROS * Openings.QUARTER_MICROS + Openings.QUARTER_MICROS;
    agenda.at(next, () -> quarter(cancelled));
  }

  private void tick() {
    pace();
    ticking = crew.signedIn() > 0;
    if (ticking) {
      agenda.after(TICK, tick);
    }
  }

  private void pace() {
    crew.passes(agenda.micros(), why);
    why = dialAll();
  }

  /** Dials what may be dialled; what keeps it from dialling more. */
  private Bottleneck dialAll() {
    if (crew.atWork() == 0) {
      return Bottleneck.AGENTS;
    }
    long now = agenda.micros();
    if (!due.isAnyDue(now)) {
      return due.waitsFor();
    }
    if (!spending.allowsAny(now)) {
      return noMoney(spending.isGone());
    }
    int linesTaken = ringing.size() + waiting.size() + crew.talking.size() + telling;
    int lines = room.left(linesTaken, now);
    if (lines == 0) {
      return room.fewest();
    }
    // For more than are due nothing need be worked out.
    int most = due.due(now, lines);
    moment.room(most);
    moment.abandonable(books.law().left(now));
    Bottleneck careful = careful();
    Pacing pacing = (careful == null ? pacer : progressive).decide(moment);
    for (int i = 0; i < pacing.dial(); i++) {
      int lead = due.next(now);
      if (lead < 0) {
        return due.waitsFor();
      }
      int before = ForecastLeads.tries(tries[lead]);
      if (!spending.allows(lead, before, now)) {
        due.rests(lead, 0); // It stays the first, and those behind it wait too.
        return noMoney(spending.isGone());
      }
      dial(lead, before);
    }
    if (pacing.giveUpOldest() && !ringing.isEmpty()) {
      giveUp(ringing.getFirst());
      return dialAll(); // A line comes free by this: at work the pacer is asked again at once.
    }
    if (pacing.dial() >= most) {
      return most < lines ? due.waitsFor() : room.fewest();
    }
    if (careful != null) {
      return careful;
    }
    return campaign.mode() == CampaignMode.PREDICTIVE ? Bottleneck.BUDGET : Bottleneck.MODE;
  }

  /** Once nothing is left for any day to come nobody need look any further. */
  private Bottleneck noMoney(boolean forGood) {
    moneyGone |= forGood;
    over |= forGood;
    return Bottleneck.SPEND;
  }

  /** Why it dials progressively though its mode is another; null where it does not. */
  private @Nullable Bottleneck careful() {
    if (campaign.mode() != CampaignMode.POWER && campaign.mode() != CampaignMode.PREDICTIVE) {
      return null;
    } else if (plan.rung()) {
      return Bottleneck.TELEPHONES;
    } else if (books.law().isSpent(agenda.micros())) {
      return Bottleneck.BUDGET;
    }
    boolean isSmall =
        campaign.mode() == CampaignMode.PREDICTIVE && crew.atWork() < campaign.smallTeam();
    return isSmall ? Bottleneck.SMALL_TEAM : null;
  }

  private void dial(int lead, int before) {
    long now = agenda.micros();
    dialled++;
    room.dialled();
    due.dialled(lead, now);
    Line line = new Line(lead, before, hour, now, spending.dialled(lead, before));
    ringing.add(line);
    if (told != null) {
      told.dialled(crew.signedIn(), crew.atWork());
    }
    long timeOut = campaign.ringMillis() * MICROS_PER_MILLI;
    Callees.Fate fate = callees.of(before, hour, odds.answerFactor, timeOut, now);
    agenda.after(fate.ringMicros(), () -> ringEnds(line, fate.outcome()));
  }

  private void giveUp(Line line) {
    if (told != null) {
      told.gaveUp(agenda.micros() - line.dialledMicros);
    }
    ringEnds(line, AttemptOutcome.NO_ANSWER);
  }

  private void ringEnds(Line line, AttemptOutcome outcome) {
    if (line.over) {
      return;
    }
    line.over = true;
    ringing.remove(line);
    long rang = agenda.micros() - line.dialledMicros;
    switch (outcome) {
      case TALKED, MACHINE -> {
        pacer.rang(rang, RingEnd.PERSON, moment);
        if (told != null) {
          told.rang(rang);
        }
        answers(line.answered(outcome == AttemptOutcome.MACHINE));
      }
      case NO_ANSWER -> {
        pacer.rang(rang, RingEnd.GIVEN_UP, moment);
        ended(line, outcome);
      }
      default -> {
        pacer.rang(rang, RingEnd.OTHER, moment);
        ended(line, outcome);
      }
    }
  }

  /** Whether it is a machine nobody knows before the verdict: it goes to an agent like a person. */
  private void answers(Line line) {
    books.answered();
    spending.answered(line.bill, agenda.micros());
    if (told != null && chances.machines().share() > 0) {
      told.screened(line.isMachine);
    }
    if (line.isMachine) {
      long verdict = chances.machines().verdict().drawMicros(people, agenda.micros());
      agenda.after(verdict, () -> isMachineAfterAll(line, verdict));
    }
    if (crew.idle() > 0) {
      crew.passes(agenda.micros(), why);
      connects(line, crew.talks(agenda.micros()));
    } else {
      waiting.add(line);
      agenda.after(campaign.holdMillis() * MICROS_PER_MILLI, () -> patienceEnds(line));
    }
  }

  private void patienceEnds(Line line) {
    if (!line.over) {
      line.over = true;
      waiting.remove(line);
      books.abandoned(agenda.micros());
      if (!line.isMachine || campaign.dropPrompts().isEmpty()) {
        ended(line, AttemptOutcome.ABANDONED);
      }
    }
  }

  private void connects(Line line, Crew.Work talk) {
    line.over = true;
    books.connected(agenda.micros());
    line.isWith(talk);
    if (line.isMachine) {
      return;
    }
    long lasts = (long) (chances.talk().drawMicros(people, agenda.micros()) * odds.talkFactor);
    agenda.after(lasts, () -> talkEnds(line, talk));
  }

  /** The verdict: whoever has it is free, and one that waited in vain is given up as the others. */
  private void isMachineAfterAll(Line line, long verdict) {
    long now = agenda.micros();
    Crew.Work talk = line.talk;
    if (line.over && talk == null) {
      isNoDropAfterAll(line, verdict);
      return;
    }
    line.over = true;
    waiting.remove(line);
    boolean isFree = false;
    if (talk != null) {
      books.released(talk.sinceMicros);
      crew.passes(now, why);
      isFree = crew.isReleased(talk);
      pacer.talked(now - talk.sinceMicros, moment);
    }
    books.machine(now);
    leaves(line, verdict);
    if (isFree) {
      comesFree();
    }
  }

  /** A machine that waited in vain: while it is told who called it is not over. */
  private void isNoDropAfterAll(Line line, long verdict) {
    if (!campaign.dropPrompts().isEmpty()) {
      books.notAbandoned(agenda.micros() - verdict + campaign.holdMillis() * MICROS_PER_MILLI);
      books.machine(agenda.micros());
      ended(line, AttemptOutcome.MACHINE);
    }
  }

  /** A machine is hung up, or keeps its line for as long as it takes to tell it a message. */
  private void leaves(Line line, long verdict) {
    long after = chances.machines().after().drawMicros(people, agenda.micros());
    if (told != null) {
      told.gaveUpMachine(verdict, after);
    }
    telling++;
    agenda.after(
        after,
        () -> {
          telling--;
          ended(line, chances.machines().outcome());
        });
  }

  private void talkEnds(Line line, Crew.Work talk) {
    long now = agenda.micros();
    crew.passes(now, why);
    Crew.Work wrapUp = crew.wrapsUp(talk, now);
    pacer.talked(now - talk.sinceMicros, moment);
    if (told != null) {
      told.talked(now - talk.sinceMicros);
    }
    agenda.after(chances.wrapUp().drawMicros(people, now), () -> wrapEnds(wrapUp));
    ended(line, AttemptOutcome.TALKED);
  }

  private void wrapEnds(Crew.Work wrapUp) {
    long now = agenda.micros();
    crew.passes(now, why);
    boolean stays = crew.isDone(wrapUp);
    pacer.wrapped(now - wrapUp.sinceMicros, moment);
    if (told != null) {
      told.wrapped(now - wrapUp.sinceMicros);
    }
    double pause = pausePerCall();
    if (stays && people.chance(Math.min(1, pause / PAUSE_SECONDS))) {
      crew.pauses();
      long lasts = (long) (Math.max(PAUSE_SECONDS, pause) * people.exponential() * SECOND);
      agenda.after(lasts, this::pauseEnds);
    } else if (stays) {
      comesFree();
    }
  }

  /**
   * How long an agent pauses for each call, in seconds, for the share of their time it is to be.
   */
  private double pausePerCall() {
    double micros = crew.busyMicros() + Arrays.stream(crew.idleMicros()).sum();
    double perCall = micros / SECOND / Math.max(1, books.allConnected());
    return chances.pause() / (1 - chances.pause()) * perCall;
  }

  private void pauseEnds() {
    crew.passes(agenda.micros(), why);
    if (crew.returns()) {
      comesFree();
    }
  }

  private void comesFree() {
    Line caller = waiting.poll();
    if (caller == null) {
      crew.rests();
      pace();
    } else {
      connects(caller, crew.goesOn(agenda.micros()));
    }
  }

  private void ended(Line line, AttemptOutcome outcome) {
    long now = agenda.micros();
    int lead = line.lead;
    spending.ended(line.bill, now);
    tries[lead] = ForecastLeads.oneMore(tries[lead], outcome);
    if (told != null) {
      told.ended(outcome, line.hour, day, line.before, now - line.dialledMicros);
    }
    int same = ForecastLeads.tries(tries[lead], outcome);
    if (outcome != AttemptOutcome.TALKED
        && campaign.isRecycled(outcome, same, ForecastLeads.tries(tries[lead]))) {
      long rests = campaign.delayMillis(outcome);
      if (outcome == AttemptOutcome.ABANDONED) {
        rests = Math.max(rests, campaign.lockMillis());
      }
      due.rests(lead, now + rests * MICROS_PER_MILLI);
    } else {
      left--;
    }
    endsPerhaps();
  }

  private void endsPerhaps() {
    if (mostlyMicros == 0 && left <= few) {
      mostlyMicros = agenda.micros();
      crew.passes(mostlyMicros, why);
      counts();
    }
    if (left == 0) {
      over = true;
      finishMicros = agenda.micros();
    }
  }

  /** What agents have done so far is what counts. */
  private void counts() {
    busyMicros = crew.busyMicros();
    idleMicros = crew.idleMicros();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.agent.TalkEnd;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.Direction;
import org.ringmaster.core.interval.AgentFigure;
import org.ringmaster.core.interval.Interval;
import org.ringmaster.core.interval.Intervals;
import org.ringmaster.core.interval.Kpi;
import org.ringmaster.core.interval.Kpis;
import org.ringmaster.core.interval.QueueFigure;
import org.ringmaster.core.interval.Tally;
import org.ringmaster.core.journey.HandoffId;
import org.ringmaster.core.journey.JourneyFact;
import org.ringmaster.core.journey.Owner;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.queue.EntryId;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.store.JourneyStore;
import org.ringmaster.core.store.StoredDay;
import org.ringmaster.core.talk.TalkFact;

@Tag("postgres")
class HistoryTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final long HOUR = 3_600_000_000L;
  private static final List<RecordedFact> DAY =
      withWaitsForeseen(withOnePassedOn(withSomeDialled(StoredDay.inTheMiddle(11, 5_000))));
  private static final long NOW = DAY.getLast().envelope().recordedAtMicros() + 7_000_000;
  private static final long BEGAN = DAY.getFirst().envelope().recordedAtMicros() - HOUR;
  private static final HistorySpan SPAN = new HistorySpan(BEGAN, NOW + HOUR, NOW);

  private static JourneyStore store;
  private static History history;

  @BeforeAll
  static void aDayIsStoredWhileCallsAreGoingOn() throws Exception {
    store = StoredDay.of(DAY, Duration.ofSeconds(60));
    history = new History(store.readers(), 1, BERLIN);
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void everySumOfEveryIntervalIsThatOfTheFoldInMemory() throws Exception {
    Intervals fold = new Intervals(100_000);
    DAY.forEach(fact -> fold.apply(fact.fact(), fact.envelope()));
    Map<String, Tally<QueueFigure>> queues = new HashMap<>();
    for (HistoryLine line : lines(HistoryBy.QUEUE, HistoryStep.INTERVAL)) {
      queues.put(line.whom() + line.atMicros(), line.contacts());
    }
    Map<String, Tally<AgentFigure>> agents = new HashMap<>();
    for (HistoryLine line : lines(HistoryBy.AGENT, HistoryStep.INTERVAL)) {
      agents.put(line.whom() + line.atMicros(), line.work());
    }
    int compared = 0;
    for (Interval interval : fold.intervals(NOW)) {
      for (QueueId queue : fold.queues()) {
        Tally<QueueFigure> stored = queues.get(queue.value() + interval.beginMicros());
        assertEquals(
            fold.queue(queue, interval, NOW).sums(),
            stored == null ? Map.of() : stored.sums(),
            queue + " " + interval);
        compared++;
      }
      for (AgentId agent : fold.agents()) {
        Tally<AgentFigure> stored = agents.get(agent.value() + interval.beginMicros());
        assertEquals(
            fold.agent(agent, interval, NOW).sums(),
            stored == null ? Map.of() : stored.sums(),
            agent + " " + interval);
        compared++;
      }
    }
    assertTrue(compared >= 20, compared + " compared");
    assertTrue(queues.values().stream().anyMatch(sums -> sums.of(QueueFigure.HOLD_MICROS) > 0));
    for (QueueFigure figure :
        List.of(
            QueueFigure.ABANDONED_HELD,
            QueueFigure.ABANDONED_DIALLED,
            QueueFigure.ANSWERED_IN_TIME_DIALLED,
            QueueFigure.ABANDON_WAIT_DIALLED_MICROS)) {
      assertTrue(queues.values().stream().anyMatch(it -> it.of(figure) > 0), figure.name());
    }
  }

  @Test
  void whomAnAgentPassedOnIsCountedWhereTheContactIsHandled() throws Exception {
    Map<String, Boolean> inHand = new HashMap<>();
    long handedOn = 0;
    for (RecordedFact recorded : DAY) {
      switch (recorded.fact()) {
        case AgentFact.TalkBegan f -> inHand.put(f.agent().value(), false);
        case JourneyFact.HandoffMade f when f.from().kind() == Owner.Kind.AGENT ->
            inHand.computeIfPresent(f.from().name(), (agent, before) -> true);
        case AgentFact.Freed f -> handedOn += done(inHand, f.agent());
        case AgentFact.Paused f -> handedOn += done(inHand, f.agent());
        case AgentFact.SignedOut f -> handedOn += done(inHand, f.agent());
        case AgentFact.Reconnecting f -> handedOn += done(inHand, f.agent());
        case AgentFact.OfferMade f -> handedOn += done(inHand, f.agent());
        default -> {}
      }
    }
    long stored = 0;
    for (HistoryLine line : lines(HistoryBy.AGENT, HistoryStep.WHOLE)) {
      stored += line.handedOn();
    }
    assertEquals(handedOn, stored);
    assertTrue(handedOn > 0, "nobody was passed on");
  }

  /** In the simulated day all call us: every third is one whom we have dialled. */
  private static List<RecordedFact> withSomeDialled(List<RecordedFact> day) {
    List<RecordedFact> changed = new ArrayList<>();
    int calls = 0;
    for (RecordedFact recorded : day) {
      boolean ours = recorded.fact() instanceof CallFact.CallStarted && ++calls % 3 == 0;
      changed.add(ours ? dialled(recorded) : recorded);
    }
    return changed;
  }

  private static RecordedFact dialled(RecordedFact recorded) {
    CallFact.CallStarted f = (CallFact.CallStarted) recorded.fact();
    return new RecordedFact(
        recorded.envelope(),
        new CallFact.CallStarted(
            f.call(),
            f.node(),
            Direction.OUTBOUND,
            f.dialled(),
            f.trunk(),
            f.callerNumber(),
            f.callerName(),
            f.called()));
  }

  /** In the simulated day nobody is passed on: an agent who talks at its end does so. */
  private static List<RecordedFact> withOnePassedOn(List<RecordedFact> day) {
    Map<CallId, JourneyFact.TouchpointBegan> contacts = new HashMap<>();
    Map<OfferId, CallId> calls = new HashMap<>();
    Map<OfferId, AgentId> talking = new LinkedHashMap<>();
    for (RecordedFact recorded : day) {
      switch (recorded.fact()) {
        case JourneyFact.TouchpointBegan f -> contacts.put(f.call(), f);
        case AgentFact.OfferMade f -> calls.put(f.offer(), f.call());
        case AgentFact.TalkBegan f -> talking.put(f.offer(), f.agent());
        case AgentFact.TalkEnded f -> talking.remove(f.offer());
        default -> {}
      }
    }
    OfferId offer = talking.keySet().iterator().next();
    AgentId agent = talking.get(offer);
    CallId call = calls.get(offer);
    JourneyFact.TouchpointBegan contact = contacts.get(call);
    List<RecordedFact> more = new ArrayList<>(day);
    then(
        more,
        List.of(
            new TalkFact.Joined(call, agent, null),
            new JourneyFact.HandoffMade(
                new HandoffId("h-passed-on"),
                contact.journey(),
                contact.touchpoint(),
                new Owner(Owner.Kind.AGENT, agent.value()),
                new Owner(Owner.Kind.QUEUE, "support"),
                "handed on"),
            new AgentFact.TalkEnded(offer, agent, TalkEnd.HANDED_ON),
            new AgentFact.Freed(agent)));
    return more;
  }

  /** Nobody is told a wait in the simulated day: all who are there at its end were. */
  private static List<RecordedFact> withWaitsForeseen(List<RecordedFact> day) {
    Map<EntryId, QueueFact.EntryJoined> there = new LinkedHashMap<>();
    Set<EntryId> answered = new HashSet<>();
    for (RecordedFact recorded : day) {
      switch (recorded.fact()) {
        case QueueFact.EntryJoined f -> there.put(f.entry(), f);
        case QueueFact.EntryConnected f -> answered.add(f.entry());
        case QueueFact.EntryReturned f -> answered.remove(f.entry());
        case QueueFact.EntryCompleted f -> there.remove(f.entry());
        case QueueFact.EntryAbandoned f -> there.remove(f.entry());
        case QueueFact.EntryOverflowed f -> there.remove(f.entry());
        default -> {}
      }
    }
    List<Fact> judged = new ArrayList<>();
    for (QueueFact.EntryJoined f : there.values()) {
      long came = judged.isEmpty() && answered.contains(f.entry()) ? 30_001 : 30_000;
      judged.add(new QueueFact.WaitJudged(f.entry(), f.queue(), f.call(), 30, came));
    }
    List<RecordedFact> more = new ArrayList<>(day);
    then(more, judged);
    return more;
  }

  private static void then(List<RecordedFact> day, List<Fact> facts) {
    for (Fact fact : facts) {
      Envelope last = day.getLast().envelope();
      long at = last.recordedAtMicros() + 1_000;
      day.add(
          new RecordedFact(
              new Envelope(last.sequence() + 1, last.inputSequence() + 1, at, at), fact));
    }
  }

  @Test
  void whoWasToldAWaitIsCountedAndSoIsWhetherItCameTrue() throws Exception {
    long foreseen = 0;
    long kept = 0;
    for (HistoryLine line : lines(HistoryBy.QUEUE, HistoryStep.WHOLE)) {
      foreseen += line.foreseen();
      kept += line.foreseenKept();
      assertEquals(
          line.foreseen(),
          history.behind(ask(HistoryBy.QUEUE, line.whom()), "FORESEEN", 10, 0).sum());
    }
    Set<EntryId> answered = new HashSet<>();
    Map<EntryId, Boolean> judged = new HashMap<>();
    for (RecordedFact recorded : DAY) {
      switch (recorded.fact()) {
        case QueueFact.EntryConnected f -> answered.add(f.entry());
        case QueueFact.EntryReturned f -> answered.remove(f.entry());
        case QueueFact.WaitJudged f -> judged.put(f.entry(), f.within());
        default -> {}
      }
    }
    int all = judged.size();
    judged.keySet().retainAll(answered);
    assertTrue(judged.size() > 1 && judged.size() < all, judged.size() + " of " + all);
    assertEquals(judged.size(), foreseen, "who has no agent is not counted");
    assertEquals(judged.values().stream().filter(it -> it).count(), kept);
  }

  @Test
  void whatBecameAConferenceIsCountedWhereTheContactIsHandled() throws Exception {
    for (HistoryBy by : List.of(HistoryBy.AGENT, HistoryBy.QUEUE)) {
      long conferences = 0;
      for (HistoryLine line : lines(by, HistoryStep.WHOLE)) {
        conferences += line.conferences();
      }
      assertEquals(1, conferences, by + ": one was joined by a third");
    }
  }

  private static int done(Map<String, Boolean> inHand, AgentId agent) {
    return Boolean.TRUE.equals(inHand.remove(agent.value())) ? 1 : 0;
  }

  @Test
  void whatOneAnswerCannotHoldIsRefused() {
    History small = new History(store.readers(), 1, BERLIN, 3);
    HistoryQuestion many = HistoryQuestion.all(HistoryBy.AGENT, HistoryStep.INTERVAL, SPAN);
    assertThrows(History.TooManyLines.class, () -> small.lines(many));
  }

  @Test
  void everyFigureOpensExactlyTheCallsThatItIsMadeOf() throws Exception {
    List<HistoryLine> lines = new ArrayList<>(lines(HistoryBy.QUEUE, HistoryStep.WHOLE));
    lines.addAll(lines(HistoryBy.TRUNK, HistoryStep.WHOLE));
    int opened = 0;
    for (HistoryLine line : lines) {
      HistoryQuestion question = ask(line.by(), line.whom());
      for (QueueFigure figure : QueueFigure.values()) {
        if (figure == QueueFigure.LONGEST_WAIT_MICROS) {
          continue;
        }
        BehindFigure behind = history.behind(question, figure.name(), 10_000, 0);
        assertEquals(line.contacts().of(figure), behind.sum(), line.whom() + " " + figure);
        assertEquals(behind.count(), behind.lines().size());
        opened += behind.lines().size();
      }
      BehindFigure gone = history.behind(question, "ABANDONED", 10_000, 0);
      assertEquals(Kpis.abandoned(line.contacts()), gone.sum());
      callersAreOpened(question, line);
    }
    for (HistoryLine line : lines(HistoryBy.AGENT, HistoryStep.WHOLE)) {
      HistoryQuestion question = ask(HistoryBy.AGENT, line.whom());
      for (AgentFigure figure : AgentFigure.values()) {
        BehindFigure behind = history.behind(question, figure.name(), 10_000, 0);
        assertEquals(line.work().of(figure), behind.sum(), line.whom() + " " + figure);
      }
    }
    assertTrue(opened > 100, opened + " calls opened");
  }

  private static void callersAreOpened(HistoryQuestion question, HistoryLine line)
      throws SQLException {
    Tally<QueueFigure> sums = line.contacts();
    Map<String, Long> callers =
        Map.of(
            "OFFERED_CALLERS",
            sums.of(QueueFigure.OFFERED) - sums.of(QueueFigure.OFFERED_DIALLED),
            "ANSWERED_CALLERS",
            sums.of(QueueFigure.ANSWERED) - sums.of(QueueFigure.ANSWERED_DIALLED),
            "ABANDONED_CALLERS",
            Kpis.abandoned(sums) - sums.of(QueueFigure.ABANDONED_DIALLED));
    for (Map.Entry<String, Long> each : callers.entrySet()) {
      assertEquals(each.getValue(), history.behind(question, each.getKey(), 10_000, 0).sum());
    }
    for (Kpi kpi : line.kpis()) {
      history.behind(question, kpi.formula().opens(), 1, 0); // What a page opens must exist.
    }
  }

  @Test
  void hoursDaysAndTheWholeAreTheSumsOfTheirIntervals() throws Exception {
    for (HistoryBy by : HistoryBy.values()) {
      Map<QueueFigure, Long> ofIntervals = sums(lines(by, HistoryStep.INTERVAL));
      for (HistoryStep step : HistoryStep.values()) {
        assertEquals(ofIntervals, sums(lines(by, step)), by + " " + step);
      }
    }
  }

  @Test
  void aDayBeginsAtMidnightOfTheSitesZone() throws Exception {
    for (HistoryLine line : lines(HistoryBy.QUEUE, HistoryStep.DAY)) {
      assertEquals(23 * HOUR, line.atMicros() % (24 * HOUR), "midnight in Berlin, in UTC");
    }
    History offset = new History(store.readers(), 1, ZoneId.of("+05:30"));
    for (HistoryLine line :
        offset.lines(HistoryQuestion.all(HistoryBy.QUEUE, HistoryStep.DAY, SPAN))) {
      assertEquals(18 * HOUR + HOUR / 2, line.atMicros() % (24 * HOUR));
    }
  }

  @Test
  void aPageOfCallsSaysHowManyThereAreInAll() throws Exception {
    HistoryQuestion sales = ask(HistoryBy.QUEUE, "sales");
    BehindFigure all = history.behind(sales, "OFFERED", 10_000, 0);
    BehindFigure page = history.behind(sales, "OFFERED", 3, 2);
    assertEquals(all.count(), page.count());
    assertEquals(all.lines().subList(2, 5), page.lines());
    BehindFigure behind = history.behind(sales, "OFFERED", 3, 100_000);
    assertEquals(all.count(), behind.count());
    assertEquals(all.sum(), behind.sum());
    assertEquals(List.of(), behind.lines());
  }

  @Test
  void aFigureThatDoesNotExistIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> history.behind(ask(HistoryBy.QUEUE, "sales"), "HAPPINESS", 10, 0));
  }

  private static HistoryQuestion ask(HistoryBy by, String whom) {
    return new HistoryQuestion(by, HistoryStep.WHOLE, SPAN, whom, HistoryQuestion.USUAL_DAYS);
  }

  private static List<HistoryLine> lines(HistoryBy by, HistoryStep step) throws SQLException {
    List<HistoryLine> lines = history.lines(HistoryQuestion.all(by, step, SPAN));
    assertTrue(!lines.isEmpty(), by + " " + step);
    return lines;
  }

  private static Map<QueueFigure, Long> sums(List<HistoryLine> lines) {
    Map<QueueFigure, Long> sums = new HashMap<>();
    for (HistoryLine line : lines) {
      line.contacts()
          .sums()
          .forEach(
              (figure, sum) ->
                  sums.merge(
                      figure,
                      sum,
                      figure == QueueFigure.LONGEST_WAIT_MICROS ? Math::max : Long::sum));
    }
    return sums;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.board.Boards;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.callback.CallbackFact;
import org.ringmaster.core.callback.CallbackId;
import org.ringmaster.core.callback.CallbackMode;
import org.ringmaster.core.callback.CallbackPlan;
import org.ringmaster.core.callback.NumberRule;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.interval.Intervals;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.queue.Choice;
import org.ringmaster.core.queue.Claim;
import org.ringmaster.core.queue.EntryId;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.routing.Strategy;
import org.ringmaster.core.talk.Destination;
import org.ringmaster.core.talk.Origin;
import org.ringmaster.core.talk.TalkFact;
import org.ringmaster.core.talk.Third;
import org.ringmaster.core.testing.ScenarioCentre;

/** A real centre breaks nothing; each reading that missed a fact of it is caught. */
class InvariantsTest {
  private static final Origin NOWHERE = new Origin(null, Claim.NONE, 0, "default");

  private final ScenarioCentre live = new BusyHour(7).passes(400).centre();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void a_busy_hour_breaks_nothing(long seed) {
    BusyHour hour = new BusyHour(seed);
    Invariants invariants = Invariants.keeping(ScenarioCentre.CODEC, () -> new Centre(List.of()));
    hour.centre().facts().forEach(invariants::see);
    hour.centre()
        .watchedBy(
            turn -> {
              invariants.after(turn.facts, hour.centre().centre());
              if (turn.inputSequence % 100 == 0) {
                invariants.checkpoint(hour.centre().centre(), hour.centre().nowMicros());
              }
            });
    hour.passes(400);
    invariants.checkpoint(hour.centre().centre(), hour.centre().nowMicros());
    invariants.end();
    assertEquals(List.of(), invariants.breaches());
    assertEquals(hour.centre().facts().size(), invariants.lastSequence());
  }

  @Test
  void every_invariant_has_a_sentence_of_its_own() {
    List<String> sentences =
        Invariants.keeping(ScenarioCentre.CODEC, () -> new Centre(List.of())).sentences();
    assertEquals(sentences.size(), sentences.stream().distinct().count());
    assertTrue(sentences.stream().allMatch(sentence -> sentence.endsWith(".")));
  }

  @Test
  void a_state_that_the_facts_do_not_lead_to_is_caught() {
    Checkpoint whole = whole();
    assertEquals(null, new ReplayGivesSameState().brokenAt(whole));
    Centre other = new Centre(List.of());
    List<RecordedFact> facts = live.facts();
    facts.subList(0, facts.size() - 1).forEach(other::replay);
    Checkpoint torn =
        new Checkpoint(
            other,
            whole.empty(),
            whole.replayed(),
            whole.boards(),
            whole.intervals(),
            whole.facts(),
            whole.codec(),
            whole.nowMicros());
    assertNotNull(new ReplayGivesSameState().brokenAt(torn));
    assertEquals(null, new ReplayGivesSameState().brokenByStep(live.facts(), whole));
    assertNotNull(new ReplayGivesSameState().brokenByStep(live.facts(), torn));
  }

  @Test
  void a_board_that_missed_a_fact_is_caught() {
    assertEquals(null, new BoardsEqualFold().brokenAt(whole()));
    assertNotNull(new BoardsEqualFold().brokenAt(boardsWithout(CallFact.CallEnded.class)));
    assertNotNull(new BoardsEqualFold().brokenAt(boardsWithout(AgentFact.Paused.class)));
  }

  @Test
  void a_row_of_a_board_whose_change_went_unnoticed_is_caught_by_the_step() {
    List<RecordedFact> all = live.facts();
    assertEquals(null, new BoardsEqualBooks().brokenByStep(all, whole()));
    for (Class<? extends Fact> missed :
        List.of(
            AgentFact.Paused.class,
            QueueFact.EntryAbandoned.class,
            CallFact.LegEnded.class,
            CallFact.CallEnded.class)) {
      assertNotNull(
          new BoardsEqualBooks().brokenByStep(all, boardsWithout(missed)), missed.getSimpleName());
    }
  }

  @Test
  void a_total_that_missed_a_fact_is_caught() {
    TotalsEqualRecount recount = new TotalsEqualRecount();
    live.facts().forEach(recount::brokenBy);
    assertEquals(null, recount.brokenAt(whole()));
    assertNotNull(recount.brokenAt(boardsWithout(QueueFact.EntryAbandoned.class)));
    assertNotNull(recount.brokenAt(boardsWithout(QueueFact.EntryConnected.class)));
  }

  @Test
  void a_figure_that_missed_a_fact_is_caught() {
    KpisEqualRecount recount = new KpisEqualRecount();
    assertEquals(null, recount.brokenAt(whole()));
    assertNotNull(recount.brokenAt(figuresWithout(AgentFact.TalkBegan.class)));
    assertNotNull(recount.brokenAt(figuresWithout(AgentFact.WrapUpStarted.class)));
    assertNotNull(recount.brokenAt(figuresWithout(QueueFact.EntryConnected.class)));
    assertNotNull(recount.brokenAt(figuresWithout(QueueFact.EntryAbandoned.class)));
  }

  @Test
  void a_figure_that_missed_a_fact_is_caught_by_the_step() {
    assertEquals(null, new KpisEqualRecount().brokenByStep(live.facts(), whole()));
    for (Class<? extends Fact> missed :
        List.of(
            AgentFact.TalkBegan.class,
            AgentFact.WrapUpStarted.class,
            QueueFact.EntryConnected.class,
            QueueFact.EntryAbandoned.class)) {
      assertNotNull(
          new KpisEqualRecount().brokenByStep(live.facts(), figuresWithout(missed)),
          missed.getSimpleName());
    }
  }

  @Test
  void a_place_that_is_not_the_true_one_and_a_wait_that_grows_too_much_are_caught() {
    AnnouncementsAreTrue announcements = new AnnouncementsAreTrue();
    ToldFacts told =
        new ToldFacts()
            .then(ToldFacts.waits(ToldFacts.ENTRY))
            .then(told(1, 300))
            .then(told(1, 360));
    for (RecordedFact fact : told.facts()) {
      assertEquals(null, announcements.brokenBy(fact));
    }
    assertNotNull(announcements.brokenBy(told.then(told(1, 433)).facts().getLast()));
    assertNotNull(announcements.brokenBy(told.then(told(2, 60)).facts().getLast()));
    announcements.brokenBy(told.then(ToldFacts.answered(ToldFacts.ENTRY)).facts().getLast());
    assertNotNull(announcements.brokenBy(told.then(told(1, 60)).facts().getLast()));
  }

  private static QueueFact.CallerTold told(int place, int seconds) {
    return new QueueFact.CallerTold(
        ToldFacts.ENTRY, ToldFacts.SALES, ToldFacts.CALL, place, true, seconds, 60, 120);
  }

  @Test
  void a_shift_with_a_gap_is_caught() {
    ShiftsAreTiled shifts = new ShiftsAreTiled();
    live.facts().forEach(shifts::brokenBy);
    assertEquals(null, shifts.brokenAt(whole()));
    assertNotNull(shifts.brokenAt(figuresWithout(AgentFact.SignedIn.class)));
  }

  @Test
  void books_that_do_not_agree_are_caught() {
    assertEquals(null, new BooksAgree().brokenAfterTurn(live.centre()));
    Centre torn = new Centre(List.of());
    live.facts().forEach(torn::replay);
    RecordedFact last = live.facts().getLast();
    AgentId idle =
        live.centre().roster().books().agents().stream()
            .filter(agent -> agent.telephone() != null && agent.offer() == null)
            .findFirst()
            .orElseThrow()
            .id();
    torn.replay(new RecordedFact(last.envelope(), new AgentFact.Paused(idle, lunch())));
    torn.replay(new RecordedFact(last.envelope(), new AgentFact.Unpaused(idle)));
    assertEquals(null, new BooksAgree().brokenAfterTurn(torn));
    torn.replay(
        new RecordedFact(
            last.envelope(),
            new AgentFact.OfferMade(
                ToldFacts.OFFER, idle, ToldFacts.CALL, ToldFacts.LEG, 0, 0, false)));
    assertNotNull(new BooksAgree().brokenAfterTurn(torn));
  }

  @Test
  void a_conversation_that_is_led_by_an_offer_which_is_over_is_caught() {
    Centre torn = replayed();
    replay(
        torn,
        new TalkFact.Opened(
            ToldFacts.CALL, ToldFacts.LEG, ToldFacts.ANNA, ToldFacts.OFFER, NOWHERE));
    assertNotNull(new BooksAgree().brokenAfterTurn(torn));
    replay(torn, new TalkFact.Ended(ToldFacts.CALL));
    assertEquals(null, new BooksAgree().brokenAfterTurn(torn));
  }

  @Test
  void a_conversation_with_a_third_party_who_is_gone_is_caught() {
    RecordedFact connected = lastOf(QueueFact.EntryConnected.class);
    Centre torn = new Centre(List.of());
    live.facts().stream()
        .filter(fact -> fact.envelope().inputSequence() <= connected.envelope().inputSequence())
        .forEach(torn::replay);
    QueueFact.EntryConnected talk = (QueueFact.EntryConnected) connected.fact();
    LegId caller = Objects.requireNonNull(torn.acd().books().entry(talk.entry())).leg();
    replay(torn, new TalkFact.Opened(talk.call(), caller, talk.agent(), talk.offer(), NOWHERE));
    assertEquals(null, new BooksAgree().brokenAfterTurn(torn));
    Third third = new Third(ToldFacts.OTHER, ToldFacts.ANNA, ToldFacts.OFFER);
    Destination anna = Destination.agent(ToldFacts.ANNA);
    replay(torn, new TalkFact.ConsultBegan(talk.call(), talk.agent(), anna, third, null));
    assertNotNull(new BooksAgree().brokenAfterTurn(torn));
  }

  @Test
  void a_callback_whose_agent_is_not_rung_is_caught() {
    Centre torn = replayed();
    CallbackPlan plan =
        new CallbackPlan(
            ToldFacts.SALES,
            CallbackMode.AGENT_FIRST,
            ToldFacts.CARRIER,
            null,
            1,
            0,
            0,
            0,
            0,
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new NumberRule("49", "00", "0"));
    EntryId place = new EntryId("p1");
    Personal number = new Personal("1");
    replay(
        torn,
        new CallbackFact.Taken(
            new CallbackId("k1"),
            place,
            ToldFacts.SALES,
            ToldFacts.ENTRY,
            ToldFacts.CALL,
            null,
            null,
            number,
            null,
            ToldFacts.EDGE,
            0,
            0,
            null,
            0,
            plan,
            null));
    assertEquals(null, new BooksAgree().brokenAfterTurn(torn));
    Choice choice = new Choice(Strategy.RINGALL, Choice.Why.AGENT_FREE, 1, null, 0, 0, 0, 0, 0);
    replay(
        torn,
        new QueueFact.PlaceOffered(
            place, ToldFacts.SALES, ToldFacts.CALL, ToldFacts.OFFER, ToldFacts.ANNA, choice));
    assertNotNull(new BooksAgree().brokenAfterTurn(torn));
  }

  private Centre replayed() {
    Centre again = new Centre(List.of());
    live.facts().forEach(again::replay);
    return again;
  }

  private void replay(Centre centre, Fact fact) {
    centre.replay(new RecordedFact(live.facts().getLast().envelope(), fact));
  }

  private static org.ringmaster.core.agent.PauseReason lunch() {
    return new org.ringmaster.core.agent.PauseReason("lunch");
  }

  private Checkpoint boardsWithout(Class<? extends Fact> kind) {
    RecordedFact missed = lastOf(kind);
    return checkpoint(fact -> !fact.equals(missed), fact -> true);
  }

  private Checkpoint figuresWithout(Class<? extends Fact> kind) {
    RecordedFact missed = lastOf(kind);
    return checkpoint(fact -> true, fact -> !fact.equals(missed));
  }

  private RecordedFact lastOf(Class<? extends Fact> kind) {
    return live.facts().stream()
        .filter(fact -> kind.isInstance(fact.fact()))
        .reduce((first, second) -> second)
        .orElseThrow(() -> new AssertionError("no " + kind.getSimpleName()));
  }

  private Checkpoint whole() {
    return checkpoint(fact -> true, fact -> true);
  }

  /** A checkpoint whose readings heard only some of the facts. */
  private Checkpoint checkpoint(
      Predicate<RecordedFact> boardsHear, Predicate<RecordedFact> figuresHear) {
    Boards boards = BoardsEqualFold.empty();
    Intervals intervals = new Intervals(Integer.MAX_VALUE);
    live.facts().stream()
        .filter(boardsHear)
        .forEach(fact -> boards.apply(fact.fact(), fact.envelope()));
    live.facts().stream()
        .filter(figuresHear)
        .forEach(fact -> intervals.apply(fact.fact(), fact.envelope()));
    boards.publish();
    return new Checkpoint(
        live.centre(),
        () -> new Centre(List.of()),
        live.replayed(),
        boards,
        intervals,
        live.facts()::forEach,
        ScenarioCentre.CODEC,
        live.nowMicros());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.LegState;
import org.ringmaster.core.call.Reach;
import org.ringmaster.core.call.Registration;
import org.ringmaster.core.call.SeenLeg;
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.call.TrunkSight;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.desk.DeskFact;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.queue.QueueInput;
import org.ringmaster.core.talk.AllowedNumber;
import org.ringmaster.core.talk.TalkCodes;
import org.ringmaster.core.talk.TalkInput;
import org.ringmaster.core.talk.TalkRules;

class BoardsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 4);
  private static final TalkRules OUTSIDE =
      new TalkRules(
          List.of(new AllowedNumber("_+49X.", new TrunkId("carrier"), null)),
          30_000,
          45_000,
          701,
          720,
          TalkCodes.USUAL);

  private final Boards boards = ManualSite.newBoards();
  private final ManualSite site = ManualSite.atWork(boards);

  @Test
  void a_caller_without_an_agent_waits_since_they_came() {
    site.callerArrives();
    site.pass(7_000);
    site.callerArrives();

    assertEquals(2, sales().waiting());
    assertEquals(ManualSite.MORNING_MICROS, sales().longestSinceMicros());
    assertEquals(2, sales().day().joined());
    assertEquals(0, sales().talking());
    assertEquals(CallStage.WAITING, call(site.lastCall()).stage());
    assertEquals(2, boards.calls().live());
  }

  @Test
  void pressure_is_none_without_agents_nothing_while_one_is_free_and_grows_with_the_line() {
    assertNull(sales().pressure());
    site.tell(new AgentInput.SignIn(ManualSite.ANNA, null));
    assertEquals(0.0, sales().pressure());
    site.callerArrives();
    double one = Objects.requireNonNull(sales().pressure());
    site.callerArrives();
    assertTrue(one > 0);
    assertTrue(Objects.requireNonNull(sales().pressure()) > one);
  }

  @Test
  void an_offer_a_talk_and_its_wrap_up_show_on_queue_agent_and_call() {
    site.tell(new AgentInput.SignIn(ManualSite.ANNA, null));
    assertEquals(1, sales().agents().get(AgentState.AVAILABLE));
    assertEquals(1, sales().agents().get(AgentState.SIGNED_OUT));

    LegId caller = site.callerArrives();
    CallId call = site.lastCall();
    assertEquals(AgentState.OFFERED, anna().agent().state());
    assertEquals(call, anna().call());
    assertEquals(CallStage.OFFERED, call(call).stage());
    assertEquals(1, sales().waiting());

    site.telephoneAnswers();
    assertEquals(0, sales().waiting());
    assertEquals(0, sales().longestSinceMicros());
    assertEquals(1, sales().talking());
    assertEquals(1, sales().day().answeredInTime());
    assertEquals(2_000_000, sales().day().answerWaitMicros());
    assertEquals(AgentState.ON_CALL, anna().agent().state());
    assertEquals(ManualSite.ANNA, call(call).agent());
    assertEquals(List.of(ManualSite.SALES), anna().queues());

    site.pass(60_000);
    site.goes(caller);
    assertEquals(0, sales().talking());
    assertEquals(AgentState.WRAP_UP, anna().agent().state());
    assertEquals(site.nowMicros(), anna().agent().sinceMicros());
    assertNull(anna().call());
  }

  @Test
  void an_answer_after_the_service_level_counts_as_late_and_short_abandons_do_not_count() {
    site.callerArrives();
    site.pass(30_000);
    site.tell(new AgentInput.SignIn(ManualSite.ANNA, null));
    site.telephoneAnswers();
    LegId hasty = site.callerArrives();
    site.pass(1_000);
    site.goes(hasty);
    LegId patient = site.callerArrives();
    site.pass(9_000);
    site.goes(patient);

    QueueDay day = sales().day();
    assertEquals(1, day.answered());
    assertEquals(0, day.answeredInTime());
    assertEquals(2, day.abandoned());
    assertEquals(1, day.abandonedShort());
    assertEquals(0.0, day.serviceLevel());
    assertEquals(1.0, QueueDay.begin(ManualSite.SALES, TODAY).serviceLevel());
  }

  @Test
  void one_who_waited_too_long_is_counted_as_sent_on() {
    site.callerArrives();
    site.pass(300_000);
    site.tell(new QueueInput.WaitDue(site.lastEntry()));

    assertEquals(0, sales().waiting());
    assertEquals(1, sales().day().overflowed());
    assertEquals(CallStage.OVERFLOWED, call(site.lastCall()).stage());
  }

  @Test
  void a_call_that_has_ended_says_what_became_of_it_in_its_queue() {
    LegId hasty = site.callerArrives();
    CallId abandoned = site.lastCall();
    assertNull(call(abandoned).outcome());
    site.goes(hasty);
    site.callerArrives();
    CallId sentOn = site.lastCall();
    site.pass(300_000);
    site.tell(new QueueInput.WaitDue(site.lastEntry()));
    site.tell(new AgentInput.SignIn(ManualSite.ANNA, null));
    LegId patient = site.callerArrives();
    CallId served = site.lastCall();
    site.telephoneAnswers();
    site.goes(patient);

    assertEquals(CallStage.ENDED, call(abandoned).stage());
    assertEquals(CallOutcome.ABANDONED, call(abandoned).outcome());
    assertEquals(CallOutcome.SENT_ON, call(sentOn).outcome());
    assertEquals(CallOutcome.SERVED, call(served).outcome());
  }

  @Test
  void what_is_told_of_a_call_that_nobody_remembers_begins_no_ladder() {
    CallId old = new CallId("asterisk-0");
    boards.apply(
        new DeskFact.NoteKept(old, ManualSite.ANNA, 1, new Personal("rings again on Monday")),
        new Envelope(900, 900, site.nowMicros(), site.nowMicros()));
    boards.publish();
    assertEquals(List.of(), boards.ladders().steps(old));

    site.callerArrives();
    assertFalse(boards.ladders().steps(site.lastCall()).isEmpty());
  }

  @Test
  void a_new_day_counts_from_zero() {
    site.goes(site.callerArrives());
    assertEquals(1, sales().on(TODAY).joined());
    assertEquals(0, sales().on(TODAY.plusDays(1)).joined());

    site.pass(24 * 3_600_000L);
    site.callerArrives();
    assertEquals(1, sales().on(TODAY.plusDays(1)).joined());
    assertEquals(0, sales().on(TODAY.plusDays(1)).abandoned());
  }

  @Test
  void a_pause_shows_its_reason_and_since_when() {
    site.tell(new AgentInput.SignIn(ManualSite.ANNA, null));
    site.pass(5_000);
    site.tell(new AgentInput.Pause(ManualSite.ANNA, new PauseReason("lunch")));

    assertEquals(AgentState.PAUSED, anna().agent().state());
    assertEquals(new PauseReason("lunch"), anna().agent().reason());
    assertEquals(site.nowMicros(), anna().agent().sinceMicros());
    assertEquals("t-anna", String.valueOf(anna().agent().telephone()));
  }

  @Test
  void what_is_taken_out_of_the_configuration_leaves_the_boards() {
    site.tell(new QueueInput.QueuesRead(List.of()));
    site.tell(new AgentInput.AgentsRead(List.of()));
    site.tell(new CallInput.TrunksRead(List.of()));

    assertTrue(boards.queues().rows().isEmpty());
    assertTrue(boards.agents().rows().isEmpty());
    assertTrue(boards.trunks().trunks().isEmpty());
  }

  @Test
  void a_telephone_that_is_in_a_call_without_us_is_shown_so_until_that_is_over() {
    TelephoneId annas = new TelephoneId("t-anna");
    SeenLeg talk =
        new SeenLeg(
            new LegId("edge-1790000000.7"), LegState.UP, false, "", "", "t-anna", null, null);
    site.tell(new CallInput.NodeListed(ManualSite.EDGE, List.of(talk), List.of()));
    assertTrue(Objects.requireNonNull(boards.telephones().row(annas)).engaged());
    assertFalse(
        Objects.requireNonNull(boards.telephones().row(new TelephoneId("t-ben"))).engaged());
    site.tell(new CallInput.NodeListed(ManualSite.EDGE, List.of(), List.of()));
    assertFalse(Objects.requireNonNull(boards.telephones().row(annas)).engaged());
  }

  @Test
  void a_trunk_shows_its_legs_both_ways_and_a_lost_node() {
    LegId caller = site.callerArrives();
    TrunkRow trunk = boards.trunks().trunks().iterator().next();
    assertEquals(1, trunk.legsIn());
    assertEquals(0, trunk.legsOut());
    assertEquals(30, trunk.trunk().maxLegs());
    NodeRow node = boards.trunks().nodes().iterator().next();
    assertEquals(NodeRow.Sight.CONNECTED, node.sight());
    assertEquals("22.10.1", node.version());
    assertEquals(1, node.legs());
    assertEquals(TrunkSight.none(trunk.trunk().id()), trunk.sight());
    String name = trunk.trunk().id().value();
    site.tell(new CallInput.EndpointTold(ManualSite.EDGE, name, Reach.REACHABLE));
    site.tell(new CallInput.RegistrationTold(ManualSite.EDGE, name, Registration.UNREGISTERED));
    assertEquals(
        new TrunkSight(trunk.trunk().id(), Reach.REACHABLE, Registration.UNREGISTERED),
        boards.trunks().trunks().iterator().next().sight());

    site.goes(caller);
    site.tell(new CallInput.NodeLost(ManualSite.EDGE));
    assertEquals(0, boards.trunks().trunks().iterator().next().legsIn());
    assertEquals(NodeRow.Sight.LOST, boards.trunks().trunks().iterator().next().node());
    assertEquals(NodeRow.Sight.LOST, boards.trunks().nodes().iterator().next().sight());
  }

  @Test
  void a_ladder_has_inputs_facts_and_commands_in_order_with_latency() {
    site.tell(new AgentInput.SignIn(ManualSite.ANNA, null));
    LegId caller = site.callerArrives();
    CallId call = site.lastCall();
    site.telephoneAnswers();
    site.goes(caller);

    List<LadderStep> steps = boards.ladders().steps(call);
    assertEquals("LegArrived", steps.get(0).name());
    assertEquals(LadderStep.Kind.INPUT, steps.get(0).kind());
    assertTrue(steps.get(0).latencyMicros() >= 0);
    List<String> names = steps.stream().map(LadderStep::name).toList();
    for (String name :
        List.of(
            "EntryJoined",
            "AnswerLeg",
            "OriginateLeg",
            "OfferAccepted",
            "EntryConnected",
            "JoinBridge",
            "HangUpLeg",
            "EntryCompleted")) {
      assertTrue(names.contains(name), name + " in " + names);
    }
    assertFalse(names.contains("SignIn"), "what is not about the call: " + names);
    assertTrue(steps.stream().noneMatch(step -> step.detail().contains("4930")), "masked");
    for (int i = 1; i < steps.size(); i++) {
      assertTrue(steps.get(i).inputSequence() >= steps.get(i - 1).inputSequence());
    }
  }

  @Test
  void a_ladder_never_tells_which_keys_were_pressed() {
    site.tell(new AgentInput.SignIn(ManualSite.ANNA, null));
    LegId caller = site.callerArrives();
    CallId call = site.lastCall();
    presses(caller, "7");
    site.telephoneAnswers();
    presses(caller, "7777777777777777");
    List<LadderStep> keys =
        boards.ladders().steps(call).stream()
            .filter(step -> Set.of("DigitPressed", "KeyPressed").contains(step.name()))
            .toList();
    assertEquals(18, keys.size(), "of the one that was waited with a fact, too");
    for (LadderStep step : keys) {
      String told = step.detail().replace(caller.value(), "").replaceAll("durationMillis=\\d+", "");
      assertFalse(told.contains("7"), step.detail());
      assertTrue(told.contains("*"), step.detail());
    }
  }

  private void presses(LegId leg, String keys) {
    for (int i = 0; i < keys.length(); i++) {
      site.tell(new CallInput.DigitPressed(ManualSite.EDGE, leg, keys.substring(i, i + 1), 80));
    }
  }

  @Test
  void a_ladder_masks_the_number_that_an_agent_calls() {
    site.tell(new TalkInput.RulesRead(OUTSIDE));
    site.tell(new AgentInput.SignIn(ManualSite.ANNA, null));
    site.tell(new TalkInput.Dial(ManualSite.ANNA, "+4930555777", "anna"));
    CallId call = site.lastCall();
    site.telephoneAnswers();
    List<LadderStep> steps = boards.ladders().steps(call);
    assertEquals(2, steps.stream().filter(step -> step.name().equals("OriginateLeg")).count());
    for (LadderStep step : steps) {
      assertFalse(step.detail().contains("30555777"), step.detail());
    }
  }

  @Test
  void the_ladders_of_ended_calls_are_bounded() {
    site.callerArrives();
    CallId first = site.lastCall();
    site.goes(site.callerArrives());
    for (int i = 0; i < 1_500; i++) {
      site.goes(site.callerArrives());
    }
    assertFalse(boards.ladders().steps(first).isEmpty(), "a live call keeps its ladder");
    assertFalse(boards.ladders().steps(site.lastCall()).isEmpty());
    assertEquals(1_001, boards.calls().rows().size());
    assertEquals(1, boards.calls().live());
    assertEquals(CallStage.ENDED, call(site.lastCall()).stage());
  }

  @Test
  void boards_from_a_snapshot_are_those_from_the_facts() {
    site.tell(new AgentInput.SignIn(ManualSite.ANNA, null));
    site.callerArrives();
    site.telephoneAnswers();
    site.goes(site.callerArrives());
    site.callerArrives();

    List<Record> saved = new ArrayList<>();
    site.snapshot(saved::add);
    Boards restored = ManualSite.newBoards();
    FactCodec codec = FactCodec.of(Centre.names().build());
    saved.forEach(
        record -> restored.restore(codec.decode(codec.nameOf(record), codec.encode(record))));
    restored.publish();

    assertEquals(List.copyOf(boards.queues().rows()), List.copyOf(restored.queues().rows()));
    assertEquals(List.copyOf(boards.agents().rows()), List.copyOf(restored.agents().rows()));
    assertEquals(List.copyOf(boards.calls().rows()), List.copyOf(restored.calls().rows()));
    assertEquals(List.copyOf(boards.trunks().trunks()), List.copyOf(restored.trunks().trunks()));
    assertEquals(2, restored.calls().live());
  }

  @Test
  void who_is_parked_is_listed_by_the_place_until_somebody_fetches_them_also_from_a_snapshot() {
    site.tell(new AgentInput.SignIn(ManualSite.ANNA, null));
    site.callerArrives();
    LegId telephone = site.telephoneAnswers();
    assertEquals(List.of(), boards.calls().parked());
    site.tell(new TalkInput.Park(ManualSite.ANNA, "anna"));
    site.goes(telephone);
    CallRow parked = boards.calls().parked().getFirst();
    assertEquals(701, parked.slot());
    assertEquals(ManualSite.ANNA, parked.handedBy());
    assertEquals(site.nowMicros(), parked.stageSinceMicros());

    List<Record> saved = new ArrayList<>();
    site.snapshot(saved::add);
    Boards restored = ManualSite.newBoards();
    saved.forEach(restored::restore);
    restored.publish();
    assertEquals(List.of(parked), restored.calls().parked());

    site.tell(new TalkInput.Retrieve(ManualSite.ANNA, 701, "anna"));
    assertEquals(List.of(), boards.calls().parked());
  }

  @Test
  void a_parked_caller_who_hangs_up_is_listed_no_more() {
    site.tell(new AgentInput.SignIn(ManualSite.ANNA, null));
    LegId caller = site.callerArrives();
    site.telephoneAnswers();
    site.tell(new TalkInput.Park(ManualSite.ANNA, "anna"));
    assertEquals(1, boards.calls().parked().size());
    site.goes(caller);
    assertEquals(List.of(), boards.calls().parked());
  }

  @Test
  void a_listener_hears_of_changes_and_of_nothing_else() {
    AtomicInteger heard = new AtomicInteger();
    boards.onChange(heard::incrementAndGet);
    site.callerArrives();
    int afterCall = heard.get();
    assertTrue(afterCall > 0);
    site.tell(new QueueInput.QueuesRead(List.of(ManualSite.sales())));
    assertEquals(afterCall, heard.get());
  }

  private QueueRow sales() {
    return assertNotNull(boards.queues().row(ManualSite.SALES));
  }

  private AgentRow anna() {
    return assertNotNull(boards.agents().row(ManualSite.ANNA));
  }

  private CallRow call(CallId id) {
    return assertNotNull(boards.calls().row(id));
  }

  private static <T> T assertNotNull(T value) {
    org.junit.jupiter.api.Assertions.assertNotNull(value);
    return value;
  }
}

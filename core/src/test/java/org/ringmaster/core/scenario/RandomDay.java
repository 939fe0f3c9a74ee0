// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ringmaster.core.agent.Agent;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.Offer;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.Leg;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.LegRole;
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.callback.Callback;
import org.ringmaster.core.callback.CallbackFact;
import org.ringmaster.core.callback.CallbackInput;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.queue.WaitChoice;
import org.ringmaster.core.talk.Destination;
import org.ringmaster.core.talk.Talk;
import org.ringmaster.core.talk.TalkInput;
import org.ringmaster.core.talk.TalkState;
import org.ringmaster.core.testing.ManualAsterisk;
import org.ringmaster.core.testing.ManualAsterisk.Manner;
import org.ringmaster.core.testing.ScenarioCallback;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;
import org.ringmaster.core.testing.ScenarioQueue;

/** A day on which anything may happen at any time, the same for the same seed. */
final class RandomDay {
  private static final List<String> AGENTS =
      List.of("alice", "bob", "carol", "dave", "erin", "frank");
  private static final List<String> TELEPHONES =
      List.of(
          "1001", "1002", "1003", "1004", "1005", "1009", "+493099", "+493012340", "+493012341");
  private static final List<String> CODES =
      List.of(
          "*10", "*11", "*12", "*121", "*13", "*14", "*99", "*2002", "500", "777", "701",
          "+493099");
  private static final List<Integer> CODES_REFUSED = List.of(0, 404, 500);
  private static final int MAX_CALLERS = 10;
  private static final int TOLD = 12;

  private static final Author BOSS = new Author("boss");
  private final Random random;
  private final RandomBosses bosses;

  /** What was added later, drawn apart: so that the days of a seed stay as they were. */
  private final Random extras;

  private final RandomKeys keys;

  private final ScenarioPlan plan;
  private final ScenarioCentre centre;
  private final List<ScenarioCaller> callers = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final List<LegId> oldLegs = new ArrayList<>();

  RandomDay(long seed) {
    random = new Random(seed);
    extras = new Random(~seed * 31);
    plan =
        ScenarioPlan.standard()
            .trunk("out", 2, 1)
            .welcomingNumber("600", "second", "welcome")
            .allowsNumber("_+49X.", "out");
    configure();
    centre = ScenarioCentre.open(plan);
    keys = new RandomKeys(centre, new Random(31 * seed), this::say);
    centre.watchedBy(turn -> oldLegs.addAll(LegsOf.facts(turn)));
    bosses = new RandomBosses(~seed, centre, AGENTS, this::say);
  }

  ScenarioCentre centre() {
    return centre;
  }

  String tail() {
    return "last steps " + told.subList(Math.max(0, told.size() - TOLD), told.size());
  }

  private void configure() {
    ScenarioQueue sales =
        ScenarioQueue.named("sales")
            .servedBy("alice", "bob", "carol", "dave", "erin")
            .wrapUpSeconds(random.nextInt(3) * 5)
            .announces(RandomHearing.drawn(random))
            .key("0", WaitChoice.OVERFLOW)
            .key("5", WaitChoice.ANNOUNCE)
            .keyTo("2", "second")
            .maxWaitSeconds(random.nextInt(3) * 40);
    ScenarioQueue second =
        ScenarioQueue.named("second")
            .ringall()
            .servedBy("alice", "bob", "dave", "frank")
            .maxWaitSeconds(30)
            .announces(RandomHearing.drawn(random))
            .key("0", WaitChoice.OVERFLOW)
            .thenNumber("out", "+493099");
    sales.key("7", WaitChoice.CALLBACK).key("8", WaitChoice.VOICEMAIL);
    sales.weight(1).keeps(extras.nextInt(3));
    plan.voicemail("sales", 3);
    ScenarioCallback callback = ScenarioCallback.of("sales").through("out").retrySeconds(20);
    ScenarioCallback asking = random.nextInt(4) == 0 ? callback.askingForOne() : callback;
    plan.callbacks(random.nextBoolean() ? asking.agentFirst() : asking);
    plan.queue(random.nextBoolean() ? sales.autoPause() : sales);
    plan.queue(random.nextBoolean() ? sales.thenTo("second") : sales.thenPrompt("sorry"));
    plan.recordedSomehow("sales", "second").queue(second);
  }

  void step() {
    if (random.nextInt(20) == 0) {
      centre.nextTurnHasATwin();
    }
    if (centre.isAlive()) {
      bosses.step();
    }
    if (centre.isAlive() && extras.nextInt(25) == 0) {
      callers.removeIf(caller -> !centre.edge().has(caller.leg()));
      RandomMessages.step(centre, callers, extras, AGENTS, this::say);
    }
    if (centre.isAlive() && keys.isTime()) {
      keys.press(AGENTS);
    }
    int dice = random.nextInt(100);
    if (!centre.isAlive()) {
      deadStep(dice);
    } else if (dice < 25) {
      callersDo(dice);
    } else if (dice < 50) {
      agentsDo();
    } else if (dice < 75) {
      telephonesDo();
    } else if (dice < 90) {
      passes();
    } else {
      troubleComes();
    }
  }

  private void say(String what) {
    told.add(what);
  }

  private void deadStep(int dice) {
    if (dice < 30) {
      comesBack();
    } else if (dice < 60) {
      telephonesDo();
    } else if (dice < 80) {
      callersDo(dice);
    } else {
      passes();
    }
  }

  private void comesBack() {
    if (random.nextBoolean()) {
      say("comes back from its journal");
      centre.comesBack();
    } else {
      say("comes back from a snapshot");
      centre.comesBackFromSnapshot();
    }
  }

  private void callersDo(int dice) {
    callers.removeIf(caller -> !centre.edge().has(caller.leg()));
    if (!callers.isEmpty() && random.nextInt(4) == 0) {
      ScenarioCaller caller = callers.get(random.nextInt(callers.size()));
      say(caller.leg() + " asks to be called back");
      caller.presses("7");
      caller.presses(random.nextInt(5) == 0 ? "2" : "1");
    } else if (callers.size() < MAX_CALLERS && dice % 5 != 0) {
      String number = random.nextInt(4) == 0 ? "600" : "500";
      say("a caller rings " + number);
      callers.add(centre.rings("+49301234" + random.nextInt(5), number));
    } else if (!callers.isEmpty() && random.nextInt(3) > 0) {
      String key = "0259".substring(random.nextInt(4)).substring(0, 1);
      ScenarioCaller caller = callers.get(random.nextInt(callers.size()));
      say(caller.leg() + " presses " + key);
      caller.presses(key);
    } else if (!callers.isEmpty()) {
      ScenarioCaller caller = callers.remove(random.nextInt(callers.size()));
      say(caller.leg() + " hangs up");
      caller.hangsUp();
    }
  }

  private void supervisorDoes() {
    List<Callback> all = List.copyOf(centre.centre().callbacks().books().callbacks());
    if (!all.isEmpty()) {
      Callback callback = all.get(random.nextInt(all.size()));
      boolean cancels = random.nextInt(3) == 0;
      say(callback.id() + (cancels ? " is taken back" : " is put before all others"));
      centre.tell(
          cancels
              ? new CallbackInput.Cancel(callback.id(), BOSS)
              : new CallbackInput.Hasten(callback.id(), BOSS));
    }
  }

  private void agentsDo() {
    if (random.nextInt(20) == 0) {
      supervisorDoes();
      return;
    }
    String name = AGENTS.get(random.nextInt(AGENTS.size()));
    AgentId agent = new AgentId(name);
    if (random.nextInt(2) == 0) {
      handleCalls(agent);
      return;
    }
    int dice = random.nextInt(10);
    say(name + " does " + dice);
    switch (dice) {
      case 0 -> centre.tell(new AgentInput.SignOut(agent));
      case 1 -> centre.tell(new AgentInput.Pause(agent, new PauseReason("lunch")));
      case 2, 3 -> centre.tell(new AgentInput.Unpause(agent));
      case 4 -> centre.tell(new AgentInput.EndWrapUp(agent));
      case 5 -> centre.tell(new AgentInput.SignIn(agent, new TelephoneId("1009")));
      default -> centre.tell(new AgentInput.SignIn(agent, null));
    }
  }

  /** Does some things with the call in hand, if anybody has one. */
  private void handleCalls(AgentId agent) {
    List<AgentId> talking =
        AGENTS.stream().filter(name -> centre.agent(name).isTalking()).map(AgentId::new).toList();
    boolean isAnybody = talking.isEmpty() || random.nextInt(4) == 0;
    AgentId who = isAnybody ? agent : talking.get(random.nextInt(talking.size()));
    do {
      handles(who);
      if (random.nextBoolean()) {
        TELEPHONES.stream().filter(centre.edge()::rings).findAny().ifPresent(this::answers);
      }
    } while (centre.isAlive() && random.nextInt(3) != 0);
  }

  private void answers(String telephone) {
    say(telephone + " answers");
    centre.edge().picksUp(telephone);
  }

  /** Does something with the call in hand, if there is one. */
  private void handles(AgentId agent) {
    int dice = random.nextInt(2) == 0 ? random.nextInt(19) : likely(agent);
    String author = agent.value();
    Destination to = destination();
    say(agent + " does " + dice + " with their call, to " + to);
    switch (dice) {
      case 0 -> centre.tell(new TalkInput.Hold(agent, author));
      case 1, 2 -> centre.tell(new TalkInput.Resume(agent, author));
      case 3 -> centre.tell(new TalkInput.HandOn(agent, to, author));
      case 4, 5, 6 -> centre.tell(new TalkInput.Consult(agent, to, author));
      case 7 -> centre.tell(new TalkInput.Complete(agent, author));
      case 8 -> centre.tell(new TalkInput.Cancel(agent, author));
      case 9, 10 -> centre.tell(new TalkInput.Swap(agent, author));
      case 11 -> centre.tell(new TalkInput.Join(agent, author));
      case 12 -> centre.tell(new TalkInput.Park(agent, author));
      case 13 -> centre.tell(new TalkInput.Retrieve(agent, 701, author));
      case 15, 16 -> centre.tell(new TalkInput.Cancel(agent, author));
      case 17 -> centre.tell(new TalkInput.Join(agent, author));
      case 14 ->
          centre.tell(
              to.agent() == null
                  ? new TalkInput.Dial(agent, "+493099", author)
                  : new TalkInput.DialAgent(agent, to.agent(), author));
      default -> {
        if (centre.agent(agent.value()).isTalking()) {
          centre.agent(agent.value()).pressesHold(random.nextBoolean());
        }
      }
    }
  }

  /** What can be done with the conversation as it stands. */
  private int likely(AgentId agent) {
    Agent who = centre.centre().roster().books().agent(agent);
    Offer offer =
        who == null || who.offer() == null
            ? null
            : centre.centre().roster().books().offer(who.offer());
    Talk talk = offer == null ? null : centre.centre().talks().books().talk(offer.call());
    int[] some =
        switch (talk == null ? TalkState.TALKING : talk.state()) {
          case TALKING -> new int[] {0, 3, 4, 5, 12, 18};
          case HELD -> new int[] {1, 3, 4, 12};
          case ASKING -> new int[] {7, 15};
          case CONSULTING, SWAPPED, TOGETHER -> new int[] {7, 9, 9, 15, 17};
          default -> new int[] {13, 14};
        };
    return some[random.nextInt(some.length)];
  }

  private Destination destination() {
    return switch (random.nextInt(6)) {
      case 0 -> Destination.queue(new QueueId(random.nextBoolean() ? "sales" : "second"));
      case 1 -> Destination.number("+493099");
      case 2 -> Destination.agent(new AgentId(AGENTS.get(random.nextInt(AGENTS.size()))));
      default -> {
        List<String> free =
            AGENTS.stream()
                .filter(name -> centre.centre().roster().isFree(new AgentId(name)))
                .toList();
        String name = free.isEmpty() ? "bob" : free.get(random.nextInt(free.size()));
        yield Destination.agent(new AgentId(name));
      }
    };
  }

  private void telephonesDo() {
    String telephone = TELEPHONES.get(random.nextInt(TELEPHONES.size()));
    ManualAsterisk edge = centre.edge();
    int dice = random.nextInt(12);
    if (edge.rings(telephone) && dice < 9) {
      say(telephone + " answers");
      edge.picksUp(telephone);
      if (telephone.startsWith("+") && random.nextBoolean() && edge.hasLegOf(telephone)) {
        centre.pressesAt(telephone, "1");
      }
    } else if (edge.hasLegOf(telephone) && dice < 11) {
      say(telephone + " hangs up");
      edge.ends(telephone, random.nextBoolean() ? HangupCause.NORMAL : HangupCause.REJECTED);
    } else if (!telephone.startsWith("+")) {
      String code = CODES.get(random.nextInt(CODES.size()));
      say(telephone + " dials " + code);
      LegId leg = centre.agent("alice").dialsOn(telephone, code);
      if (code.equals("*10") && random.nextBoolean()) {
        centre.agent("alice").pressesOn(leg, "2006#");
      }
    }
  }

  private void passes() {
    long micros = random.nextInt(4) == 0 ? 40_000_000 : random.nextInt(6_000_000);
    say(micros / 1_000 + " ms pass");
    centre.passesMicros(micros);
  }

  private void troubleComes() {
    ManualAsterisk edge = centre.edge();
    int dice = random.nextInt(12);
    say("trouble " + dice);
    switch (dice) {
      case 0 -> edge.fallsSilent();
      case 1, 2 -> edge.speaksUp();
      case 3 -> cutOrBack(edge);
      case 4 -> {
        edge.crashes();
        edge.isBack();
      }
      case 5 -> centre.dies();
      case 6 -> centre.diesBefore(CommandKinds.ALL.get(random.nextInt(CommandKinds.ALL.size())));
      case 7 ->
          edge.refuses(
              CommandKinds.ALL.get(random.nextInt(CommandKinds.ALL.size())),
              CODES_REFUSED.get(random.nextInt(3)));
      case 8, 9 -> edge.obeys();
      case 10 -> configurationChanges();
      default -> tellsOldTales(edge);
    }
  }

  private void cutOrBack(ManualAsterisk edge) {
    if (edge.isConnected()) {
      edge.isCutOff();
    } else {
      edge.isBack();
    }
  }

  private void configurationChanges() {
    String telephone = TELEPHONES.get(random.nextInt(5));
    switch (random.nextInt(7)) {
      case 0 -> plan.withoutAgent(AGENTS.get(random.nextInt(5)));
      case 1 -> plan.withoutTelephone(telephone);
      case 2 -> plan.withoutQueue("second");
      case 3 ->
          plan.telephone(
              telephone, TelephoneUse.values()[random.nextInt(TelephoneUse.values().length)]);
      case 4 -> centre.edge().takes(telephone, Manner.values()[random.nextInt(4)]);
      default -> {
        plan.addStandard();
        configure();
        TELEPHONES.forEach(whom -> centre.edge().takes(whom, Manner.RINGS));
      }
    }
    centre.rereads(plan);
  }

  private void tellsOldTales(ManualAsterisk edge) {
    if (oldLegs.isEmpty()) {
      return;
    }
    LegId leg = oldLegs.get(random.nextInt(oldLegs.size()));
    if (edge.has(leg)) {
      return;
    }
    switch (random.nextInt(4)) {
      case 0 -> edge.tells(new CallInput.LegUp(ScenarioPlan.EDGE, leg));
      case 1 -> edge.tells(new CallInput.LegRang(ScenarioPlan.EDGE, leg));
      case 2 -> edge.tells(new CallInput.LegGone(ScenarioPlan.EDGE, leg, HangupCause.NORMAL));
      default -> edge.tells(new CallInput.LegEntered(ScenarioPlan.EDGE, leg));
    }
  }

  /** All trouble is over and all callers go: nothing may be left. */
  void ends() {
    if (!centre.isAlive()) {
      comesBack();
    }
    centre.diesBefore(CallCommand.ReleaseLeg.class);
    ManualAsterisk edge = centre.edge();
    edge.obeys();
    edge.speaksUp();
    if (!edge.isConnected()) {
      edge.isBack();
    }
    say("all trouble is over");
    centre.passes(600);
    for (Leg leg : List.copyOf(centre.centre().calls().books().legs())) {
      if (leg.role() == LegRole.CALLER || leg.role() == LegRole.TELEPHONE) {
        edge.ends(leg.id(), HangupCause.NORMAL);
      }
    }
    centre.passes(3_700);
    for (Leg leg : List.copyOf(centre.centre().calls().books().legs())) {
      if (leg.role() == LegRole.CALLER && edge.has(leg.id())) {
        edge.ends(leg.id(), HangupCause.NORMAL);
      }
    }
    centre.passes(600);
  }

  /** After the end nothing may be left but the legs of open telephones. */
  void isQuiet() {
    assertEquals(List.of(), List.copyOf(centre.centre().acd().books().entries()));
    List<OfferId> toCallBack =
        centre.centre().callbacks().books().callbacks().stream().map(Callback::offer).toList();
    assertEquals(
        List.of(),
        centre.centre().roster().books().offers().stream()
            .filter(offer -> !toCallBack.contains(offer.id()))
            .toList());
    assertEquals(List.of(), List.copyOf(centre.centre().talks().books().talks()));
    assertEquals(List.of(), List.copyOf(centre.centre().supervisions().books().all()));
    assertEquals(List.of(), List.copyOf(centre.centre().callbacks().books().callbacks()));
    RandomMessages.areQuiet(centre);
    assertEquals(
        centre.count(CallbackFact.Taken.class) + centre.count(CallbackFact.Booked.class),
        centre.count(CallbackFact.Ended.class));
    for (Leg leg : centre.centre().calls().books().legs()) {
      assertEquals(LegRole.STANDING, leg.role(), leg.toString());
      assertNull(leg.call(), leg.toString());
    }
    assertEquals(centre.count(CallFact.CallStarted.class), centre.count(CallFact.CallEnded.class));
  }
}

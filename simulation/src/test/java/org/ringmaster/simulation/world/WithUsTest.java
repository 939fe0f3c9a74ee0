// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringmaster.simulation.world.CampaignDay.count;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.announcement.Announcing;
import org.ringmaster.core.call.Language;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.callback.CallbackFact;
import org.ringmaster.core.callback.CallbackMode;
import org.ringmaster.core.callback.CallbackPlan;
import org.ringmaster.core.callback.NumberRule;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.queue.Hearing;
import org.ringmaster.core.queue.Overflow;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.queue.WaitChoice;
import org.ringmaster.core.queue.WaitKey;
import org.ringmaster.core.routing.Routing;
import org.ringmaster.core.routing.Strategy;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.simulation.asterisk.Party;
import org.ringmaster.simulation.draw.Distribution;
import org.ringmaster.simulation.draw.Profile;
import org.ringmaster.simulation.people.AgentHabits;
import org.ringmaster.simulation.people.CalleeHabits;
import org.ringmaster.simulation.people.CalleeKind;
import org.ringmaster.simulation.people.Caller;
import org.ringmaster.simulation.people.DeskAgent;

/** Leads who ring us and ask to be called back, whatever campaigns do meanwhile. */
class WithUsTest {
  private static final FactCodec CODEC = FactCodec.of(DialerCentre.names().build());
  private static final long SECOND = 1_000_000;
  private static final long HOUR = 3_600 * SECOND;
  private static final QueueId SUPPORT = new QueueId("support");
  private static final AgentId ZOE = new AgentId("zoe");

  @ParameterizedTest
  @ValueSource(strings = {"+4930000000", "4930000000"})
  void whoIsToBeCalledBackIsNotDialledByACampaign(String number) {
    DiallingCentre world = world();
    asksToBeCalledBack(world, number);
    world.starts();
    world.centre().run(300 * SECOND);
    assertEquals(0, count(world, CampaignFact.Dialled.class));
    assertEquals(0, count(world, CallbackFact.Ended.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+4930000000", "4930000000"})
  void whomACampaignRingsIsNotCalledBackMeanwhile(String number) {
    DiallingCentre world = world();
    world.starts();
    world.centre().run(SECOND);
    assertEquals(1, count(world, CampaignFact.Dialled.class));
    asksToBeCalledBack(world, number);
    zoeComes(world);
    while (count(world, CampaignFact.AttemptEnded.class) == 0) {
      assertEquals(0, count(world, CallbackFact.Dialled.class), "rung twice at a time");
      world.centre().run(SECOND / 4);
    }
    world.centre().run(60 * SECOND);
    assertTrue(count(world, CallbackFact.Dialled.class) > 0, "never called back");
  }

  /** They ring us, press the key, say yes, and hear our last words. */
  private static void asksToBeCalledBack(DiallingCentre world, String number) {
    LegId caller =
        world
            .centre()
            .asterisk(DiallingCentre.EDGE)
            .call("carrier", "inbound", "500", new Personal(number), new Party() {});
    world.centre().run(2 * SECOND);
    world.centre().asterisk(DiallingCentre.EDGE).press(caller, Caller.CALL_ME_BACK, 100);
    world.centre().run(2 * SECOND);
    world.centre().asterisk(DiallingCentre.EDGE).press(caller, "1", 100);
    world.centre().run(SECOND);
    assertEquals(1, count(world, CallbackFact.Taken.class));
  }

  private static void zoeComes(DiallingCentre world) {
    new DeskAgent(
            world.centre().agenda(),
            world.centre().draws().stream("zoe"),
            world.centre().asterisk(DiallingCentre.EDGE),
            world.centre().inlet(),
            world.centre()::page,
            ZOE,
            world.plan().telephoneOf(ZOE),
            AgentHabits.DILIGENT)
        .comes();
  }

  /** One lead at whose number nobody answers, and a queue that nobody serves yet. */
  private static DiallingCentre world() {
    Map<CalleeKind, Profile> nobody = new LinkedHashMap<>();
    nobody.put(CalleeKind.NOBODY, Profile.flat(1));
    CalleeHabits callees =
        new CalleeHabits(
            nobody,
            new Distribution.Constant(1),
            new Distribution.Constant(5),
            new Distribution.Constant(60),
            new Distribution.Constant(5),
            new Distribution.Constant(20));
    DiallingCentre world =
        new DiallingCentre(
            SimulationSettings.of(51, CODEC),
            1,
            TelephoneUse.OPEN,
            CampaignDay.once(CampaignMode.PROGRESSIVE).ringing(90_000),
            DiallingCentre.leads(1),
            callees,
            AgentHabits.DILIGENT,
            decider -> decider);
    world.opens(world.centre().agenda().micros() + HOUR);
    world.plan().agent(ZOE, "3000", TelephoneUse.OPEN, DiallingCentre.EDGE);
    world.centre().reads(world.plan().queue(support()).callbacks(callbacks()));
    world.centre().reads(world.plan().number("500", SUPPORT, null));
    world.centre().run(SECOND);
    return world;
  }

  private static Queue support() {
    return new Queue(
        SUPPORT,
        Strategy.LONGEST_IDLE,
        List.of(ZOE),
        20_000,
        5_000,
        60_000,
        true,
        0,
        Overflow.HANG_UP,
        "default",
        20_000,
        Routing.PLAIN,
        new Hearing(
            Language.EN,
            Announcing.NOTHING,
            List.of(new WaitKey(Caller.CALL_ME_BACK, WaitChoice.CALLBACK, null)),
            List.of()));
  }

  private static CallbackPlan callbacks() {
    return new CallbackPlan(
        SUPPORT,
        CallbackMode.CUSTOMER_FIRST,
        DiallingCentre.TRUNK,
        null,
        3,
        30_000,
        20_000,
        HOUR / 1_000,
        0,
        null,
        List.of(),
        List.of(),
        List.of(Prompt.sound("we-call-back")),
        List.of(),
        new NumberRule("49", "00", "0"));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.days;

import java.util.ArrayList;
import java.util.List;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.Skill;
import org.ringmaster.core.agent.SkillLevel;
import org.ringmaster.core.announcement.Announcing;
import org.ringmaster.core.announcement.PositionStyle;
import org.ringmaster.core.announcement.WaitStyle;
import org.ringmaster.core.call.Language;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.call.Trunk;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.callback.CallbackMode;
import org.ringmaster.core.callback.CallbackPlan;
import org.ringmaster.core.callback.NumberRule;
import org.ringmaster.core.queue.Hearing;
import org.ringmaster.core.queue.InboundNumber;
import org.ringmaster.core.queue.Overflow;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.queue.WaitChoice;
import org.ringmaster.core.queue.WaitKey;
import org.ringmaster.core.routing.Emptiness;
import org.ringmaster.core.routing.PenaltyStep;
import org.ringmaster.core.routing.Reserve;
import org.ringmaster.core.routing.Routing;
import org.ringmaster.core.routing.SkillNeed;
import org.ringmaster.core.routing.Strategy;
import org.ringmaster.core.talk.AllowedNumber;
import org.ringmaster.core.talk.TalkCodes;
import org.ringmaster.core.talk.TalkRules;
import org.ringmaster.simulation.draw.Draws;
import org.ringmaster.simulation.people.Caller;
import org.ringmaster.simulation.world.CentrePlan;

/**
 * A centre of sixty agents and eight queues, each drawn from a seed with all that routing knows.
 */
final class DayPlan {
  static final int AGENTS = 60;
  static final int QUEUES = 8;
  static final int HIGH = 5;
  static final String OUTSIDE = "4930222";
  private static final int SKILLS = 5;
  private static final NodeId EDGE = new NodeId("edge");
  private static final NodeId WEST = new NodeId("west");
  private static final TrunkId OUT = new TrunkId("out");

  private final Draws draws;
  private final Draws reserves;
  private final CentrePlan plan = new CentrePlan();
  private final List<AgentId> agents = new ArrayList<>();
  private final List<List<AgentId>> served = new ArrayList<>();

  DayPlan(Draws draws) {
    this.draws = draws;
    reserves = draws.stream("reserves");
    plan.node(EDGE).trunk(new Trunk(carrier(EDGE), EDGE, 0, 0)).trunk(new Trunk(OUT, EDGE, 12, 5));
    if (draws.chance(0.3)) {
      plan.node(WEST).trunk(new Trunk(carrier(WEST), WEST, 0, 0));
    }
    plan.talks(
        new TalkRules(
            List.of(new AllowedNumber(OUTSIDE, OUT, null)),
            15_000,
            20_000,
            701,
            720,
            TalkCodes.USUAL));
    for (int i = 0; i < QUEUES; i++) {
      served.add(new ArrayList<>());
    }
    for (int i = 0; i < AGENTS; i++) {
      addAgent(i);
    }
    for (NodeId node : plan.nodes()) {
      plan.agent(supervisor(node), "29" + plan.agents().size(), TelephoneUse.RUNG, node);
    }
    for (int i = 0; i < QUEUES; i++) {
      addQueue(i);
    }
  }

  /** The trunk through which a node's callers come. */
  static TrunkId carrier(NodeId node) {
    return new TrunkId("carrier-" + node);
  }

  /** Whose telephone is rung when somebody wants to hear a talk on a node; serves no queue. */
  static AgentId supervisor(NodeId node) {
    return new AgentId("supervisor-" + node);
  }

  static QueueId queue(int index) {
    return new QueueId("queue" + index);
  }

  /** What is dialled to come to a queue, with a high priority or with none. */
  static String number(int queue, boolean high) {
    return Integer.toString((high ? 600 : 500) + queue);
  }

  CentrePlan plan() {
    return plan;
  }

  List<AgentId> agents() {
    return agents;
  }

  private void addAgent(int i) {
    AgentId agent = new AgentId("agent%02d".formatted(i));
    agents.add(agent);
    TelephoneUse[] uses = TelephoneUse.values();
    NodeId node = plan.nodes().get(i / 4 % plan.nodes().size());
    plan.agent(agent, Integer.toString(2_000 + i), uses[i % uses.length], node);
    List<SkillLevel> skills = new ArrayList<>();
    for (int skill = 0; skill < SKILLS; skill++) {
      if (draws.chance(0.6)) {
        skills.add(new SkillLevel(skill(skill), 1 + draws.below(5)));
      }
    }
    plan.skilled(agent, skills);
    int team = i % (QUEUES / 2);
    served.get(2 * team).add(agent);
    served.get(2 * team + 1).add(agent);
    int other = draws.below(QUEUES);
    if (draws.chance(0.4) && !served.get(other).contains(agent)) {
      served.get(other).add(agent);
    }
  }

  private static Skill skill(int index) {
    return new Skill("skill" + index);
  }

  private void addQueue(int i) {
    QueueId id = queue(i);
    Strategy[] all = Strategy.values();
    boolean callsBack = draws.chance(0.5);
    plan.queue(
        new Queue(
            id,
            all[draws.below(all.length)],
            served.get(i),
            8_000L + draws.below(8_000),
            2_000L + draws.below(4_000),
            4_000L * draws.below(3),
            draws.chance(0.2),
            draws.chance(0.5) ? 0 : 90_000L + draws.below(120_000),
            overflow(i),
            "default",
            20_000,
            routing(served.get(i)),
            hearing(callsBack)));
    plan.number(new InboundNumber(number(i, false), id, null, List.of()));
    plan.number(new InboundNumber(number(i, true), id, null, List.of(), List.of(), HIGH));
    if (callsBack) {
      plan.callbacks(callback(id));
    }
  }

  private Overflow overflow(int i) {
    return switch (draws.below(4)) {
      case 0 -> new Overflow(Overflow.Kind.QUEUE, queue((i + 1) % QUEUES), List.of(), null, null);
      case 1 ->
          new Overflow(Overflow.Kind.PROMPT, null, List.of(Prompt.sound("sorry")), null, null);
      case 2 -> new Overflow(Overflow.Kind.NUMBER, null, List.of(), OUT, OUTSIDE);
      default -> Overflow.HANG_UP;
    };
  }

  private Routing routing(List<AgentId> who) {
    List<Routing.Seat> seats = new ArrayList<>();
    List<PenaltyStep> steps = new ArrayList<>();
    if (draws.chance(0.5)) {
      who.forEach(agent -> seats.add(new Routing.Seat(agent, draws.below(3))));
      switch (draws.below(3)) {
        case 0 -> {
          steps.add(new PenaltyStep(0, 1, 0));
          steps.add(new PenaltyStep(10_000L + draws.below(20_000), -1, 0));
        }
        case 1 -> {
          steps.add(new PenaltyStep(0, 0, 0));
          steps.add(new PenaltyStep(8_000, 1, 0));
          steps.add(new PenaltyStep(60_000, -1, 1)); // The best are kept for those who came later.
        }
        default -> {}
      }
    }
    return new Routing(
        seats,
        steps,
        needs(),
        draws.below(4),
        40_000L + draws.below(50_000),
        draws.chance(0.3) ? 40 : 0,
        draws.chance(0.1) ? List.of(Emptiness.PAUSED, Emptiness.UNAVAILABLE) : List.of(),
        draws.chance(0.1) ? List.of(Emptiness.UNAVAILABLE) : List.of(),
        draws.below(2) * (5_000L + draws.below(15_000)),
        draws.below(2) * 60_000L,
        reserve());
  }

  /** It binds those who share agents with the queue and have less weight. */
  private Reserve reserve() {
    return switch (reserves.below(4)) {
      case 0 -> new Reserve(1 + reserves.below(2), 0);
      case 1 -> new Reserve(0, 5 + reserves.below(15));
      default -> Reserve.NONE;
    };
  }

  private List<SkillNeed> needs() {
    List<SkillNeed> needs = new ArrayList<>();
    for (int i = draws.below(3); i > 0; i--) {
      boolean isOnlyLiked = draws.chance(0.2);
      long first = 5_000L + draws.below(20_000);
      List<SkillNeed.Relaxation> relaxed =
          List.of(new SkillNeed.Relaxation(first, 1), new SkillNeed.Relaxation(3 * first, 0));
      needs.add(
          new SkillNeed(
              skill(draws.below(SKILLS)),
              isOnlyLiked ? 0 : 2 + draws.below(3),
              isOnlyLiked || draws.chance(0.5),
              isOnlyLiked ? List.of() : relaxed));
    }
    return needs;
  }

  private Hearing hearing(boolean callsBack) {
    Announcing announcing =
        new Announcing(
            false,
            20_000,
            10_000,
            PositionStyle.values()[draws.below(PositionStyle.values().length)],
            3,
            WaitStyle.values()[draws.below(WaitStyle.values().length)],
            false,
            60,
            List.of(),
            List.of(Prompt.sound("one"), Prompt.sound("two")),
            45_000,
            false);
    List<WaitKey> keys = new ArrayList<>();
    keys.add(new WaitKey("0", WaitChoice.OVERFLOW, null));
    if (callsBack) {
      keys.add(new WaitKey(Caller.CALL_ME_BACK, WaitChoice.CALLBACK, null));
    }
    return new Hearing(
        Language.EN,
        draws.chance(0.3) ? announcing : Announcing.NOTHING,
        keys,
        draws.chance(0.15) ? List.of(Prompt.sound("whisper")) : List.of());
  }

  private CallbackPlan callback(QueueId queue) {
    return new CallbackPlan(
        queue,
        draws.chance(0.5) ? CallbackMode.AGENT_FIRST : CallbackMode.CUSTOMER_FIRST,
        draws.chance(0.5) ? carrier(EDGE) : OUT,
        null,
        1 + draws.below(3),
        10_000L + draws.below(20_000),
        15_000,
        900_000,
        draws.below(2),
        null,
        List.of(),
        List.of(),
        List.of(),
        draws.chance(0.3) ? List.of(Prompt.sound("press-one")) : List.of(),
        new NumberRule("49", "00", "0"));
  }
}

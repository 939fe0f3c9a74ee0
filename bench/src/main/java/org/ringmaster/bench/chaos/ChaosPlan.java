// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.chaos;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AutoPause;
import org.ringmaster.core.agent.PauseLimit;
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.core.agent.PauseReasons;
import org.ringmaster.core.agent.Skill;
import org.ringmaster.core.agent.SkillLevel;
import org.ringmaster.core.announcement.Announcing;
import org.ringmaster.core.announcement.PositionStyle;
import org.ringmaster.core.announcement.WaitStyle;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.calendar.OpenHours;
import org.ringmaster.core.call.Language;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.call.Trunk;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.callback.CallbackMode;
import org.ringmaster.core.callback.CallbackPlan;
import org.ringmaster.core.callback.NumberRule;
import org.ringmaster.core.desk.Disposition;
import org.ringmaster.core.desk.DispositionRule;
import org.ringmaster.core.desk.Dispositions;
import org.ringmaster.core.medium.Medium;
import org.ringmaster.core.queue.Closing;
import org.ringmaster.core.queue.Hearing;
import org.ringmaster.core.queue.Overflow;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.queue.WaitChoice;
import org.ringmaster.core.queue.WaitKey;
import org.ringmaster.core.queue.WorkRules;
import org.ringmaster.core.recording.RecordingPlan;
import org.ringmaster.core.recording.RecordingPolicy;
import org.ringmaster.core.routing.Emptiness;
import org.ringmaster.core.routing.PenaltyStep;
import org.ringmaster.core.routing.Reserve;
import org.ringmaster.core.routing.Routing;
import org.ringmaster.core.routing.SkillNeed;
import org.ringmaster.core.routing.Strategy;
import org.ringmaster.core.talk.AllowedNumber;
import org.ringmaster.core.talk.TalkCodes;
import org.ringmaster.core.talk.TalkRules;
import org.ringmaster.core.voicemail.VoicemailPlan;
import org.ringmaster.simulation.draw.Draws;
import org.ringmaster.simulation.people.Caller;
import org.ringmaster.simulation.world.CentrePlan;

/** A small centre drawn from a seed: two queues, a handful of agents, a narrow way out. */
final class ChaosPlan {
  private static final NodeId EDGE = new NodeId("edge");
  private static final NodeId WEST = new NodeId("west");
  static final List<Disposition> SAID = List.of(new Disposition("sold"), new Disposition("none"));
  static final List<String> NUMBERS = List.of("500", "600");
  static final QueueId SALES = new QueueId("sales");
  static final QueueId SECOND = new QueueId("second");

  /** Whom agents may call, and hand callers to. */
  static final String OUTSIDE = "4930222";

  private static final Skill SPANISH = new Skill("spanish");
  private static final TrunkId OUT = new TrunkId("out");
  private static final CalendarId SHORT_HOURS = new CalendarId("short");

  private final Draws draws;
  private final CentrePlan plan = new CentrePlan();
  private final List<AgentId> agents = new ArrayList<>();

  ChaosPlan(Draws draws) {
    this.draws = draws;
    plan.node(EDGE).trunk(new Trunk(carrier(EDGE), EDGE, 0, 0)).trunk(new Trunk(OUT, EDGE, 2, 1));
    if (draws.chance(0.3)) {
      plan.node(WEST).trunk(new Trunk(carrier(WEST), WEST, 0, 0));
    }
    int many = 3 + draws.below(4);
    for (int i = 0; i < many; i++) {
      agents.add(new AgentId("agent" + i));
      addAgent(i);
    }
    plan.calendar(shortHours());
    addQueues();
    plan.talks(
        new TalkRules(
            List.of(
                new AllowedNumber(OUTSIDE, OUT, null),
                new AllowedNumber("_+49301234[0-3]", OUT, null)),
            8_000,
            12_000,
            701,
            703,
            TalkCodes.USUAL));
    addAgentRules();
    plan.number(NUMBERS.get(0), SALES, null).number(NUMBERS.get(1), SECOND, null);
  }

  /** The trunk through which a node's callers come. */
  static TrunkId carrier(NodeId node) {
    return new TrunkId("carrier-" + node);
  }

  /** Where an agent's telephone hangs. */
  NodeId nodeOf(AgentId agent) {
    List<NodeId> nodes = plan.nodes();
    return nodes.get(agents.indexOf(agent) % nodes.size());
  }

  CentrePlan plan() {
    return plan;
  }

  List<AgentId> agents() {
    return agents;
  }

  /** Something in the configuration is other than it was, or as it was again. */
  CentrePlan changed() {
    switch (draws.below(6)) {
      case 0 -> plan.withoutAgent(agents.get(draws.below(agents.size())));
      case 1 -> plan.withoutQueue(SECOND);
      case 2 -> addQueues();
      case 3 -> plan.takes(agents.get(draws.below(agents.size())), Medium.VOICE, 0);
      default -> {
        return restored();
      }
    }
    return plan;
  }

  /** All that was taken away is there again. */
  CentrePlan restored() {
    for (int i = 0; i < agents.size(); i++) {
      addAgent(i);
    }
    addQueues();
    plan.number(NUMBERS.get(1), SECOND, null);
    return plan;
  }

  private void addAgent(int i) {
    TelephoneUse[] uses = TelephoneUse.values();
    TelephoneUse use = uses[i % uses.length];
    plan.agent(agents.get(i), Integer.toString(2000 + i), use, nodeOf(agents.get(i)));
    if (i % 2 == 0) {
      plan.skilled(agents.get(i), List.of(new SkillLevel(SPANISH, 2 + i)));
    }
  }

  private void addQueues() {
    Overflow toSecond = new Overflow(Overflow.Kind.QUEUE, SECOND, List.of(), null, null);
    Overflow sorry =
        new Overflow(Overflow.Kind.PROMPT, null, List.of(Prompt.sound("sorry")), null, null);
    Overflow outside = new Overflow(Overflow.Kind.NUMBER, null, List.of(), OUT, "4930111");
    Overflow first =
        switch (draws.below(4)) {
          case 0 -> toSecond;
          case 1 -> sorry;
          case 2 -> Overflow.voicemail(SALES);
          default -> Overflow.HANG_UP;
        };
    plan.queue(
        queue(SALES, Strategy.LONGEST_IDLE, 15_000L * draws.below(3), first).with(hearing()));
    plan.callbacks(callback());
    plan.voicemail(voicemail(SALES)).voicemail(voicemail(SECOND));
    plan.queue(queue(SECOND, Strategy.RINGALL, 25_000, outside));
    plan.recording(recording(SALES)).recording(recording(SECOND)).recording(recording(null));
  }

  /** Now and then all that app_queue can do, and skills beside it. */
  private Queue queue(QueueId id, Strategy usual, long maxWaitMillis, Overflow overflow) {
    Strategy[] all = Strategy.values();
    Strategy strategy = draws.chance(0.5) ? usual : all[draws.below(all.length)];
    return new Queue(
        id,
        strategy,
        List.copyOf(agents),
        6_000L + draws.below(10_000),
        3_000,
        4_000L * draws.below(3),
        draws.chance(0.3),
        maxWaitMillis,
        overflow,
        "default",
        10_000,
        draws.chance(0.5) ? Routing.PLAIN : routing(),
        draws.chance(0.3) ? Hearing.MUSIC : hearing(),
        draws.chance(0.3) ? closing() : null,
        new WorkRules(
            new AutoPause(
                draws.below(3),
                draws.below(3),
                draws.below(3),
                draws.stream("silent " + id).below(3)),
            3_000L * draws.below(4),
            1_000L * draws.below(4),
            draws.below(3)),
        null);
  }

  /** While a seed lasts, on a Monday morning, it is open for two minutes and closed for one. */
  private static Calendar shortHours() {
    List<OpenHours> hours = new ArrayList<>();
    for (int minute = 0; minute < 24 * 60; minute += 3) {
      hours.add(new OpenHours(DayOfWeek.MONDAY, minute, minute + 2));
    }
    return new Calendar(SHORT_HOURS, "UTC", hours, List.of());
  }

  /** Who still waits then is hung up, or goes where the queue sends those who wait too long. */
  private Closing closing() {
    long grace = 1_000L * draws.below(40);
    return new Closing(SHORT_HOURS, grace, draws.chance(0.5) ? Overflow.HANG_UP : null);
  }

  /** In one queue agents must say what contacts were; one pause is for few at once. */
  private void addAgentRules() {
    plan.dispositions(
        new Dispositions(
            SAID, List.of(new DispositionRule(SALES, List.of(), SAID.get(draws.below(2))))));
    PauseLimit limit =
        new PauseLimit(
            draws.below(20_000), draws.below(60_000), 1 + draws.below(3), 1, draws.chance(0.5));
    plan.pauseReasons(
        new PauseReasons(
            List.of(
                new PauseReasons.Code(new PauseReason("lunch"), 1, limit),
                new PauseReasons.Code(new PauseReason("break"), 3, limit),
                new PauseReasons.Code(new PauseReason("training"), 2)),
            draws.chance(0.3),
            "UTC"));
  }

  /** Announcements of every style, keys that lead somewhere, and now and then a whisper. */
  private Hearing hearing() {
    Announcing announcing =
        new Announcing(
            draws.chance(0.7),
            3_000L * draws.below(4),
            1_000L + draws.below(3_000),
            PositionStyle.values()[draws.below(PositionStyle.values().length)],
            1 + draws.below(4),
            WaitStyle.values()[draws.below(WaitStyle.values().length)],
            draws.chance(0.3),
            15 + draws.below(60),
            List.of(),
            List.of(Prompt.sound("one"), Prompt.sound("two")),
            5_000L * draws.below(3),
            draws.chance(0.5));
    return new Hearing(
        Language.values()[draws.below(Language.values().length)],
        announcing,
        List.of(
            new WaitKey("0", WaitChoice.OVERFLOW, null),
            new WaitKey("2", WaitChoice.QUEUE, SECOND),
            new WaitKey("9", WaitChoice.ANNOUNCE, null),
            new WaitKey("7", WaitChoice.VOICEMAIL, null),
            new WaitKey(Caller.CALL_ME_BACK, WaitChoice.CALLBACK, null)),
        draws.chance(0.3) ? List.of(Prompt.sound("whisper")) : List.of());
  }

  /** Every policy, with and without a word about it. */
  private RecordingPlan recording(@Nullable QueueId queue) {
    RecordingPolicy[] policies = RecordingPolicy.values();
    return new RecordingPlan(
        queue,
        policies[draws.below(policies.length)],
        60_000L * draws.below(3),
        draws.chance(0.3) ? List.of(Prompt.sound("recorded")) : List.of(),
        draws.chance(0.3) ? List.of(Prompt.sound("beep")) : List.of());
  }

  /** Agents or customers first, through a wide way out or the narrow one. */
  private CallbackPlan callback() {
    return new CallbackPlan(
        SALES,
        draws.chance(0.5) ? CallbackMode.AGENT_FIRST : CallbackMode.CUSTOMER_FIRST,
        draws.chance(0.5) ? carrier(EDGE) : OUT,
        null,
        1 + draws.below(3),
        2_000L + draws.below(8_000),
        8_000L + draws.below(12_000),
        60_000,
        draws.below(2),
        null,
        List.of(Prompt.sound("your-number")),
        List.of(Prompt.sound("type-number")),
        List.of(Prompt.sound("we-call-back")),
        draws.chance(0.3) ? List.of(Prompt.sound("press-one")) : List.of(),
        new NumberRule("49", "00", "0"));
  }

  private VoicemailPlan voicemail(QueueId queue) {
    return new VoicemailPlan(
        queue,
        List.of(Prompt.sound("leave-message")),
        List.of(Prompt.sound("thanks")),
        List.of(Prompt.sound("too-short")),
        List.of(Prompt.sound("not-recorded")),
        List.of(Prompt.sound("mailbox-full")),
        5_000 + 1_000L * draws.below(10),
        1_000L * draws.below(4),
        1_000L * draws.below(3),
        1 + draws.below(5),
        30_000L + draws.below(60_000));
  }

  private Routing routing() {
    List<Routing.Seat> penalties = new ArrayList<>();
    for (AgentId agent : agents) {
      penalties.add(new Routing.Seat(agent, draws.below(3)));
    }
    List<PenaltyStep> steps =
        draws.chance(0.5)
            ? List.of()
            : List.of(new PenaltyStep(0, 1, 0), new PenaltyStep(9_000, -1, 0));
    SkillNeed.Relaxation relaxed = new SkillNeed.Relaxation(draws.below(15_000), 0);
    SkillNeed need = new SkillNeed(SPANISH, 3, false, List.of(relaxed));
    return new Routing(
        penalties,
        steps,
        draws.chance(0.5) ? List.of() : List.of(need),
        draws.below(3),
        20_000,
        draws.below(2) * 8,
        draws.chance(0.8) ? List.of() : List.of(Emptiness.PAUSED, Emptiness.UNAVAILABLE),
        draws.chance(0.8) ? List.of() : List.of(Emptiness.PAUSED),
        draws.below(2) * 8_000L,
        draws.below(2) * 60_000L,
        reserve());
  }

  /** Weights are drawn too, so that now and then a queue of less weight must leave agents alone. */
  private Reserve reserve() {
    return switch (draws.below(3)) {
      case 0 -> new Reserve(1 + draws.below(2), 0);
      case 1 -> new Reserve(0, 20 * (1 + draws.below(3)));
      default -> Reserve.NONE;
    };
  }
}

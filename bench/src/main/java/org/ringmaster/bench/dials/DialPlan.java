// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.dials;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.announcement.Announcing;
import org.ringmaster.core.calendar.Calendar;
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
import org.ringmaster.core.routing.Routing;
import org.ringmaster.core.routing.Strategy;
import org.ringmaster.dialer.campaign.AttemptOutcome;
import org.ringmaster.dialer.campaign.CampaignBounds;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.CapWindow;
import org.ringmaster.dialer.campaign.FrequencyCap;
import org.ringmaster.dialer.campaign.MachinePolicy;
import org.ringmaster.dialer.campaign.MessageRules;
import org.ringmaster.dialer.campaign.PreviewRules;
import org.ringmaster.dialer.campaign.Recycling;
import org.ringmaster.dialer.campaign.ScreeningPlan;
import org.ringmaster.dialer.list.Lead;
import org.ringmaster.dialer.list.LeadDetails;
import org.ringmaster.dialer.list.Leads;
import org.ringmaster.simulation.draw.Draws;
import org.ringmaster.simulation.people.Caller;
import org.ringmaster.simulation.world.CentrePlan;

/**
 * The world of one seed: two campaigns that are paced, one whose leads agents look at first and one
 * without agents, who share numbers, a trunk with limits and some of the agents; queues that call
 * their callers back; and do-not-call lists to come. Owned by the simulation's thread.
 */
final class DialPlan {
  private static final String QUEUE_KEY = "1";
  private static final String OPT_OUT_KEY = "9";
  private static final String CALLBACK_KEY = "3";

  static final NodeId EDGE = new NodeId("edge");
  static final TrunkId CARRIER = new TrunkId("carrier");

  /** What customers dial, among them leads. */
  static final String HOTLINE = "500";

  /** The same, for those whose agents look at leads and seldom have time. */
  static final String FIELD_LINE = "600";

  /** What people press who are told something or wait: those that mean something, and another. */
  static final String KEYS = QUEUE_KEY + OPT_OUT_KEY + CALLBACK_KEY + Caller.CALL_ME_BACK + "7";

  static final CampaignId RENEWALS = new CampaignId("renewals");
  static final CampaignId WELCOME = new CampaignId("welcome");

  /** Whose leads agents look at before they are dialled. */
  static final CampaignId VISITS = new CampaignId("visits");

  /** Who answers it hears a message. */
  static final CampaignId NOTICES = new CampaignId("notices");

  static final List<CampaignId> CAMPAIGNS = List.of(RENEWALS, WELCOME, VISITS, NOTICES);

  /** How many different people there are; what they dial us from begins with 4930. */
  static final int PEOPLE = 1_800;

  private static final long FIRST_NUMBER = 49_301_000_000L;
  private static final long SECOND_NUMBER = 49_401_000_000L;

  /** With what some second numbers begin, that some campaigns leave out. */
  private static final String NOT_CALLED = "4940100001";

  private static final QueueId SALES = new QueueId("sales");
  private static final QueueId SERVICE = new QueueId("service");
  private static final QueueId FIELD = new QueueId("field");
  private static final int FIRST_TELEPHONE = 2_000;
  private static final long MINUTE_MILLIS = TimeUnit.MINUTES.toMillis(1);

  private static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("Europe/Berlin"),
          ZoneId.of("Europe/London"),
          ZoneId.of("America/New_York"),
          ZoneId.of("Asia/Kolkata"));

  private static final List<CampaignMode> MODES =
      List.of(CampaignMode.PREDICTIVE, CampaignMode.POWER, CampaignMode.PROGRESSIVE);

  private static final List<CampaignMode> BY_AGENTS =
      List.of(CampaignMode.PREVIEW, CampaignMode.MANUAL);

  /** A plain morning, the two ends of summer time, the end of a month, the end of a year. */
  private static final List<String> BEGINNINGS =
      List.of(
          "2026-11-02T06:00:00Z",
          "2026-10-25T00:10:00Z",
          "2026-11-01T05:10:00Z",
          "2026-03-08T06:10:00Z",
          "2026-11-30T22:30:00Z",
          "2026-12-31T22:10:00Z");

  private final Draws draws;
  private final long seed;
  private final CentrePlan plan = new CentrePlan();
  private final Map<CampaignId, CampaignPlan> campaigns = new LinkedHashMap<>();
  private final Map<String, Leads> segments = new LinkedHashMap<>();
  private List<AgentId> fieldAgents = List.of();

  DialPlan(long seed, Draws draws) {
    this.seed = seed;
    this.draws = draws;
    plan.node(EDGE);
    trunk();
    team();
    for (int i = 0; i < CAMPAIGNS.size(); i++) {
      configured(campaign(i));
    }
    for (QueueId queue : List.of(SALES, SERVICE, FIELD)) {
      plan.callbacks(callback(queue));
    }
    lists();
  }

  /** When it begins, epoch microseconds. */
  static long beginsMicros(long seed) {
    String begins = BEGINNINGS.get((int) Math.floorMod(seed, (long) BEGINNINGS.size()));
    return TimeUnit.SECONDS.toMicros(Instant.parse(begins).getEpochSecond());
  }

  CentrePlan plan() {
    return plan;
  }

  /** All lists that there ever are, by what names their leads. */
  Map<String, Leads> segments() {
    return segments;
  }

  /** The leads of a campaign, one list after the other. */
  static List<String> listsOf(CampaignId campaign) {
    return List.of(campaign.value() + "-1", campaign.value() + "-2");
  }

  /** The campaign that a do-not-call list holds for; null where it holds for all. */
  static @Nullable CampaignId protectedFrom(String segment) {
    return segment.endsWith("own") ? RENEWALS : null;
  }

  /** Numbers that must not be called, each list longer than the one before. */
  static List<String> protections() {
    return List.of("no-few", "no-own", "no-more", "no-many");
  }

  /** Somebody's number, as it is dialled. */
  long anyNumber() {
    return (draws.chance(0.5) ? FIRST_NUMBER : SECOND_NUMBER) + draws.below(PEOPLE);
  }

  private void trunk() {
    int rate = draws.chance(0.5) ? 3 + draws.below(8) : 0;
    plan.trunk(new Trunk(CARRIER, EDGE, 10 + draws.below(22), rate));
  }

  private void team() {
    List<AgentId> agents = new ArrayList<>();
    int many = 12 + draws.below(8);
    for (int i = 0; i < many; i++) {
      AgentId agent = new AgentId("agent%02d".formatted(i));
      agents.add(agent);
      plan.agent(agent, Integer.toString(FIRST_TELEPHONE + i), TelephoneUse.OPEN, EDGE);
    }
    int shared = draws.below(many / 2);
    plan.queue(queue(SALES, agents.subList(0, many / 2 + shared)));
    plan.queue(queue(SERVICE, agents.subList(many / 2, many)));
    List<AgentId> field = new ArrayList<>(agents.subList(many / 2 - 1, many / 2 + 1));
    for (int i = 0; i < 3; i++) {
      AgentId agent = new AgentId("field%02d".formatted(i));
      field.add(agent);
      TelephoneUse use = i == 0 ? TelephoneUse.RUNG : TelephoneUse.OPEN;
      plan.agent(agent, Integer.toString(FIRST_TELEPHONE + many + i), use, EDGE);
    }
    fieldAgents = List.copyOf(field);
    plan.queue(queue(FIELD, fieldAgents));
    plan.number(new InboundNumber(HOTLINE, SERVICE, null, List.of(Prompt.sound("closed"))));
    plan.number(new InboundNumber(FIELD_LINE, FIELD, null, List.of(Prompt.sound("closed"))));
  }

  /** Who looks at leads, and may promise to call them. */
  List<AgentId> fieldAgents() {
    return fieldAgents;
  }

  /** Customers or agents first, through the trunk of the campaigns. */
  private CallbackPlan callback(QueueId queue) {
    return new CallbackPlan(
        queue,
        draws.chance(0.5) ? CallbackMode.AGENT_FIRST : CallbackMode.CUSTOMER_FIRST,
        CARRIER,
        null,
        1 + draws.below(3),
        10_000L + draws.below(50_000),
        15_000L + draws.below(10_000),
        10 * MINUTE_MILLIS,
        draws.below(2),
        null,
        List.of(Prompt.sound("your-number")),
        List.of(Prompt.sound("type-number")),
        List.of(Prompt.sound("we-call-back")),
        draws.chance(0.3) ? List.of(Prompt.sound("press-one")) : List.of(),
        new NumberRule("49", "00", "0"));
  }

  private static Queue queue(QueueId id, List<AgentId> agents) {
    return new Queue(
        id,
        Strategy.LONGEST_IDLE,
        agents,
        15_000,
        5_000,
        6_000,
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

  private CampaignPlan campaign(int index) {
    CampaignId id = CAMPAIGNS.get(index);
    if (id.equals(VISITS)) {
      return bounded(byAgents(plain(id, FIELD, BY_AGENTS.get(draws.below(2)))));
    } else if (id.equals(NOTICES)) {
      return bounded(plain(id, SERVICE, CampaignMode.AGENTLESS).telling(message()))
          .lines(2 + draws.below(4));
    }
    return paced(index);
  }

  private CampaignPlan plain(CampaignId id, QueueId queue, CampaignMode mode) {
    Calendar hours = Hours.drawn("hours-" + id, ZONES.getFirst().getId(), draws);
    return CampaignPlan.of(id, queue, CARRIER, mode, hours);
  }

  /** Leads are looked at for a few seconds, and skipped or dialled then. */
  private CampaignPlan byAgents(CampaignPlan campaign) {
    return campaign.previewing(
        new PreviewRules(
            6_000 + draws.below(15_000), draws.chance(0.5), (1 + draws.below(4)) * MINUTE_MILLIS));
  }

  private MessageRules message() {
    return new MessageRules(
        List.of(Prompt.sound("notice")), QUEUE_KEY, OPT_OUT_KEY, 3_000, CALLBACK_KEY);
  }

  private CampaignPlan paced(int index) {
    CampaignMode mode = MODES.get((int) Math.floorMod(seed + index, (long) MODES.size()));
    CampaignPlan usual =
        plain(CAMPAIGNS.get(index), index == 0 ? SALES : SERVICE, mode)
            .dropping(List.of(Prompt.sound("who-called")), draws.chance(0.3))
            .optingOutBy(OPT_OUT_KEY);
    if (draws.chance(0.5)) {
      usual = usual.screenedBy(screening());
    }
    if (draws.chance(0.3)) {
      usual = usual.hearingGreetings();
    }
    return bounded(usual);
  }

  private CampaignPlan bounded(CampaignPlan usual) {
    CampaignPlan drawn =
        usual
            .dialling(usual.mode(), 1.5 + draws.below(3))
            .lines(6 + draws.below(16))
            .trying(2 + draws.below(3), 1 + draws.below(4))
            .locking((20 + draws.below(60)) * MINUTE_MILLIS);
    drawn =
        drawn
            .recycling(drawn.tries(), recycling())
            .countingPersons(draws.chance(0.5))
            .restingMachines(draws.chance(0.5) ? (20 + draws.below(60)) * MINUTE_MILLIS : 0);
    Draws apart = draws.stream("bounds " + usual.id());
    CampaignBounds bounds = apart.chance(0.4) ? bounds(apart) : CampaignBounds.NONE;
    Draws money = draws.stream("money and times " + usual.id());
    return drawn.boundedBy(DialBounds.drawn(bounds, beginsMicros(seed), money));
  }

  /** Some hours, a day of the calendar, some numbers only; all are kept in mind a day at least. */
  private static CampaignBounds bounds(Draws draws) {
    List<FrequencyCap> caps = new ArrayList<>();
    long hours = TimeUnit.HOURS.toMillis(1 + draws.below(6));
    caps.add(
        new FrequencyCap(
            "hours", 1 + draws.below(3), CapWindow.ROLLING, hours, draws.chance(0.5), List.of()));
    if (draws.chance(0.5)) {
      caps.add(FrequencyCap.within("day", 2 + draws.below(3), CapWindow.DAY));
    }
    if (draws.chance(0.5)) {
      caps.add(new FrequencyCap("some", 1, CapWindow.WEEK, 0, false, List.of("4940")));
    }
    CampaignBounds bounds =
        new CampaignBounds(caps, draws.chance(0.5) ? (1 + draws.below(24)) * 3_600_000L : 0);
    return draws.chance(0.5) ? bounds.to(List.of(), List.of(NOT_CALLED)) : bounds;
  }

  private ScreeningPlan screening() {
    return switch (draws.below(3)) {
      case 0 -> ScreeningPlan.of(MachinePolicy.HANG_UP);
      case 1 ->
          ScreeningPlan.of(MachinePolicy.MESSAGE).telling(List.of(Prompt.sound("vm-goodbye")));
      default -> ScreeningPlan.of(MachinePolicy.HANG_UP).auditing(20, List.of());
    };
  }

  /** Short rests, so that what leaves people in peace has to be something else. */
  private List<Recycling> recycling() {
    List<Recycling> rules = new ArrayList<>();
    for (AttemptOutcome outcome :
        List.of(
            AttemptOutcome.NO_ANSWER,
            AttemptOutcome.BUSY,
            AttemptOutcome.CONGESTED,
            AttemptOutcome.ABANDONED,
            AttemptOutcome.HUNG_UP,
            AttemptOutcome.LOST,
            AttemptOutcome.MACHINE,
            AttemptOutcome.MESSAGE_LEFT,
            AttemptOutcome.HEARD,
            AttemptOutcome.MESSAGE_FAILED)) {
      rules.add(new Recycling(outcome, 2 + draws.below(3), (1 + draws.below(4)) * MINUTE_MILLIS));
    }
    return rules;
  }

  private void configured(CampaignPlan campaign) {
    campaigns.put(campaign.id(), campaign);
    plan.campaign(campaign);
  }

  private void lists() {
    segments.put("renewals-1", leads(0, PEOPLE / 2));
    segments.put("renewals-2", leads(PEOPLE / 2 - PEOPLE / 10, PEOPLE - PEOPLE / 4));
    segments.put("welcome-1", leads(PEOPLE / 3, PEOPLE - PEOPLE / 4));
    segments.put("welcome-2", leads(PEOPLE / 2, PEOPLE));
    segments.put("visits-1", leads(PEOPLE / 6, PEOPLE / 2));
    segments.put("visits-2", leads(PEOPLE / 3, PEOPLE / 3 * 2));
    segments.put("notices-1", leads(0, PEOPLE / 3));
    segments.put("notices-2", leads(PEOPLE / 2, PEOPLE));
    int share = 40;
    for (String protection : protections()) {
      List<Lead> some = new ArrayList<>();
      for (int i = draws.below(share); i < PEOPLE; i += share) {
        some.add(new Lead(List.of(SECOND_NUMBER + i, FIRST_NUMBER + i), ZONES, LeadDetails.NONE));
      }
      segments.put(protection, Leads.of(some));
      share /= 2;
    }
  }

  /** People from one to another; some have a second number, some share one with the next. */
  private Leads leads(int from, int to) {
    List<Lead> leads = new ArrayList<>();
    for (int i = from; i < to; i++) {
      int shared = i % 12 == 0 && i > from ? i - 1 : i;
      List<Long> numbers =
          i % 3 == 0
              ? List.of(FIRST_NUMBER + shared, SECOND_NUMBER + i)
              : List.of(FIRST_NUMBER + shared);
      ZoneId zone = ZONES.get(i % ZONES.size());
      List<ZoneId> zones = i % 7 == 0 ? List.of(zone, ZONES.get((i + 1) % ZONES.size())) : null;
      leads.add(new Lead(numbers, zones == null ? List.of(zone) : zones, LeadDetails.NONE));
    }
    return Leads.of(leads);
  }

  /** Somebody edits the configuration: the trunk, or what bounds a campaign. */
  void changes() {
    if (draws.chance(0.2)) {
      trunk();
      return;
    }
    CampaignId id = CAMPAIGNS.get(draws.below(CAMPAIGNS.size()));
    CampaignPlan was = Objects.requireNonNull(campaigns.get(id));
    Calendar hours = was.hours();
    configured(
        switch (draws.below(8)) {
          case 0, 1 -> was.openIn(Hours.drawn(hours.id().value(), hours.zone(), draws));
          case 2 -> was.trying(2 + draws.below(3), was.numberTries());
          case 3 -> was.trying(was.tries(), 1 + draws.below(4));
          case 4 -> was.lines(id.equals(NOTICES) ? 2 + draws.below(4) : 6 + draws.below(16));
          case 5 -> was.locking((20 + draws.below(60)) * MINUTE_MILLIS);
          case 6 -> was.restingMachines((20 + draws.below(60)) * MINUTE_MILLIS);
          default -> otherwise(was);
        });
  }

  /** Other campaigns may be paced in every way, and one by agents also as any of these. */
  private CampaignPlan otherwise(CampaignPlan was) {
    if (was.id().equals(NOTICES)) {
      return was;
    } else if (was.id().equals(VISITS) && draws.chance(0.8)) {
      return byAgents(was.dialling(BY_AGENTS.get(draws.below(2)), was.ratio()));
    }
    return was.dialling(MODES.get(draws.below(MODES.size())), 1.5 + draws.below(3));
  }
}

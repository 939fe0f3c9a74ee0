// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.testing;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.AgentProfile;
import org.ringmaster.core.agent.Capacity;
import org.ringmaster.core.agent.Skill;
import org.ringmaster.core.agent.SkillLevel;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.calendar.OpenHours;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.call.Telephone;
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.call.Trunk;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.callback.CallbackInput;
import org.ringmaster.core.callback.CallbackPlan;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.medium.Medium;
import org.ringmaster.core.queue.InboundNumber;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.queue.QueueInput;
import org.ringmaster.core.recording.RecordingInput;
import org.ringmaster.core.recording.RecordingPlan;
import org.ringmaster.core.recording.RecordingPolicy;
import org.ringmaster.core.recording.RecordingRules;
import org.ringmaster.core.talk.AllowedNumber;
import org.ringmaster.core.talk.TalkInput;
import org.ringmaster.core.talk.TalkRules;
import org.ringmaster.core.voicemail.VoicemailInput;
import org.ringmaster.core.voicemail.VoicemailPlan;

/** What is configured. Change it, then let the centre read it. */
public final class ScenarioPlan {

  /** The node of everything unless another is named. */
  public static final NodeId EDGE = new NodeId("edge");

  private final Map<TelephoneId, Telephone> telephones = new LinkedHashMap<>();
  private final Map<AgentId, AgentProfile> agents = new LinkedHashMap<>();
  private final Map<QueueId, Queue> queues = new LinkedHashMap<>();
  private final Map<String, InboundNumber> numbers = new LinkedHashMap<>();
  private final Map<CalendarId, Calendar> calendars = new LinkedHashMap<>();
  private final Map<String, RecordingPlan> recordings = new TreeMap<>();
  private final Map<QueueId, CallbackPlan> callbacks = new LinkedHashMap<>();
  private final Map<QueueId, VoicemailPlan> voicemails = new LinkedHashMap<>();
  private final Map<TrunkId, Trunk> trunks = new LinkedHashMap<>();
  private final List<AllowedNumber> allowed = new ArrayList<>();

  /** A carrier and nothing else. */
  public ScenarioPlan() {
    trunk("carrier", 0, 0);
  }

  /**
   * Alice and Bob are rung on 1001 and 1002, Carol's 1003 answers by itself, Dave and Erin have
   * open telephones 1004 and 1005; 1009 is shared. One queue, sales, on number 500.
   */
  public static ScenarioPlan standard() {
    return new ScenarioPlan().addStandard();
  }

  /** Adds all that {@link #standard} has, again where it was changed or taken away. */
  public ScenarioPlan addStandard() {
    return telephone("1001", TelephoneUse.RUNG)
        .telephone("1002", TelephoneUse.RUNG)
        .telephone("1003", TelephoneUse.AUTO_ANSWERED)
        .telephone("1004", TelephoneUse.OPEN)
        .telephone("1005", TelephoneUse.OPEN)
        .telephone("1009", TelephoneUse.RUNG)
        .agent("alice", "2001", "1001")
        .agent("bob", "2002", "1002")
        .agent("carol", "2003", "1003")
        .agent("dave", "2004", "1004")
        .agent("erin", "2005", "1005")
        .agent("frank", "2006", null)
        .queue(ScenarioQueue.named("sales").servedBy("alice", "bob", "carol", "dave", "erin"))
        .number("500", "sales")
        .calendar(
            new Calendar(
                new CalendarId("never"),
                "UTC",
                List.of(new OpenHours(DayOfWeek.SUNDAY, 0, 1)),
                List.of()))
        .number("998", "sales", "never");
  }

  public ScenarioPlan telephone(String id, TelephoneUse use) {
    return telephone(id, use, EDGE);
  }

  public ScenarioPlan telephone(String id, TelephoneUse use, NodeId node) {
    telephones.put(new TelephoneId(id), new Telephone(new TelephoneId(id), node, use));
    return this;
  }

  public ScenarioPlan withoutTelephone(String id) {
    telephones.remove(new TelephoneId(id));
    return this;
  }

  /** An agent of the plan gets a wrap-up time of their own. */
  public ScenarioPlan wrapUpSeconds(String id, int seconds) {
    agents.computeIfPresent(
        new AgentId(id),
        (agent, was) ->
            new AgentProfile(
                agent,
                was.name(),
                was.number(),
                was.telephone(),
                was.skills(),
                was.capacities(),
                seconds * 1_000L));
    return this;
  }

  public ScenarioPlan agent(String id, String number, @Nullable String telephone) {
    AgentId agent = new AgentId(id);
    TelephoneId own = telephone == null ? null : new TelephoneId(telephone);
    agents.put(agent, new AgentProfile(agent, new Personal(id), number, own));
    return this;
  }

  /** An agent of the standard plan has these skills: a name and a level each. */
  public ScenarioPlan skilled(String id, Object... skillsAndLevels) {
    AgentProfile was = Objects.requireNonNull(agents.get(new AgentId(id)));
    List<SkillLevel> skills = new ArrayList<>();
    for (int i = 0; i < skillsAndLevels.length; i += 2) {
      Skill skill = new Skill((String) skillsAndLevels[i]);
      skills.add(new SkillLevel(skill, (Integer) skillsAndLevels[i + 1]));
    }
    agents.put(
        was.id(), new AgentProfile(was.id(), was.name(), was.number(), was.telephone(), skills));
    return this;
  }

  /** An agent of the standard plan may have so many contacts over a medium at once. */
  public ScenarioPlan takes(String id, Medium medium, int most) {
    AgentProfile was = Objects.requireNonNull(agents.get(new AgentId(id)));
    List<Capacity> capacities = List.of(new Capacity(medium, most));
    agents.put(
        was.id(),
        new AgentProfile(
            was.id(), was.name(), was.number(), was.telephone(), was.skills(), capacities));
    return this;
  }

  public ScenarioPlan withoutAgent(String id) {
    agents.remove(new AgentId(id));
    return this;
  }

  public ScenarioPlan queue(ScenarioQueue queue) {
    Queue made = queue.make();
    queues.put(made.id(), made);
    return this;
  }

  public ScenarioPlan withoutQueue(String id) {
    queues.remove(new QueueId(id));
    return this;
  }

  public ScenarioPlan number(String number, String queue) {
    return number(number, queue, null);
  }

  public ScenarioPlan number(String number, String queue, @Nullable String calendar) {
    CalendarId hours = calendar == null ? null : new CalendarId(calendar);
    numbers.put(
        number,
        new InboundNumber(number, new QueueId(queue), hours, List.of(Prompt.sound("closed"))));
    return this;
  }

  /** A number whose callers hear a sound before they come to the queue. */
  public ScenarioPlan welcomingNumber(String number, String queue, String sound) {
    return number(
        new InboundNumber(number, new QueueId(queue), null, List.of())
            .welcoming(List.of(Prompt.sound(sound))));
  }

  public ScenarioPlan urgentNumber(String number, String queue, int priority) {
    return number(
        new InboundNumber(number, new QueueId(queue), null, List.of(), List.of(), priority));
  }

  /** A number at which nothing is said outside the hours. */
  public ScenarioPlan silentNumber(String number, String queue, String calendar) {
    return number(
        new InboundNumber(number, new QueueId(queue), new CalendarId(calendar), List.of()));
  }

  public ScenarioPlan number(InboundNumber number) {
    numbers.put(number.number(), number);
    return this;
  }

  public ScenarioPlan withoutNumber(String number) {
    numbers.remove(number);
    return this;
  }

  /** Agents may call these numbers and hand callers to them. */
  public ScenarioPlan allowsNumber(String pattern, String trunk) {
    return allowsNumber(pattern, trunk, null);
  }

  public ScenarioPlan allowsNumber(String pattern, String trunk, @Nullable String hours) {
    CalendarId when = hours == null ? null : new CalendarId(hours);
    allowed.add(new AllowedNumber(pattern, new TrunkId(trunk), when));
    return this;
  }

  /** Agents may call no numbers any more. */
  public ScenarioPlan allowsNoNumbers() {
    allowed.clear();
    return this;
  }

  public ScenarioPlan calendar(Calendar calendar) {
    calendars.put(calendar.id(), calendar);
    return this;
  }

  public ScenarioPlan withoutCalendar(String id) {
    calendars.remove(new CalendarId(id));
    return this;
  }

  public ScenarioPlan trunk(String id, int maxLegs, int legsPerSecond) {
    trunks.put(new TrunkId(id), new Trunk(new TrunkId(id), EDGE, maxLegs, legsPerSecond));
    return this;
  }

  /** A queue calls its callers back. */
  public ScenarioPlan callbacks(ScenarioCallback callback) {
    CallbackPlan made = callback.make();
    callbacks.put(made.queue(), made);
    return this;
  }

  public ScenarioPlan withoutCallbacks(String queue) {
    callbacks.remove(new QueueId(queue));
    return this;
  }

  /** A queue takes messages, so many at most. */
  public ScenarioPlan voicemail(String queue, int most) {
    QueueId id = new QueueId(queue);
    voicemails.put(
        id,
        new VoicemailPlan(
            id,
            List.of(Prompt.sound("leave-message")),
            List.of(Prompt.sound("thanks")),
            List.of(Prompt.sound("too-short")),
            List.of(Prompt.sound("not-recorded")),
            List.of(Prompt.sound("mailbox-full")),
            60_000,
            4_000,
            2_000,
            most,
            86_400_000));
    return this;
  }

  public ScenarioPlan withoutVoicemail(String queue) {
    voicemails.remove(new QueueId(queue));
    return this;
  }

  public ScenarioPlan withoutTrunk(String id) {
    trunks.remove(new TrunkId(id));
    return this;
  }

  /** Talks of a queue are recorded so, or (null) the calls that agents make. */
  public ScenarioPlan recorded(@Nullable String queue, RecordingPolicy policy) {
    return recorded(queue, policy, List.of(), List.of());
  }

  /** All of one queue, on demand of another, calls that agents make whatever they do. */
  public ScenarioPlan recordedSomehow(String all, String onDemand) {
    return recorded(all, RecordingPolicy.ALL)
        .recorded(onDemand, RecordingPolicy.ON_DEMAND)
        .recorded(null, RecordingPolicy.FORCED);
  }

  /** All talks of a queue are recorded; both hear that, and the agent something more. */
  public ScenarioPlan told(String queue, String both, String agent) {
    return recorded(
        queue, RecordingPolicy.ALL, List.of(Prompt.sound(both)), List.of(Prompt.sound(agent)));
  }

  private ScenarioPlan recorded(
      @Nullable String queue, RecordingPolicy policy, List<Prompt> both, List<Prompt> agent) {
    QueueId id = queue == null ? null : new QueueId(queue);
    recordings.put(String.valueOf(queue), new RecordingPlan(id, policy, 86_400_000, both, agent));
    return this;
  }

  List<Input> inputs() {
    List<Input> inputs = new ArrayList<>();
    inputs.add(new CallInput.TrunksRead(List.copyOf(trunks.values())));
    inputs.add(new CallInput.TelephonesRead(List.copyOf(telephones.values())));
    inputs.add(new QueueInput.CalendarsRead(List.copyOf(calendars.values())));
    inputs.add(new AgentInput.AgentsRead(List.copyOf(agents.values())));
    inputs.add(new QueueInput.QueuesRead(List.copyOf(queues.values())));
    inputs.add(new QueueInput.NumbersRead(List.copyOf(numbers.values())));
    inputs.add(new CallbackInput.PlansRead(List.copyOf(callbacks.values())));
    inputs.add(new VoicemailInput.PlansRead(List.copyOf(voicemails.values())));
    TalkRules usual = TalkRules.USUAL;
    inputs.add(
        new TalkInput.RulesRead(
            new TalkRules(
                allowed,
                usual.ringMillis(),
                usual.parkMillis(),
                usual.firstSlot(),
                usual.lastSlot(),
                usual.codes())));
    inputs.add(
        new RecordingInput.RulesRead(
            new RecordingRules(List.copyOf(recordings.values()), 180_000)));
    return inputs;
  }

  List<NodeId> nodes() {
    List<NodeId> nodes = new ArrayList<>(List.of(EDGE));
    for (Telephone telephone : telephones.values()) {
      if (!nodes.contains(telephone.node())) {
        nodes.add(telephone.node());
      }
    }
    return nodes;
  }
}

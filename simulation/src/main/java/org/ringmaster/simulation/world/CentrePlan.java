// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.world;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.AgentProfile;
import org.ringmaster.core.agent.Capacity;
import org.ringmaster.core.agent.PauseReasons;
import org.ringmaster.core.agent.SkillLevel;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.calendar.CalendarId;
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
import org.ringmaster.core.desk.DeskInput;
import org.ringmaster.core.desk.Dispositions;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.medium.Medium;
import org.ringmaster.core.queue.InboundNumber;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.queue.QueueInput;
import org.ringmaster.core.recording.RecordingInput;
import org.ringmaster.core.recording.RecordingPlan;
import org.ringmaster.core.recording.RecordingRules;
import org.ringmaster.core.talk.TalkInput;
import org.ringmaster.core.talk.TalkRules;
import org.ringmaster.core.voicemail.VoicemailInput;
import org.ringmaster.core.voicemail.VoicemailPlan;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.campaign.CampaignInput;
import org.ringmaster.dialer.campaign.CampaignPlan;

/**
 * What a simulated centre is configured with. Change it and let the centre read it again, as a
 * reload of the configuration does.
 */
public final class CentrePlan {

  private final List<NodeId> nodes = new ArrayList<>();
  private final Map<TrunkId, Trunk> trunks = new LinkedHashMap<>();
  private final Map<TelephoneId, Telephone> telephones = new LinkedHashMap<>();
  private final Map<AgentId, AgentProfile> agents = new LinkedHashMap<>();
  private final Map<QueueId, Queue> queues = new LinkedHashMap<>();
  private final Map<String, InboundNumber> numbers = new LinkedHashMap<>();
  private final Map<QueueId, CallbackPlan> callbacks = new LinkedHashMap<>();
  private final Map<Optional<QueueId>, RecordingPlan> recordings = new LinkedHashMap<>();
  private final Map<QueueId, VoicemailPlan> voicemails = new LinkedHashMap<>();
  private final Map<CalendarId, Calendar> calendars = new LinkedHashMap<>();
  private final Map<CampaignId, CampaignPlan> campaigns = new LinkedHashMap<>();
  private TalkRules rules = TalkRules.USUAL;

  private Dispositions dispositions = Dispositions.NONE;
  private PauseReasons pauseReasons = PauseReasons.ANY;

  /** Adds an Asterisk. */
  public CentrePlan node(NodeId node) {
    nodes.add(node);
    return this;
  }

  /** Adds or changes a trunk. */
  public CentrePlan trunk(Trunk trunk) {
    trunks.put(trunk.id(), trunk);
    return this;
  }

  /** Adds or changes an agent with a telephone of their own, which has the agent's name. */
  public CentrePlan agent(AgentId agent, String number, TelephoneUse use, NodeId node) {
    TelephoneId telephone = new TelephoneId(agent.value());
    telephones.put(telephone, new Telephone(telephone, node, use));
    agents.put(agent, new AgentProfile(agent, new Personal(agent.value()), number, telephone));
    return this;
  }

  /** Gives an agent of this plan skills, in place of those they had. */
  public CentrePlan skilled(AgentId agent, List<SkillLevel> skills) {
    agents.computeIfPresent(
        agent,
        (id, was) -> new AgentProfile(id, was.name(), was.number(), was.telephone(), skills));
    return this;
  }

  /** Lets an agent of this plan have so many contacts over a medium at once. */
  public CentrePlan takes(AgentId agent, Medium medium, int most) {
    agents.computeIfPresent(
        agent,
        (id, was) ->
            new AgentProfile(
                id,
                was.name(),
                was.number(),
                was.telephone(),
                was.skills(),
                List.of(new Capacity(medium, most))));
    return this;
  }

  /** Takes an agent and their telephone away. */
  public CentrePlan withoutAgent(AgentId agent) {
    agents.remove(agent);
    telephones.remove(new TelephoneId(agent.value()));
    return this;
  }

  /** Adds or changes a queue. */
  public CentrePlan queue(Queue queue) {
    queues.put(queue.id(), queue);
    return this;
  }

  /** Takes a queue away, and the numbers that lead to it. */
  public CentrePlan withoutQueue(QueueId queue) {
    queues.remove(queue);
    numbers.values().removeIf(number -> number.queue().equals(queue));
    return this;
  }

  /** Lets a number lead to a queue, within the hours of a calendar if there is one. */
  public CentrePlan number(String number, QueueId queue, @Nullable CalendarId hours) {
    numbers.put(number, new InboundNumber(number, queue, hours, List.of(Prompt.sound("closed"))));
    return this;
  }

  /** Lets a number lead to a queue. */
  public CentrePlan number(InboundNumber number) {
    numbers.put(number.number(), number);
    return this;
  }

  /** What agents may do with calls in hand from now on. */
  public CentrePlan talks(TalkRules now) {
    rules = now;
    return this;
  }

  /** Lets a queue call its callers back, or changes how. */
  public CentrePlan callbacks(CallbackPlan callback) {
    callbacks.put(callback.queue(), callback);
    return this;
  }

  /** Lets talks be recorded so: those of a queue, or those that agents begin (null). */
  public CentrePlan recording(RecordingPlan plan) {
    recordings.put(Optional.ofNullable(plan.queue()), plan);
    return this;
  }

  /** Lets a queue take messages, or changes how. */
  public CentrePlan voicemail(VoicemailPlan voicemail) {
    voicemails.put(voicemail.queue(), voicemail);
    return this;
  }

  /** What agents may say of contacts, and must. */
  public CentrePlan dispositions(Dispositions all) {
    dispositions = all;
    return this;
  }

  /** For what agents may pause, and how much. */
  public CentrePlan pauseReasons(PauseReasons all) {
    pauseReasons = all;
    return this;
  }

  /** Adds or changes a campaign, and its hours as the calendar that they are in a file. */
  public CentrePlan campaign(CampaignPlan campaign) {
    calendars.put(campaign.hours().id(), campaign.hours());
    campaigns.put(campaign.id(), campaign);
    return this;
  }

  /** Adds or changes a calendar. */
  public CentrePlan calendar(Calendar calendar) {
    calendars.put(calendar.id(), calendar);
    return this;
  }

  /** All Asterisks. */
  public List<NodeId> nodes() {
    return List.copyOf(nodes);
  }

  /** All agents. */
  public Collection<AgentProfile> agents() {
    return List.copyOf(agents.values());
  }

  /** All queues. */
  public Collection<Queue> queues() {
    return List.copyOf(queues.values());
  }

  /** The telephone of an agent of this plan. */
  public Telephone telephoneOf(AgentId agent) {
    Telephone telephone = telephones.get(new TelephoneId(agent.value()));
    if (telephone == null) {
      throw new IllegalArgumentException("no agent " + agent);
    }
    return telephone;
  }

  /** What the configuration says, as inputs. */
  List<Input> inputs() {
    return List.of(
        new CallInput.TrunksRead(List.copyOf(trunks.values())),
        new CallInput.TelephonesRead(List.copyOf(telephones.values())),
        new AgentInput.PauseReasonsRead(pauseReasons),
        new QueueInput.CalendarsRead(List.copyOf(calendars.values())),
        new AgentInput.AgentsRead(List.copyOf(agents.values())),
        new QueueInput.QueuesRead(List.copyOf(queues.values())),
        new QueueInput.NumbersRead(List.copyOf(numbers.values())),
        new DeskInput.DispositionsRead(dispositions),
        new CallbackInput.PlansRead(List.copyOf(callbacks.values())),
        new TalkInput.RulesRead(rules),
        new RecordingInput.RulesRead(
            new RecordingRules(List.copyOf(recordings.values()), RecordingRules.NONE.cardMillis())),
        new VoicemailInput.PlansRead(List.copyOf(voicemails.values())),
        new CampaignInput.PlansRead(List.copyOf(campaigns.values())));
  }
}

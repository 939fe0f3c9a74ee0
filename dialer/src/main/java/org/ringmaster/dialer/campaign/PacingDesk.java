// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleSupplier;
import org.ringmaster.core.agent.Agent;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.agent.Roster;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.call.Trunk;
import org.ringmaster.core.queue.Acd;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.dialer.pacing.Pacer;
import org.ringmaster.dialer.pacing.PacingMoment;

/**
 * Shows a campaign's pacer its moment: the agents of its queue on the trunk's node, and the calls
 * of all campaigns that want the same agents. Says by which pacer it is dialled now. Owned by the
 * kernel thread.
 */
final class PacingDesk {

  /** No look dials more, so that one input never takes long. */
  private static final int MOST_AT_ONCE = 50;

  private final CampaignBooks books;
  private final CallControl calls;
  private final Roster roster;
  private final Acd acd;

  PacingDesk(CampaignBooks books, CallControl calls, Roster roster, Acd acd) {
    this.books = books;
    this.calls = calls;
    this.roster = roster;
    this.acd = acd;
  }

  /** Which pacer decides, and what keeps it from being another one. */
  record Choice(Pacer pacer, DialLimit limit) {}

  /** What the pacer of a campaign sees at an instant, epoch microseconds. */
  Moment moment(Campaign campaign, long nowMicros) {
    Moment moment = new Moment(nowMicros, () -> books.groups().left(campaign, nowMicros));
    Queue queue = acd.books().queue(campaign.plan().queue());
    NodeId node = calls.outbound().nodeOf(campaign.plan().trunk());
    if (queue == null || node == null) {
      return moment;
    }
    moment.closed = acd.refusal(queue.id(), node, 0) != null;
    for (AgentId id : queue.agents()) {
      Agent agent = roster.books().agent(id);
      if (agent != null && node.equals(roster.nodeOf(id))) {
        moment.see(agent, books.workOf(id), roster);
      }
    }
    // An agent whom another queue keeps, or who cannot answer at once, is nobody's to be dialled
    // for.
    moment.idle = StrictMath.min(moment.idle, acd.spareFor(queue.id(), node, nowMicros));
    Set<AgentId> ours = new LinkedHashSet<>(queue.agents());
    moment.waiting = waitingFor(queue, ours);
    Set<AgentId> taken = new LinkedHashSet<>(ours);
    for (Campaign other : books.campaigns()) {
      boolean needsAgents = other.plan().mode() != CampaignMode.AGENTLESS;
      if (needsAgents
          && !other.attempts.isEmpty()
          && (other == campaign || sharesAgents(other, queue, ours))) {
        moment.ring(other, idleElsewhere(other, ours, taken, nowMicros));
      }
    }
    moment.room = room(campaign);
    return moment;
  }

  /** Who waits for these agents and comes before a lead, or as early. */
  private int waitingFor(Queue queue, Set<AgentId> ours) {
    int waiting = 0;
    for (Queue other : acd.books().queues()) {
      boolean comesFirst =
          other.id().equals(queue.id())
              || (other.routing().weight() >= queue.routing().weight() && shares(other, ours));
      waiting += comesFirst ? acd.books().unservedIn(other.id()) : 0;
    }
    return waiting;
  }

  private boolean sharesAgents(Campaign other, Queue queue, Set<AgentId> ours) {
    Queue theirs = acd.books().queue(other.plan().queue());
    return other.plan().queue().equals(queue.id()) || (theirs != null && shares(theirs, ours));
  }

  /**
   * How many of a campaign's ringing calls have an idle agent who is none of ours.
   *
   * @param taken ours, and those whom a call of another campaign has already; who is found is added
   */
  private int idleElsewhere(Campaign other, Set<AgentId> ours, Set<AgentId> taken, long nowMicros) {
    Queue theirs = acd.books().queue(other.plan().queue());
    NodeId node = calls.outbound().nodeOf(other.plan().trunk());
    if (theirs == null || node == null) {
      return 0;
    }
    List<AgentId> idle = new ArrayList<>();
    int shared = 0;
    for (AgentId id : theirs.agents()) {
      if (isIdleOn(node, id)) {
        shared += ours.contains(id) ? 1 : 0;
        if (!taken.contains(id)) {
          idle.add(id);
        }
      }
    }
    // Of those whom no queue keeps for itself, ours come off first: rather too few than too many.
    int spare = acd.spareFor(theirs.id(), node, nowMicros) - shared;
    int many =
        StrictMath.min(StrictMath.min(idle.size(), spare), other.count(AttemptPhase.RINGING));
    many = StrictMath.max(0, many);
    taken.addAll(idle.subList(0, many));
    return many;
  }

  private boolean isIdleOn(NodeId node, AgentId id) {
    Agent agent = roster.books().agent(id);
    return agent != null
        && agent.state() == AgentState.AVAILABLE
        && roster.isFree(id)
        && node.equals(roster.nodeOf(id));
  }

  private static boolean shares(Queue queue, Set<AgentId> ours) {
    for (AgentId agent : queue.agents()) {
      if (ours.contains(agent)) {
        return true;
      }
    }
    return false;
  }

  private int room(Campaign campaign) {
    Trunk trunk = calls.books().trunk(campaign.plan().trunk());
    if (trunk == null) {
      return 0;
    }
    int room = StrictMath.min(MOST_AT_ONCE, campaign.plan().maxLines() - campaign.attempts.size());
    if (trunk.maxLegs() > 0) {
      room = StrictMath.min(room, trunk.maxLegs() - calls.trunkUsage().of(trunk.id()).legs());
    }
    return StrictMath.max(0, room);
  }

  /** By which pacer a campaign is dialled at a moment. */
  Choice choose(Campaign campaign, Moment moment) {
    CampaignPlan plan = campaign.plan();
    if (moment.atWork() == 0) {
      return new Choice(campaign.progressive(), DialLimit.NO_AGENTS);
    }
    if (moment.closed) {
      return new Choice(campaign.progressive(), DialLimit.QUEUE_CLOSED);
    }
    if (plan.mode() == CampaignMode.PROGRESSIVE) {
      return new Choice(campaign.pacer(), DialLimit.IDLE_AGENTS);
    }
    if (moment.rung) {
      return new Choice(campaign.progressive(), DialLimit.RUNG_TELEPHONES);
    }
    if (CampaignPacing.isSpent(moment.abandonable(), plan.abandonPercent())) {
      return new Choice(campaign.progressive(), DialLimit.ABANDONED);
    }
    if (plan.mode() == CampaignMode.POWER) {
      return new Choice(campaign.pacer(), DialLimit.RATIO);
    }
    return moment.atWork() < plan.smallTeam()
        ? new Choice(campaign.progressive(), DialLimit.SMALL_TEAM)
        : new Choice(campaign.pacer(), DialLimit.RISK);
  }

  /** One moment. */
  static final class Moment implements PacingMoment {
    private static final int FEW = 16;

    private final long nowMicros;
    private final Column talks = new Column();
    private final Column wraps = new Column();
    private final Column rings = new Column();
    private int signedIn;
    private int idle;
    private int waiting;
    private int room;
    private boolean rung;
    private boolean closed;
    private final DoubleSupplier left;
    private double abandonable = Double.NaN;

    /**
     * A moment in which nothing is seen yet.
     *
     * @param left how many calls more may be abandoned; asked once, and only by who wants to know,
     *     because it is counted up over a month
     */
    Moment(long nowMicros, DoubleSupplier left) {
      this.nowMicros = nowMicros;
      this.left = left;
    }

    private static final class Column {
      private long[] values = new long[FEW];
      private int size;

      void add(long value) {
        if (size == values.length) {
          values = java.util.Arrays.copyOf(values, 2 * size);
        }
        values[size] = value;
        size++;
      }
    }

    void see(
        Agent agent, CampaignBooks.@org.jspecify.annotations.Nullable Work work, Roster roster) {
      if (agent.state() == AgentState.SIGNED_OUT) {
        return;
      }
      signedIn++;
      if (agent.state().isAtWork() && roster.use(agent.id()) != TelephoneUse.OPEN) {
        rung = true;
      }
      long since = work == null ? nowMicros : work.sinceMicros();
      long micros = StrictMath.max(0, nowMicros - since);
      switch (agent.state()) {
        case AVAILABLE -> idle += roster.isFree(agent.id()) ? 1 : 0;
        case OFFERED, ON_CALL -> talks.add(micros);
        case WRAP_UP -> wraps.add(micros);
        case SIGNED_OUT, SIGNING_IN, PAUSED -> {}
      }
    }

    /**
     * Calls of a campaign ring.
     *
     * @param spare how many of them, the youngest, have agents of their own
     */
    void ring(Campaign campaign, int spare) {
      int left = campaign.count(AttemptPhase.RINGING) - spare;
      for (Attempt attempt : campaign.attempts.values()) {
        if (attempt.phase() == AttemptPhase.RINGING && left > 0) {
          left--;
          rings.add(StrictMath.max(0, nowMicros - attempt.dialledMicros()));
        }
      }
      // The oldest first, whichever campaign it is of.
      java.util.Arrays.sort(rings.values, 0, rings.size);
      for (int i = 0; i < rings.size / 2; i++) {
        long young = rings.values[i];
        rings.values[i] = rings.values[rings.size - 1 - i];
        rings.values[rings.size - 1 - i] = young;
      }
    }

    /** Whether the queue would turn away who answered. */
    boolean isClosed() {
      return closed;
    }

    /** Agents who take calls now or will when they have done with what they do. */
    int atWork() {
      return idle + talks.size + wraps.size;
    }

    @Override
    public long nowMicros() {
      return nowMicros;
    }

    @Override
    public int signedIn() {
      return signedIn;
    }

    @Override
    public int idle() {
      return idle;
    }

    @Override
    public int waiting() {
      return waiting;
    }

    @Override
    public int talking() {
      return talks.size;
    }

    @Override
    public long talkingMicros(int index) {
      return talks.values[index];
    }

    @Override
    public int wrapping() {
      return wraps.size;
    }

    @Override
    public long wrappingMicros(int index) {
      return wraps.values[index];
    }

    @Override
    public int ringing() {
      return rings.size;
    }

    @Override
    public long ringingMicros(int index) {
      return rings.values[index];
    }

    @Override
    public int room() {
      return room;
    }

    @Override
    public double abandonable() {
      if (Double.isNaN(abandonable)) {
        abandonable = left.getAsDouble();
      }
      return abandonable;
    }
  }
}

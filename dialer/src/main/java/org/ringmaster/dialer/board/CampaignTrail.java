// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.board;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.CampaignRows;
import org.ringmaster.dialer.campaign.PacingReading;

/**
 * What each campaign's last minutes brought, and how its pacing changed: a fold that forgets what
 * is old. Owned by the board thread.
 */
final class CampaignTrail {

  /** A campaign in a snapshot. */
  record Saved(CampaignId campaign, ResultCounts.Saved counts, List<PacingNote> notes) {}

  /** What an attempt under way has counted as already, in a snapshot. */
  record Counted(LegId leg, boolean connected, boolean abandoned) {}

  /**
   * How long an agent has been idle, in a snapshot.
   *
   * @param sinceMicros since when they are, epoch microseconds; 0 where they are not
   * @param beforeMicros how long they had been before their last offer; -1 where there was none
   */
  record Idle(AgentId agent, long sinceMicros, long beforeMicros) {}

  /**
   * An attempt that nobody has answered yet, in a snapshot.
   *
   * @param sinceMicros when it was dialled, epoch microseconds
   */
  record Ringing(LegId leg, long sinceMicros) {}

  private static final int MOST_NOTES = 16;

  private final Map<CampaignId, One> campaigns = new LinkedHashMap<>();

  /** The attempts under way that have counted as abandoned, and as connected. */
  private final Set<LegId> dropped = new LinkedHashSet<>();

  private final Set<LegId> reached = new LinkedHashSet<>();
  private final Map<LegId, Long> ringingSince = new LinkedHashMap<>();
  private final Map<AgentId, Long> idleSince = new LinkedHashMap<>();
  private final Map<AgentId, Long> idleBefore = new LinkedHashMap<>();
  private Map<CampaignId, CampaignLive> shown = Map.of();

  private static final class One {
    private final ResultCounts counts = new ResultCounts();
    private final Deque<PacingNote> notes = new ArrayDeque<>();
    private long holdMillis = CampaignPlan.HOLD_MILLIS;
    private boolean isStale = true;

    void note(PacingNote note) {
      notes.addFirst(note);
      if (notes.size() > MOST_NOTES) {
        notes.removeLast();
      }
    }
  }

  void apply(Fact fact, Envelope envelope) {
    switch (fact) {
      case CampaignFact ours -> applyOurs(ours, envelope);
      case AgentFact theirs -> applyAgent(theirs, envelope.recordedAtMicros());
      default -> {}
    }
  }

  private One of(CampaignId id) {
    One one = campaigns.computeIfAbsent(id, any -> new One());
    one.isStale = true;
    return one;
  }

  private void applyOurs(CampaignFact fact, Envelope envelope) {
    long at = envelope.recordedAtMicros();
    switch (fact) {
      case CampaignFact.CampaignConfigured f -> knows(f.plan());
      case CampaignFact.Dialled f -> {
        One one = of(f.campaign());
        one.counts.add(ResultCounts.DIALLED, 1, at);
        ringingSince.put(f.leg(), at);
        dialled(one, f.reading(), envelope);
      }
      case CampaignFact.Answered f -> {
        of(f.campaign()).counts.add(ResultCounts.ANSWERED, 1, at);
        ringsNoMore(f.campaign(), f.leg(), at);
      }
      case CampaignFact.Connected f -> connected(f, at);
      case CampaignFact.Abandoned f -> abandoned(f.campaign(), f.leg(), at);
      case CampaignFact.AttemptScreened f when f.noDrop() -> {
        if (dropped.remove(f.leg())) {
          of(f.campaign()).counts.add(ResultCounts.ABANDONED, -1, at);
        }
      }
      case CampaignFact.AttemptEnded f -> {
        dropped.remove(f.leg());
        reached.remove(f.leg());
        ringsNoMore(f.campaign(), f.leg(), at);
        of(f.campaign()).counts.ended(f.outcome(), at);
      }
      case CampaignFact.RingingGivenUp f ->
          note(f.campaign(), "Gave up a call that rang", f.reading(), envelope);
      case CampaignFact.LimitChanged f ->
          note(f.campaign(), "No more for now: " + f.limit().words(), f.reading(), envelope);
      default -> applyState(fact, envelope);
    }
  }

  private void applyState(CampaignFact fact, Envelope envelope) {
    switch (fact) {
      case CampaignFact.Started f -> note(f.campaign(), by("Started", f.author()), null, envelope);
      case CampaignFact.Paused f -> note(f.campaign(), by("Paused", f.author()), null, envelope);
      case CampaignFact.Exhausted f -> note(f.campaign(), "No lead is left", null, envelope);
      case CampaignFact.Resumed f ->
          note(f.campaign(), "Goes on: " + f.reason().words(), null, envelope);
      case CampaignFact.Closed f -> note(f.campaign(), by("Closed", f.author()), null, envelope);
      case CampaignFact.DiallingStopped f -> {
        for (CampaignId each : campaigns.keySet()) {
          note(each, by("All dialling stopped", f.author()), null, envelope);
        }
      }
      case CampaignFact.DiallingAllowed f -> {
        for (CampaignId each : campaigns.keySet()) {
          note(each, by("Dialling allowed again", f.author()), null, envelope);
        }
      }
      default -> {}
    }
  }

  private static String by(String what, Author author) {
    return what + " by " + author;
  }

  private void note(
      CampaignId id, String what, @Nullable PacingReading reading, Envelope envelope) {
    of(id).note(new PacingNote(envelope.recordedAtMicros(), envelope.sequence(), what, 0, reading));
  }

  /** Lines of one look are one change. */
  private static void dialled(One one, PacingReading reading, Envelope envelope) {
    PacingNote last = one.notes.peekFirst();
    if (last != null
        && last.lines() > 0
        && last.atMicros() == envelope.recordedAtMicros()
        && reading.equals(last.reading())) {
      one.notes.removeFirst();
      one.notes.addFirst(last.oneMore());
    } else {
      one.note(new PacingNote(envelope.recordedAtMicros(), envelope.sequence(), "", 1, reading));
    }
  }

  /** Late to an agent, or to none, or both one after the other: one abandoned call. */
  private void abandoned(CampaignId campaign, LegId leg, long at) {
    if (dropped.add(leg)) {
      of(campaign).counts.add(ResultCounts.ABANDONED, 1, at);
    }
  }

  private void connected(CampaignFact.Connected f, long at) {
    if (!reached.add(f.leg())) {
      return; // Put through a second time: the first agent was lost.
    }
    One one = of(f.campaign());
    one.counts.add(ResultCounts.CONNECTED, 1, at);
    one.counts.add(ResultCounts.IDLE_MICROS, idleBefore.getOrDefault(f.agent(), 0L), at);
    if (f.waitedMillis() > one.holdMillis) {
      abandoned(f.campaign(), f.leg(), at);
    }
  }

  private void ringsNoMore(CampaignId campaign, LegId leg, long at) {
    Long since = ringingSince.remove(leg);
    if (since != null) {
      of(campaign).counts.add(ResultCounts.RINGING_MICROS, Math.max(0, at - since), at);
    }
  }

  // How long an agent was idle before the call that they have now.

  private void applyAgent(AgentFact fact, long at) {
    switch (fact) {
      case AgentFact.Ready f -> idleSince.put(f.agent(), at);
      case AgentFact.Unpaused f -> idleSince.put(f.agent(), at);
      case AgentFact.Freed f -> idleSince.put(f.agent(), at);
      case AgentFact.OfferMade f -> {
        Long since = idleSince.remove(f.agent());
        idleBefore.put(f.agent(), since == null ? 0 : Math.max(0, at - since));
      }
      case AgentFact.OfferEnded f ->
          idleSince.put(f.agent(), at - idleBefore.getOrDefault(f.agent(), 0L));
      case AgentFact.Paused f -> gone(f.agent());
      case AgentFact.SignedOut f -> gone(f.agent());
      case AgentFact.Removed f -> gone(f.agent());
      default -> {}
    }
  }

  private void gone(AgentId agent) {
    idleSince.remove(agent);
    idleBefore.remove(agent);
  }

  /** The rules of a campaign. */
  private void knows(CampaignPlan plan) {
    campaigns.computeIfAbsent(plan.id(), any -> new One()).holdMillis = plan.holdMillis();
  }

  /** What is known now, by campaign; those that have not changed are the same as before. */
  Map<CampaignId, CampaignLive> show() {
    if (campaigns.values().stream().noneMatch(one -> one.isStale)) {
      return shown;
    }
    Map<CampaignId, CampaignLive> now = new HashMap<>(shown);
    campaigns.forEach(
        (id, one) -> {
          if (one.isStale) {
            one.isStale = false;
            now.put(id, new CampaignLive(one.counts.show(), List.copyOf(one.notes)));
          }
        });
    shown = Map.copyOf(now);
    return shown;
  }

  void snapshot(Consumer<Record> out) {
    campaigns.forEach(
        (id, one) -> out.accept(new Saved(id, one.counts.save(), List.copyOf(one.notes))));
    Set<LegId> legs = new LinkedHashSet<>(reached);
    legs.addAll(dropped);
    legs.forEach(leg -> out.accept(new Counted(leg, reached.contains(leg), dropped.contains(leg))));
    ringingSince.forEach((leg, since) -> out.accept(new Ringing(leg, since)));
    Set<AgentId> agents = new LinkedHashSet<>(idleSince.keySet());
    agents.addAll(idleBefore.keySet());
    agents.forEach(
        agent ->
            out.accept(
                new Idle(
                    agent,
                    idleSince.getOrDefault(agent, 0L),
                    idleBefore.getOrDefault(agent, -1L))));
  }

  void restore(Record entity) {
    CampaignPlan plan = CampaignRows.planOf(entity);
    if (plan != null) {
      knows(plan);
    }
    switch (entity) {
      case Saved it -> {
        One one = of(it.campaign());
        one.counts.load(it.counts());
        one.notes.addAll(it.notes());
      }
      case Counted it -> {
        if (it.connected()) {
          reached.add(it.leg());
        }
        if (it.abandoned()) {
          dropped.add(it.leg());
        }
      }
      case Ringing it -> ringingSince.put(it.leg(), it.sinceMicros());
      case Idle it -> {
        if (it.sinceMicros() > 0) {
          idleSince.put(it.agent(), it.sinceMicros());
        }
        if (it.beforeMicros() >= 0) {
          idleBefore.put(it.agent(), it.beforeMicros());
        }
      }
      default -> {}
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.Agent;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.agent.Offer;
import org.ringmaster.core.agent.OfferEnd;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.agent.OfferState;
import org.ringmaster.core.agent.Roster;
import org.ringmaster.core.agent.TalkEnd;
import org.ringmaster.core.call.BridgeKind;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.Leg;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.TrunkUsage;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.queue.Acd;
import org.ringmaster.core.queue.EntryId;
import org.ringmaster.core.queue.KeptPlace;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.dialer.list.Leads;
import org.ringmaster.dialer.list.Lists;

/**
 * Shows leads to free agents, one each, and dials those that the agents want dialled: the agent is
 * on the line before the lead is, so nobody who answers is ever abandoned. What may be dialled is
 * asked when a lead is shown, and again at the moment of dialling. Owned by the kernel thread.
 */
final class Previewing {

  private final CampaignBooks books;
  private final CallControl calls;
  private final Roster roster;
  private final Acd acd;
  private final Lists lists;
  private final Dialling dialling;
  private final Halts halts;

  Previewing(
      CampaignBooks books,
      CallControl calls,
      Roster roster,
      Acd acd,
      Lists lists,
      Gates gates,
      Dialling dialling,
      Recalls recalls) {
    this.books = books;
    this.calls = calls;
    this.roster = roster;
    this.acd = acd;
    this.lists = lists;
    this.dialling = dialling;
    halts = new Halts(books, lists, gates, dialling, recalls);
    roster.books().keptBy(books.previews()::keeps);
  }

  // Who is shown what.

  /** Shows leads to those who are free; what keeps it from showing more. */
  DialLimit show(Campaign campaign, PacingDesk.Moment moment, Decision decision) {
    if (moment.atWork() == 0 && books.previews().notDialled(campaign.id()) == 0) {
      return DialLimit.NO_AGENTS;
    }
    if (moment.isClosed()) {
      return DialLimit.QUEUE_CLOSED;
    }
    DialLimit why = DialLimit.AGENTS_CHOOSE;
    int room = moment.room() - books.previews().notDialled(campaign.id());
    for (AgentId agent : free(campaign, decision)) {
      if (room <= 0) {
        return DialLimit.TRUNK;
      }
      if (!roster.isFree(agent) || !isSpare(campaign, decision)) {
        continue; // A caller came first, or another queue keeps who is left.
      }
      switch (dialling.next(campaign, agent, Gates.noOpenings(), decision)) {
        case Dialling.Found.None none -> {
          if (none.why() == DialLimit.SEARCHING) {
            return none.why(); // Whoever looks further does so at the next look.
          }
          why = none.why(); // Another agent may have a recall of their own.
        }
        case Dialling.Found.Next next -> {
          if (!dialling.affords(campaign, next, decision)) {
            return DialLimit.SPEND; // Whoever may not be called is shown to nobody.
          }
          show(campaign, next, agent, decision);
          room--;
        }
      }
    }
    return why;
  }

  private void show(Campaign campaign, Dialling.Found.Next next, AgentId agent, Decision decision) {
    long millis = campaign.plan().previewRules().timeMillis();
    long until = millis == 0 ? 0 : decision.nowMicros() + millis * Campaigns.MICROS_PER_MILLI;
    decision.record(
        new PreviewFact.Shown(campaign.id(), next.states().list(), next.lead(), agent, until));
    if (until > 0) {
      decision.remindAt(until, new PreviewInput.Due(agent, until));
    }
  }

  /** Who waits for a call where the campaign's trunk is, who waits longest first. */
  private List<AgentId> free(Campaign campaign, Decision decision) {
    Queue queue = acd.books().queue(campaign.plan().queue());
    NodeId node = calls.outbound().nodeOf(campaign.plan().trunk());
    List<Agent> free = new ArrayList<>();
    for (AgentId id : queue == null ? List.<AgentId>of() : queue.agents()) {
      Agent agent = roster.books().agent(id);
      if (agent != null
          && roster.isFree(id)
          && !isAtOne(id)
          && Objects.equals(node, roster.nodeOf(id))
          && !acd.books().isResting(id, decision.nowMicros())) {
        free.add(agent);
      }
    }
    free.sort(Comparator.comparingLong(Agent::idleSinceMicros));
    return free.stream().map(Agent::id).toList();
  }

  /**
   * Whether they look at a lead or wait for one, though they are free already: it is given back
   * within the same input, or when its telephone rings no more. Whose lead is gone unseen does not
   * wait until a witness has told.
   */
  private boolean isAtOne(AgentId id) {
    Preview preview = books.previews().of(id);
    Attempt attempt =
        preview == null || preview.leg() == null ? null : books.attempt(preview.leg());
    return preview != null && (attempt == null || attempt.phase() != AttemptPhase.UNSEEN);
  }

  private boolean isSpare(Campaign campaign, Decision decision) {
    NodeId node = calls.outbound().nodeOf(campaign.plan().trunk());
    return node != null && acd.spareFor(campaign.plan().queue(), node, decision.nowMicros()) > 0;
  }

  // What the agent does.

  /** An agent wants the lead dialled; why not, as a sentence, or null. */
  @Nullable String dial(PreviewInput.Dial in, Decision decision) {
    Preview preview = books.previews().of(in.agent());
    if (preview == null || !isThat(preview, in.list().value(), in.lead())) {
      return "This lead is not shown to you any more.";
    }
    return preview.isOnlyShown() ? dial(preview, false, decision) : "It is being dialled already.";
  }

  /** An agent skips the lead; why not, as a sentence, or null. */
  @Nullable String skip(PreviewInput.Skip in, Decision decision) {
    Preview preview = books.previews().of(in.agent());
    if (preview == null || !isThat(preview, in.list().value(), in.lead())) {
      return "This lead is not shown to you any more.";
    }
    if (!preview.isOnlyShown()) {
      return "It is being dialled already.";
    }
    end(preview, PreviewEnd.SKIPPED, null, in.reason(), rests(preview, decision), decision);
    return null;
  }

  private static boolean isThat(Preview preview, String list, int lead) {
    return preview.lead() == lead && preview.list().value().equals(list);
  }

  /** The time to look at a lead is over. */
  void due(PreviewInput.Due in, Decision decision) {
    Preview preview = books.previews().of(in.agent());
    if (preview == null || !preview.isOnlyShown() || preview.untilMicros() != in.untilMicros()) {
      return;
    }
    CampaignPlan plan = planOf(preview);
    if (plan.mode() == CampaignMode.PREVIEW && plan.previewRules().dialsAtEnd()) {
      dial(preview, true, decision);
    } else {
      end(preview, PreviewEnd.RAN_OUT, null, "", rests(preview, decision), decision);
    }
  }

  private long rests(Preview preview, Decision decision) {
    return decision.nowMicros()
        + planOf(preview).previewRules().skipMillis() * Campaigns.MICROS_PER_MILLI;
  }

  private CampaignPlan planOf(Preview preview) {
    return Objects.requireNonNull(books.campaign(preview.campaign())).plan();
  }

  private @Nullable String dial(Preview preview, boolean byTime, Decision decision) {
    Halts.Halt halt = halts.of(preview, decision);
    if (halt == null && !calls.outbound().canDial(planOf(preview).trunk(), decision.nowMicros())) {
      boolean isFull =
          calls.outbound().dialRoom(planOf(preview).trunk(), decision.nowMicros())
              instanceof TrunkUsage.Verdict.Full;
      halt = isFull ? Halts.noLine(decision) : null;
    }
    NodeId node = calls.outbound().nodeOf(planOf(preview).trunk());
    if (halt != null || node == null) {
      Halts.Halt why = halt == null ? Halts.noLine(decision) : halt;
      end(preview, why.end(), why.gate(), "", why.dueMicros(), decision);
      return "Not dialled: " + why.words() + ".";
    }
    EntryId id = new EntryId(decision.newId('e'));
    int slot = slot(preview, decision);
    KeptPlace place = place(preview, id, node, slot, decision);
    OfferId offer = acd.ringFor(place, preview.agent(), decision);
    if (offer == null) {
      end(preview, PreviewEnd.QUEUE_GONE, null, "", 0, decision);
      return "Not dialled: " + PreviewEnd.QUEUE_GONE.words() + ".";
    }
    decision.record(
        new PreviewFact.DialWanted(
            preview.campaign(),
            preview.list(),
            preview.lead(),
            preview.agent(),
            id,
            Objects.requireNonNull(roster.books().offer(offer)).call(),
            offer,
            byTime,
            slot + 1));
    return null;
  }

  private KeptPlace place(Preview preview, EntryId id, NodeId node, int slot, Decision decision) {
    CampaignPlan plan = planOf(preview);
    Leads leads = Objects.requireNonNull(lists.books().leads(preview.list()));
    return new KeptPlace(
        id,
        plan.queue(),
        node,
        0,
        decision.nowMicros(),
        preview.agent(),
        plan.trunk(),
        new Personal(plan.prefix() + leads.number(preview.lead(), slot)),
        null,
        null,
        0,
        true);
  }

  /** Which of its numbers is dialled: that of which the gates have just said yes. */
  private int slot(Preview preview, Decision decision) {
    Campaign campaign = Objects.requireNonNull(books.campaign(preview.campaign()));
    LeadStates states = Objects.requireNonNull(books.leads(preview.list()));
    Leads leads = Objects.requireNonNull(lists.books().leads(preview.list()));
    return dialling.verdict(campaign, states, leads, preview.lead(), decision)
            instanceof Gates.Verdict.Go go
        ? go.slot()
        : 0;
  }

  // What becomes of it.

  /** Takes back what is shown and cannot be dialled any more, or whose agent is not there. */
  void settle(Decision decision) {
    for (Preview preview : books.previews().all()) {
      if (preview.isOnlyShown()) {
        Halts.Halt halt = isThere(preview) ? halts.of(preview, decision) : gone(preview);
        if (halt != null) {
          end(preview, halt.end(), halt.gate(), "", halt.dueMicros(), decision);
        }
      }
    }
  }

  /** What was agreed with a lead holds no more; whoever looks at it for that is told why. */
  void agreedNoMore(RecallFact.Ended ended, Decision decision) {
    Preview preview = books.previews().of(ended.list(), ended.lead());
    if (ended.end() == RecallFact.End.EXPIRED
        && preview != null
        && preview.isOnlyShown()
        && isThere(preview)) {
      Halts.Halt halt = halts.of(preview, decision);
      if (halt != null && halt.end() == PreviewEnd.TAKEN_BACK) {
        end(preview, PreviewEnd.AGREED_EXPIRED, null, "", halt.dueMicros(), decision);
      }
    }
    settle(decision);
  }

  /** No pacer was asked. */
  private static final PacingReading UNSEEN = new PacingReading(0, 0, 0, 0, 0, 0, 0, -1, -1);

  private static final Halts.Halt GONE = new Halts.Halt(PreviewEnd.AGENT_GONE, null, 0);

  private Halts.Halt gone(Preview preview) {
    Agent agent = roster.books().agent(preview.agent());
    boolean isCalled = agent != null && agent.offer() != null;
    return isCalled ? new Halts.Halt(PreviewEnd.AGENT_CALLED, null, 0) : GONE;
  }

  private boolean isThere(Preview preview) {
    Agent agent = roster.books().agent(preview.agent());
    Campaign campaign = books.campaign(preview.campaign());
    return agent != null
        && agent.state() == AgentState.AVAILABLE
        && agent.offer() == null
        && roster.canBeRung(agent.id())
        && (campaign == null || acd.books().queuesOf(agent.id()).contains(campaign.plan().queue()));
  }

  private static void end(
      Preview preview,
      PreviewEnd end,
      @Nullable Gate gate,
      String reason,
      long dueMicros,
      Decision decision) {
    decision.record(
        new PreviewFact.Ended(
            preview.campaign(),
            preview.list(),
            preview.lead(),
            preview.agent(),
            end,
            gate,
            reason,
            dueMicros));
  }

  // The dialling.

  /** The agent is on the line. */
  void agentIsThere(OfferId id, Decision decision) {
    Preview preview = books.previews().of(id);
    Offer offer = acd.places().offer(id);
    if (preview != null && offer != null && preview.leg() == null) {
      calls.rest(offer.leg(), BridgeKind.AGENT_ROOM, null, decision);
      dialFor(preview, decision);
    }
  }

  void dialDue(PreviewInput.DialDue in, Decision decision) {
    Preview preview = books.previews().of(in.agent());
    Offer offer =
        preview == null || preview.offer() == null ? null : acd.places().offer(preview.offer());
    if (preview != null
        && offer != null
        && preview.leg() == null
        && offer.state() == OfferState.ACCEPTED) {
      dialFor(preview, decision);
    }
  }

  private void dialFor(Preview preview, Decision decision) {
    Halts.Halt halt = halts.of(preview, decision);
    Campaign campaign = books.campaign(preview.campaign());
    if (halt == null && campaign != null) {
      switch (calls.outbound().dialRoom(campaign.plan().trunk(), decision.nowMicros())) {
        case TrunkUsage.Verdict.Full full -> halt = Halts.noLine(decision);
        case TrunkUsage.Verdict.NotBefore later -> {
          decision.remindAt(later.atMicros(), new PreviewInput.DialDue(preview.agent()));
          return;
        }
        case TrunkUsage.Verdict.Go go ->
            halt =
                dialling.dialFor(campaign, preview, decision) ? null : Halts.noCallerId(decision);
      }
    }
    if (halt == null) {
      acd.places().giveUp(Objects.requireNonNull(preview.place()), decision);
    } else {
      giveUp(preview, halt, decision);
    }
  }

  /** Nobody is dialled after all: the agent is left alone. */
  private void giveUp(Preview preview, Halts.Halt halt, Decision decision) {
    end(preview, halt.end(), halt.gate(), "", halt.dueMicros(), decision);
    if (preview.place() != null) {
      acd.places().giveUp(preview.place(), decision);
    }
    if (preview.offer() != null) {
      acd.places().release(preview.offer(), TalkEnd.UNHEARD, decision);
    }
  }

  /** The agent's telephone did not answer, or they are wanted elsewhere. */
  void agentUnreached(OfferId id, OfferEnd how, Decision decision) {
    Preview preview = books.previews().of(id);
    if (preview != null && preview.leg() == null) {
      PreviewEnd end =
          switch (how) {
            case NO_ANSWER, UNREACHABLE -> PreviewEnd.AGENT_UNREACHED;
            case DECLINED -> PreviewEnd.AGENT_DECLINED;
            case WITHDRAWN, LOST -> PreviewEnd.AGENT_GONE;
          };
      giveUp(preview, new Halts.Halt(end, null, 0), decision);
    }
  }

  /** The agent hung up before the lead answered. */
  void agentIsLost(OfferId id, Decision decision) {
    Preview preview = books.previews().of(id);
    if (preview != null && preview.leg() != null) {
      Attempt attempt = books.attempt(preview.leg());
      if (attempt != null && attempt.phase() == AttemptPhase.RINGING) { // Or it was abandoned.
        decision.record(new CampaignFact.RingingGivenUp(preview.campaign(), preview.leg(), UNSEEN));
      }
      calls.hangUp(preview.leg(), HangupCause.NORMAL, decision);
    } else if (preview != null) {
      giveUp(preview, new Halts.Halt(PreviewEnd.LINE_ENDED, null, 0), decision);
    }
  }

  /** The lead answered: whether its agent is on the line and has it now. */
  boolean joins(LegId id, Leg leg, Decision decision) {
    Preview preview = books.previews().of(id);
    Offer offer =
        preview == null || preview.offer() == null ? null : acd.places().offer(preview.offer());
    if (preview == null
        || offer == null
        || preview.place() == null
        || offer.state() != OfferState.ACCEPTED
        || acd.books().queue(planOf(preview).queue()) == null) {
      return false;
    }
    Attempt attempt = Objects.requireNonNull(books.attempt(id));
    KeptPlace place = place(preview, preview.place(), leg.node(), attempt.slot(), decision);
    acd.places().joinWith(place, leg, offer.id(), decision);
    return true;
  }

  /** The lead did not answer: its agent waits no more. */
  void inVain(Preview preview, Decision decision) {
    if (preview.offer() != null) {
      acd.places().release(preview.offer(), TalkEnd.UNHEARD, decision);
    }
  }

  /** After a start of the platform: reminders are not kept. */
  void remindAgain(Decision decision) {
    for (Preview preview : books.previews().all()) {
      if (preview.isOnlyShown() && preview.untilMicros() > 0) {
        long at = StrictMath.max(preview.untilMicros(), decision.nowMicros());
        decision.remindAt(at, new PreviewInput.Due(preview.agent(), preview.untilMicros()));
      } else if (!preview.isOnlyShown() && preview.leg() == null) {
        decision.remindAt(decision.nowMicros(), new PreviewInput.DialDue(preview.agent()));
      }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.Roster;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.callback.Callbacks;
import org.ringmaster.core.desk.DeskFact;
import org.ringmaster.core.journey.JourneyFact;
import org.ringmaster.core.journey.Journeys;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Decider;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.EpochBegan;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.queue.Acd;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.recording.RecordingControl;
import org.ringmaster.dialer.list.ListFact;
import org.ringmaster.dialer.list.ListUse;
import org.ringmaster.dialer.list.Lists;
import org.ringmaster.dialer.list.LoadedList;

/**
 * Runs campaigns: dials leads as their pacers say and the gates allow, lets who answers join a
 * queue, and sees to it that each attempt has one outcome and nobody is dialled twice at a time.
 * Owned by the kernel thread.
 */
public final class Campaigns implements Decider {

  static final long MICROS_PER_MILLI = 1_000;

  private static final Author CONFIGURATION = new Author("configuration");

  /** Who pauses a campaign whose time is over. */
  static final Author END_TIME = new Author("its end time");

  private final CampaignBooks books;
  private final CallControl calls;
  private final Acd acd;
  private final Lists loader;
  private final Gates gates;
  private final Dialling dialling;
  private final Permits permits;
  private final Outcomes outcomes;
  private final Screenings screenings;
  private final Greetings greetings;
  private final Previewing previewing;
  private final Messages messages;
  private final MessageBooks messageBooks = new MessageBooks();
  private final DropKeys dropKeys;
  private final RecallBooks recallBooks = new RecallBooks();
  private final Recalls recalls;

  /** Campaigns that dial the leads of lists for the agents of a roster. */
  public Campaigns(
      CallControl calls,
      Roster roster,
      Acd acd,
      Callbacks callbacks,
      Journeys journeys,
      RecordingControl recordings,
      Lists lists) {
    this.calls = calls;
    this.acd = acd;
    loader = lists;
    books = new CampaignBooks(agent -> acd.books().queuesOf(agent));
    PacingDesk desk = new PacingDesk(books, calls, roster, acd);
    gates = new Gates(books, journeys, callbacks, lists.books());
    recalls = new Recalls(recallBooks, books, lists.books(), gates);
    dialling = new Dialling(books, calls, lists, desk, gates, recalls);
    permits = new Permits(books, lists);
    screenings = new Screenings(books, calls, roster, acd);
    greetings = new Greetings(books, calls);
    previewing = new Previewing(books, calls, roster, acd, lists, gates, dialling, recalls);
    messages = new Messages(books, messageBooks, calls, acd, callbacks, journeys, lists);
    dropKeys = new DropKeys(books, calls, journeys, lists);
    outcomes = new Outcomes(books, calls, acd, recordings, previewing, messages, dropKeys);
    callbacks.waitFor(gates::isTried);
    acd.sendsOn(outcomes::targetOf);
    lists.asks(this::listRefusal);
  }

  /** Why a campaign takes no list, as a sentence; null where it takes one. */
  private @Nullable String listRefusal(String name) {
    Campaign campaign = books.campaign(new CampaignId(name));
    if (campaign == null || !campaign.isConfigured()) {
      return "No campaign " + name + " is configured.";
    }
    return campaign.state() == CampaignState.CLOSED
        ? "Campaign " + name + " is closed for good."
        : null;
  }

  /** All campaigns now. */
  public CampaignBooks books() {
    return books;
  }

  /** Which leads shall be called again when. */
  public RecallBooks recalls() {
    return recallBooks;
  }

  @Override
  public void decide(Input input, Decision decision) {
    switch (input) {
      case CampaignInput told -> decide(told, decision);
      case CallInput.LegScreened in -> screenings.heard(in, decision);
      case CallInput.GreetingEnded in -> screenings.greetingEnded(in, decision);
      case CallInput.NodeListed in -> screenings.listed(in, decision);
      case CallInput.TalkHeard in -> greetings.heard(in, decision);
      case RecallInput about -> recalls.decide(about, decision);
      case PreviewInput about -> previews(about, decision);
      default -> {}
    }
  }

  private void decide(CampaignInput told, Decision decision) {
    switch (told) {
      case CampaignInput.PlansRead in -> plansRead(in.plans(), decision);
      case CampaignInput.Start in -> start(in, decision);
      case CampaignInput.Pause in -> pause(in, decision);
      case CampaignInput.Close in -> close(in, decision);
      case CampaignInput.KillSwitch in -> killSwitch(in, decision);
      case CampaignInput.Explain in -> explain(in, decision);
      case CampaignInput.LookDue in -> look(in.campaign(), decision);
      case CampaignInput.HoldDue in -> outcomes.holdDue(in.leg(), decision);
      case CampaignInput.RingDue in -> outcomes.ringDue(in.leg(), decision);
      case CampaignInput.ScreeningDue in -> screenings.due(in.leg(), decision);
      case CampaignInput.MessageDue in -> messages.due(in.leg(), decision);
      case CampaignInput.WitnessDue in -> over(outcomes.witnessDue(in.leg(), decision), decision);
    }
  }

  private void previews(PreviewInput input, Decision decision) {
    switch (input) {
      case PreviewInput.Dial in -> answer(previewing.dial(in, decision), decision);
      case PreviewInput.Skip in -> answer(previewing.skip(in, decision), decision);
      case PreviewInput.Due in -> previewing.due(in, decision);
      case PreviewInput.DialDue in -> previewing.dialDue(in, decision);
    }
  }

  private static void answer(@Nullable String refusal, Decision decision) {
    if (refusal == null) {
      decision.accept("");
    } else {
      decision.refuse(refusal);
    }
  }

  private void plansRead(List<CampaignPlan> plans, Decision decision) {
    Map<CampaignId, CampaignPlan> now = new LinkedHashMap<>();
    plans.forEach(plan -> now.put(plan.id(), plan));
    for (Campaign campaign : List.copyOf(books.campaigns())) {
      if (!now.containsKey(campaign.id()) && campaign.isConfigured()) {
        if (campaign.state() == CampaignState.RUNNING
            || campaign.state() == CampaignState.EXHAUSTED) {
          decision.record(new CampaignFact.Paused(campaign.id(), CONFIGURATION));
        }
        decision.record(new CampaignFact.CampaignRemoved(campaign.id()));
      }
    }
    for (CampaignPlan plan : now.values()) {
      Campaign before = books.campaign(plan.id());
      if (before == null || !before.isConfigured() || !plan.equals(before.plan())) {
        decision.record(new CampaignFact.CampaignConfigured(plan));
      }
    }
  }

  private void start(CampaignInput.Start in, Decision decision) {
    Campaign campaign = books.campaign(in.campaign());
    if (campaign == null || !campaign.isConfigured()) {
      decision.refuse("No campaign " + in.campaign() + " is configured.");
    } else if (campaign.state() == CampaignState.RUNNING) {
      decision.accept("It runs already.");
    } else if (campaign.state() == CampaignState.CLOSED) {
      decision.refuse("Campaign " + in.campaign() + " is closed for good.");
    } else if (acd.books().queue(campaign.plan().queue()) == null) {
      decision.refuse("Its queue " + campaign.plan().queue() + " is not there.");
    } else if (books.listsOf(in.campaign()).isEmpty()) {
      decision.refuse("No list is loaded for campaign " + in.campaign() + ".");
    } else if (campaign.plan().limits().isOver(decision.wallMicros())) {
      decision.refuse(
          "The time of campaign %s is over%s: give it a later until."
              .formatted(in.campaign(), campaign.plan().whenWords(Gate.TOO_LATE)));
    } else {
      decision.record(new CampaignFact.Started(in.campaign(), in.author()));
      look(in.campaign(), decision);
      boolean isEarly = campaign.plan().limits().isTooEarly(decision.wallMicros());
      decision.accept(
          isEarly
              ? "It begins" + campaign.plan().whenWords(Gate.TOO_EARLY).substring(1) + "."
              : "");
    }
  }

  private void pause(CampaignInput.Pause in, Decision decision) {
    CampaignState state = books.stateOf(in.campaign());
    if (state == CampaignState.RUNNING || state == CampaignState.EXHAUSTED) {
      decision.record(new CampaignFact.Paused(in.campaign(), in.author()));
      decision.accept("");
    } else {
      decision.refuse("Campaign " + in.campaign() + " does not run.");
    }
  }

  private void close(CampaignInput.Close in, Decision decision) {
    CampaignState state = books.stateOf(in.campaign());
    if (state == null) {
      decision.refuse("No campaign " + in.campaign() + " is known.");
    } else if (state == CampaignState.CLOSED) {
      decision.accept("It is closed already.");
    } else {
      decision.record(new CampaignFact.Closed(in.campaign(), in.author()));
      decision.accept("");
    }
  }

  private void killSwitch(CampaignInput.KillSwitch in, Decision decision) {
    if (in.stop() == books.isStopped()) {
      decision.accept("It was so already.");
      return;
    }
    decision.record(
        in.stop()
            ? new CampaignFact.DiallingStopped(in.author())
            : new CampaignFact.DiallingAllowed(in.author()));
    lookAtAll(decision);
    decision.accept("");
  }

  private void explain(CampaignInput.Explain in, Decision decision) {
    Campaign campaign = books.campaign(in.campaign());
    LeadStates states = books.leads(in.list());
    LoadedList list = loader.books().list(in.list());
    boolean isOver =
        list != null && list.retired() && list.campaign().equals(in.campaign().value());
    if (isOver) {
      decision.accept(
          "Not called any more: campaign "
              + in.campaign()
              + " is closed for good, and the leads of list "
              + in.list()
              + " are no longer kept. What came of them is in its export.");
    } else if (campaign == null
        || states == null
        || !states.campaign().equals(in.campaign().value())) {
      decision.refuse("Campaign " + in.campaign() + " has no list " + in.list() + ".");
    } else if (in.lead() < 0 || in.lead() >= states.size()) {
      decision.refuse("The list has leads 0 to " + (states.size() - 1) + ".");
    } else {
      decision.accept(dialling.explain(campaign, states, in.lead(), decision));
    }
  }

  private void look(CampaignId id, Decision decision) {
    Campaign campaign = books.campaign(id);
    if (campaign != null) {
      dialling.look(campaign, previewing, decision);
    }
  }

  /**
   * A campaign that somebody has started and nobody has paused dials on where it has a lead again.
   */
  private void resume(CampaignId id, ResumeReason reason, Decision decision) {
    Campaign campaign = books.campaign(id);
    if (campaign != null
        && campaign.state() == CampaignState.EXHAUSTED
        && campaign.isConfigured()
        && acd.books().queue(campaign.plan().queue()) != null
        && !campaign.plan().limits().isOver(decision.wallMicros())
        && dialling.hasLead(campaign)) {
      decision.record(new CampaignFact.Resumed(id, reason));
      look(id, decision);
    }
  }

  /** An attempt of a campaign is over, or of none. */
  private void over(@Nullable CampaignId id, Decision decision) {
    if (id != null) {
      retireIfOver(id, decision);
      look(id, decision);
    }
  }

  /** A campaign that is closed and has nobody on a line needs its leads no more. */
  private void retireIfOver(CampaignId id, Decision decision) {
    Campaign campaign = books.campaign(id);
    if (campaign != null
        && campaign.state() == CampaignState.CLOSED
        && campaign.attempts.isEmpty()) {
      loader.retire(id.value(), decision);
    }
  }

  private void lookAtAll(Decision decision) {
    for (Campaign campaign : books.byTurn()) {
      dialling.look(campaign, previewing, decision);
    }
  }

  /** An agent does something else now: the campaigns of their queues look. */
  private void lookFor(AgentId agent, Decision decision) {
    List<QueueId> queues = acd.books().queuesOf(agent);
    for (Campaign campaign : books.byTurn()) {
      if (queues.contains(campaign.plan().queue())) {
        dialling.look(campaign, previewing, decision);
      }
    }
  }

  @Override
  public void react(Fact fact, Decision decision) {
    switch (fact) {
      case CallFact.LegEntered f -> {
        outcomes.answered(f, decision);
        screenings.entered(f.leg(), decision);
      }
      case CampaignFact.Dialled f -> recalls.dialled(f, decision);
      case RecallFact.Agreed f -> look(f.recall().campaign(), decision);
      case CallFact.LegRang f -> outcomes.rang(f.leg(), decision);
      case CallFact.LegAnswered f -> outcomes.answeredTooLate(f.leg(), decision);
      case CallFact.LegEnded f -> {
        screenings.legEnded(f, decision);
        Preview preview = books.previews().of(f.leg());
        CampaignId campaign = outcomes.legEnded(f, decision);
        if (preview != null) {
          previewing.inVain(preview, decision);
        }
        over(campaign, decision);
      }
      case CallFact.EndWitnessed f -> over(outcomes.witnessed(f, decision), decision);
      case QueueFact.EntryConnected f -> outcomes.connected(f, decision);
      case QueueFact.EntryReturned f -> outcomes.returned(f.call(), decision);
      case QueueFact.EntryOverflowed f -> outcomes.sentOn(f, decision);
      case QueueFact.NotJoined f -> outcomes.sentAway(f.call(), f.target(), decision);
      case JourneyFact.ConsentRefused f -> {
        hangUpForbidden(decision);
        previewing.settle(decision);
      }
      case JourneyFact.ConsentGiven f when f.address() != null ->
          permits.permit(f.address(), decision);
      case CampaignFact.Closed f -> {
        previewing.settle(decision);
        retireIfOver(f.campaign(), decision);
      }
      case ListFact.ListUndone f -> {
        previewing.settle(decision);
        permits.permitAll(decision);
      }
      case AgentFact.Ready f -> lookFor(f.agent(), decision);
      case AgentFact.Freed f -> lookFor(f.agent(), decision);
      case AgentFact.Unpaused f -> lookFor(f.agent(), decision);
      case AgentFact.WrapUpStarted f -> lookFor(f.agent(), decision);
      case ListFact.ListLoaded f -> {
        if (f.use() == ListUse.DO_NOT_CALL) {
          hangUpForbidden(decision);
          previewing.settle(decision);
        } else {
          resume(new CampaignId(f.campaign()), ResumeReason.LIST_LOADED, decision);
        }
        look(new CampaignId(f.campaign()), decision);
      }
      case CampaignFact.LeadsPermitted f ->
          resume(f.campaign(), ResumeReason.LEADS_PERMITTED, decision);
      case QueueFact.QueueConfigured f ->
          books.ids().forEach(id -> resume(id, ResumeReason.RULES_CHANGED, decision));
      case CallFact.NodeReconciled f -> lookAtAll(decision);
      case EpochBegan began -> {
        outcomes.remindAgain(decision);
        screenings.remindAgain(decision);
        previewing.remindAgain(decision);
        messages.remindAgain(decision);
        recalls.remindAgain(decision);
        books.ids().forEach(campaign -> retireIfOver(campaign, decision));
        lookAtAll(decision);
      }
      default -> heard(fact, decision);
    }
  }

  /** What was said and heard in calls that were answered. */
  private void heard(Fact fact, Decision decision) {
    switch (fact) {
      case CampaignFact.Answered f -> {
        greetings.answered(f.leg(), decision);
        screenings.answered(f.leg(), decision);
      }
      case CallFact.CommandFailed f -> screenings.notHeard(f, decision);
      case CallFact.PromptStarted f -> screenings.saidAgain(f, decision);
      case CallFact.PromptEnded f -> {
        screenings.played(f, decision);
        messages.ended(f, decision);
      }
      case DeskFact.Disposed f -> screenings.disposed(f, decision);
      case CallFact.DigitsGathered f -> {
        messages.said(f, decision);
        dropKeys.said(f, decision);
      }
      default -> previewed(fact, decision);
    }
  }

  /** What matters to leads that agents look at. */
  private void previewed(Fact fact, Decision decision) {
    switch (fact) {
      case CampaignFact.Paused f -> previewing.settle(decision);
      case RecallFact.Ended f -> {
        if (f.end() != RecallFact.End.DIALLED) {
          previewing.agreedNoMore(f, decision);
        }
      }
      case CampaignFact.DiallingStopped f -> previewing.settle(decision);
      case CampaignFact.CampaignConfigured f -> {
        previewing.settle(decision);
        resume(f.plan().id(), ResumeReason.RULES_CHANGED, decision);
      }
      case PreviewFact.Ended f -> {
        acd.freed(f.agent(), decision);
        lookFor(f.agent(), decision);
      }
      case AgentFact.Paused f -> previewing.settle(decision);
      case AgentFact.SignedOut f -> previewing.settle(decision);
      case AgentFact.OfferMade f -> previewing.settle(decision);
      case AgentFact.OfferAccepted f -> previewing.agentIsThere(f.offer(), decision);
      case AgentFact.OfferEnded f -> previewing.agentUnreached(f.offer(), f.end(), decision);
      case AgentFact.TalkEnded f -> previewing.agentIsLost(f.offer(), decision);
      default -> {}
    }
  }

  /** Telephones that ring though a list or somebody has just said that they must not. */
  private void hangUpForbidden(Decision decision) {
    for (Attempt attempt : books.attempts()) {
      Campaign campaign = books.campaign(attempt.campaign());
      if (attempt.phase() == AttemptPhase.RINGING
          && campaign != null
          && gates.mustNotBe(campaign.plan(), attempt)) {
        calls.hangUp(attempt.leg(), HangupCause.NORMAL, decision);
      }
    }
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    books.apply(fact, envelope);
    messageBooks.apply(fact, books);
    recallBooks.apply(fact, books, envelope.recordedAtMicros());
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    books.snapshot(out);
    messageBooks.snapshot(out);
    recallBooks.snapshot(out);
  }

  @Override
  public void restore(Record entity) {
    books.restore(entity);
    messageBooks.restore(entity);
    recallBooks.restore(entity);
  }
}

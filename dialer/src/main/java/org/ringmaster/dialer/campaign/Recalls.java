// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.dialer.list.Leads;
import org.ringmaster.dialer.list.ListBooks;
import org.ringmaster.dialer.list.ListId;

/**
 * Takes what is agreed with leads: when to call again, and who does. One that is due goes before
 * all other leads, and everything that may forbid it is asked at that moment. Owned by the kernel
 * thread.
 */
final class Recalls {

  private static final long MINUTE_MICROS = 60_000_000;

  /** So long the agent who wanted to call is waited for. */
  private static final long GRACE_MICROS = 15 * MINUTE_MICROS;

  /**
   * So soon it is looked again whether a rate is known for a number with which a call is agreed.
   */
  private static final long RATE_MICROS = 15 * MINUTE_MICROS;

  /** So long after the agreed time it is still called for that. */
  private static final long WORTH_MICROS = 24 * 60 * MINUTE_MICROS;

  private static final long FARTHEST_MICROS = 180L * 24 * 60 * MINUTE_MICROS;

  /** Nobody talked with the lead when it was agreed. */
  private static final int UNKNOWN = -1;

  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final long SECONDS_PER_MINUTE = 60;

  private final RecallBooks recalls;
  private final CampaignBooks books;
  private final ListBooks lists;
  private final Gates gates;
  private final NumberZones numberZones = new NumberZones();

  Recalls(RecallBooks recalls, CampaignBooks books, ListBooks lists, Gates gates) {
    this.recalls = recalls;
    this.books = books;
    this.lists = lists;
    this.gates = gates;
  }

  /** Answers what was asked. */
  void decide(RecallInput input, Decision decision) {
    switch (input) {
      case RecallInput.Agree in -> {
        RecallBooks.Talk talk = recalls.talk(in.agent(), in.call());
        if (talk == null) {
          decision.refuse("This call is none of a campaign's lead that you talked with last.");
        } else {
          agree(
              talk.campaign(),
              talk.list(),
              talk.lead(),
              talk.slot(),
              in.at(),
              in.mine() ? in.agent() : null,
              new Author(in.agent().value()),
              decision);
        }
      }
      case RecallInput.Say in ->
          agree(
              in.campaign(),
              in.list(),
              in.lead(),
              UNKNOWN,
              in.at(),
              in.agent(),
              in.author(),
              decision);
      case RecallInput.Cancel in -> cancel(in, decision);
      case RecallInput.Expire in -> expire(in, decision);
    }
  }

  private void cancel(RecallInput.Cancel in, Decision decision) {
    Recall recall = recalls.of(in.list(), in.lead());
    if (recall == null || !recall.campaign().equals(in.campaign())) {
      decision.refuse(
          "Nothing is agreed with lead %d of list %s in campaign %s."
              .formatted(in.lead(), in.list(), in.campaign()));
      return;
    }
    Campaign campaign = books.campaign(in.campaign());
    LeadStates states = books.leads(in.list());
    long due =
        states == null || campaign == null
            ? 0
            : StrictMath.max(
                states.restsUntil(in.lead(), campaign.plan()), recall.restsUntilMicros());
    decision.record(
        new RecallFact.Ended(
            in.campaign(),
            in.list(),
            in.lead(),
            RecallFact.End.CANCELLED,
            null,
            in.author(),
            true,
            due));
    decision.accept("What was agreed for " + recall.at() + " is taken back.");
  }

  /** Nobody has called in time, whether or not the campaign has looked for leads meanwhile. */
  private void expire(RecallInput.Expire in, Decision decision) {
    Recall recall = recalls.of(in.list(), in.lead());
    if (recall != null && recall.untilMicros() == in.untilMicros()) {
      end(recall, RecallFact.End.EXPIRED, null, decision);
    }
  }

  private static void remind(Recall recall, Decision decision) {
    decision.remindAt(
        StrictMath.max(recall.untilMicros(), decision.nowMicros()),
        new RecallInput.Expire(recall.list(), recall.lead(), recall.untilMicros()));
  }

  /** After a start of the platform: reminders are not kept. */
  void remindAgain(Decision decision) {
    recalls.all().forEach(recall -> remind(recall, decision));
  }

  /**
   * Agrees a call.
   *
   * @param slot at which of the lead's numbers it was agreed, from 0; {@link #UNKNOWN}
   * @param at when, by the clock at that number
   */
  private void agree(
      CampaignId id,
      ListId list,
      int lead,
      int slot,
      String at,
      @Nullable AgentId agent,
      Author author,
      Decision decision) {
    Campaign campaign = books.campaign(id);
    LeadStates states = books.leads(list);
    Leads leads = lists.leads(list);
    if (campaign == null
        || states == null
        || leads == null
        || !states.campaign().equals(id.value())) {
      decision.refuse("Campaign " + id + " has no list " + list + ".");
      return;
    } else if (lead < 0 || lead >= states.size()) {
      decision.refuse("The list has leads 0 to " + (states.size() - 1) + ".");
      return;
    } else if (campaign.state() == CampaignState.CLOSED) {
      decision.refuse("Campaign " + id + " is closed for good.");
      return;
    } else if (isTold(campaign)) {
      // Dialled at any time, they would hear the message again and nobody who knows of it.
      decision.refuse(
          "Campaign "
              + id
              + " tells a message and has no agents who call: agree a callback of queue "
              + campaign.plan().queue()
              + " instead.");
      return;
    }
    List<ZoneId> zones = leads.zones(lead);
    if (zones.size() > 1 && slot >= 0 && slot < leads.numbers(lead)) {
      zones = numberZones.among(zones, leads.number(lead, slot));
    }
    ZoneId zone = zones.isEmpty() ? ZoneId.of(campaign.plan().hours().zone()) : zones.get(0);
    Long wall = wallMicros(at, zone);
    if (wall == null) {
      decision.refuse("'" + at + "' is no time: say it as 2026-01-31T14:30, as it is there.");
    } else if (wall <= decision.wallMicros()) {
      decision.refuse("That time is past in " + zone + ", where the lead is.");
    } else if (wall - decision.wallMicros() > FARTHEST_MICROS) {
      decision.refuse("That is more than 180 days ahead.");
    } else {
      record(id, states, lead, wall, zone, at, agent, author, decision);
      if (campaign.state() == CampaignState.EXHAUSTED) { // It has a lead again.
        decision.record(new CampaignFact.Started(id, author));
      }
      String later = later(campaign, leads, lead, wall, zone, decision);
      decision.accept(
          campaign.state() == CampaignState.RUNNING
              ? "Agreed for " + at + " in " + zone + "." + later
              : "Agreed for "
                  + at
                  + " in "
                  + zone
                  + "; the campaign does not run just now."
                  + later);
    }
  }

  /** Why it will be called later than agreed, or not at all, as things are; empty where not. */
  private String later(
      Campaign campaign, Leads leads, int lead, long wall, ZoneId zone, Decision decision) {
    long due = decision.nowMicros() + wall - decision.wallMicros();
    return switch (gates.restingAt(campaign.plan(), leads, lead, due)) {
      case Gates.Verdict.Never never -> " But " + never.gate().words() + ": it is not called.";
      case Gates.Verdict.Later later -> {
        long then = later.dueMicros() - decision.nowMicros() + decision.wallMicros();
        yield " But "
            + later.words()
            + ": it is called from "
            + LocalDateTime.ofInstant(
                Instant.ofEpochSecond(StrictMath.ceilDiv(then, MINUTE_MICROS) * SECONDS_PER_MINUTE),
                zone)
            + " on only.";
      }
      case Gates.Verdict.Go go -> "";
      case null -> "";
    };
  }

  private void record(
      CampaignId id,
      LeadStates states,
      int lead,
      long wall,
      ZoneId zone,
      String at,
      @Nullable AgentId agent,
      Author author,
      Decision decision) {
    ListId list = states.list();
    Recall before = recalls.of(list, lead);
    if (before != null) {
      decision.record(
          new RecallFact.Ended(id, list, lead, RecallFact.End.REPLACED, null, author, false, 0));
    }
    long due = decision.nowMicros() + wall - decision.wallMicros();
    Recall recall =
        new Recall(
            id,
            list,
            lead,
            agent,
            due,
            agent == null ? due : due + GRACE_MICROS,
            due + WORTH_MICROS,
            at + " " + zone,
            0,
            before == null ? states.restsUntil(lead) : before.restsUntilMicros());
    decision.record(new RecallFact.Agreed(recall, author));
    remind(recall, decision);
  }

  private static @Nullable Long wallMicros(String at, ZoneId zone) {
    try {
      Instant instant = LocalDateTime.parse(at).atZone(zone).toInstant();
      return instant.getEpochSecond() * MICROS_PER_SECOND;
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** Whether a campaign still has leads to call again. */
  boolean isAny(Campaign campaign) {
    return recalls.isAny(campaign.id());
  }

  /**
   * A lead that shall be called again now; null for none.
   *
   * @param agent for whom it would be shown; null where nobody has it before it is answered
   */
  Dialling.@Nullable Found next(
      Campaign campaign,
      @Nullable AgentId agent,
      Map<List<ZoneId>, Long> openings,
      Decision decision) {
    for (Recall recall : recalls.due(campaign.id(), decision.nowMicros())) {
      LeadStates states = books.leads(recall.list());
      Leads leads = lists.leads(recall.list());
      if (states == null || leads == null || states.phase(recall.lead()) == LeadPhase.LIVE) {
        continue;
      }
      if (recall.untilMicros() <= decision.nowMicros()) {
        end(recall, RecallFact.End.EXPIRED, null, decision);
      } else if (!isTold(campaign) && recall.isFor(agent, decision.nowMicros())) {
        if (recall.agent() != null && !recall.agent().equals(agent)) {
          decision.record(new RecallFact.Opened(recall.campaign(), recall.list(), recall.lead()));
        }
        switch (gates.ofAgreedLead(campaign, states, leads, recall.lead(), openings, decision)) {
          case Gates.Verdict.Go go -> {
            return new Dialling.Found.Next(states, recall.lead(), go);
          }
          case Gates.Verdict.Never never when never.gate() == Gate.NO_RATE -> // Somebody adds it.
              decision.record(
                  new RecallFact.PutOff(
                      recall.campaign(),
                      recall.list(),
                      recall.lead(),
                      never.gate(),
                      decision.nowMicros() + RATE_MICROS));
          case Gates.Verdict.Never never ->
              end(recall, RecallFact.End.FORBIDDEN, never.gate(), decision);
          case Gates.Verdict.Later later -> // It stays due, and is asked again then.
              decision.record(
                  new RecallFact.PutOff(
                      recall.campaign(),
                      recall.list(),
                      recall.lead(),
                      later.gate(),
                      later.dueMicros()));
        }
      }
    }
    return null;
  }

  /** Whether a lead is to be called because that was agreed, however often it was dialled. */
  boolean isDue(ListId list, int lead, Decision decision) {
    Recall recall = recalls.of(list, lead);
    return recall != null && recall.dueMicros() <= decision.nowMicros();
  }

  /** What was agreed for a lead, or null. */
  @Nullable Recall of(ListId list, int lead) {
    return recalls.of(list, lead);
  }

  /** Whether its leads hear a message, which keeps no appointment. */
  private static boolean isTold(Campaign campaign) {
    return campaign.plan().mode() == CampaignMode.AGENTLESS;
  }

  /** A lead is being called: whatever was agreed is kept with that. */
  void dialled(CampaignFact.Dialled dialled, Decision decision) {
    Recall recall = recalls.of(dialled.list(), dialled.lead());
    if (recall != null
        && recall.dueMicros() <= decision.nowMicros()
        && !isTold(Objects.requireNonNull(books.campaign(recall.campaign())))) {
      end(recall, RecallFact.End.DIALLED, null, decision);
    }
  }

  private static void end(
      Recall recall, RecallFact.End how, @Nullable Gate gate, Decision decision) {
    decision.record(
        new RecallFact.Ended(
            recall.campaign(), recall.list(), recall.lead(), how, gate, null, false, 0));
  }

  /** What was agreed for a lead, as a part of a sentence; null for nothing. */
  @Nullable String explain(LeadStates states, int lead) {
    Recall recall = recalls.of(states.list(), lead);
    return recall == null
        ? null
        : " It shall be called again at "
            + recall.at()
            + (recall.agent() == null ? "." : " by " + recall.agent() + ".");
  }
}

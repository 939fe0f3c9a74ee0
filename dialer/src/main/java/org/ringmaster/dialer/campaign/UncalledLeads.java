// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.dialer.list.ListFact;
import org.ringmaster.dialer.list.ListId;

/**
 * What agents are told of leads that were shown to them and not called after all, for as long as it
 * is true and they have not gone on: until they want or skip the next lead or see the one after it,
 * take a call, rest or go; until the lead is shown again or dialled, or may be, or its campaign or
 * list changes; five minutes at most. Not kept over a start. Owned by the thread that folds.
 */
final class UncalledLeads {

  private static final long LONGEST_MICROS = 5 * 60_000_000L;

  /** What was not for the lead's sake is told also when that lead is shown to the agent again. */
  private static final List<PreviewEnd> TOLD_BESIDE_IT =
      List.of(
          PreviewEnd.AGENT_UNREACHED,
          PreviewEnd.AGENT_DECLINED,
          PreviewEnd.LINE_ENDED,
          PreviewEnd.OTHER_NUMBER);

  /** What is told until when, and whether the agent sees the next lead meanwhile. */
  private record Told(PreviewRow.NotCalled what, PreviewEnd end, long untilMicros, boolean next) {

    boolean isOf(ListId list, int lead) {
      return what.lead() == lead && what.list().equals(list);
    }

    Told besideTheNext() {
      return new Told(what, end, untilMicros, true);
    }
  }

  private final Map<AgentId, Told> told = new LinkedHashMap<>();

  /** What each agent is told; a copy. */
  Map<AgentId, PreviewRow.NotCalled> all() {
    Map<AgentId, PreviewRow.NotCalled> all = new LinkedHashMap<>();
    told.forEach((agent, one) -> all.put(agent, one.what()));
    return Collections.unmodifiableMap(all);
  }

  /** The time is this, epoch microseconds; whether anything is told no more by that. */
  boolean passes(long micros) {
    return told.values().removeIf(one -> one.untilMicros() <= micros);
  }

  /** Applies a fact that was recorded at {@code at}; whether anything is told otherwise by it. */
  boolean apply(Fact fact, long at) {
    return switch (fact) {
      case PreviewFact about -> applyPreview(about, at);
      case CampaignFact about -> !told.isEmpty() && applyCampaign(about);
      case RecallFact.Agreed f -> forget(f.recall().list(), List.of(f.recall().lead()));
      case RecallFact.Ended f -> forget(f.list(), List.of(f.lead()));
      case ListFact.ListUndone f -> forget(one -> one.what().list().equals(f.list()));
      case ListFact.ListRetired f -> forget(one -> one.what().list().equals(f.list()));
      case AgentFact.OfferAccepted f -> told.remove(f.agent()) != null;
      case AgentFact.Paused f -> told.remove(f.agent()) != null;
      case AgentFact.SignedOut f -> told.remove(f.agent()) != null;
      case AgentFact.Removed f -> told.remove(f.agent()) != null;
      default -> false;
    };
  }

  private boolean applyPreview(PreviewFact fact, long at) {
    switch (fact) {
      case PreviewFact.Shown f -> {
        Told one = told.remove(f.agent());
        forget(f.list(), List.of(f.lead()));
        boolean isAgain = one != null && one.isOf(f.list(), f.lead());
        if (one != null && !one.next() && (!isAgain || TOLD_BESIDE_IT.contains(one.end()))) {
          told.put(f.agent(), one.besideTheNext());
        }
      }
      case PreviewFact.DialWanted f -> told.remove(f.agent());
      case PreviewFact.Ended f -> {
        told.remove(f.agent());
        // Who skipped it, rests or went away knows why.
        if (f.end() != PreviewEnd.SKIPPED && f.end() != PreviewEnd.AGENT_GONE) {
          told.put(f.agent(), tells(f, at));
        }
      }
    }
    return true;
  }

  private static Told tells(PreviewFact.Ended f, long at) {
    String why = f.gate() == null ? f.end().words() : f.gate().words();
    long longest = at + LONGEST_MICROS;
    return new Told(
        new PreviewRow.NotCalled(f.campaign(), f.list(), f.lead(), why, at),
        f.end(),
        f.dueMicros() > at ? StrictMath.min(f.dueMicros(), longest) : longest,
        false);
  }

  private boolean applyCampaign(CampaignFact fact) {
    return switch (fact) {
      case CampaignFact.Dialled f -> forget(f.list(), List.of(f.lead()));
      case CampaignFact.LeadsPermitted f -> forget(f.list(), f.leads());
      case CampaignFact.CampaignConfigured f -> forget(f.plan().id());
      case CampaignFact.CampaignRemoved f -> forget(f.campaign());
      case CampaignFact.Started f -> forget(f.campaign());
      case CampaignFact.Paused f -> forget(f.campaign());
      case CampaignFact.Exhausted f -> forget(f.campaign());
      case CampaignFact.Resumed f -> forget(f.campaign());
      case CampaignFact.Closed f -> forget(f.campaign());
      case CampaignFact.DiallingAllowed f -> forget(one -> one.end() == PreviewEnd.KILL_SWITCH);
      default -> false;
    };
  }

  private boolean forget(CampaignId campaign) {
    return forget(one -> one.what().campaign().equals(campaign));
  }

  private boolean forget(ListId list, List<Integer> leads) {
    return forget(one -> leads.stream().anyMatch(lead -> one.isOf(list, lead)));
  }

  private boolean forget(Predicate<Told> those) {
    return told.values().removeIf(those);
  }
}

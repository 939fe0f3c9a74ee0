// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.dials;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.ringmaster.bench.invariant.WithUs;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.Direction;
import org.ringmaster.core.callback.CallbackFact;
import org.ringmaster.core.journey.IdentityId;
import org.ringmaster.core.journey.JourneyFact;
import org.ringmaster.core.journey.Journeys;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.dialer.campaign.AttemptPhase;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.Gate;
import org.ringmaster.dialer.campaign.PreviewEnd;
import org.ringmaster.dialer.campaign.PreviewFact;
import org.ringmaster.dialer.campaign.RecallFact;
import org.ringmaster.dialer.list.Leads;
import org.ringmaster.dialer.list.ListFact;
import org.ringmaster.dialer.list.ListId;
import org.ringmaster.dialer.list.ListUse;

/** How often what happened, by its words. Owned by one thread. */
final class DialTally {
  static final String DIALS = "dials";
  private static final String KEPT_BACK = "leads kept back because ";

  static final String SHOWN = "leads shown to agents";
  static final String WANTED = "shown leads that agents had dialled";
  static final String WANTED_BY_TIME = "shown leads dialled because the time ran out";
  static final String RANG_IN = "calls of people who rang us";
  static final String CALLBACKS = "callbacks taken";
  static final String CALLED_BACK = "callbacks dialled";
  static final String WITH_US = "leads kept back because they rang us or wait to be called back";
  static final String PROMISE_KEPT = "promised calls dialled for their agent";

  private final Map<String, Long> counts = new TreeMap<>();
  private final Map<String, Leads> segments;
  private final Map<ListId, String> lists = new HashMap<>();
  private final Map<CampaignId, CampaignMode> modes = new HashMap<>();
  private final Set<String> promised = new HashSet<>();
  private final WithUs people = new WithUs();

  /** Nothing counted; it sums others up. */
  DialTally() {
    this(Map.of());
  }

  /** Nothing counted, of a world with these lists. */
  DialTally(Map<String, Leads> segments) {
    this.segments = segments;
  }

  void count(String what) {
    count(what, 1);
  }

  private void count(String what, long many) {
    counts.merge(what, many, Long::sum);
  }

  void add(DialTally other) {
    other.counts.forEach(this::count);
  }

  long of(String what) {
    return counts.getOrDefault(what, 0L);
  }

  /** How often a gate kept a lead back. */
  long of(Gate gate) {
    return of(KEPT_BACK + gate.words());
  }

  static boolean isOfGate(String what) {
    return what.startsWith(KEPT_BACK);
  }

  Map<String, Long> counts() {
    return counts;
  }

  /** One fact more. */
  void read(Fact fact) {
    switch (fact) {
      case CampaignFact f -> readCampaign(f);
      case PreviewFact f -> readPreview(f);
      case RecallFact f -> readRecall(f);
      case JourneyFact.ConsentRefused f -> count("numbers refused");
      case JourneyFact.ConsentGiven f -> count("numbers allowed again");
      case ListFact f -> readList(f);
      case CallFact.CallStarted f when f.direction() == Direction.INBOUND -> count(RANG_IN);
      case CallbackFact.Taken f -> count(CALLBACKS);
      case CallbackFact.Dialled f -> count(CALLED_BACK);
      case CallbackFact.Ended f -> count("callbacks that ended as " + f.end());
      default -> {}
    }
    people.see(fact);
  }

  private void readCampaign(CampaignFact fact) {
    switch (fact) {
      case CampaignFact.CampaignConfigured f -> modes.put(f.plan().id(), f.plan().mode());
      case CampaignFact.Dialled f -> {
        count(DIALS);
        count(dialsIn(Objects.requireNonNull(modes.get(f.campaign()))));
      }
      case CampaignFact.LeadsPutOff f -> {
        count(KEPT_BACK + f.gate().words(), f.leads().size());
        f.leads().forEach(lead -> keptBack(f.gate(), f.list(), lead));
      }
      case CampaignFact.LeadForbidden f -> count(KEPT_BACK + f.gate().words());
      case CampaignFact.LimitChanged f -> count("dialling held back: " + f.limit().words());
      case CampaignFact.AttemptEnded f -> count("attempts that ended as " + f.outcome());
      case CampaignFact.MessageWent f -> count(message(f.phase()));
      default -> {}
    }
  }

  private void readPreview(PreviewFact fact) {
    switch (fact) {
      case PreviewFact.Shown f -> count(SHOWN);
      case PreviewFact.DialWanted f -> count(f.byTime() ? WANTED_BY_TIME : WANTED);
      case PreviewFact.Ended f -> {
        count(shownUntil(f.end()));
        if (f.gate() != null) {
          count(KEPT_BACK + f.gate().words());
          keptBack(f.gate(), f.list(), f.lead());
        }
      }
    }
  }

  private void readRecall(RecallFact fact) {
    switch (fact) {
      case RecallFact.Agreed f -> {
        if (f.recall().agent() != null) {
          count("calls that an agent promised");
          promised.add(f.list() + " " + f.recall().lead());
        }
      }
      case RecallFact.PutOff f -> {
        count(KEPT_BACK + f.gate().words());
        keptBack(f.gate(), f.list(), f.lead());
      }
      case RecallFact.Opened f -> promised.remove(f.list() + " " + f.lead());
      case RecallFact.Ended f -> {
        count("agreed calls that ended as " + f.end());
        boolean isMine = promised.remove(f.list() + " " + f.lead());
        if (isMine && f.end() == RecallFact.End.DIALLED) {
          count(PROMISE_KEPT);
        }
      }
    }
  }

  private void readList(ListFact fact) {
    switch (fact) {
      case ListFact.ListLoaded f -> {
        if (f.use() == ListUse.DO_NOT_CALL) {
          count("do-not-call lists loaded");
        }
        lists.put(f.list(), f.sha256());
      }
      case ListFact.ListUndone f -> count("lists taken back");
      default -> {}
    }
  }

  /** Whether it was because they are with us, and not in an attempt of ours. */
  private void keptBack(Gate gate, ListId list, int lead) {
    Leads leads = segments.get(lists.getOrDefault(list, ""));
    if (gate != Gate.IN_CALL || leads == null) {
      return;
    }
    for (int slot = 0; slot < leads.numbers(lead); slot++) {
      IdentityId who = Journeys.telephone(new Personal("+" + leads.number(lead, slot)));
      if (who != null && people.how(who) != null) {
        count(WITH_US);
        return;
      }
    }
  }

  /** What a bench has to have lived through. */
  static List<String> mustHappen() {
    List<String> all = new ArrayList<>();
    for (CampaignMode mode : CampaignMode.values()) {
      all.add(dialsIn(mode));
    }
    all.addAll(List.of(SHOWN, WANTED, WANTED_BY_TIME));
    all.add(shownUntil(PreviewEnd.SKIPPED));
    all.add(shownUntil(PreviewEnd.RAN_OUT));
    all.add(message(AttemptPhase.TOLD));
    all.add(message(AttemptPhase.OPTED_OUT));
    all.add(message(AttemptPhase.QUEUED));
    all.add(message(AttemptPhase.CALLBACK));
    all.addAll(List.of(RANG_IN, CALLBACKS, CALLED_BACK, WITH_US, PROMISE_KEPT));
    return all;
  }

  static String dialsIn(CampaignMode mode) {
    return "dials in mode " + mode.name().toLowerCase(Locale.ROOT);
  }

  static String message(AttemptPhase phase) {
    return "messages: " + phase;
  }

  static String shownUntil(PreviewEnd end) {
    return "shown leads given back: " + end.words();
  }
}

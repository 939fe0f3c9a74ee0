// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.dials;

import java.util.Map;
import java.util.TreeMap;
import org.ringmaster.core.journey.JourneyFact;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.Gate;
import org.ringmaster.dialer.campaign.RecallFact;
import org.ringmaster.dialer.list.ListFact;
import org.ringmaster.dialer.list.ListUse;

/** How often what happened, by its words. Owned by one thread. */
final class DialTally {
  static final String DIALS = "dials";
  private static final String KEPT_BACK = "leads kept back because ";

  private final Map<String, Long> counts = new TreeMap<>();

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
      case CampaignFact.Dialled f -> count(DIALS);
      case CampaignFact.LeadsPutOff f -> count(KEPT_BACK + f.gate().words(), f.leads().size());
      case CampaignFact.LeadForbidden f -> count(KEPT_BACK + f.gate().words());
      case CampaignFact.LimitChanged f -> count("dialling held back: " + f.limit().words());
      case CampaignFact.AttemptEnded f -> count("attempts that ended as " + f.outcome());
      case JourneyFact.ConsentRefused f -> count("numbers refused");
      case JourneyFact.ConsentGiven f -> count("numbers allowed again");
      case ListFact.ListLoaded f when f.use() == ListUse.DO_NOT_CALL ->
          count("do-not-call lists loaded");
      case ListFact.ListUndone f -> count("lists taken back");
      case RecallFact.PutOff f -> count(KEPT_BACK + f.gate().words());
      case RecallFact.Ended f -> count("agreed calls that ended as " + f.end());
      default -> {}
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.util.List;
import java.util.Objects;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.Gather;
import org.ringmaster.core.call.GatherEnd;
import org.ringmaster.core.call.Leg;
import org.ringmaster.core.journey.ConsentScope;
import org.ringmaster.core.journey.Journeys;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.dialer.list.Leads;
import org.ringmaster.dialer.list.Lists;

/**
 * Lets who hears that no agent is there say by key that they must not be called again. Owned by the
 * kernel thread.
 */
final class DropKeys {

  private static final String PURPOSE = "campaign.drop";

  /** No message is longer; the leg ends with it. */
  private static final long LONGEST_MILLIS = 600_000;

  private static final Author LEAD = new Author("lead, by key");

  private final CampaignBooks books;
  private final CallControl calls;
  private final Journeys journeys;
  private final Lists lists;

  DropKeys(CampaignBooks books, CallControl calls, Journeys journeys, Lists lists) {
    this.books = books;
    this.calls = calls;
    this.journeys = journeys;
    this.lists = lists;
  }

  /**
   * Somebody is told who has called them because no agent was there in time. What they are told is
   * the queue's matter, or the campaign's.
   */
  void listen(Attempt attempt, CampaignPlan plan, Decision decision) {
    Leg leg = calls.books().leg(attempt.leg());
    boolean isTold = plan.dropOptOutKey() != null && !plan.dropPrompts().isEmpty();
    if (isTold && leg != null && !leg.hangUpAsked()) {
      Gather key = new Gather(PURPOSE, 1, "", LONGEST_MILLIS, LONGEST_MILLIS);
      calls.gather(attempt.leg(), List.of(), key, decision);
    }
  }

  /** They pressed a key, or did not. */
  void said(CallFact.DigitsGathered gathered, Decision decision) {
    Attempt attempt = gathered.purpose().equals(PURPOSE) ? books.attempt(gathered.leg()) : null;
    if (attempt == null) {
      return;
    }
    CampaignPlan plan = Objects.requireNonNull(books.campaign(attempt.campaign())).plan();
    Leads leads = lists.books().leads(attempt.list());
    if (leads != null && gathered.digits().text().equals(plan.dropOptOutKey())) {
      journeys.refused(
          new Personal("+" + leads.number(attempt.lead(), attempt.slot())),
          ConsentScope.CAMPAIGN,
          LEAD,
          decision);
    } else if (gathered.end() == GatherEnd.COMPLETE
        && calls.books().hearsLastWords(attempt.leg())) {
      listen(attempt, plan, decision); // Another key; the right one may come yet.
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.util.List;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.dialer.callerid.CallerIdUse;
import org.ringmaster.dialer.compliance.ScreeningFigures;
import org.ringmaster.dialer.list.ListId;

/**
 * A campaign as it stands now.
 *
 * @param plan as it is configured
 * @param limit what keeps it from dialling more
 * @param leads how many its lists have
 * @param tried how many of them were dialled at least once
 * @param hopper leads that are due now; counted to 1,000 at most
 * @param level its lines for each agent at work, at the last dialling
 * @param budget how many calls more may be abandoned, in the window of the laws that allows least;
 *     negative where too many were
 * @param stopped whether all dialling is stopped by hand
 * @param callerIds what the numbers of its pool were used for, by all campaigns together
 * @param screening what detectors said in the last 30 days
 * @param spent what its calls have cost
 */
public record CampaignRow(
    CampaignPlan plan,
    CampaignState state,
    DialLimit limit,
    CampaignBooks.Numbers numbers,
    int leads,
    int tried,
    int hopper,
    double level,
    double budget,
    boolean stopped,
    List<ListId> lists,
    List<CallerIdUse> callerIds,
    ScreeningFigures screening,
    SpendFigures spent) {

  /** More leads that are due are not counted. */
  public static final int MOST_IN_HOPPER = 1_000;

  /** Its name. */
  public CampaignId id() {
    return plan.id();
  }

  /** Which queue answered attempts join. */
  public QueueId queue() {
    return plan.queue();
  }

  /** How it is dialled. */
  public CampaignMode mode() {
    return plan.mode();
  }
}

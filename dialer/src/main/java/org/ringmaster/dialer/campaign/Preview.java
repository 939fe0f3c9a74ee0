// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.queue.EntryId;
import org.ringmaster.dialer.list.ListId;

/**
 * A lead that an agent looks at, or has wanted to be dialled and is not connected with yet; also
 * its line in a snapshot.
 *
 * @param sinceMicros since when it is shown, epoch microseconds
 * @param untilMicros how long at most, epoch microseconds; 0 for as long as they like
 * @param place by which the agent is rung; null while they only look
 * @param call the lead's, and the agent's with it; null likewise
 * @param offer by which the agent is there; null likewise
 * @param leg the lead's, once it is dialled
 * @param before where the lead stood before; null in snapshots of earlier versions
 * @param beforeDueMicros when it was due then, epoch microseconds
 * @param byTime whether it is to be dialled because the time ran out, and not by a key
 * @param number which of the lead's numbers the agent was told of, from 1; 0 for none yet
 */
public record Preview(
    CampaignId campaign,
    ListId list,
    int lead,
    AgentId agent,
    long sinceMicros,
    long untilMicros,
    @Nullable EntryId place,
    @Nullable CallId call,
    @Nullable OfferId offer,
    @Nullable LegId leg,
    @Nullable LeadPhase before,
    long beforeDueMicros,
    boolean byTime,
    int number) {

  /** Whether the agent only looks, and nobody is rung or dialled yet. */
  public boolean isOnlyShown() {
    return offer == null;
  }

  Preview wanted(PreviewFact.DialWanted f) {
    return with(f.place(), f.call(), f.offer(), null, f.byTime(), f.number());
  }

  Preview dialled(LegId by) {
    return with(place, call, offer, by, byTime, number);
  }

  /** It was due then before it was shown. */
  Preview before(long dueMicros) {
    return with(place, call, offer, leg, byTime, number, dueMicros);
  }

  private Preview with(
      @Nullable EntryId at,
      @Nullable CallId by,
      @Nullable OfferId there,
      @Nullable LegId dialled,
      boolean atEnd,
      int which) {
    return with(at, by, there, dialled, atEnd, which, beforeDueMicros);
  }

  private Preview with(
      @Nullable EntryId at,
      @Nullable CallId by,
      @Nullable OfferId there,
      @Nullable LegId dialled,
      boolean atEnd,
      int which,
      long due) {
    return new Preview(
        campaign,
        list,
        lead,
        agent,
        sinceMicros,
        untilMicros,
        at,
        by,
        there,
        dialled,
        before,
        due,
        atEnd,
        which);
  }
}

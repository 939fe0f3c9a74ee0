// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.journey.IdentityId;
import org.ringmaster.dialer.list.ListId;

/**
 * One try to reach a lead that is not over; also its line in a snapshot.
 *
 * @param slot which of the lead's numbers, from 0
 * @param dialledMicros when it was dialled, epoch microseconds
 * @param answeredMicros when it was answered, epoch microseconds; 0 before
 */
public record Attempt(
    CampaignId campaign,
    ListId list,
    int lead,
    int slot,
    IdentityId identity,
    CallId call,
    LegId leg,
    AttemptPhase phase,
    long dialledMicros,
    long answeredMicros) {

  Attempt to(AttemptPhase next) {
    return new Attempt(
        campaign, list, lead, slot, identity, call, leg, next, dialledMicros, answeredMicros);
  }

  Attempt answered(long atMicros) {
    return new Attempt(
        campaign,
        list,
        lead,
        slot,
        identity,
        call,
        leg,
        AttemptPhase.WAITING,
        dialledMicros,
        atMicros);
  }
}

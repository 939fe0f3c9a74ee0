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
 * @param countedMicros when it was counted as a live answer, epoch microseconds; 0 before
 * @param late whether it was counted as abandoned
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
    long answeredMicros,
    long countedMicros,
    boolean late) {

  Attempt to(AttemptPhase next) {
    return with(next, answeredMicros, countedMicros, late);
  }

  Attempt answered(long atMicros) {
    return with(AttemptPhase.WAITING, atMicros, countedMicros, late);
  }

  /** It counts as a live answer from here; once late, always late. */
  Attempt counted(boolean isLate, long atMicros) {
    return with(
        phase, answeredMicros, countedMicros == 0 ? atMicros : countedMicros, late || isLate);
  }

  /** It turned out not to be a live answer, and therefore not to be late either. */
  Attempt uncounted() {
    return with(phase, answeredMicros, 0, false);
  }

  private Attempt with(AttemptPhase now, long answered, long counted, boolean isLate) {
    return new Attempt(
        campaign,
        list,
        lead,
        slot,
        identity,
        call,
        leg,
        now,
        dialledMicros,
        answered,
        counted,
        isLate);
  }
}

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
 * @param unseen whether nobody saw it being answered, so that what was said first was not heard
 * @param rangMicros when its telephone began to ring as far as the carrier has said so, epoch
 *     microseconds; 0 before, where it never says so, and in snapshots of earlier versions
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
    boolean late,
    boolean unseen,
    long rangMicros) {

  private static final long AT_ONCE_MICROS = 50_000;

  static Attempt of(CampaignFact.Dialled f, long atMicros) {
    return new Attempt(
        f.campaign(),
        f.list(),
        f.lead(),
        f.slot(),
        f.identity(),
        f.call(),
        f.leg(),
        AttemptPhase.RINGING,
        atMicros,
        0,
        0,
        false,
        false,
        0);
  }

  /** Whether nobody has answered yet, as far as was seen. */
  boolean isUnanswered() {
    return phase == AttemptPhase.RINGING || phase == AttemptPhase.GIVEN_UP;
  }

  /**
   * From when its ringing counts, epoch microseconds. What is told within 50 ms has rung since it
   * was dialled: that is the way there and back, which a hang-up goes again, and no carrier's time.
   * Of one of which nobody tells that it rings it is taken that the carrier needed long.
   */
  long ringsFromMicros() {
    if (rangMicros == 0) {
      return dialledMicros + CampaignPlan.SETUP_MILLIS * Campaigns.MICROS_PER_MILLI;
    }
    return rangMicros - dialledMicros <= AT_ONCE_MICROS ? dialledMicros : rangMicros;
  }

  /** Its telephone rings from here, where nobody has said so before. */
  Attempt rang(long atMicros) {
    return rangMicros != 0
        ? this
        : new Attempt(
            campaign,
            list,
            lead,
            slot,
            identity,
            call,
            leg,
            phase,
            dialledMicros,
            answeredMicros,
            countedMicros,
            late,
            unseen,
            atMicros);
  }

  Attempt to(AttemptPhase next) {
    return with(next, answeredMicros, countedMicros, late, unseen);
  }

  Attempt answered(long atMicros, boolean isUnseen) {
    return with(AttemptPhase.WAITING, atMicros, countedMicros, late, isUnseen);
  }

  /** It counts as a live answer from here; once late, always late. */
  Attempt counted(boolean isLate, long atMicros) {
    return with(
        phase,
        answeredMicros,
        countedMicros == 0 ? atMicros : countedMicros,
        late || isLate,
        unseen);
  }

  /** It turned out not to be a live answer, and therefore not to be late either. */
  Attempt uncounted() {
    return with(phase, answeredMicros, 0, false, unseen);
  }

  private Attempt with(
      AttemptPhase now, long answered, long counted, boolean isLate, boolean isUnseen) {
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
        isLate,
        isUnseen,
        rangMicros);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.LegId;

/**
 * A call that is taken for a machine's, and whose agent is to say whether it is; also its line in a
 * snapshot. It may be over already: agents say so in their wrap-up.
 *
 * @param judgedMicros when the detector spoke, epoch microseconds
 * @param countedMicros when it was counted as a live answer, once it is over; 0 for not
 * @param late whether it was counted as abandoned
 */
record Audit(
    CampaignId campaign,
    CallId call,
    LegId leg,
    long judgedMicros,
    long countedMicros,
    boolean late) {

  Audit over(Attempt attempt) {
    return new Audit(campaign, call, leg, judgedMicros, attempt.countedMicros(), attempt.late());
  }
}

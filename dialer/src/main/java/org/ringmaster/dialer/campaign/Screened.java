// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.PlaybackId;
import org.ringmaster.core.call.ScreeningVerdict;

/**
 * The screening of an attempt that is not over; also its line in a snapshot.
 *
 * @param leg the attempt's
 * @param snoop by which it is listened to
 * @param verdict null as long as there is none
 * @param greetingMillis from the answer to the end of what the person said first; -1 where unknown
 * @param message the playing of the message; null before
 */
record Screened(
    CampaignId campaign,
    LegId leg,
    LegId snoop,
    @Nullable ScreeningVerdict verdict,
    MachineTreatment treatment,
    long greetingMillis,
    @Nullable PlaybackId message) {

  static Screened begun(CampaignFact.ScreeningBegun f) {
    return new Screened(f.campaign(), f.leg(), f.snoop(), null, MachineTreatment.NONE, -1, null);
  }

  Screened judged(CampaignFact.AttemptScreened f) {
    return new Screened(
        campaign, leg, snoop, f.verdict(), f.treatment(), f.greetingMillis(), message);
  }

  Screened telling(PlaybackId playback) {
    return new Screened(campaign, leg, snoop, verdict, treatment, greetingMillis, playback);
  }
}

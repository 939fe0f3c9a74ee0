// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import org.ringmaster.dialer.pacing.Pacing;
import org.ringmaster.dialer.pacing.PacingMoment;

/**
 * What a pacer saw when it decided, in numbers.
 *
 * @param room how many lines more there were
 * @param risk the chance that one more call finds nobody, 0 to 1; -1 where the pacer knows none
 * @param bound the chance that was allowed, 0 to 1; -1 likewise
 */
public record PacingReading(
    int signedIn,
    int idle,
    int waiting,
    int talking,
    int wrapping,
    int ringing,
    int room,
    double risk,
    double bound) {

  static PacingReading of(PacingMoment moment, Pacing pacing) {
    return new PacingReading(
        moment.signedIn(),
        moment.idle(),
        moment.waiting(),
        moment.talking(),
        moment.wrapping(),
        moment.ringing(),
        moment.room(),
        known(pacing.risk()),
        known(pacing.bound()));
  }

  private static double known(double chance) {
    return Double.isNaN(chance) ? -1 : chance;
  }
}

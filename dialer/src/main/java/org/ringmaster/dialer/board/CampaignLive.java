// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.board;

import java.util.List;

/** A campaign's last minutes, as counted up to a moment. Immutable. */
public final class CampaignLive {

  /** One of which nothing is known. */
  static final CampaignLive NONE = new CampaignLive(new ResultCounts().show(), List.of());

  private final ResultCounts.Shown counts;
  private final List<PacingNote> notes;

  CampaignLive(ResultCounts.Shown counts, List<PacingNote> notes) {
    this.counts = counts;
    this.notes = notes;
  }

  /**
   * What came of its attempts in the last minutes, to ten seconds.
   *
   * @param minutes 15 at most
   * @param nowMicros when they end, epoch microseconds
   */
  public CarrierResults last(int minutes, long nowMicros) {
    return counts.last(minutes, nowMicros);
  }

  /** The same since it was first configured, or since boards have remembered it. */
  public CarrierResults all() {
    return counts.all();
  }

  /** How its pacing changed, the last first; some dozen. */
  public List<PacingNote> notes() {
    return notes;
  }
}

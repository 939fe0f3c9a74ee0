// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.util.List;
import org.ringmaster.dialer.list.ListId;

/**
 * A lead that an agent looks at, for whoever shows it.
 *
 * @param dialsAtEnd whether it is dialled when the time runs out
 * @param tried what its earlier attempts came to
 */
public record PreviewRow(Preview preview, boolean dialsAtEnd, List<Tried> tried) {

  /**
   * A lead that was shown to an agent and was not called after all, though they did not skip it.
   *
   * @param why as a part of a sentence
   * @param atMicros when that was decided, epoch microseconds
   */
  public record NotCalled(CampaignId campaign, ListId list, int lead, String why, long atMicros) {}

  /** So many attempts came to an outcome; counted to 15. */
  public record Tried(AttemptOutcome outcome, int times) {}
}

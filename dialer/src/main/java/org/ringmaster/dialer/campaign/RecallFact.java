// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.dialer.list.ListId;

/** What has become true of leads that shall be called again at an agreed time. */
public sealed interface RecallFact extends Fact {

  /** In which list the lead stands. */
  ListId list();

  /** Why a lead is not called again for what was agreed. */
  enum End {
    /** It is being called. */
    DIALLED,
    /** It was not called in time. */
    EXPIRED,
    /** Something forbids to call it. */
    FORBIDDEN,
    /** Something else was agreed. */
    REPLACED,
    /** Somebody took it back. */
    CANCELLED
  }

  /** Somebody has agreed with a lead when to call again. */
  record Agreed(Recall recall, Author author) implements RecallFact {
    @Override
    public ListId list() {
      return recall.list();
    }
  }

  /** The agent who wanted to call was not there: anyone may now. */
  record Opened(CampaignId campaign, ListId list, int lead) implements RecallFact {}

  /**
   * It is due, and something forbids to call it now.
   *
   * @param untilMicros when that is asked again, epoch microseconds
   */
  record PutOff(CampaignId campaign, ListId list, int lead, Gate gate, long untilMicros)
      implements RecallFact {}

  /**
   * It is over.
   *
   * @param gate what forbade it, where something did
   * @param author who took it back, where somebody did
   * @param frees whether the lead may be called as any other from here, and not only when that was
   *     agreed; false in journals of earlier versions
   * @param dueMicros when, as its last attempt and its campaign's recycling say, epoch
   *     microseconds; 0 for at any time
   */
  record Ended(
      CampaignId campaign,
      ListId list,
      int lead,
      End end,
      @Nullable Gate gate,
      @Nullable Author author,
      boolean frees,
      long dueMicros)
      implements RecallFact {}
}

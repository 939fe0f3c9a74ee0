// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.load;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.dialer.list.Leads;

/**
 * The numbers that an import must know of. Not changed while it reads.
 *
 * @param campaign the lists that the campaign dials already
 * @param doNotCall the do-not-call lists that hold for it
 * @param system the lists that other campaigns dial, where their numbers are duplicates too
 * @param dialled numbers that were dialled lately and are to be left out; null: that is not asked
 */
public record KnownNumbers(
    List<Leads> campaign,
    List<Leads> doNotCall,
    List<Leads> system,
    @Nullable DialledNumbers dialled) {

  /** No list is loaded. */
  public static final KnownNumbers NONE = new KnownNumbers(List.of(), List.of());

  /** Nothing of other campaigns. */
  public KnownNumbers(List<Leads> campaign, List<Leads> doNotCall) {
    this(campaign, doNotCall, List.of(), null);
  }

  boolean inCampaign(long number) {
    return has(campaign, number);
  }

  boolean inSystem(long number) {
    return has(system, number);
  }

  boolean mustNotCall(long number) {
    return has(doNotCall, number);
  }

  boolean isCalledRecently(long number) {
    return dialled != null && dialled.has(number);
  }

  private static boolean has(List<Leads> lists, long number) {
    for (Leads leads : lists) {
      if (leads.has(number)) {
        return true;
      }
    }
    return false;
  }
}

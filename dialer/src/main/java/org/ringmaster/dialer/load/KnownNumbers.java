// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.load;

import java.util.List;
import org.ringmaster.dialer.list.Leads;

/**
 * The numbers that an import must know of. Immutable; used by any thread.
 *
 * @param campaign the lists that the campaign dials already
 * @param doNotCall the do-not-call lists that hold for it
 */
public record KnownNumbers(List<Leads> campaign, List<Leads> doNotCall) {

  /** No list is loaded. */
  public static final KnownNumbers NONE = new KnownNumbers(List.of(), List.of());

  boolean inCampaign(long number) {
    return has(campaign, number);
  }

  boolean mustNotCall(long number) {
    return has(doNotCall, number);
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

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.asteriskconf;

import org.jspecify.annotations.Nullable;

/**
 * A number of ours that callers dial.
 *
 * @param number the number or pattern as the trunk sends it
 * @param fallback the fallback queue that takes its calls while Ringmaster is away; null plays
 *     "please call again" and hangs up
 * @param pastRingmaster whether its calls always go to the fallback queue and never to Ringmaster
 */
public record InboundNumber(Extension number, @Nullable ConfName fallback, boolean pastRingmaster) {

  /** A number whose calls go to Ringmaster. */
  public InboundNumber(Extension number, @Nullable ConfName fallback) {
    this(number, fallback, false);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

/**
 * What a campaign's calls have cost, in millionths of the currency.
 *
 * @param today of those that ended on the calendar day that is looked at, in the campaign's zone
 * @param total of all that ended
 * @param reserved kept for its lines now: a minute each, or what it has cost where that is more
 */
public record SpendFigures(long today, long total, long reserved) {

  /** Nothing was spent. */
  public static final SpendFigures NONE = new SpendFigures(0, 0, 0);
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

/**
 * How leads are shown to agents before they are dialled.
 *
 * @param timeMillis how long an agent may look at a lead; 0 for as long as they like
 * @param dialsAtEnd whether the lead is dialled then, rather than skipped; never in mode manual
 * @param skipMillis how long a lead rests that was skipped, or that nobody did anything about
 */
public record PreviewRules(long timeMillis, boolean dialsAtEnd, long skipMillis) {

  /** Half a minute, then it is skipped for an hour. */
  public static final PreviewRules USUAL = new PreviewRules(30_000, false, 3_600_000);
}

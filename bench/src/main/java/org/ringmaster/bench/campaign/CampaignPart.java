// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.campaign;

/** What the bench {@code campaign} measures. */
enum CampaignPart {
  /** A list worked through to its end: what came of each attempt. */
  LIST,
  /** An hour of work, beside simulated hours with the same leads. */
  HOUR
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

/** Why nobody was there in time for somebody who had answered. */
public enum AbandonReason {
  /** They waited in vain, or were sent away. */
  NO_AGENT,
  /** They answered just as we took their call back. */
  TAKEN_BACK,
  /** They answered while the node was out of our sight, and were gone before it was back. */
  UNSEEN
}

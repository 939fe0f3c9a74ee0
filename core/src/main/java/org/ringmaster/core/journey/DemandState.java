// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journey;

/** Where a customer's need stands. */
public enum DemandState {
  /** Nobody has dealt with it. */
  OPEN,
  /** Somebody deals with it, or has and it is not known whether it is settled. */
  PENDING,
  /** It is settled. */
  RESOLVED
}

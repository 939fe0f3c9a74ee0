// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.routing;

/**
 * From a wait on, only agents with penalties within a range may answer: a rule of queuerules.conf.
 *
 * @param highest the highest penalty allowed; negative for no limit
 * @param lowest the lowest penalty allowed
 */
public record PenaltyStep(long afterMillis, int highest, int lowest) {
  /** No limit. */
  public static final PenaltyStep NONE = new PenaltyStep(0, -1, 0);

  /** Whether an agent with this penalty may answer. */
  public boolean allows(int penalty) {
    return (highest < 0 || penalty <= highest) && penalty >= lowest;
  }
}

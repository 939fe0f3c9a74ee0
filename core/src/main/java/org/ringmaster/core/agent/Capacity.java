// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.agent;

import org.ringmaster.core.medium.Medium;

/**
 * How many contacts over a medium an agent may have in hand at once.
 *
 * @param most 0: none over this medium
 */
public record Capacity(Medium medium, int most) {

  /** By voice nobody can talk with two: a telephone carries one call. */
  public static final int MOST_BY_VOICE = 1;
}

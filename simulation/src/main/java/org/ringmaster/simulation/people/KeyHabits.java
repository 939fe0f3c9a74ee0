// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.people;

import org.ringmaster.simulation.draw.Distribution;

/**
 * Which keys people press who have answered and hear nobody; times in seconds.
 *
 * @param keys of which each is as likely
 * @param share how many press one, from 0 to 1
 * @param after how long after they answered
 */
public record KeyHabits(String keys, double share, Distribution after) {

  /** Nobody presses any. */
  public static final KeyHabits NONE = new KeyHabits("", 0, new Distribution.Constant(0));
}

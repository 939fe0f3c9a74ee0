// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.supervision;

import java.util.List;
import org.ringmaster.core.call.Prompt;

/**
 * How supervision is done here.
 *
 * @param told what the agent hears when somebody begins to hear their talk; empty for nothing
 * @param ringMillis how long a supervisor's telephone is rung
 * @param most how many supervisors may be at one talk
 */
public record SupervisionPolicy(List<Prompt> told, long ringMillis, int most) {

  /** Where the configuration says nothing. */
  public static final SupervisionPolicy PRESET = new SupervisionPolicy(List.of(), 20_000, 3);

  /** Copies the list. */
  public SupervisionPolicy {
    told = List.copyOf(told);
  }
}

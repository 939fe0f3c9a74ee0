// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.forecast;

import org.ringmaster.dialer.campaign.AttemptOutcome;
import org.ringmaster.simulation.draw.Distribution;

/**
 * What is taken for answering machines and given up, also where an agent has it already: it costs
 * them the time until the verdict, and no wrap-up.
 *
 * @param share of those who answer, 0 to 1; none where a campaign leaves machines to agents
 * @param verdict from the answer until they are known for it, seconds
 * @param outcome of one that is given up: MACHINE, or MESSAGE_LEFT
 * @param after for how long they keep their line then, seconds: a message takes its time
 */
public record Machines(
    double share, Distribution verdict, AttemptOutcome outcome, Distribution after) {

  /** Nothing is given up: each costs what a person does. */
  public static final Machines NONE =
      new Machines(
          0, new Distribution.Constant(0), AttemptOutcome.MACHINE, new Distribution.Constant(0));
}

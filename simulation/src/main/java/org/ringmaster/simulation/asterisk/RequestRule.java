// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.asterisk;

import org.ringmaster.core.call.CallCommand;

/** Decides which commands an Asterisk refuses without a good reason. */
@FunctionalInterface
public interface RequestRule {

  /** All are carried out. */
  RequestRule OBEYS = command -> 0;

  /** The status with which it refuses the command, 0 to carry it out. */
  int refusal(CallCommand command);
}

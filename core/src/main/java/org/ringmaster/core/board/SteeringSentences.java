// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import org.ringmaster.core.steering.SteeringFact;
import org.ringmaster.core.steering.SteeringWords;

/** What supervisors did with a call, in sentences. Pure functions. */
final class SteeringSentences {

  private SteeringSentences() {}

  static String of(SteeringFact fact) {
    String who = fact.author() == null ? "The platform" : "Supervisor " + fact.author();
    return who + " " + SteeringWords.of(fact) + ".";
  }
}

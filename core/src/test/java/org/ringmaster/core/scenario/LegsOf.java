// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import java.util.List;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.Turn;

/** The legs that ended in a turn. */
final class LegsOf {
  private LegsOf() {}

  static List<LegId> facts(Turn turn) {
    return turn.facts.stream()
        .filter(recorded -> recorded.fact() instanceof CallFact.LegEnded)
        .map(recorded -> ((CallFact.LegEnded) recorded.fact()).leg())
        .toList();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.pacing;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.ringmaster.bench.measure.Spread;
import org.ringmaster.simulation.outbound.OutboundResult;

/** What one contestant did in a cell, round by round. */
record Entry(List<OutboundResult> rounds) {

  Spread utilisation() {
    return spread(OutboundResult::utilisationPercent);
  }

  Spread abandoned() {
    return spread(OutboundResult::abandonedPercent);
  }

  Spread idleSeconds() {
    return spread(OutboundResult::idleSecondsPerConnect);
  }

  private Spread spread(ToDoubleFunction<OutboundResult> figure) {
    return new Spread(rounds.stream().mapToDouble(figure).toArray());
  }
}

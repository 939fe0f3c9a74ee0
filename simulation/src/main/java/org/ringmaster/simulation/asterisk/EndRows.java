// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.asterisk;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;

/**
 * The rows of the channel event log (CEL) that tell how legs ended; the second witness reads them.
 */
final class EndRows {

  private static final int KEPT = 50_000;

  /**
   * How and when a leg ended, epoch microseconds.
   *
   * @param upMicros when it was answered; 0 where it was not
   */
  record End(HangupCause cause, long upMicros, long atMicros) {}

  private final Map<LegId, End> rows =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<LegId, End> eldest) {
          return size() > KEPT;
        }
      };

  void add(SimulatedLeg leg, HangupCause cause, long atMicros) {
    rows.put(leg.id, new End(cause, leg.upMicros, atMicros));
  }

  @Nullable End of(LegId leg) {
    return rows.get(leg);
  }
}

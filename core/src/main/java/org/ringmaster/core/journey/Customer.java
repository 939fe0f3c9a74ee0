// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journey;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.OwnEntity;

/**
 * A customer as they stand now.
 *
 * @param journey the journey they are on
 * @param demand what they need on it
 * @param touchedAtMicros their last contact, epoch microseconds
 */
public record Customer(
    CustomerId id,
    boolean known,
    @Nullable JourneyId journey,
    @Nullable DemandId demand,
    DemandState demandState,
    long touchedAtMicros)
    implements OwnEntity {

  Customer touched(long atMicros) {
    return new Customer(id, known, journey, demand, demandState, atMicros);
  }

  Customer on(@Nullable JourneyId next) {
    return new Customer(id, known, next, null, DemandState.OPEN, touchedAtMicros);
  }

  Customer needing(@Nullable DemandId next, DemandState state) {
    return new Customer(id, known, journey, next, state, touchedAtMicros);
  }

  Customer linked() {
    return new Customer(id, true, journey, demand, demandState, touchedAtMicros);
  }
}

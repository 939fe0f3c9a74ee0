// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journey;

import org.ringmaster.core.call.CallId;

/**
 * A contact by voice that is going on.
 *
 * @param end how it will have come out if it ends now
 */
public record Touchpoint(
    TouchpointId id,
    CallId call,
    JourneyId journey,
    CustomerId customer,
    DemandId demand,
    TouchpointEnd end) {

  Touchpoint ending(TouchpointEnd how) {
    return new Touchpoint(id, call, journey, customer, demand, how);
  }
}

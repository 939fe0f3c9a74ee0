// SPDX-License-Identifier: Apache-2.0
/** Outages in the lab: calls and books must come through. */
@org.jspecify.annotations.NullMarked
package org.ringmaster.bench.outage;

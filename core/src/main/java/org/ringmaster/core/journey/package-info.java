// SPDX-License-Identifier: Apache-2.0
/**
 * Owns customers and what they want of us over all media: journeys, touchpoints, demands, handoffs.
 * Never rings anybody: it watches calls and queues and keeps the thread between them.
 */
@NullMarked
package org.ringmaster.core.journey;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journey;

import org.ringmaster.core.kernel.OwnEntity;

/**
 * A customer at rest, of whom only the id is kept, so that they are the same when they come back.
 *
 * @param restedAtMicros since when, epoch microseconds
 */
public record Remembered(CustomerId customer, long restedAtMicros) implements OwnEntity {}

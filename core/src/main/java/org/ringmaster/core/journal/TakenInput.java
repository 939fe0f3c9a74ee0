// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.kernel.RequestId;

/**
 * An input as the kernel took it.
 *
 * @param inputSequence its number; counted again by the next run from the last one that led to a
 *     fact
 * @param takenAtMicros when the kernel took it, epoch microseconds
 * @param occurredAtMicros when the outside says that it happened, epoch microseconds
 * @param aheadMicros how far the platform's clock was ahead of the machine's; 0 in recordings that
 *     do not tell
 * @param request the request it carried, null when nobody waited for an answer
 * @param input the input
 */
public record TakenInput(
    long inputSequence,
    long takenAtMicros,
    long occurredAtMicros,
    long aheadMicros,
    @Nullable RequestId request,
    Input input) {}

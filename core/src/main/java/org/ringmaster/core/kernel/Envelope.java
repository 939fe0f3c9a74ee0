// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.kernel;

/**
 * What every fact carries besides itself.
 *
 * @param sequence dense, counted from 1 over the life of the journal
 * @param inputSequence the input it came from
 * @param recordedAtMicros when the kernel took that input, epoch microseconds; never goes back
 * @param occurredAtMicros when the outside says that it happened, epoch microseconds
 */
public record Envelope(
    long sequence, long inputSequence, long recordedAtMicros, long occurredAtMicros) {}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

/**
 * When a node ends the recording of one party by itself. A tone tells the party that it began.
 *
 * @param maxSeconds how long it may be
 * @param silenceSeconds how long a silence ends it; 0: none does
 * @param endKey the key that ends it: one of {@code # *}
 */
public record RecordingLimits(int maxSeconds, int silenceSeconds, String endKey) {}

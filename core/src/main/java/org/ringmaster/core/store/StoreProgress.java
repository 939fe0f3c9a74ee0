// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import org.jspecify.annotations.Nullable;

/**
 * How the store keeps up, at one moment.
 *
 * @param connected whether the writer has a connection
 * @param lastAppliedSequence sequence of the last fact that is in the store
 * @param lagFacts how many durable facts are not in the store yet
 * @param batches written since the start
 * @param lastBatchFacts how many facts the last batch had
 * @param lastBatchMicros how long it took until it was durable
 * @param failure why nothing is being written now; null while all is well
 */
public record StoreProgress(
    boolean connected,
    long lastAppliedSequence,
    long lagFacts,
    long batches,
    int lastBatchFacts,
    long lastBatchMicros,
    @Nullable String failure) {}

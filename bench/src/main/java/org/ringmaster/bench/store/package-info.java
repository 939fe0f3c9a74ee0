// SPDX-License-Identifier: Apache-2.0
/**
 * Owns the measurement of the journey store: a busy day's facts brought into one PostgreSQL by us,
 * by row-by-row and batched inserts, and by a bare COPY. Never measures a server that does not wait
 * for its disk.
 */
@NullMarked
package org.ringmaster.bench.store;

import org.jspecify.annotations.NullMarked;

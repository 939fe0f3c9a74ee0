// SPDX-License-Identifier: Apache-2.0
/**
 * Owns the bench {@code pacing}: our pacer beside the published ones and beside the best that is
 * possible, on a virtual clock. Knows no kernel and no Asterisk.
 */
@NullMarked
package org.ringmaster.bench.pacing;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/**
 * Owns the measurements of the way between Ringmaster and Asterisk, beside ari4java and beside a
 * raw socket, on a real Asterisk of the lab. It never changes what it measures.
 */
@NullMarked
package org.ringmaster.bench.ari;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/**
 * Owns what must hold after every turn, whatever happened: one class for each sentence. It never
 * changes what it looks at, and knows the core only.
 */
@NullMarked
package org.ringmaster.bench.invariant;

import org.jspecify.annotations.NullMarked;

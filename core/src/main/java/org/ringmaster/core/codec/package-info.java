// SPDX-License-Identifier: Apache-2.0
/**
 * Owns how records become bytes and come back: stable short names, numbered fields, the schema that
 * may only grow, and the hash over what is not personal. Never knows what a record means, never
 * holds state between two calls, never does I/O.
 */
@NullMarked
package org.ringmaster.core.codec;

import org.jspecify.annotations.NullMarked;

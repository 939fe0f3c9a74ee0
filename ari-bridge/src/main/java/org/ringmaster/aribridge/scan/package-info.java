// SPDX-License-Identifier: Apache-2.0
/**
 * Owns the reading of ARI's JSON messages as a stream of bytes into flat, reusable objects. It
 * never binds data to objects, never throws on bad input and never decides anything.
 */
@NullMarked
package org.ringmaster.aribridge.scan;

import org.jspecify.annotations.NullMarked;

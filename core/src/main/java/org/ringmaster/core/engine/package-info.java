// SPDX-License-Identifier: Apache-2.0
/**
 * Owns the threads: the ring, its stages, the timer, start and recovery. Never decides anything
 * about calls.
 */
@NullMarked
package org.ringmaster.core.engine;

import org.jspecify.annotations.NullMarked;

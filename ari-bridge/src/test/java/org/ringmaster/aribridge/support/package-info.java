// SPDX-License-Identifier: Apache-2.0
/**
 * Owns the simulated ARI server and the waiting for conditions that this module's tests share. It
 * never judges anything itself.
 */
@NullMarked
package org.ringmaster.aribridge.support;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/**
 * Owns the names of the media over which people reach us. Never knows what is said over them, or by
 * whom.
 */
@NullMarked
package org.ringmaster.core.medium;

import org.jspecify.annotations.NullMarked;

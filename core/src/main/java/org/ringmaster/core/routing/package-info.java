// SPDX-License-Identifier: Apache-2.0
/**
 * Owns the rules by which a caller and an agent find each other: the strategies by their names,
 * skills and penalties with their relaxation over the wait, and the score that weighs one caller
 * against another. Never keeps state, never asks for the time, never rings anybody.
 */
@NullMarked
package org.ringmaster.core.routing;

import org.jspecify.annotations.NullMarked;

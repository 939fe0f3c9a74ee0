// SPDX-License-Identifier: Apache-2.0
/**
 * Owns the ways in which a process, its disk and its database die, and the judge who then compares
 * what is left with what others knew. It never mends anything, and nothing of it runs in the
 * platform.
 */
@NullMarked
package org.ringmaster.bench.fault;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/**
 * Measures the platform without a telephone world: what the ring, the kernel and the journal take,
 * and how soon people see it. Never decides anything that the platform does not decide itself.
 */
@NullMarked
package org.ringmaster.bench.kernel;

import org.jspecify.annotations.NullMarked;

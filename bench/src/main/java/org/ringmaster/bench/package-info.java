// SPDX-License-Identifier: Apache-2.0
/** Owns the command line of measurements and of the demo. It never measures anything itself. */
@NullMarked
package org.ringmaster.bench;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/** Tests of the rehearsal. */
@NullMarked
package org.ringmaster.bench.rehearsal;

import org.jspecify.annotations.NullMarked;

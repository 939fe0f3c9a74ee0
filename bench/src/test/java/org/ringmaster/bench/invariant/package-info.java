// SPDX-License-Identifier: Apache-2.0
/** Tests of the invariants: each is shown a stream that breaks it. */
@org.jspecify.annotations.NullMarked
package org.ringmaster.bench.invariant;

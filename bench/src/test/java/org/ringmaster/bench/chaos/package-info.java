// SPDX-License-Identifier: Apache-2.0
/** Tests of chaos: that it breaks nothing, and that it finds what is broken. */
@org.jspecify.annotations.NullMarked
package org.ringmaster.bench.chaos;

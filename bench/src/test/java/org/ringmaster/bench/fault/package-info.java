// SPDX-License-Identifier: Apache-2.0
/** Tests of the package of the same name: that the judge sees what is broken, and only that. */
@org.jspecify.annotations.NullMarked
package org.ringmaster.bench.fault;

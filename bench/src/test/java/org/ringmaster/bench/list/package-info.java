// SPDX-License-Identifier: Apache-2.0
/** Tests of the package of the same name. They never judge what was measured. */
@org.jspecify.annotations.NullMarked
package org.ringmaster.bench.list;

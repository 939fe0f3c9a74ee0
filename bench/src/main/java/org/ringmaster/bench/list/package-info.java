// SPDX-License-Identifier: Apache-2.0
/** Owns the bench of lists: a file of leads read, beside a plain COPY of the same rows. */
@NullMarked
package org.ringmaster.bench.list;

import org.jspecify.annotations.NullMarked;

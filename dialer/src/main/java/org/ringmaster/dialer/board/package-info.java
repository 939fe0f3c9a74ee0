// SPDX-License-Identifier: Apache-2.0
/** Owns the live readings of outbound work: folds of facts, nothing else. */
@NullMarked
package org.ringmaster.dialer.board;

import org.jspecify.annotations.NullMarked;

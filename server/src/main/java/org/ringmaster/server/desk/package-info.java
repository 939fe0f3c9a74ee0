// SPDX-License-Identifier: Apache-2.0
/**
 * Owns the live side of agents' pages: what each is shown, whether each is still there, and where
 * callers have been before. Never decides: a page that is gone is told to the kernel as an input.
 */
@NullMarked
package org.ringmaster.server.desk;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/**
 * Owns imports of lists as they run: what was sent, how far it is, what came of it. Never reads a
 * row itself, and never loads a list: that is asked of the kernel.
 */
@NullMarked
package org.ringmaster.server.list;

import org.jspecify.annotations.NullMarked;

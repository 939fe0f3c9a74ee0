// SPDX-License-Identifier: Apache-2.0
/**
 * Owns what becomes of files that nodes have recorded, whatever is in them: that they are fetched,
 * how long they are kept, who used them. Never decides what is recorded, and never touches a file:
 * that is the server's.
 */
@NullMarked
package org.ringmaster.core.file;

import org.jspecify.annotations.NullMarked;

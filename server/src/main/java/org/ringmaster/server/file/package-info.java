// SPDX-License-Identifier: Apache-2.0
/**
 * Owns the files that nodes have recorded, as they lie on our disk: fetched, hashed, kept and
 * deleted. Never decides what is recorded or who may listen.
 */
@NullMarked
package org.ringmaster.server.file;

import org.jspecify.annotations.NullMarked;

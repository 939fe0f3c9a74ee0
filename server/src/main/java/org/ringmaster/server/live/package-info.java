// SPDX-License-Identifier: Apache-2.0
/**
 * Owns the live pages' stream: a snapshot of the boards, then numbered changes, the same bytes for
 * all who look. Never keeps a queue of frames for a slow viewer, and never makes a board wait.
 */
@NullMarked
package org.ringmaster.server.live;

import org.jspecify.annotations.NullMarked;

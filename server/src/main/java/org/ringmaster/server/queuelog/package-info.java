// SPDX-License-Identifier: Apache-2.0
/**
 * Owns {@code queue_log} as app_queue of Asterisk writes it, as a file and as a table, for the
 * programs that read it. Never decides anything, and is never on a call's way: it follows the
 * journal.
 */
@NullMarked
package org.ringmaster.server.queuelog;

import org.jspecify.annotations.NullMarked;

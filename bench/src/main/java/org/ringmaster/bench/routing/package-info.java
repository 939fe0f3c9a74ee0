// SPDX-License-Identifier: Apache-2.0
/**
 * Owns the measurement of the way from a free agent to the next caller, beside app_queue on the
 * same Asterisk. Never takes a time from either queue's own books: Asterisk's channel event log is
 * the clock of both.
 */
@NullMarked
package org.ringmaster.bench.routing;

import org.jspecify.annotations.NullMarked;

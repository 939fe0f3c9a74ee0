// SPDX-License-Identifier: Apache-2.0
/**
 * Owns Asterisk's channel event log as the second witness of every leg: its rows, the legs they
 * tell of, and the ends that nobody else saw. It never takes part in a call.
 */
@NullMarked
package org.ringmaster.aribridge.cel;

import org.jspecify.annotations.NullMarked;

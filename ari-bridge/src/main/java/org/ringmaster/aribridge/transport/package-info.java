// SPDX-License-Identifier: Apache-2.0
/**
 * Owns the sockets to an Asterisk: REST over the event WebSocket, pipelined HTTP for older ones,
 * time-outs, back-off and the fence. It never reads what a message means and never blocks.
 */
@NullMarked
package org.ringmaster.aribridge.transport;

import org.jspecify.annotations.NullMarked;

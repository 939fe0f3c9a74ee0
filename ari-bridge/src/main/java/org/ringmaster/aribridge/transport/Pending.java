// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.transport;

/** A request between its asking and its answer. Owned by the node's event loop. */
final class Pending {
  final AriRequest request;
  final AriReply reply;
  final long askedNanos;
  final long deadlineNanos;
  long id;
  boolean done;

  Pending(AriRequest request, AriReply reply, long nowNanos) {
    this.request = request;
    this.reply = reply;
    askedNanos = nowNanos;
    deadlineNanos = nowNanos + request.timeoutMillis() * 1_000_000L;
  }
}

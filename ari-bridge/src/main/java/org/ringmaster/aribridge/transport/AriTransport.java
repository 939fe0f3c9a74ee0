// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.transport;

/**
 * A way to ask things of one Asterisk. Requests are carried out in the order in which they were
 * asked, one after the other; a bounded number is under way, the rest wait in a bounded queue.
 * Methods may be called by any thread and never block.
 */
public interface AriTransport extends AutoCloseable {
  /**
   * Asks. While there is no connection the request waits, at most for its time-out. The reply is
   * always called, exactly once.
   */
  void send(AriRequest request, AriReply reply);

  /** Asks before everything that waits, but after earlier ones asked this way. */
  void sendFirst(AriRequest request, AriReply reply);

  /** Whether requests can leave now. */
  boolean isUp();

  /** How many requests have left and are not answered yet. */
  int outstanding();

  /** How many requests wait to leave. */
  int waiting();

  /** Sends nothing more, ever: whatever waits or is asked later is answered with FENCED. */
  void fence();

  /** Closes the connection for good; whatever waits is answered with FENCED. */
  @Override
  void close();
}

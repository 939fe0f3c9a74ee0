// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.transport;

/**
 * Waits and limits of the sockets.
 *
 * @param connectMillis how long a connection and its handshake may take each
 * @param pingMillis after so long without a word from Asterisk we ping it
 * @param deadMillis after so long without a word the connection is given up; Asterisk answers pings
 *     from the thread that carries out requests, so this must be longer than a slow request
 * @param maxEventBytes larger events are dropped and counted
 * @param maxFrameBytes larger frames (a list of all channels is one) end the connection
 */
public record SocketTiming(
    int connectMillis, int pingMillis, int deadMillis, int maxEventBytes, int maxFrameBytes) {
  /** What a local network wants. */
  public static final SocketTiming DEFAULT =
      new SocketTiming(2_000, 1_000, 6_000, 256 * 1024, 32 * 1024 * 1024);
}

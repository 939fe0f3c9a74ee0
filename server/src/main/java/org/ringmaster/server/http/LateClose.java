// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.socket.DuplexChannel;
import java.util.concurrent.TimeUnit;

/**
 * Ends a connection whose other end still sends what it was told is too much. A socket that is
 * closed with bytes unread is reset, and the answer is lost with it: so only our half is closed,
 * and the rest a little later (RFC 9112, 9.6).
 */
final class LateClose {
  private static final long LATER_MILLIS = 1_000;

  /** To be added to the last answer. */
  static final ChannelFutureListener OF_WHOM_SENDS_ON =
      sent -> {
        Channel channel = sent.channel();
        if (sent.isSuccess() && channel instanceof DuplexChannel duplex) {
          duplex.shutdownOutput();
          channel.eventLoop().schedule(() -> channel.close(), LATER_MILLIS, TimeUnit.MILLISECONDS);
        } else {
          channel.close();
        }
      };

  private LateClose() {}
}

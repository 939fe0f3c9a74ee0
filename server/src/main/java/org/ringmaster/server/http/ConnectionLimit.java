// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.atomic.AtomicInteger;

/** Closes connections beyond the limit at once. Shared by all connections. */
@Sharable
final class ConnectionLimit extends ChannelInboundHandlerAdapter {

  private final int most;
  private final AtomicInteger open = new AtomicInteger();

  ConnectionLimit(int most) {
    this.most = most;
  }

  int open() {
    return open.get();
  }

  @Override
  public void channelActive(ChannelHandlerContext connection) {
    boolean tooMany = open.incrementAndGet() > most;
    connection.channel().closeFuture().addListener(closed -> open.decrementAndGet());
    if (tooMany) {
      connection.close();
    } else {
      connection.fireChannelActive();
    }
  }
}

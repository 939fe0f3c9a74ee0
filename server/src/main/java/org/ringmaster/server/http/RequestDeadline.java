// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose request does not become whole in time, however steadily it drips, and
 * one that asks nothing for long. One per connection, on its event loop.
 */
final class RequestDeadline extends ChannelInboundHandlerAdapter {

  private final long requestMillis;
  private final long idleMillis;
  private boolean idle;
  private @Nullable Future<?> close;

  RequestDeadline(long requestMillis, long idleMillis) {
    this.requestMillis = requestMillis;
    this.idleMillis = idleMillis;
  }

  @Override
  public void channelActive(ChannelHandlerContext connection) {
    closeAfter(connection, requestMillis);
    connection.fireChannelActive();
  }

  @Override
  public void channelRead(ChannelHandlerContext connection, Object bytes) {
    if (idle) {
      idle = false;
      closeAfter(connection, requestMillis);
    }
    connection.fireChannelRead(bytes);
  }

  @Override
  public void channelInactive(ChannelHandlerContext connection) {
    cancel();
    connection.fireChannelInactive();
  }

  /** More of a long body has come: the time begins anew. */
  void goesOn(ChannelHandlerContext connection) {
    closeAfter(connection, requestMillis);
  }

  /** The request is whole: answering takes its time. */
  void received() {
    cancel();
  }

  /** The request is answered: another may come. */
  void answered(ChannelHandlerContext connection) {
    idle = true;
    closeAfter(connection, idleMillis);
  }

  private void closeAfter(ChannelHandlerContext connection, long millis) {
    cancel();
    close = connection.executor().schedule(() -> connection.close(), millis, TimeUnit.MILLISECONDS);
  }

  private void cancel() {
    if (close != null) {
      close.cancel(false);
      close = null;
    }
  }
}

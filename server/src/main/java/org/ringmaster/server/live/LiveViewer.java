// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.live;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import org.jspecify.annotations.Nullable;

/** One who looks. Owned by the live thread, but for the connection itself. */
final class LiveViewer {

  /** Below the WebSocket encoder: what is written here goes out as it is. */
  private final ChannelHandlerContext wire;

  private final @Nullable String session;
  private boolean behind;
  private long snapshotAtMillis;

  /**
   * A viewer.
   *
   * @param session the token of the session; null for the command line
   */
  LiveViewer(ChannelHandlerContext wire, @Nullable String session) {
    this.wire = wire;
    this.session = session;
  }

  @Nullable String session() {
    return session;
  }

  /** Sends a frame, unless the viewer has not even taken the ones before. Whether it was sent. */
  boolean send(ByteBuf frame) {
    if (behind || !wire.channel().isWritable()) {
      behind = true;
      return false;
    }
    wire.writeAndFlush(frame.retainedDuplicate(), wire.voidPromise());
    return true;
  }

  /** Whether frames were left out, so that only a snapshot helps. */
  boolean isBehind() {
    return behind;
  }

  void sendSnapshot(ByteBuf frame, long nowMillis) {
    behind = false;
    snapshotAtMillis = nowMillis;
    send(frame);
  }

  long snapshotAtMillis() {
    return snapshotAtMillis;
  }

  void close() {
    wire.close();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.live;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import java.util.function.BooleanSupplier;

/** One who looks. Owned by the live thread, but for the connection itself. */
final class LiveViewer {

  /** Below the WebSocket encoder: what is written here goes out as it is. */
  private final ChannelHandlerContext wire;

  private final BooleanSupplier over;
  private boolean behind;
  private long snapshotAtMillis;

  /**
   * A viewer.
   *
   * @param over whether whoever looks may look no longer
   */
  LiveViewer(ChannelHandlerContext wire, BooleanSupplier over) {
    this.wire = wire;
    this.over = over;
  }

  /** Whether they may look no longer. */
  boolean isOver() {
    return over.getAsBoolean();
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

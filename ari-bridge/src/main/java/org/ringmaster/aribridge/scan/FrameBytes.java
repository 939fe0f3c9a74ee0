// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.scan;

import io.netty.buffer.ByteBuf;

/**
 * A frame's bytes as an array: the frame's own where it has one, else a copy in memory that is used
 * again for the next. Not thread-safe.
 */
public final class FrameBytes {
  private static final int KEPT_BYTES = 64 * 1024;

  private byte[] own = new byte[8 * 1024];
  private byte[] bytes = own;
  private int from;
  private int to;

  /** Takes the readable bytes of a frame, which must stay untouched while they are read here. */
  public void take(ByteBuf frame) {
    int length = frame.readableBytes();
    if (frame.hasArray()) {
      bytes = frame.array();
      from = frame.arrayOffset() + frame.readerIndex();
    } else {
      bytes = room(length);
      frame.getBytes(frame.readerIndex(), bytes, 0, length);
      from = 0;
    }
    to = from + length;
  }

  private byte[] room(int length) {
    if (length <= own.length) {
      return own;
    }
    byte[] larger = new byte[length];
    if (length <= KEPT_BYTES) {
      own = larger;
    }
    return larger;
  }

  public byte[] bytes() {
    return bytes;
  }

  public int from() {
    return from;
  }

  public int to() {
    return to;
  }
}

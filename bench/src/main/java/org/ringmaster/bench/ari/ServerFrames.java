// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts what a WebSocket server sends into frames, in place and without looking into them. Each
 * frame knows when the last of its bytes was read. Not thread-safe.
 */
final class ServerFrames {
  private static final int SHORT = 126;
  private static final int LONG = 127;
  private static final int SHORT_HEAD = 4;
  private static final int LONG_HEAD = 10;

  private byte[] bytes = new byte[256 * 1024];
  private int from;
  private int to;
  private long readNanos;
  private int opcode;
  private int start;
  private int length;

  /** Reads what there is, at least a byte. */
  void read(ReadableByteChannel channel) throws IOException {
    room(bytes.length / 4);
    int count = channel.read(ByteBuffer.wrap(bytes, to, bytes.length - to));
    readNanos = System.nanoTime();
    if (count < 0) {
      throw new EOFException("Asterisk has closed the socket");
    }
    to += count;
  }

  /** Takes bytes that were read elsewhere, just now. */
  void take(ByteBuffer source, long nanos) {
    room(source.remaining());
    int count = source.remaining();
    source.get(bytes, to, count);
    to += count;
    readNanos = nanos;
  }

  private void room(int wanted) {
    if (from == to) {
      from = 0;
      to = 0;
    }
    if (bytes.length - to >= wanted) {
      return;
    }
    byte[] target = to - from + wanted > bytes.length / 2 ? new byte[bytes.length * 2] : bytes;
    System.arraycopy(bytes, from, target, 0, to - from);
    bytes = target;
    to -= from;
    from = 0;
  }

  /** Steps over the answer to the handshake; false while it is not whole. */
  boolean skipHandshake() {
    for (int i = from; i + 3 < to; i++) {
      if (bytes[i] == '\r'
          && bytes[i + 1] == '\n'
          && bytes[i + 2] == '\r'
          && bytes[i + 3] == '\n') {
        from = i + 4;
        return true;
      }
    }
    return false;
  }

  /** Moves to the next whole frame among the bytes that are there. */
  boolean next() {
    int there = to - from;
    if (there < 2) {
      return false;
    }
    int size = bytes[from + 1] & 0x7f;
    int head = size == LONG ? LONG_HEAD : size == SHORT ? SHORT_HEAD : 2;
    if (there < head) {
      return false;
    }
    long payload = size;
    if (size >= SHORT) {
      payload = 0;
      for (int i = 2; i < head; i++) {
        payload = payload << 8 | bytes[from + i] & 0xff;
      }
    }
    if (there - head < payload) {
      return false;
    }
    opcode = bytes[from] & 0x0f;
    start = from + head;
    length = (int) payload;
    from = start + length;
    return true;
  }

  boolean isText() {
    return opcode == 1;
  }

  boolean isPing() {
    return opcode == 9;
  }

  /** When the last bytes were read, by {@link System#nanoTime()}. */
  long readNanos() {
    return readNanos;
  }

  boolean startsWith(byte[] ascii) {
    return length >= ascii.length
        && Arrays.equals(bytes, start, start + ascii.length, ascii, 0, ascii.length);
  }

  /** What stands between a text and the next double quote; empty if it is nowhere. */
  String after(byte[] ascii) {
    int at = indexOf(ascii);
    if (at < 0) {
      return "";
    }
    int end = at + ascii.length;
    int stop = end;
    while (stop < start + length && bytes[stop] != '"') {
      stop++;
    }
    return new String(bytes, end, stop - end, StandardCharsets.UTF_8);
  }

  boolean contains(byte[] ascii) {
    return indexOf(ascii) >= 0;
  }

  private int indexOf(byte[] ascii) {
    for (int i = start; i <= start + length - ascii.length; i++) {
      if (bytes[i] == ascii[0]
          && Arrays.equals(bytes, i, i + ascii.length, ascii, 0, ascii.length)) {
        return i;
      }
    }
    return -1;
  }

  /** The frame's text as a buffer that is valid until the next read. */
  ByteBuffer payload() {
    return ByteBuffer.wrap(bytes, start, length);
  }

  String text() {
    return new String(bytes, start, length, StandardCharsets.UTF_8);
  }
}

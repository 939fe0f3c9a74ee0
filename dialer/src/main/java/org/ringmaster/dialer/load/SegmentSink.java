// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.load;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Bytes on their way into a file, hashed as they go. For one thread. */
final class SegmentSink extends OutputStream {

  private static final int BUFFER_BYTES = 1 << 16;

  private final FileChannel file;
  private final MessageDigest digest = sha256();
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
  private long written;

  SegmentSink(Path path) throws IOException {
    file = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** How many bytes went in. */
  long position() {
    return written + buffer.position();
  }

  @Override
  public void write(int b) throws IOException {
    room(1).put((byte) b);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int at = offset;
    int left = length;
    while (left > 0) {
      int part = Math.min(left, room(1).remaining());
      buffer.put(bytes, at, part);
      at += part;
      left -= part;
    }
  }

  void writeShort(int value) throws IOException {
    room(Short.BYTES).putShort((short) value);
  }

  void writeInt(int value) throws IOException {
    room(Integer.BYTES).putInt(value);
  }

  void writeLong(long value) throws IOException {
    room(Long.BYTES).putLong(value);
  }

  private ByteBuffer room(int bytes) throws IOException {
    if (buffer.remaining() < bytes) {
      drain();
    }
    return buffer;
  }

  private void drain() throws IOException {
    buffer.flip();
    digest.update(buffer.duplicate());
    written += buffer.remaining();
    while (buffer.hasRemaining()) {
      file.write(buffer);
    }
    buffer.clear();
  }

  @Override
  public void flush() throws IOException {
    drain();
  }

  /** Has all of it on the disk and tells its hash, hexadecimal. */
  String synced() throws IOException {
    drain();
    file.force(true);
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}

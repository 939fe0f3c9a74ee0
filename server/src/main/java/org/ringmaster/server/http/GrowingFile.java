// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.stream.ChunkedInput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A file that is sent while it is still being written: whoever takes it slowly keeps no reader of
 * the store waiting. It has no name on the disk, so that nothing of it stays behind, and leaves the
 * journal its room. Written by one thread, read by the event loop of its connection.
 */
final class GrowingFile implements ChunkedInput<ByteBuf> {

  /**
   * Begins the last line of what is not whole, where a sentence follows that says why. What is sent
   * in pieces that break off cannot be taken for whole; this is for whoever reads it all the same.
   */
  static final String NOT_WHOLE = "NOT WHOLE: ";

  private static final int PIECE = 16_384;
  private static final int WRITTEN_AT_ONCE = 65_536;

  /** After so much it is looked whether the disk has room for more. */
  private static final long LOOKED_AFTER = 16L << 20;

  private enum End {
    WHOLE,
    BROKEN
  }

  /** What was being written has broken off. */
  private static final class BrokenOff extends IOException {
    private static final long serialVersionUID = 1;

    BrokenOff() {
      super("what was being written has broken off");
    }
  }

  private final Spools spools;
  private final FileChannel file;
  private final Runnable more;

  /** Whether somebody waits for more. */
  private final AtomicBoolean isWanted = new AtomicBoolean(true);

  private volatile long written;
  private volatile @Nullable End end;
  private long read;

  /**
   * An empty file.
   *
   * @param spools where there is room for it
   * @param more told when there is more to read, or no more will come; any thread
   */
  GrowingFile(Spools spools, Runnable more) throws IOException {
    this.spools = spools;
    this.more = more;
    Path named = spools.open();
    file =
        FileChannel.open(
            named,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    Files.deleteIfExists(named); // Also where the machine dies with it.
  }

  /** Where it is written; closing this only flushes it. */
  OutputStream out() {
    return new BufferedOutputStream(
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            append(new byte[] {(byte) one}, 0, 1);
          }

          @Override
          public void write(byte[] bytes, int from, int length) throws IOException {
            append(bytes, from, length);
          }
        },
        WRITTEN_AT_ONCE);
  }

  /** All is written. */
  void isWhole() {
    ends(End.WHOLE);
  }

  /** No more can be written; the sentence says why. */
  void breaksOff(String why) throws IOException {
    byte[] line = ("\r\n" + NOT_WHOLE + why + "\r\n").getBytes(StandardCharsets.UTF_8);
    append(line, 0, line.length);
    ends(End.BROKEN);
  }

  private void append(byte[] bytes, int from, int length) throws IOException {
    long at = written;
    if (at / LOOKED_AFTER < (at + length) / LOOKED_AFTER) {
      checkRoom(spools);
    }
    ByteBuffer piece = ByteBuffer.wrap(bytes, from, length);
    while (piece.hasRemaining()) {
      at += file.write(piece, at);
    }
    written = at;
    tell();
  }

  /**
   * Makes sure that a download takes nothing from the journal.
   *
   * @throws RefusedRequest where the disk has too little room
   */
  static void checkRoom(Spools spools) {
    try {
      spools.checkRoom();
    } catch (IOException e) {
      throw new RefusedRequest(
          507,
          "The disk has too little room for this download: ./ringmaster doctor tells more.",
          e);
    }
  }

  private void ends(End how) {
    end = how;
    tell();
  }

  private void tell() {
    if (isWanted.getAndSet(false)) {
      more.run();
    }
  }

  @Override
  public boolean isEndOfInput() {
    return end == End.WHOLE && read == written;
  }

  @Override
  @Deprecated
  @SuppressWarnings("InlineMeSuggester") // Netty's own, which it still asks for.
  public @Nullable ByteBuf readChunk(ChannelHandlerContext connection) throws IOException {
    return readChunk(connection.alloc());
  }

  /** The next piece; null where none is there yet. */
  @Override
  public @Nullable ByteBuf readChunk(ByteBufAllocator allocator) throws IOException {
    End now = end;
    if (read == written && now == null) {
      isWanted.set(true);
      now = end; // It may have come just now, when nobody was told.
    }
    int length = (int) Math.min(PIECE, written - read);
    if (length == 0) {
      if (now == End.BROKEN) {
        throw new BrokenOff();
      }
      if (now == End.WHOLE) {
        more.run(); // Who asked before whether this is the end was told no: they shall ask again.
      }
      return null;
    }
    ByteBuf piece = Objects.requireNonNull(allocator.buffer(length));
    boolean isRead = false;
    try {
      while (piece.readableBytes() < length) {
        if (piece.writeBytes(file, read + piece.readableBytes(), length - piece.readableBytes())
            < 0) {
          throw new IOException("the file has become shorter");
        }
      }
      read += length;
      isRead = true;
      return piece;
    } finally {
      if (!isRead) {
        piece.release();
      }
    }
  }

  @Override
  public long length() {
    return -1;
  }

  @Override
  public long progress() {
    return read;
  }

  /** Nobody takes it any more: whoever writes it is told so by the next write. */
  @Override
  public void close() throws IOException {
    file.close();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a packed file. However small it is packed, no more comes out of it than the limits
 * say. For one thread.
 */
final class BookParts implements AutoCloseable {

  /** All parts that are read together, unpacked. */
  static final long MOST_BYTES = 4L << 30;

  /** So many bytes may come of one; what sheets hold packs to a tenth or a thirtieth. */
  static final long MOST_RATIO = 100;

  private static final long FREE_BYTES = 1L << 20;
  private static final int MOST_PARTS = 10_000;
  private static final int MOST_DIRECTORY_BYTES = 1 << 24;
  private static final int END_SIGN = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int LONGEST_COMMENT = 0xFFFF;
  private static final int PARTS_AT = 10;
  private static final int DIRECTORY_AT = 12;
  private static final int COMMENT_AT = 20;

  private final ZipFile zip;
  private long unpacked;

  private BookParts(ZipFile zip) {
    this.zip = zip;
  }

  /**
   * Opens a packed file.
   *
   * @throws IllegalArgumentException where it is cut off, damaged or has too many parts
   */
  static BookParts open(Path file) throws IOException {
    checkDirectory(file);
    try {
      return new BookParts(new ZipFile(file.toFile()));
    } catch (ZipException e) {
      throw damaged(e);
    }
  }

  static IllegalArgumentException damaged(@Nullable Exception e) {
    return new IllegalArgumentException(
        "The spreadsheet is damaged or cut off: save it again, or as CSV, and send that.", e);
  }

  /** The list of parts is read as a whole by whoever opens the file: it must be a short one. */
  private static void checkDirectory(Path path) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      int length = (int) Math.min(file.length(), END_BYTES + LONGEST_COMMENT);
      byte[] tail = new byte[length];
      file.seek(file.length() - length);
      file.readFully(tail);
      ByteBuffer bytes = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
      for (int at = length - END_BYTES; at >= 0; at--) {
        if (bytes.getInt(at) == END_SIGN) {
          if (at + END_BYTES + Short.toUnsignedInt(bytes.getShort(at + COMMENT_AT)) != length) {
            throw damaged(null);
          }
          int parts = Short.toUnsignedInt(bytes.getShort(at + PARTS_AT));
          long directory = Integer.toUnsignedLong(bytes.getInt(at + DIRECTORY_AT));
          if (parts > MOST_PARTS || directory > MOST_DIRECTORY_BYTES) {
            throw new IllegalArgumentException(
                "The packed file has more than "
                    + MOST_PARTS
                    + " parts, as no list has: save it as CSV, and send that.");
          }
          return;
        }
      }
      throw damaged(null);
    }
  }

  boolean has(String name) {
    return zip.getEntry(name) != null;
  }

  /** A part as it was before it was packed. */
  InputStream open(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw damaged(null);
    }
    try {
      return new Bounded(zip.getInputStream(entry), entry.getCompressedSize());
    } catch (ZipException e) {
      throw damaged(e);
    }
  }

  /** Ends what is unpacked beyond all measure. */
  private final class Bounded extends FilterInputStream {
    private final long packed;
    private long count;

    Bounded(InputStream from, long packed) {
      super(from);
      this.packed = packed;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int more = super.read(into, offset, length);
      count += Math.max(more, 0);
      unpacked += Math.max(more, 0);
      if (count > FREE_BYTES + MOST_RATIO * packed || unpacked > MOST_BYTES) {
        throw new IllegalArgumentException(
            "The spreadsheet is packed so that far more comes out of it than a list has (over "
                + MOST_RATIO
                + " times its size, or over 4 GiB): save it as CSV, and send that.");
      }
      return more;
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}

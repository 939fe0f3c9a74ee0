// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.cel;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a growing file of rows: a last line that is not whole yet waits for its rest, a file that
 * was rotated away is read to its end before the new one, one that was cut off is read anew. Not
 * thread-safe.
 */
public final class CelTail implements Closeable {
  private static final int CHUNK = 64 * 1024;
  private static final int LONGEST_LINE = 256 * 1024;

  private final Path file;
  private final long lastBytes;
  private final Consumer<CelRow> rows;
  private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
  private byte[] line = new byte[4 * 1024];
  private int length;
  private boolean skipping;
  private @Nullable FileChannel open;
  private @Nullable Object key;
  private long position;
  private boolean begun;
  private long malformed;

  /**
   * Makes a tail; {@link #poll()} does the reading.
   *
   * @param lastBytes how much of a file that is already there is read at first
   */
  public CelTail(Path file, long lastBytes, Consumer<CelRow> rows) {
    this.file = file;
    this.lastBytes = lastBytes;
    this.rows = rows;
  }

  /** How many lines were no rows. */
  public long malformed() {
    return malformed;
  }

  /**
   * Reads what has come since the last time. A file that is not there yet has nothing.
   *
   * @throws IOException where the file cannot be read
   */
  public void poll() throws IOException {
    FileChannel present = open;
    if (present != null) {
      if (present.size() < position) {
        position = 0;
        length = 0;
      }
      drain(present);
      if (isSame()) {
        return;
      }
      // Rotated: the writer may have written to the old file until a moment ago.
      drain(present);
      close();
    }
    present = openFile();
    if (present != null) {
      drain(present);
    }
  }

  private boolean isSame() throws IOException {
    try {
      Object now = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
      return now == null || now.equals(key);
    } catch (NoSuchFileException between) {
      return true;
    }
  }

  private @Nullable FileChannel openFile() throws IOException {
    try {
      FileChannel opened = FileChannel.open(file, StandardOpenOption.READ);
      open = opened;
      key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
      position = begun ? 0 : Math.max(0, opened.size() - lastBytes);
      // Within the first file we may start in the middle of a line.
      skipping = position > 0;
      length = 0;
      begun = true;
      return opened;
    } catch (NoSuchFileException notYet) {
      begun = true;
      return null;
    }
  }

  private void drain(FileChannel from) throws IOException {
    while (true) {
      chunk.clear();
      int read = from.read(chunk, position);
      if (read <= 0) {
        return;
      }
      position += read;
      for (int i = 0; i < read; i++) {
        take(chunk.get(i));
      }
    }
  }

  private void take(byte b) {
    if (b == '\n') {
      if (!skipping && length > 0) {
        CelRow row = CelRows.parse(new String(line, 0, length, StandardCharsets.UTF_8));
        if (row == null) {
          malformed++;
        } else {
          rows.accept(row);
        }
      }
      skipping = false;
      length = 0;
    } else if (!skipping) {
      if (length == LONGEST_LINE) {
        malformed++;
        skipping = true;
        return;
      }
      if (length == line.length) {
        line = Arrays.copyOf(line, 2 * length);
      }
      line[length++] = b;
    }
  }

  /** Closes the file; a later poll opens it again from its beginning. */
  @Override
  public void close() throws IOException {
    FileChannel present = open;
    open = null;
    if (present != null) {
      present.close();
    }
  }
}

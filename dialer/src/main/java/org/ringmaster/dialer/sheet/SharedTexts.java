// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.sheet;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a spreadsheet, to which its cells point by number: kept in two files beside, for
 * there may be millions. For one thread.
 */
final class SharedTexts implements AutoCloseable {

  private static final int BLOCK_BYTES = 1 << 14;
  private static final int BLOCKS = 256;
  private static final int ENTRY_BYTES = Long.BYTES;

  private final Path textsPath;
  private final Path placesPath;
  private final Blocks texts;
  private final Blocks places;
  private final long count;

  /** A file of which the blocks that were read last stay in memory. */
  private static final class Blocks implements AutoCloseable {
    private final FileChannel file;
    private final byte[][] blocks = new byte[BLOCKS][];
    private final long[] numbers = new long[BLOCKS];

    Blocks(Path path) throws IOException {
      file = FileChannel.open(path, StandardOpenOption.READ);
    }

    byte[] read(long from, int length) throws IOException {
      byte[] all = new byte[length];
      int done = 0;
      while (done < length) {
        long number = (from + done) / BLOCK_BYTES;
        int offset = (int) ((from + done) % BLOCK_BYTES);
        int part = Math.min(length - done, BLOCK_BYTES - offset);
        System.arraycopy(block(number), offset, all, done, part);
        done += part;
      }
      return all;
    }

    private byte[] block(long number) throws IOException {
      int slot = (int) (number % BLOCKS);
      byte[] kept = blocks[slot];
      if (kept == null || numbers[slot] != number) {
        kept = kept == null ? new byte[BLOCK_BYTES] : kept;
        ByteBuffer into = ByteBuffer.wrap(kept);
        int read = 0;
        while (into.hasRemaining() && read >= 0) {
          read = file.read(into, number * BLOCK_BYTES + into.position());
        }
        blocks[slot] = kept;
        numbers[slot] = number;
      }
      return kept;
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }

  /** Texts of a part, kept in a folder until this is closed. */
  SharedTexts(@Nullable BookXml part, Path folder, SheetLook look) throws IOException {
    textsPath = Files.createTempFile(folder, "texts", ".tmp");
    placesPath = Files.createTempFile(folder, "places", ".tmp");
    count = part == null ? 0 : write(part, look);
    texts = new Blocks(textsPath);
    places = new Blocks(placesPath);
  }

  private long write(BookXml part, SheetLook look) throws IOException {
    long written = 0;
    long at = 0;
    try (DataOutputStream into = sink(textsPath);
        DataOutputStream where = sink(placesPath)) {
      StringBuilder text = new StringBuilder();
      CellWords words = new CellWords(part, text);
      while (part.next()) {
        words.take();
        if (part.isStart() && part.name().equals("si")) {
          text.setLength(0);
        } else if (part.isEnd() && part.name().equals("si")) {
          byte[] utf8 = text.toString().getBytes(StandardCharsets.UTF_8);
          into.write(utf8);
          at += utf8.length;
          where.writeLong(at);
          written++;
          if (written % SheetLook.EACH == 0) {
            look.look();
          }
        }
      }
    } catch (IOException | RuntimeException e) {
      delete();
      throw e;
    }
    return written;
  }

  private static DataOutputStream sink(Path path) throws IOException {
    return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path)));
  }

  /** The text of a number; null where there is none. */
  @Nullable String text(long number) throws IOException {
    if (number < 0 || number >= count) {
      return null;
    }
    long begin = number == 0 ? 0 : place(number - 1);
    return new String(texts.read(begin, (int) (place(number) - begin)), StandardCharsets.UTF_8);
  }

  private long place(long number) throws IOException {
    return ByteBuffer.wrap(places.read(number * ENTRY_BYTES, ENTRY_BYTES)).getLong();
  }

  private void delete() throws IOException {
    Files.deleteIfExists(textsPath);
    Files.deleteIfExists(placesPath);
  }

  @Override
  public void close() throws IOException {
    try (texts;
        places) {
      delete();
    }
  }
}

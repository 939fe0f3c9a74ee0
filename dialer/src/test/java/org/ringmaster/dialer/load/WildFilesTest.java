// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringmaster.dialer.list.ImportLedger;
import org.ringmaster.dialer.list.LedgerLine;
import org.ringmaster.dialer.list.RejectKind;

/** Files as they come: whatever is in them, every row is accounted for. */
class WildFilesTest {

  private static final int MEGABYTES = 100;

  @TempDir Path folder;

  /** Rows of known kinds in any order; the broken ones cost nobody but themselves. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theLedgerOfAFileOfKnownTroublesIsExact(long seed) throws IOException {
    Random random = new Random(seed);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    text(file, "name,phone,tz\n");
    Map<RejectKind, Long> wanted = new HashMap<>();
    long loaded = 0;
    int rows = 3_000;
    for (int i = 0; i < rows; i++) {
      RejectKind kind = row(file, random, i);
      if (kind == RejectKind.UNKNOWN) {
        loaded++;
      } else {
        wanted.merge(kind, 1L, Long::sum);
      }
    }
    ImportLedger ledger = ImportedFile.of(folder, file.toByteArray()).ledger();
    Map<RejectKind, Long> found = new HashMap<>();
    for (LedgerLine line : ledger.rejected()) {
      found.put(line.kind(), line.rows());
    }
    assertEquals(wanted, found);
    assertEquals(rows, ledger.rows());
    assertEquals(loaded, ledger.loaded());
    assertTrue(ledger.addsUp());
  }

  private static void text(ByteArrayOutputStream file, String text) {
    file.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes one row; UNKNOWN stands for one that is loaded. */
  private static RejectKind row(ByteArrayOutputStream file, Random random, int i) {
    String number = "+49309" + (1_000_000 + i);
    switch (random.nextInt(40)) {
      case 0 -> {
        text(file, "\"Eva," + number + ",\n");
        return RejectKind.BROKEN_QUOTES;
      }
      case 1 -> {
        text(file, "Eva,,\r\n");
        return RejectKind.NO_NUMBER;
      }
      case 2 -> {
        text(file, "E\u0000va," + number + ",\n");
        return RejectKind.CONTROL_CHARACTERS;
      }
      case 3 -> {
        text(file, "J");
        file.write(0xF6);
        text(file, "rg," + number + ",\n");
        return RejectKind.BAD_ENCODING;
      }
      case 4 -> {
        text(file, "Eva,4.93E+11,\n");
        return RejectKind.SPREADSHEET_DAMAGE;
      }
      case 5 -> {
        text(file, "x".repeat(RowReader.LONGEST_ROW + 1) + "," + number + ",\n");
        return RejectKind.TOO_LONG;
      }
      case 6 -> {
        text(file, "Eva," + number + "\n\n");
        return RejectKind.WRONG_COLUMNS;
      }
      case 7 -> text(file, "\"Eva\nMüller\"," + number + ",Europe/Berlin\r\n");
      default -> text(file, "Zoë," + number + ",\n");
    }
    return RejectKind.UNKNOWN;
  }

  /** Bytes without sense: nothing is known of what becomes of them, but that it adds up. */
  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void theLedgerOfNoiseAddsUp(long seed) throws IOException {
    Random random = new Random(seed);
    byte[] signs =
        "\"\"\",,,,;\n\n\n\r\0 +49309012345678\té\uFFFD".getBytes(StandardCharsets.UTF_8);
    byte[] bytes = new byte[300_000];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] =
          random.nextInt(500) == 0 ? (byte) random.nextInt() : signs[random.nextInt(signs.length)];
    }
    ImportedFile file =
        ImportedFile.of(folder, bytes, KnownNumbers.NONE, mapping -> mapping.mapped("number=1"));
    assertTrue(file.ledger().addsUp());
    long written = 0;
    for (LedgerLine line : file.ledger().rejected()) {
      written += file.rejectedRows(line.kind());
      assertEquals(line.rows(), file.rejectedRows(line.kind()), line.toString());
    }
    assertEquals(file.ledger().rejectedRows(), written);
    assertTrue(file.ledger().rows() > 100, file.ledger().toString());
  }

  @Test
  void aLineOfAHundredMegabytesIsOneRowAndNeedsNoMemory() throws IOException {
    ListMapping mapping =
        ListGuess.of("phone,name\n030901820,Eva\n".getBytes(StandardCharsets.UTF_8), "DE")
            .mapping();
    ListImport made = new ListImport(mapping, new LeadFolder(folder), KnownNumbers.NONE);
    long[] most = {0};
    ImportedList result = made.run(new LongLine(most));
    assertEquals(3, result.ledger().rows());
    assertEquals(2, result.ledger().loaded());
    assertEquals(1, result.ledger().rejected(RejectKind.TOO_LONG));
    assertTrue(made.bytes() > (long) MEGABYTES << 20);
    assertTrue(most[0] < 64L << 20, "it needed " + (most[0] >> 20) + " MB");
    try (Stream<Path> files = Files.walk(folder)) {
      assertEquals(
          0,
          files.filter(path -> path.toFile().isFile() && path.toFile().length() > 1 << 20).count());
    }
  }

  /** Two rows with a line of letters between them that nobody could keep; looks at the heap. */
  private static final class LongLine extends InputStream {
    private static final byte[] BEFORE =
        "phone,name\n030901820,Eva\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] AFTER = "\n030901821,Al\n".getBytes(StandardCharsets.UTF_8);
    private final long length = BEFORE.length + AFTER.length + ((long) MEGABYTES << 20);
    private final long before = used();
    private final long[] most;
    private long at;

    LongLine(long[] most) {
      this.most = most;
    }

    private static long used() {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      return runtime.totalMemory() - runtime.freeMemory();
    }

    @Override
    public int read(byte[] into, int offset, int count) {
      int read = 0;
      for (int b = count == 0 ? -1 : read(); b >= 0; b = read < count ? read() : -1) {
        into[offset + read] = (byte) b;
        read++;
      }
      return read == 0 ? -1 : read;
    }

    @Override
    public int read() {
      if (at == length) {
        return -1;
      }
      if (at == length - AFTER.length) {
        most[0] = Math.max(most[0], used() - before);
      }
      long fromEnd = at - (length - AFTER.length);
      int b = at < BEFORE.length ? BEFORE[(int) at] : fromEnd < 0 ? 'x' : AFTER[(int) fromEnd];
      at++;
      return b;
    }
  }
}

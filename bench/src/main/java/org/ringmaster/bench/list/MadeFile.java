// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.list;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.ringmaster.dialer.list.ImportLedger;
import org.ringmaster.dialer.list.RejectKind;

/**
 * A file of leads of one country and the ledger that an import of it must come to: one row in
 * twenty has a trouble, where troubles are wanted.
 */
final class MadeFile {
  private static final String[] NAMES = {"Müller", "Schmidt", "Yılmaz", "Weiß", "Nowak", "Rossi"};
  private static final String[] TOWNS = {"Berlin", "\"Frankfurt, Main\"", "Köln", "München"};
  private static final int TROUBLE_EACH = 20;
  private static final RejectKind[] TROUBLES = {
    RejectKind.NO_NUMBER,
    RejectKind.NOT_A_NUMBER,
    RejectKind.IMPOSSIBLE_NUMBER,
    RejectKind.SPREADSHEET_DAMAGE,
    RejectKind.DUPLICATE_IN_FILE,
    RejectKind.WRONG_COLUMNS,
    RejectKind.BROKEN_QUOTES,
    RejectKind.CONTROL_CHARACTERS
  };

  private final Path path;
  private final Map<RejectKind, Long> wanted = new EnumMap<>(RejectKind.class);
  private final int rows;

  private MadeFile(Path path, int rows) {
    this.path = path;
    this.rows = rows;
  }

  static MadeFile write(Path path, int rows, long seed, boolean troubles) throws IOException {
    MadeFile made = new MadeFile(path, rows);
    Random random = new Random(seed);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16)) {
      out.write("id,name,phone,mobile,town\n".getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < rows; i++) {
        boolean isTrouble = troubles && i > 0 && random.nextInt(TROUBLE_EACH) == 0;
        String row = isTrouble ? made.troubled(i, random) : good(i, random);
        out.write(row.getBytes(StandardCharsets.UTF_8));
      }
    }
    return made;
  }

  private static String good(int i, Random random) {
    String mobile = random.nextBoolean() ? "" : "0171 " + (1_000_000 + i);
    return row(Integer.toString(i), random, phone(i), mobile);
  }

  private static String phone(int i) {
    return i % 2 == 0 ? "030 9" + (1_000_000 + i) : "+49309" + (1_000_000 + i);
  }

  private static String row(String id, Random random, String phone, String mobile) {
    return id
        + ","
        + NAMES[random.nextInt(NAMES.length)]
        + ","
        + phone
        + ","
        + mobile
        + ","
        + TOWNS[random.nextInt(TOWNS.length)]
        + "\n";
  }

  private String troubled(int i, Random random) {
    RejectKind kind = TROUBLES[random.nextInt(TROUBLES.length)];
    wanted.merge(kind, 1L, Long::sum);
    String id = Integer.toString(i);
    return switch (kind) {
      case NO_NUMBER -> row(id, random, "", "");
      case NOT_A_NUMBER -> row(id, random, "ask her", "");
      case IMPOSSIBLE_NUMBER -> row(id, random, "+49 30 1", "");
      case SPREADSHEET_DAMAGE -> row(id, random, "4.93E+11", "");
      case DUPLICATE_IN_FILE -> row(id, random, phone(0), "");
      case WRONG_COLUMNS -> id + ",too,few\n";
      case BROKEN_QUOTES -> id + ",\"never closed," + phone(i) + ",,\n";
      default -> row("\0" + id, random, phone(i), "");
    };
  }

  Path path() {
    return path;
  }

  /** Complains where a ledger is not that of this file, to the row. */
  void check(ImportLedger ledger) {
    long troubles = 0;
    for (RejectKind kind : RejectKind.values()) {
      long is = ledger.rejected(kind);
      long shall = wanted.getOrDefault(kind, 0L);
      troubles += shall;
      if (is != shall) {
        throw new IllegalStateException(kind + ": " + is + " rows, but the file has " + shall);
      }
    }
    if (ledger.rows() != rows || ledger.loaded() != rows - troubles || !ledger.addsUp()) {
      throw new IllegalStateException("the ledger of " + rows + " rows is " + ledger);
    }
  }
}

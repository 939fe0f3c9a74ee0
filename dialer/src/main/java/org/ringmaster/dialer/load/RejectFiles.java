// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.load;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ringmaster.dialer.list.RejectKind;

/**
 * The rejected rows of one import: a CSV file for each kind, with row, line, reason, the cell that
 * was looked at and the row as it stands; and one with the numbers that were left out of leads
 * which were loaded, and one with those whose postal code is not known. A cell that a spreadsheet
 * would take for a formula gets a quote in front, and so does what it would take for one behind a
 * separator within a cell. For one thread.
 */
final class RejectFiles implements AutoCloseable {

  static final String LEFT_OUT_FILE = "numbers-left-out.csv";
  static final String UNKNOWN_CODES_FILE = "postal-codes-unknown.csv";
  private static final String UNFINISHED = "unfinished";
  private static final String SUFFIX = ".csv";

  private final Path unfinished;
  private final Map<RejectKind, CsvWriter> files = new EnumMap<>(RejectKind.class);
  private final Map<String, CsvWriter> remarks = new TreeMap<>();

  RejectFiles(Path folder) throws IOException {
    unfinished = Files.createTempDirectory(Files.createDirectories(folder), UNFINISHED);
  }

  /** Deletes what an import left behind that was killed. */
  static void forgetUnfinished(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, UNFINISHED + "*")) {
      for (Path one : left) {
        delete(one);
      }
    }
  }

  static String name(RejectKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + SUFFIX;
  }

  void add(RejectKind kind, long row, long line, String reason, String cell, String whole)
      throws IOException {
    CsvWriter file = files.get(kind);
    if (file == null) {
      file = open(name(kind));
      files.put(kind, file);
    }
    write(file, row, line, reason, cell, whole);
  }

  void addLeftOut(long row, long line, String reason, String cell, String whole)
      throws IOException {
    remark(LEFT_OUT_FILE, row, line, reason, cell, whole);
  }

  void addUnknownCode(long row, long line, String cell, String whole) throws IOException {
    remark(UNKNOWN_CODES_FILE, row, line, "not in the table of postal codes", cell, whole);
  }

  private void remark(String name, long row, long line, String reason, String cell, String whole)
      throws IOException {
    CsvWriter file = remarks.get(name);
    if (file == null) {
      file = open(name);
      remarks.put(name, file);
    }
    write(file, row, line, reason, cell, whole);
  }

  private CsvWriter open(String name) throws IOException {
    CsvWriter file = CsvWriter.builder().build(unfinished.resolve(name), StandardCharsets.UTF_8);
    file.writeRecord("row", "line", "reason", "cell", "whole row");
    return file;
  }

  private static void write(
      CsvWriter file, long row, long line, String reason, String cell, String whole) {
    file.writeRecord(
        Long.toString(row),
        Long.toString(line),
        reason,
        SheetCell.defused(cell),
        SheetCell.defused(whole));
  }

  /** Closes the files and gives their folder its name; one that was there is replaced. */
  void finish(Path folder) throws IOException {
    closeFiles();
    delete(folder);
    Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  private void closeFiles() throws IOException {
    List<CsvWriter> open = new ArrayList<>(files.values());
    open.addAll(remarks.values());
    files.clear();
    remarks.clear();
    IOException failed = null;
    for (CsvWriter file : open) {
      try {
        file.close();
      } catch (IOException e) {
        if (failed == null) {
          failed = e;
        } else {
          failed.addSuppressed(e);
        }
      }
    }
    if (failed != null) {
      throw failed;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      closeFiles();
    } finally {
      delete(unfinished);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
      for (Path file : inside) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(folder);
  }
}

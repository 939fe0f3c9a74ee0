// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.sheet;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.MalformedInputException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A spreadsheet (XLSX) whose sheets can be had as CSV. Needs the same memory for any of them;
 * nothing but the file itself is read. For one thread.
 */
public final class Workbook implements AutoCloseable {

  /** More than a list has: a text of 32 KiB may stand in each of a million cells at no cost. */
  private static final long MOST_LETTERS = BookParts.MOST_BYTES;

  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final int MOST_SHEETS = 1_000;

  private final BookParts parts;
  private final Map<String, String> sheets = new LinkedHashMap<>();
  private @Nullable String firstShown;
  private @Nullable String texts;
  private @Nullable String styles;
  private boolean from1904;

  /** Whether a file that begins so is packed, as spreadsheets are. */
  public static boolean isPacked(byte[] head) {
    return head.length >= ZIP.length && Arrays.equals(head, 0, ZIP.length, ZIP, 0, ZIP.length);
  }

  /**
   * Opens a spreadsheet.
   *
   * @throws IllegalArgumentException where it is none, or cannot be read: says what to do
   */
  public static Workbook open(Path file) throws IOException {
    BookParts parts = BookParts.open(file);
    try {
      return new Workbook(parts);
    } catch (EOFException | ZipException | MalformedInputException e) {
      parts.close();
      throw BookParts.damaged(e);
    } catch (IOException | RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  private Workbook(BookParts parts) throws IOException {
    this.parts = parts;
    if (!parts.has("[Content_Types].xml") || parts.has("xl/workbook.bin")) {
      boolean isOther = parts.has("mimetype") || parts.has("xl/workbook.bin");
      throw new IllegalArgumentException(
          isOther
              ? "This is a spreadsheet of another kind: save it as XLSX or CSV, and send that."
              : "This is a packed file: unpack it, and send the CSV or XLSX file in it.");
    }
    String book = null;
    for (Target target : targets("", "_rels/.rels").values()) {
      book = target.type().endsWith("/officeDocument") ? target.part() : book;
    }
    if (book == null) {
      throw BookParts.damaged(null);
    }
    int slash = book.lastIndexOf('/') + 1;
    String folder = book.substring(0, slash);
    Map<String, Target> targets =
        targets(folder, folder + "_rels/" + book.substring(slash) + ".rels");
    for (Target target : targets.values()) {
      if (target.type().endsWith("/sharedStrings")) {
        texts = target.part();
      } else if (target.type().endsWith("/styles")) {
        styles = target.part();
      }
    }
    readBook(book, targets);
  }

  /** Where a part is and what it is. */
  private record Target(String part, String type) {}

  private Map<String, Target> targets(String folder, String name) throws IOException {
    Map<String, Target> found = new LinkedHashMap<>();
    try (BookXml part = new BookXml(parts.open(name))) {
      while (part.next()) {
        if (part.isStart() && part.name().equals("Relationship")) {
          String id = part.attribute("Id");
          String type = part.attribute("Type");
          String target = part.attribute("Target");
          if (id != null && type != null && target != null && found.size() < MOST_SHEETS) {
            String place = target.startsWith("/") ? target.substring(1) : folder + target;
            found.put(id, new Target(place, type));
          }
        }
      }
    }
    return found;
  }

  private void readBook(String book, Map<String, Target> targets) throws IOException {
    try (BookXml part = new BookXml(parts.open(book))) {
      while (part.next()) {
        if (part.isStart() && part.name().equals("workbookPr")) {
          String said = part.attribute("date1904");
          from1904 = "1".equals(said) || "true".equals(said);
        } else if (part.isStart() && part.name().equals("sheet")) {
          Target target = targets.get(String.valueOf(part.attribute("id")));
          String name = part.attribute("name");
          // A sheet may be a drawing of figures, without rows.
          if (target != null && name != null && target.type().endsWith("/worksheet")) {
            sheets.put(name, target.part());
            boolean isShown =
                part.attribute("state") == null || "visible".equals(part.attribute("state"));
            firstShown = firstShown == null && isShown ? name : firstShown;
          }
        }
      }
    }
  }

  private String sheet(@Nullable String wanted) {
    String name = wanted == null ? firstShown : wanted;
    for (Map.Entry<String, String> sheet : sheets.entrySet()) {
      if (name != null && sheet.getKey().equalsIgnoreCase(name.strip())) {
        return sheet.getValue();
      }
    }
    throw new IllegalArgumentException(
        wanted == null
            ? "The spreadsheet has no sheet with rows that is shown."
            : "The spreadsheet has no sheet '"
                + wanted
                + "'; it has "
                + String.join(", ", sheets.keySet())
                + ".");
  }

  /**
   * Writes a sheet as CSV: UTF-8, comma, the row of the sheet on the line of the same number. A
   * formula is its value as it was saved.
   *
   * @param sheet its name; null: the first one that is shown
   * @param folder where texts are kept meanwhile
   * @throws IllegalArgumentException where there is no such sheet, or the file is damaged or no
   *     list: says what to do
   */
  public void write(@Nullable String sheet, OutputStream to, Path folder, SheetLook look)
      throws IOException {
    CsvRows rows = new CsvRows(to, MOST_LETTERS);
    write(sheet, rows, folder, look);
    if (rows.isEnough()) {
      throw new IllegalArgumentException(
          "The sheet has over 4 GiB of text, as no list has: save what is needed of it as CSV, and"
              + " send that.");
    }
  }

  /**
   * The beginning of a sheet as CSV.
   *
   * @param bytes so many, or somewhat less where the last row does not fit
   * @throws IllegalArgumentException as {@link #write} does
   */
  public byte[] head(@Nullable String sheet, int bytes, Path folder) throws IOException {
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    write(sheet, new CsvRows(to, bytes), folder, () -> {});
    return Arrays.copyOf(to.toByteArray(), Math.min(to.size(), bytes));
  }

  private void write(@Nullable String sheet, CsvRows to, Path folder, SheetLook look)
      throws IOException {
    String wanted = sheet(sheet);
    try (BookXml textPart = part(texts);
        SharedTexts shared = new SharedTexts(textPart, folder, look);
        BookXml stylePart = part(styles);
        BookXml rows = new BookXml(parts.open(wanted))) {
      new SheetRows(rows, shared, new CellStyles(stylePart, from1904), to).read(look);
    } catch (EOFException | ZipException | MalformedInputException e) {
      throw BookParts.damaged(e);
    }
  }

  private @Nullable BookXml part(@Nullable String name) throws IOException {
    return name == null || !parts.has(name) ? null : new BookXml(parts.open(name));
  }

  @Override
  public void close() throws IOException {
    parts.close();
  }
}

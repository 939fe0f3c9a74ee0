// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A spreadsheet that is written in a test, part by part. */
final class TestBook {

  private static final String SPACE =
      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
          + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
  private static final String RELATION =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  private final Map<String, String> parts = new LinkedHashMap<>();
  private final StringBuilder sheets = new StringBuilder();
  private final StringBuilder relations = new StringBuilder();

  TestBook() {
    part("[Content_Types].xml", "<Types/>");
    part("_rels/.rels", relation("rId1", "officeDocument", "xl/workbook.xml", true));
    relations.append(relation("rIdT", "sharedStrings", "sharedStrings.xml", false));
    relations.append(relation("rIdS", "styles", "styles.xml", false));
  }

  private static String relation(String id, String type, String target, boolean isWhole) {
    String one =
        "<Relationship Id=\""
            + id
            + "\" Type=\""
            + RELATION
            + type
            + "\" Target=\""
            + target
            + "\"/>";
    return isWhole ? "<Relationships>" + one + "</Relationships>" : one;
  }

  TestBook part(String name, String text) {
    parts.put(name, text);
    return this;
  }

  TestBook sheet(String name, String rows) {
    return sheet(name, "visible", rows);
  }

  TestBook sheet(String name, String state, String rows) {
    int number = sheets.length() + 1;
    sheets.append(
        "<sheet name=\"" + name + "\" state=\"" + state + "\" r:id=\"s" + number + "\"/>");
    relations.append(relation("s" + number, "worksheet", "worksheets/" + number + ".xml", false));
    return part(
        "xl/worksheets/" + number + ".xml",
        "<?xml version=\"1.0\"?>\n<worksheet "
            + SPACE
            + "><sheetData>"
            + rows
            + "</sheetData></worksheet>");
  }

  /** The texts, each of them a whole {@code si}. */
  TestBook texts(String items) {
    return part("xl/sharedStrings.xml", "<sst " + SPACE + ">" + items + "</sst>");
  }

  /** The formats, by their codes; style 1 is the first of them. */
  TestBook formats(String... codes) {
    StringBuilder made = new StringBuilder("<styleSheet " + SPACE + "><numFmts>");
    StringBuilder cells = new StringBuilder("<cellXfs><xf numFmtId=\"0\"/>");
    for (int i = 0; i < codes.length; i++) {
      made.append("<numFmt numFmtId=\"" + (200 + i) + "\" formatCode=\"" + codes[i] + "\"/>");
      cells.append("<xf numFmtId=\"" + (200 + i) + "\"/>");
    }
    return part("xl/styles.xml", made + "</numFmts>" + cells + "</cellXfs></styleSheet>");
  }

  Path write(Path folder) throws IOException {
    part("xl/workbook.xml", "<workbook " + SPACE + "><sheets>" + sheets + "</sheets></workbook>");
    part("xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>");
    Path file = Files.createTempFile(folder, "book", ".xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  /** What a sheet of it is as CSV. */
  String csv(Path folder, String sheet) throws IOException {
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    try (Workbook book = Workbook.open(write(folder))) {
      book.write(sheet.isEmpty() ? null : sheet, to, folder, () -> {});
    }
    return to.toString(StandardCharsets.UTF_8);
  }

  /** One cell with a number. */
  static String number(String place, int style, String value) {
    return "<c r=\"" + place + "\" s=\"" + style + "\"><v>" + value + "</v></c>";
  }

  /** One cell with a text of its own. */
  static String text(String place, String value) {
    return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + value + "</t></is></c>";
  }

  static String row(int number, String... cells) {
    return "<row r=\"" + number + "\">" + String.join("", cells) + "</row>";
  }

  /** Writes parts that are made as they go, so that nothing of them is held. */
  static void stream(Path file, Map<String, String> small, Map<String, Chunks> large)
      throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> part : small.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
      for (Map.Entry<String, Chunks> part : large.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        part.getValue().write(zip);
      }
    }
  }

  Map<String, String> parts() {
    return parts;
  }

  /** Writes what is long. */
  @FunctionalInterface
  interface Chunks {
    void write(OutputStream to) throws IOException;
  }
}

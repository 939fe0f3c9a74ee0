// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spreadsheets become rows of text, and those that would do harm are refused. */
class WorkbookTest {

  @TempDir Path folder;

  private static TestBook withText(String rows) {
    return new TestBook().sheet("Leads", rows);
  }

  private String refused(TestBook book) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> book.csv(folder, "")).getMessage());
  }

  private void refuses(TestBook book, String told) throws IOException {
    String why = refused(book);
    assertTrue(why.contains(told), why);
    assertEquals("", leftBehind());
  }

  private String leftBehind() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return String.join(
          " ", files.map(Path::toString).filter(name -> name.endsWith(".tmp")).toList());
    }
  }

  @Test
  void cellsOfEachKindStandInTheLineOfTheirRow() throws IOException {
    TestBook book =
        withText(
                TestBook.row(1, shared("A1", 0), shared("B1", 1), TestBook.text("C1", "note"))
                    + TestBook.row(2, shared("A2", 2), TestBook.number("B2", 0, "493012345678"))
                    + TestBook.row(
                        5,
                        "<c r=\"A5\" t=\"b\"><v>1</v></c>",
                        "<c r=\"B5\" t=\"str\"><f>A1&amp;B1</f><v>+49 30</v></c>",
                        TestBook.text("C5", "two\nlines, _x0041_")))
            .texts(
                "<si><t>name</t></si><si><r><t>pho</t></r><r><t>ne</t></r></si>"
                    + "<si><t>Zo\u00eb</t><rPh><t>spoken</t></rPh></si>");
    assertEquals(
        "name,phone,note\nZo\u00eb,493012345678,\n\n\nTRUE,+49 30,\"two lines, A\"\n",
        book.csv(folder, ""));
    assertEquals("", leftBehind());
  }

  private static String shared(String place, int text) {
    return "<c r=\"" + place + "\" t=\"s\"><v>" + text + "</v></c>";
  }

  @Test
  void aNumberIsWrittenAsPeopleSeeItAndOneThatLostDigitsAsOneThatDid() throws IOException {
    TestBook book =
        withText(
                TestBook.row(
                    1,
                    TestBook.number("A1", 0, "4.93012345678E11"),
                    TestBook.number("B1", 0, "4930123456789012345"),
                    TestBook.number("C1", 0, "3.5"),
                    TestBook.number("D1", 1, "7302"),
                    TestBook.number("E1", 2, "44927"),
                    TestBook.number("F1", 3, "44927.5"),
                    TestBook.number("G1", 4, "12")))
            .formats("00000", "dd/mm/yyyy", "[$-409]d mmm h:mm", "0 &quot;days&quot;");
    assertEquals(
        "493012345678,4.930123456789012E18,3.5,07302,2023-01-01,2023-01-01 12:00,12\n",
        book.csv(folder, ""));
  }

  @Test
  void aFormulaIsItsValueAndOneWithoutAValueSaysSo() throws IOException {
    TestBook book =
        withText(
            TestBook.row(
                1,
                "<c r=\"A1\"><f>B1+1</f><v>493012345678</v></c>",
                "<c r=\"B1\"><f>C1+1</f></c>",
                "<c r=\"C1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>",
                "<c r=\"D1\" t=\"str\"><f>\"\"</f><v></v></c>"));
    assertEquals("493012345678,#FORMULA!,#DIV/0!\n", book.csv(folder, ""));
  }

  @Test
  void theFirstSheetThatIsShownIsReadOrTheOneThatIsNamed() throws IOException {
    TestBook book =
        new TestBook()
            .sheet("Secret", "hidden", TestBook.row(1, TestBook.text("A1", "hidden")))
            .sheet("Leads", TestBook.row(1, TestBook.text("A1", "leads")))
            .sheet("More", TestBook.row(1, TestBook.text("A1", "more")));
    assertEquals("leads\n", book.csv(folder, ""));
    assertEquals("more\n", book.csv(folder, "more"));
    assertEquals("hidden\n", book.csv(folder, "Secret"));
    String why =
        assertThrows(IllegalArgumentException.class, () -> book.csv(folder, "Lost")).getMessage();
    assertTrue(why.contains("no sheet 'Lost'; it has Secret, Leads, More"), why);
  }

  @Test
  void rowsAreAsWideAsTheWidestOfTheFirstAndAWiderOneStaysWider() throws IOException {
    StringBuilder rows = new StringBuilder();
    rows.append(TestBook.row(1, TestBook.text("A1", "a")));
    rows.append(TestBook.row(2, TestBook.text("C2", "c")));
    rows.append(TestBook.row(300, TestBook.text("A300", "a"), TestBook.text("E300", "e")));
    rows.append(TestBook.row(301, TestBook.text("XFD301", "x")));
    String[] lines = withText(rows.toString()).csv(folder, "").split("\n", -1);
    assertEquals("a,,", lines[0]);
    assertEquals(",,c", lines[1]);
    assertEquals("a,,,,e", lines[299]);
    assertEquals(CsvRows.MOST_CELLS, lines[300].chars().filter(c -> c == ',').count());
  }

  @Test
  void aSheetMayHaveAnyNumberOfSignsThatXmlEscapes() throws IOException {
    StringBuilder rows = new StringBuilder();
    Random random = new Random(3);
    for (int i = 1; i <= 300; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = 0; j < 1_000; j++) {
        text.append("&amp;&lt;&#65;").append(1_000 + random.nextInt(9_000));
      }
      rows.append(TestBook.row(i, TestBook.text("A" + i, text.toString())));
    }
    assertEquals(300 * 7_001, withText(rows.toString()).csv(folder, "").length());
  }

  @Test
  void textsOfAnyNumberNeedNoMemory() throws IOException {
    int texts = 400_000;
    TestBook book = withText("").texts("");
    Files.delete(book.write(folder));
    Map<String, String> parts = new LinkedHashMap<>(book.parts());
    parts.remove("xl/sharedStrings.xml");
    String rows = "xl/worksheets/1.xml";
    parts.remove(rows);
    Path texted = folder.resolve("texted");
    Random random = new Random(5);
    TestBook.stream(
        texted,
        parts,
        Map.of(
            "xl/sharedStrings.xml",
            to -> {
              to.write("<sst>".getBytes(StandardCharsets.UTF_8));
              for (int i = 0; i < texts; i++) {
                String one = "<si><t>" + random.nextLong() + "-" + random.nextLong() + "</t></si>";
                to.write(one.getBytes(StandardCharsets.UTF_8));
              }
              to.write("</sst>".getBytes(StandardCharsets.UTF_8));
            },
            rows,
            to -> {
              to.write("<worksheet><sheetData>".getBytes(StandardCharsets.UTF_8));
              for (int i = 1; i <= texts; i++) {
                String row = TestBook.row(i, shared("A" + i, random.nextInt(texts)));
                to.write(row.getBytes(StandardCharsets.UTF_8));
              }
              to.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
            }));
    long before = used();
    long[] most = {0};
    int[] looks = {0};
    long[] bytes = {0};
    try (Workbook open = Workbook.open(texted)) {
      open.write(
          null,
          new OutputStream() {
            @Override
            public void write(int b) {
              bytes[0]++;
            }
          },
          folder,
          () -> {
            looks[0]++;
            most[0] = looks[0] % 300 == 0 ? Math.max(most[0], used() - before) : most[0];
          });
    }
    assertEquals(2 * (texts / SheetLook.EACH), looks[0]);
    assertTrue(bytes[0] > texts * 30L, bytes[0] + " bytes");
    assertTrue(most[0] < 16L << 20, "it needed " + (most[0] >> 20) + " MB");
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  @Test
  void whatUnpacksToHundredsOfTimesItsSizeIsRefused() throws IOException {
    // The same row again and again: a thousandth of it is left when it is packed.
    refuses(withText("<row><c><v>1</v></c></row>".repeat(400_000)), "packed so that far more");
  }

  @Test
  void anEntityIsNotReadAndNotMultiplied() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "secret");
    String declared =
        "<!DOCTYPE sst [<!ENTITY e SYSTEM \""
            + secret.toUri()
            + "\">]><sst><si><t>&e;</t></si></sst>";
    TestBook book =
        withText(TestBook.row(1, shared("A1", 0))).part("xl/sharedStrings.xml", declared);
    refuses(book, "holds what no spreadsheet program writes");
    // Where the guard did not see it, the reader would not know it either.
    book.part("xl/sharedStrings.xml", "<sst><si><t>&e;</t></si></sst>");
    refuses(book, "damaged");
  }

  @Test
  void whatWouldHaveToBeHeldAsAWholeIsRefused() throws IOException {
    String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdefgh";
    StringBuilder longText = new StringBuilder();
    for (int i = 0; i < 40_000; i++) {
      longText.append(letters, i % 13, 13 + i % 31).append(i);
    }
    refuses(withText("<row a=\"" + longText + longText + "\"/>"), "a tag without an end");
    refuses(withText("<row><!-- " + longText + " --></row>"), "a tag without an end");
    StringBuilder deep = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      deep.append("<x").append(i % 9).append('>');
    }
    refuses(withText(deep.toString()), "damaged");
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      names.append("<n").append(i).append("/>");
    }
    refuses(withText(names.toString()), "damaged");
    refuses(withText("<row r=\"1048577\"/>"), "more than the 1048576 rows");
  }

  @Test
  void aFileThatIsCutOffOrIsNoSpreadsheetIsRefusedWithWhatToDo() throws IOException {
    byte[] whole = Files.readAllBytes(withText(TestBook.row(1)).write(folder));
    Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length / 2));
    assertTrue(why(cut).contains("damaged or cut off"), why(cut));
    Path packed = folder.resolve("packed");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(packed))) {
      zip.putNextEntry(new ZipEntry("people.csv"));
    }
    assertTrue(why(packed).contains("packed file: unpack it"), why(packed));
    Path other = folder.resolve("other");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(other))) {
      zip.putNextEntry(new ZipEntry("mimetype"));
    }
    assertTrue(why(other).contains("another kind: save it as XLSX"), why(other));
    Path many = folder.resolve("many");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(many))) {
      for (int i = 0; i < 10_001; i++) {
        zip.putNextEntry(new ZipEntry("part" + i));
      }
    }
    assertTrue(why(many).contains("more than 10000 parts"), why(many));
  }

  private static String why(Path file) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> Workbook.open(file)).getMessage());
  }

  @Test
  void noiseInAnyPlaceNeverDoesMoreThanRefuse() throws IOException {
    TestBook book =
        withText(TestBook.row(1, shared("A1", 0), TestBook.number("B1", 1, "44927")))
            .texts("<si><t>name</t></si>")
            .formats("yyyy");
    byte[] whole = Files.readAllBytes(book.write(folder));
    int refused = 0;
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = whole.clone();
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      Path file = Files.write(folder.resolve("noise"), bytes);
      try (Workbook open = Workbook.open(file)) {
        open.write(null, new ByteArrayOutputStream(), folder, () -> {});
      } catch (IllegalArgumentException e) {
        refused++;
      }
    }
    assertTrue(refused > 15, refused + " were refused");
    assertEquals("", leftBehind());
  }

  @Test
  void theBeginningOfASheetIsReadWithoutTheRest() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int i = 1; i <= 20_000; i++) {
      rows.append(TestBook.row(i, TestBook.text("A" + i, "+4930" + i * 7919L)));
    }
    try (Workbook book = Workbook.open(withText(rows.toString()).write(folder))) {
      String head = new String(book.head(null, 1_000, folder), StandardCharsets.UTF_8);
      assertEquals(1_000, head.length());
      assertTrue(head.startsWith("+49307919\n+493015838\n"), head);
    }
  }
}

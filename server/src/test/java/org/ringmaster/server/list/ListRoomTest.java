// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.dialer.board.ListBoard;
import org.ringmaster.dialer.list.ImportLedger;
import org.ringmaster.dialer.list.ListId;
import org.ringmaster.dialer.list.ListInput;
import org.ringmaster.dialer.list.ListUse;
import org.ringmaster.dialer.list.LoadedList;
import org.ringmaster.dialer.list.RejectKind;
import org.ringmaster.dialer.load.LeadFolder;
import org.ringmaster.dialer.load.ListGuess;

class ListRoomTest {

  private static final int PATIENCE_MILLIS = 50;

  @TempDir Path folder;
  private @Nullable ListRoom opened;

  @BeforeEach
  void open() throws IOException {
    LeadFolder leads = new LeadFolder(folder);
    opened = new ListRoom(leads, new ListBoard(leads), () -> "DE", PATIENCE_MILLIS);
  }

  @AfterEach
  void close() {
    room().close();
  }

  private ListRoom room() {
    ListRoom room = opened;
    return room == null ? fail("not open") : room;
  }

  private ImportJob begun() throws IOException {
    Path sent = room().spool();
    Files.writeString(sent, "phone,name\n030901820,Eva\nnone,Al\n");
    return room().begin(sent, plan());
  }

  private static ImportPlan plan() {
    return plan(null);
  }

  private static ImportPlan plan(@Nullable String sheet) {
    return new ImportPlan(
        ListUse.DIAL,
        "spring",
        "a.csv",
        null,
        "",
        null,
        null,
        null,
        sheet,
        false,
        false,
        false,
        new Author("eva"));
  }

  private static void await(ImportJob job, ImportState state) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (job.seen().state() != state) {
      if (System.nanoTime() > until) {
        fail("it is " + job.seen());
      }
      Thread.onSpinWait();
    }
  }

  @Test
  void aListWhoseLoadingIsNotAnsweredInTimeIsNotCalledRefused() throws IOException {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    room().meets((input, who) -> answer);
    ImportJob job = begun();
    await(job, ImportState.UNANSWERED);
    assertTrue(job.seen().why().contains("look at the lists"), job.seen().why());
    answer.complete(new Answer.Accepted("i1"));
    await(job, ImportState.DONE);
    assertEquals("i1", job.seen().list());
  }

  @Test
  void aLeadOfACampaignThatALawHoldsToHoursMayAlsoBeWhereItsNumberIs() throws IOException {
    Map<String, Integer> zones = new LinkedHashMap<>();
    for (String held : List.of("spring", "summer")) {
      room().heldToHours(held::equals);
      CompletableFuture<ListInput.Load> asked = new CompletableFuture<>();
      room()
          .meets(
              (input, who) -> {
                asked.complete((ListInput.Load) input);
                return CompletableFuture.completedFuture(new Answer.Accepted("i1"));
              });
      Path sent = room().spool();
      Files.writeString(sent, "phone,name,tz\n+12135550123,Eva,America/New_York\n");
      await(room().begin(sent, plan()), ImportState.DONE);
      LeadFolder leads = new LeadFolder(folder);
      zones.put(held, leads.of(asked.join().sha256()).zones(0).size());
    }
    assertEquals(Map.of("spring", 2, "summer", 1), zones);
  }

  /** A spreadsheet of one sheet; rows as they stand in it. */
  private static byte[] book(String name, String rows) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String[] part :
          new String[][] {
            {"[Content_Types].xml", "<Types/>"},
            {"_rels/.rels", related("officeDocument", "xl/workbook.xml")},
            {"xl/_rels/workbook.xml.rels", related("worksheet", "sheet.xml")},
            {
              "xl/workbook.xml",
              "<workbook xmlns:r=\"r\"><sheets><sheet name=\""
                  + name
                  + "\" r:id=\"a\"/></sheets></workbook>"
            },
            {"xl/sheet.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}
          }) {
        zip.putNextEntry(new ZipEntry(part[0]));
        zip.write(part[1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static String related(String type, String target) {
    return "<Relationships><Relationship Id=\"a\" Type=\"x/"
        + type
        + "\" Target=\""
        + target
        + "\"/></Relationships>";
  }

  private static String text(String value) {
    return "<c t=\"inlineStr\"><is><t>" + value + "</t></is></c>";
  }

  private static final String ROWS =
      "<row r=\"1\">"
          + text("phone")
          + text("name")
          + "</row><row r=\"2\">"
          + text("030901820")
          + text("Eva")
          + "</row><row r=\"3\"><c><v>30901821</v></c>"
          + text("Al")
          + "</row><row r=\"5\"><c t=\"d\"><v>2026-11-28</v></c>"
          + text("Bo")
          + "</row><row r=\"6\"><c><f>A1</f></c>"
          + text("Cy")
          + "</row>";

  @Test
  void aSheetOfASpreadsheetIsLoadedAndItsLedgerAddsUp() throws IOException {
    CompletableFuture<ListInput.Load> asked = new CompletableFuture<>();
    room()
        .meets(
            (input, who) -> {
              asked.complete((ListInput.Load) input);
              return CompletableFuture.completedFuture(new Answer.Accepted("i1"));
            });
    Path sent = room().spool();
    Files.write(sent, book("People", ROWS));
    ImportJob job = room().begin(sent, plan());
    await(job, ImportState.DONE);
    ImportLedger ledger = asked.join().ledger();
    assertEquals(4, ledger.rows());
    assertEquals(1, ledger.loaded());
    assertEquals(3, ledger.rejected(RejectKind.SPREADSHEET_DAMAGE));
    assertEquals(job.totalBytes(), job.bytes());
    String rejects = "";
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith("damage.csv")).toList()) {
        rejects += Files.readString(file);
      }
    }
    assertTrue(rejects.contains("2,3,\"the leading zero is missing"), rejects);
    assertTrue(rejects.contains("3,5,\"a spreadsheet made a date of it"), rejects);
    assertTrue(rejects.contains("4,6,\"a spreadsheet's formula stands there"), rejects);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(0, files.filter(path -> path.toString().endsWith(".tmp")).count());
    }
  }

  @Test
  void aSmallSpreadsheetIsShownAndASheetThatIsNotThereIsRefused() throws IOException {
    ListGuess guess = room().preview(book("People", ROWS));
    assertEquals(List.of("030901820", "Eva"), guess.sample().getFirst());
    assertTrue(guess.mapping().header());
    byte[] part = Arrays.copyOf(book("People", ROWS), ListGuess.HEAD_BYTES);
    String cut =
        assertThrows(IllegalArgumentException.class, () -> room().preview(part)).getMessage();
    assertTrue(cut.contains("Only the beginning"), cut);
    room().meets((input, who) -> CompletableFuture.completedFuture(new Answer.Accepted("i1")));
    Path sent = room().spool();
    Files.write(sent, book("People", ROWS));
    ImportJob job = room().begin(sent, plan("Leads"));
    await(job, ImportState.REFUSED);
    assertTrue(job.seen().why().contains("no sheet 'Leads'; it has People"), job.seen().why());
    Path text = room().spool();
    Files.writeString(text, "phone\n030901820\n");
    ImportJob other = room().begin(text, plan("Leads"));
    await(other, ImportState.REFUSED);
    assertTrue(other.seen().why().contains("no spreadsheet"), other.seen().why());
  }

  @Test
  void aLoadedListIsLoadedThoughItsColumnsCannotBeRemembered() throws IOException {
    Files.writeString(folder.resolve("mappings"), "no folder");
    room().meets((input, who) -> CompletableFuture.completedFuture(new Answer.Accepted("i1")));
    ImportJob job = begun();
    await(job, ImportState.DONE);
    assertEquals("i1", job.seen().list());
    assertEquals(2, job.rows());
    assertEquals(1, job.loaded());
    assertTrue(job.bytes() > 0);
  }

  @Test
  void aListWhoseLeadsAreGoneIsToldWithWhatToDo() throws IOException {
    LeadFolder leads = new LeadFolder(folder);
    ListBoard board = new ListBoard(leads);
    for (ListUse use : List.of(ListUse.DIAL, ListUse.DO_NOT_CALL)) {
      board.restore(
          new LoadedList(
              new ListId("i" + use),
              use,
              "spring",
              "a".repeat(64),
              "b".repeat(64),
              "a.csv",
              1,
              new ImportLedger(1, 1, List.of(), 1, 0),
              new Author("eva"),
              1,
              false));
    }
    board.publish();
    try (ListRoom other = new ListRoom(leads, board, () -> "DE")) {
      assertEquals(2, other.missing().size());
      assertTrue(other.missing().getFirst().contains("nobody is called from it"));
      assertTrue(other.missing().getLast().contains("campaign spring calls nobody"));
      assertTrue(other.missing().getLast().contains("from a backup"));
      assertEquals(List.of(), board.doNotCall("spring"));
    }
    assertEquals(List.of(), room().missing());
  }

  @Test
  void anImportThatNeedsTooMuchMemoryIsRefusedWithWhatToDo() throws IOException {
    room()
        .meets(
            (input, who) -> {
              throw new OutOfMemoryError("a test");
            });
    ImportJob job = begun();
    await(job, ImportState.REFUSED);
    assertTrue(job.seen().why().contains("cut the file in two"), job.seen().why());
  }
}

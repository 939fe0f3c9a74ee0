// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
import org.ringmaster.dialer.load.LeadFolder;

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
    return new ImportPlan(
        ListUse.DIAL,
        "spring",
        "a.csv",
        null,
        "",
        null,
        null,
        null,
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

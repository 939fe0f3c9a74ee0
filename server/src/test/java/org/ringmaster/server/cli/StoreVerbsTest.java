// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.core.journal.FileJournal;
import org.ringmaster.core.store.EmbeddedStore;

/** The verbs about the journey store, over a real PostgreSQL and a real journal. */
@Tag("postgres")
class StoreVerbsTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @AfterEach
  void stop() {
    EmbeddedStore.stop(StorePlace.folder(folder), EmbeddedStore.defaultCache());
  }

  @Test
  void aStoreIsFilledFromTheJournalFoundCleanAndFoundSpoilt() throws Exception {
    long last = WrittenJournal.in(folder);
    // Runs through all commands, so that each of them finds it and leaves it running.
    EmbeddedStore store = EmbeddedStore.start(StorePlace.folder(folder));

    assertEquals(ExitCode.OK, run("db", "rebuild"), text());
    assertTrue(text().startsWith("Filled anew: calls, "), text());
    assertEquals(ExitCode.OK, run("db", "verify"), text());
    assertTrue(text().startsWith(last + " facts, 1 to " + last + ", cell 1\n"), text());
    assertTrue(text().endsWith(" checks, clean\n"), text());

    try (Connection connection = store.address().connect("test");
        Statement statement = connection.createStatement()) {
      assertEquals(1, statement.executeUpdate("delete from facts where sequence = 3"));
    }
    assertEquals(ExitCode.FAILED, run("db", "verify", "--json"), text());
    JsonNode answer = new ObjectMapper().readTree(text());
    assertFalse(answer.path("clean").asBoolean());
    assertEquals(last - 1, answer.path("facts").asLong());
    assertTrue(answer.path("findings").size() > 0, text());
    assertEquals(ExitCode.FAILED, run("db", "verify"));
    assertTrue(text().lines().anyMatch(line -> line.startsWith("FOUND ")), text());
  }

  @Test
  void tablesAreNotFilledAnewUnderARunningPlatform() throws Exception {
    WrittenJournal.in(folder);
    try (FileJournal held = FileJournal.open(WrittenJournal.options(folder))) {
      assertTrue(held.lastSequence() > 0);
      assertEquals(ExitCode.FAILED, run("db", "rebuild"));
      assertTrue(text().contains("is in use by"), text());
    }
    assertEquals(ExitCode.USAGE, run("db", "rebuild", "nonsense"));
    assertTrue(text().startsWith("ringmaster: no tables are called nonsense; there are "), text());
  }

  private int run(String... arguments) {
    out.reset();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    return new Cli(
            (source, varFolder) -> 0,
            new Terminal(stream, stream),
            new Surroundings(folder.resolve("ringmaster.yaml"), folder))
        .run(arguments);
  }

  private String text() {
    return out.toString(StandardCharsets.UTF_8);
  }
}

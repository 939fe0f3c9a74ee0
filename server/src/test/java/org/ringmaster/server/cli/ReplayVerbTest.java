// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.journal.Snapshot;
import org.ringmaster.core.journal.Snapshots;
import org.ringmaster.dialer.DialerCentre;

class ReplayVerbTest {
  private static final FactCodec CODEC = FactCodec.of(DialerCentre.names().build());
  private static final Path KEPT = Path.of("../core/src/test/resources/journals/busy-morning");

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void aJournalIsReadFromItsBeginning() throws IOException {
    assertEquals(ExitCode.OK, run("replay", KEPT.toString(), "--json"));
    JsonNode answer = new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
    assertEquals(1, answer.path("firstSequence").asLong());
    assertEquals(answer.path("facts").asLong(), answer.path("lastSequence").asLong());
    assertTrue(answer.path("facts").asLong() > 849);
    assertTrue(answer.path("stateHash").asText().matches("[0-9a-f]{16}"));
  }

  @Test
  void factsSnapshotsAndInputsOfARunGiveTheSameStateAgain() throws Exception {
    long last = WrittenJournal.in(folder);
    assertEquals(ExitCode.OK, run("replay", "--inputs"), text());
    List<String> lines = text().lines().toList();
    assertEquals(last + " facts, 1 to " + last + "; none is missing.", lines.get(0));
    assertTrue(lines.get(1).matches("State hash [0-9a-f]{16}"), lines.get(1));
    assertEquals("Snapshot at fact " + last + ": the same state", lines.get(2));
    assertTrue(
        lines.get(3).matches("\\d+ inputs decided again: " + last + " facts, the same"),
        lines.get(3));
  }

  @Test
  void aSnapshotOfAnotherStateIsTold() throws Exception {
    long last = WrittenJournal.in(folder);
    Centre empty = DialerCentre.centre();
    new Snapshots(WrittenJournal.options(folder), CODEC)
        .write(new Snapshot(last, empty.hash(CODEC) + 1, List.of(), CODEC.fingerprint()));
    assertEquals(ExitCode.FAILED, run("replay"));
    assertTrue(text().contains("ANOTHER STATE"), text());
  }

  @Test
  void aFolderWithoutAJournalIsRefused() {
    assertEquals(ExitCode.FAILED, run("replay", folder.resolve("none").toString()));
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

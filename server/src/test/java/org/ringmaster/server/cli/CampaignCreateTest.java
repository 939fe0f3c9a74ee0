// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.server.config.ConfigurationFile;

/** What to add to a file for a new campaign. */
class CampaignCreateTest {
  private static final String PLANT =
      """
      nodes: {edge: {lab: yes}}
      trunks: {outside: {node: edge}}
      telephones: {tel01: {node: edge, use: open}}
      agents: {alice: {number: 1001, telephone: tel01}}
      queues: {outbound: {agents: [alice]}}
      calendars: {calling: {zone: Europe/Berlin, hours: [mon-fri 09:00-18:00]}}
      """;
  private static final String SPRING =
      """
      campaigns: # All of them.
          # The first one.
          spring: {queue: outbound, trunk: outside, hours: calling}
      http: {bindport: 8090}
      """;

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private int create(String text, String... more) throws IOException {
    Files.writeString(file(), text);
    out.reset();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    String[] words = {"campaign", "create", "summer", "--queue", "outbound", "--hours", "calling"};
    String[] all = new String[words.length + more.length];
    System.arraycopy(words, 0, all, 0, words.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return new Cli(
            (source, varFolder) -> 0,
            new Terminal(stream, stream),
            new Surroundings(file(), folder))
        .run(all);
  }

  private Path file() {
    return folder.resolve("ringmaster.yaml");
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void whatToAddIsPrintedAndNothingIsWritten() throws Exception {
    assertEquals(ExitCode.OK, create(PLANT, "--trunk", "outside", "--mode", "power"), said());
    assertTrue(
        said()
            .startsWith(
                "campaigns:\n  summer:\n    queue: outbound\n    trunk: outside\n"
                    + "    hours: calling\n    mode: power\n# It is right. Nothing was written"),
        said());
    assertEquals(PLANT, Files.readString(file()));
    try (var left = Files.list(folder)) {
      assertEquals(1, left.filter(Files::isRegularFile).count());
    }
  }

  @Test
  void itIsWrittenBesideTheOthersOnlyWhereThatIsAskedFor() throws Exception {
    assertEquals(ExitCode.OK, create(PLANT + SPRING, "--trunk", "outside", "--write"), said());
    String text = Files.readString(file());
    assertTrue(text.startsWith(PLANT + "campaigns: # All of them.\n"), text);
    assertTrue(text.contains("\n    # The first one.\n"), text);
    assertTrue(text.contains("\n    spring: {queue"), text);
    assertEquals(2, ConfigurationFile.read(file()).campaigns().size());
    assertEquals(ExitCode.OK, create(PLANT, "--trunk", "outside", "--write"), said());
    assertEquals(1, ConfigurationFile.read(file()).campaigns().size());
  }

  @Test
  void whatWouldBeWrongIsRefusedAndNothingIsWritten() throws Exception {
    assertEquals(ExitCode.USAGE, create(PLANT), said());
    assertTrue(said().contains("A campaign needs --trunk."), said());
    int code = create(PLANT + SPRING, "--trunk", "outsid", "--law", "ftc-sales,ofcom", "--write");
    assertEquals(ExitCode.USAGE, code, said());
    assertTrue(said().contains("outsid"), said());
    assertTrue(said().contains("summer has no dropprompts, which law ftc-sales wants"), said());
    assertEquals(PLANT + SPRING, Files.readString(file()));
    assertFalse(create(PLANT + "campaigns: {}\n", "--trunk", "outside") == ExitCode.OK, said());
    assertTrue(said().contains("add this by hand"), said());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.server.http.SiteUnderTest;
import org.ringmaster.server.http.StoredAttempts;

/** What a campaign did, asked for on the command line. */
@Tag("postgres")
class CampaignExportTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final SiteUnderTest site = SiteUnderTest.start();
  private final StoredAttempts store = StoredAttempts.of("spring", 1_000);

  @BeforeEach
  void tellWhereItIs() throws IOException {
    Files.copy(site.tokenFile, Whereabouts.tokenFile(folder));
    Whereabouts.tell(folder, site.at(""));
    site.past = store.readers();
  }

  @AfterEach
  void stop() {
    site.close();
    store.close();
  }

  @Test
  void anExportPrintsEveryAttempt() {
    assertEquals(ExitCode.OK, run("campaign", "export", "spring"), err());
    assertEquals(1_001, out.toString(StandardCharsets.UTF_8).lines().count());
    assertEquals("", err());
  }

  @Test
  void whatIsNotWholeIsSaidToBeSoWithTheReasonAndNoFileIsLeft() throws Exception {
    Path pack = folder.resolve("pack.zip");
    for (String[] words :
        new String[][] {
          {"campaign", "export", "spring"},
          {"campaign", "evidence", "spring", "--out", pack.toString()}
        }) {
      try (Connection connection = store.address().connect("test");
          Statement locks = connection.createStatement()) {
        connection.setAutoCommit(false);
        locks.execute("lock table attempts in access exclusive mode");
        CompletableFuture<Integer> code = CompletableFuture.supplyAsync(() -> run(words));
        store.cancelsWhoHasWaited(4); // Before the head is sent it would be refused.
        assertEquals(ExitCode.FAILED, code.get(20, TimeUnit.SECONDS));
        assertTrue(
            err().endsWith(": That takes too long: ask for a shorter time.\n")
                && (err().contains("what was printed is not whole")
                    || err().contains("pack.zip is not written")),
            err());
      }
    }
    assertFalse(Files.exists(pack));
    try (Stream<Path> left = Files.list(folder)) {
      assertTrue(left.noneMatch(file -> file.toString().endsWith(".part")));
    }
  }

  @Test
  void whoWaitsIsToldHowFarItIs() throws IOException {
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    InputStream slow =
        new InputStream() {
          private int reads;

          @Override
          public int read() {
            throw new UnsupportedOperationException("read in pieces");
          }

          @Override
          public int read(byte[] bytes, int from, int length) {
            String awaited = reads == 0 ? "being read" : "0.1 MB so far";
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (!err().contains(awaited) && System.nanoTime() < end) {
              Thread.onSpinWait();
            }
            return reads++ == 0 ? length : -1;
          }
        };
    new LongAnswer(slow, new Terminal(stream, stream), 1).copyTo(out);
    assertTrue(err().startsWith("The journey store is being read ...\n"), err());
    assertTrue(err().endsWith("0.1 MB so far ...\n"), err());
    assertEquals(65_536, out.size());
  }

  private int run(String... arguments) {
    out.reset();
    err.reset();
    return new Cli(
            (source, varFolder) -> 0,
            new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8)),
            new Surroundings(folder.resolve("ringmaster.yaml"), folder))
        .run(arguments);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}

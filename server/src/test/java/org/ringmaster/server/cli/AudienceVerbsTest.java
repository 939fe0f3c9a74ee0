// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.store.JourneyStore;
import org.ringmaster.core.store.PostgresForTests;
import org.ringmaster.core.store.StoredDay;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.dialer.store.DialerStore;
import org.ringmaster.server.http.SiteUnderTest;
import org.ringmaster.server.list.JourneysUpToNow;

/** The command line, the web server, and a simulated day in a real journey store. */
@Tag("postgres")
class AudienceVerbsTest {
  private static final int FACTS = 1_500;

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void whoGaveUpIsCountedThenLoadedThenShownAsAList() throws Exception {
    FactCodec codec = FactCodec.of(DialerCentre.names().build());
    try (JourneyStore store =
            StoredDay.of(
                StoredDay.inTheMiddle(5, FACTS),
                Duration.ofSeconds(60),
                PostgresForTests.newDatabase(),
                it -> DialerStore.options(it, 1, codec));
        SiteUnderTest site = SiteUnderTest.start()) {
      site.journeys =
          new JourneysUpToNow(
              () -> Optional.of(store), () -> FACTS, () -> "", 1, Duration.ofSeconds(5));
      Files.copy(site.tokenFile, Whereabouts.tokenFile(folder));
      Whereabouts.tell(folder, site.at(""));
      String when = "--from=2026-03-04";
      String until = "--until=2026-03-06";
      assertEquals(
          ExitCode.OK,
          run("list", "from-journeys", "answered", "--queue=sales", when, until, "--dry-run"),
          text());
      assertTrue(text().contains("Nothing was loaded: a dry run."), text());
      assertEquals(
          ExitCode.OK,
          run(
              "list",
              "from-journeys",
              "answered",
              "--queue=sales",
              when,
              until,
              "--waited=1",
              "--campaign=spring"),
          text());
      assertTrue(text().lines().anyMatch(line -> line.matches("loaded +[1-9][0-9]* +-")), text());
      assertEquals(ExitCode.OK, run("list", "show"), text());
      assertTrue(text().contains("journeys: answered queue=sales waited>=1 from="), text());
      assertEquals(ExitCode.FAILED, run("list", "from-journeys", "called", "--campaign=spring"));
      assertTrue(text().contains("must be one of abandoned, "), text());
    }
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

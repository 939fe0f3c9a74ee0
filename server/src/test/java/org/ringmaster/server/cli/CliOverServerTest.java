// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.board.ManualSite;
import org.ringmaster.core.queue.QueueInput;
import org.ringmaster.server.config.ConfigurationSource;
import org.ringmaster.server.config.FirstConfiguration;
import org.ringmaster.server.http.SiteUnderTest;

/** The command line and the real web server over the real deciders. */
class CliOverServerTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final SiteUnderTest site = SiteUnderTest.start();
  private Path configuration;

  @BeforeEach
  void tellWhereItIs() throws IOException {
    configuration = folder.resolve("ringmaster.yaml");
    Files.copy(site.tokenFile, Whereabouts.tokenFile(folder));
    Whereabouts.tell(folder, site.at(""));
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void aCampaignIsNotClosedForGoodByASlipOfTheHand() {
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream("sprin\n".getBytes(StandardCharsets.UTF_8)));
      assertEquals(ExitCode.USAGE, run("campaign", "stop", "spring"), text());
      assertTrue(text().contains("was not closed"), text());
      System.setIn(new ByteArrayInputStream(new byte[0]));
      assertEquals(ExitCode.USAGE, run("campaign", "stop", "spring"), text());
      System.setIn(new ByteArrayInputStream("spring\n".getBytes(StandardCharsets.UTF_8)));
      assertEquals(ExitCode.OK, run("campaign", "stop", "spring"), text());
    } finally {
      System.setIn(before);
    }
    assertEquals(ExitCode.OK, run("campaign", "stop", "spring", "--yes"), text());
  }

  @Test
  void agentsSignInPauseAndComeBack() {
    assertEquals(ExitCode.OK, run("agent", "login", "anna"), text());
    assertEquals(ExitCode.OK, run("agent", "show", "anna"), text());
    assertTrue(text().contains("available"), text());
    assertEquals(ExitCode.OK, run("agent", "pause", "anna", "break"), text());
    assertEquals(ExitCode.OK, run("agent", "show"), text());
    assertTrue(
        text().lines().anyMatch(line -> line.matches("anna .*paused .*break.*sales")), text());
    assertEquals(ExitCode.OK, run("agent", "unpause", "anna"), text());
    assertEquals(ExitCode.OK, run("agent", "logout", "anna"), text());
    assertEquals(ExitCode.FAILED, run("agent", "logout", "anna"));
    assertTrue(text().startsWith("ringmaster: "), text());
    assertEquals(ExitCode.FAILED, run("agent", "login", "nobody"));
    assertEquals("ringmaster: No agent nobody.\n", text());
  }

  @Test
  void aCallbackIsAgreedForAnAgentOrRefusedWithTheReason() {
    String[] words = {"callback", "agree", "anna", "+49 900 777777", "2026-03-05T09:00", "sales"};
    assertEquals(ExitCode.FAILED, run(words));
    assertEquals(
        "ringmaster: Queue sales calls nobody back: give it callback: in ringmaster.yaml.\n",
        text());
    site.callsBack();
    assertEquals(ExitCode.FAILED, run(words));
    assertEquals(
        "ringmaster: This number is not allowed: numbers that are stand under transfers: numbers:"
            + " in ringmaster.yaml.\n",
        text());
    site.allows("_+49900X.");
    assertEquals(ExitCode.OK, run(words), text());
    assertTrue(text().startsWith("k"), text());
  }

  @Test
  void aCallIsShownWhereItWaitsAndItsLadderDrawn() throws IOException {
    site.centre.callerArrives();
    assertEquals(ExitCode.OK, run("call", "show", "--json"), text());
    JsonNode calls = new ObjectMapper().readTree(text()).path("calls");
    assertEquals(1, calls.size());
    String id = calls.path(0).path("id").asText();

    assertEquals(ExitCode.OK, run("queue", "show", "sales"), text());
    assertTrue(text().contains("Callers:\n"), text());
    assertTrue(text().contains(id), text());
    assertEquals(ExitCode.OK, run("call", "show", id), text());
    assertTrue(text().contains("LegArrived"), text());
    assertTrue(text().contains("CallStarted"), text());
    assertEquals(ExitCode.OK, run("trunk", "show"), text());
    assertTrue(
        text().lines().anyMatch(line -> line.startsWith("carrier  edge  connected")), text());
    assertEquals(ExitCode.OK, run("node", "show"), text());
    assertTrue(text().lines().anyMatch(line -> line.startsWith("edge  connected")), text());
    assertEquals(ExitCode.FAILED, run("call", "show", "c99"));
    assertTrue(text().startsWith("ringmaster: No call c99 "), text());
  }

  @Test
  void aQueueIsShownWithItsNameBehindAllThatScriptsRead() {
    site.centre.tell(
        new QueueInput.QueuesRead(List.of(ManualSite.sales().named("Vertrieb S\u00fcd"))));
    for (String[] words : new String[][] {{"queue", "show"}, {"queue", "show", "sales"}}) {
      assertEquals(ExitCode.OK, run(words), text());
      assertTrue(
          text().lines().anyMatch(line -> line.matches("sales +longest-idle .*Vertrieb S\u00fcd")),
          text());
    }
  }

  @Test
  void whoIsParkedIsListedWithTheirPlaceAndWhoParkedThem() {
    assertEquals(ExitCode.OK, run("call", "parked"), text());
    assertTrue(text().endsWith("0 parked\n"), text());
    site.centre.tell(new AgentInput.SignIn(ManualSite.ANNA, null));
    site.centre.callerArrives();
    site.centre.telephoneAnswers();
    assertEquals(ExitCode.OK, run("call", "park", "anna"), text());
    assertEquals("Parked in 701.\n", text());
    assertEquals(ExitCode.OK, run("call", "parked"), text());
    assertTrue(
        text().lines().anyMatch(line -> line.matches(" *701 +\\+4930123456 .* anna +sales .*")),
        text());
  }

  @Test
  void aListIsLookedAtLoadedShownAndTakenBack() throws IOException {
    Path file = folder.resolve("people.csv");
    Files.writeString(file, "name;phone\nEva;030901820\nAl;030901821\nBo;4.93E+11\n");
    String path = file.toString();
    assertEquals(ExitCode.OK, run("list", "preview", path), text());
    assertTrue(text().contains("delimiter ;, encoding UTF-8, with a header"), text());
    assertTrue(text().lines().anyMatch(line -> line.matches(" 2 +phone +number 1 .*")), text());

    assertEquals(ExitCode.FAILED, run("list", "import", path));
    assertTrue(text().contains("'campaign' must say"), text());
    assertEquals(ExitCode.OK, run("list", "import", path, "--dry-run"), text());
    assertTrue(text().contains("Nothing was loaded"), text());
    assertEquals(ExitCode.OK, run("list", "import", path, "--campaign", "spring"), text());
    assertTrue(text().lines().anyMatch(line -> line.matches("loaded +2 +-")), text());
    assertTrue(text().lines().anyMatch(line -> line.endsWith("1  spreadsheet-damage")), text());
    String list = text().lines().reduce((one, next) -> next).orElseThrow().substring(5);

    assertEquals(ExitCode.FAILED, run("list", "import", path, "--campaign", "spring"));
    assertTrue(text().contains("loaded already, as list " + list), text());
    assertEquals(ExitCode.OK, run("list", "rejects", list, "spreadsheet-damage"), text());
    assertTrue(text().contains("3,4,"), text());
    assertEquals(ExitCode.OK, run("list", "show"), text());
    assertTrue(text().contains("people.csv"), text());
    assertEquals(ExitCode.OK, run("list", "show", list), text());
    assertEquals(ExitCode.OK, run("list", "undo", list), text());
    assertEquals(ExitCode.FAILED, run("list", "show", list));
    assertEquals(
        ExitCode.OK,
        run("list", "import", path, "--campaign", "autumn", "--unique", "system"),
        text());
    assertEquals(
        ExitCode.FAILED, run("list", "import", path, "--campaign", "spring", "--unique", "world"));
    assertTrue(text().contains("'unique' is file, campaign or system"), text());
    assertEquals(
        ExitCode.FAILED,
        run("list", "import", path, "--campaign", "spring", "--not-called-for", "30"));
    assertTrue(text().contains("called recently"), text());
    assertEquals(ExitCode.FAILED, run("list", "import", path + ".not", "--campaign", "spring"));
    assertTrue(text().contains("cannot read"), text());
  }

  @Test
  void whatMayBeExpectedOfACampaignIsPrintedBeforeItDials() throws IOException {
    Path file = folder.resolve("people.csv");
    Files.writeString(file, "name;phone\nEva;030901820\nAl;030901821\n");
    assertEquals(ExitCode.OK, run("list", "import", file.toString(), "--campaign", "spring"));
    AtomicBoolean beats = new AtomicBoolean(true);
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              while (beats.get()) {
                site.beats();
                LockSupport.parkNanos(20_000_000);
              }
            });
    try {
      assertEquals(ExitCode.OK, run("campaign", "leads", "spring"), text());
      assertTrue(text().lines().anyMatch(line -> line.matches("fresh +2")), text());
      assertTrue(text().lines().anyMatch(line -> line.matches("Europe/Berlin +2")), text());
      assertEquals(ExitCode.FAILED, run("campaign", "forecast", "spring"), text());
      assertTrue(text().contains("say how many agents there will be"), text());
      assertEquals(
          ExitCode.OK, run("campaign", "forecast", "spring", "--agents", "3", "--runs", "20"));
      assertTrue(text().contains("2 leads, agents 3, 20 runs"), text());
      assertTrue(text().lines().anyMatch(line -> line.startsWith("connects ")), text());
      assertTrue(text().contains("What keeps it most from getting on faster"), text());
      assertTrue(text().contains("is a guess"), text());
      assertEquals(ExitCode.FAILED, run("campaign", "forecast", "spring", "--runs", "many"));
    } finally {
      beats.set(false);
    }
  }

  @Test
  void aReloadIsReadByTheServerAndToldHere() throws Exception {
    FirstConfiguration.writeIfMissing(configuration);
    ConfigurationSource source = ConfigurationSource.open(configuration);
    site.reloading = source::reload;
    assertEquals(ExitCode.OK, run("config", "reload"), text());
    assertEquals("Nothing has changed.\n", text());

    Files.writeString(
        configuration,
        Files.readString(configuration).replace("timeout: 15s", "timeout: 9s")
            + "  \"49301002\": {queue: sales}\n");
    assertEquals(ExitCode.OK, run("config", "reload"), text());
    assertEquals(List.of("Changed: queues, numbers"), text().lines().toList());
    assertEquals(9_000, source.current().queues().getFirst().ringMillis());
  }

  @Test
  void theDoctorTellsOfThePlatformAndTheDisk() throws IOException {
    FirstConfiguration.writeIfMissing(configuration);
    int code = run("doctor", "--json");
    JsonNode answer = new ObjectMapper().readTree(text());
    assertEquals(code == ExitCode.OK, answer.path("well").asBoolean());
    String all = answer.toString();
    assertTrue(all.contains("\"what\":\"platform journal\""), all);
    assertTrue(all.contains("\"what\":\"node edge\""), all);
    assertTrue(all.contains("fdatasync p50"), all);
    run("doctor");
    assertTrue(text().lines().allMatch(line -> line.matches("(ok|warn|fail|    ) .*")), text());
    assertFalse(text().contains(Files.readString(site.tokenFile).strip()));
  }

  private int run(String... arguments) {
    out.reset();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    return new Cli(
            (source, varFolder) -> 0,
            new Terminal(stream, stream),
            new Surroundings(configuration, folder))
        .run(arguments);
  }

  private String text() {
    return out.toString(StandardCharsets.UTF_8);
  }
}

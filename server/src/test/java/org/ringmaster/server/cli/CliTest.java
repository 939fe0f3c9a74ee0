// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.server.config.ConfigurationSource;
import org.ringmaster.server.config.FirstConfiguration;
import org.ringmaster.server.config.PasswordHash;

class CliTest {
  private static final String QUEUES =
      """
      {"queues":[{"id":"sales","strategy":"longest-idle","waiting":12,"longestWaitingSinceMillis":1000,"talking":2,
       "agents":{"signed-out":1,"available":1,"offered":0,"on-call":2,"wrap-up":0,"paused":1,"signing-in":0},
       "today":{"joined":9,"answered":7,"answeredInTime":6,"abandoned":1,"abandonedShort":0,"overflowed":0,
       "averageWaitMillis":4000,"foreseen":5,"foreseenWithin":4,"serviceLevel":0.75},"expectedWaitSeconds":{"p50":61,"p80":140},"pressure":4.2,
       "serviceLevelMillis":20000},
       {"id":"客服","strategy":"ringall","waiting":0,"longestWaitingSinceMillis":null,"talking":0,
       "agents":{"signed-out":2},
       "today":{"joined":0,"answered":0,"answeredInTime":0,"abandoned":0,"abandonedShort":0,"overflowed":0,
       "averageWaitMillis":0,"serviceLevel":null},"serviceLevelMillis":20000}]}""";
  private static final String AGENTS =
      """
      {"agents":[{"id":"dora","name":"Dóra Dénes","state":"paused","sinceMillis":1000,"telephone":"tel04",
       "reason":"break","pauseAsked":null,"logoutAsked":false,"wrapUpUntilMillis":null,"call":null,"queues":["sales","support"]},
       {"id":"chen","name":"陈伟","state":"on-call","sinceMillis":1000,"telephone":"tel03",
       "reason":null,"pauseAsked":"lunch","logoutAsked":false,"wrapUpUntilMillis":null,
       "call":"c01-t3k9a2-0000000042","queues":["sales"]}]}""";
  private static final String STEPS =
      """
      {"input":7,"sequence":0,"kind":"input","atMicros":1764000000000000,"latencyMicros":83,"name":"LegArrived","detail":"node=edge, leg=1764000000.1"}
      {"input":7,"sequence":41,"kind":"fact","atMicros":1764000000000000,"latencyMicros":null,"name":"CallBegan","detail":"call=c01-t3k9a2-0000000041"}

      {"input":7,"sequence":0,"kind":"command","atMicros":1764000000000100,"latencyMicros":1204,"name":"AnswerLeg","detail":"leg=1764000000.1"}
      {"input":9,"sequence":0,"kind":"input","atMicros":1764000000250000,"latencyMicros":60,"name":"LegUp","detail":"node=edge, leg=1764000000.1"}
      """;

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path configuration;

  @BeforeEach
  void prepare() {
    configuration = folder.resolve("ringmaster.yaml");
  }

  @Test
  void queuesAreShownInAlignedColumnsWhateverTheirNames() throws IOException {
    try (SimulatedPlatform platform = new SimulatedPlatform(folder)) {
      platform.answers("GET /api/queues", 200, QUEUES);
      assertEquals(ExitCode.OK, run("queue", "show"), err());
      List<String> lines = out().lines().toList();
      assertEquals(3, lines.size());
      assertTrue(lines.get(1).startsWith("sales  longest-idle       12  "), lines.get(1));
      assertTrue(
          lines
              .get(1)
              .endsWith(
                  "        2     1       4         7          1       75 %  61-140 s       4.2    4 of 5  -"),
          lines.get(1));
      assertEquals(
          "客服   ringall             0             -        -         -        0     0       0         0          0          -         -         -         -  -",
          lines.get(2).replaceAll(" +-( +-)( +)0     0       0", "        -$1$20     0       0"));
      int width = TextWidth.of(lines.get(0).replace("Name", "-")); // Which neither has.
      assertEquals(width, TextWidth.of(lines.get(1)));
      assertEquals(width, TextWidth.of(lines.get(2)));
    }
  }

  @Test
  void whatAllVerbsTakeMayStandBeforeThem() throws IOException {
    try (SimulatedPlatform platform = new SimulatedPlatform(folder)) {
      platform.answers("GET /api/queues", 200, QUEUES);
      String shown = new ObjectMapper().readTree(QUEUES).toString();
      for (String[] words :
          List.of(
              new String[] {"--json", "queue", "show"},
              new String[] {"queue", "--json", "show"},
              new String[] {"--json", "queue", "show", "--json"},
              new String[] {"--var", folder.toString(), "queue", "show", "--json"})) {
        assertEquals(ExitCode.OK, run(words), err());
        assertEquals(shown, new ObjectMapper().readTree(out()).toString());
      }
      Path elsewhere = folder.resolve("elsewhere");
      assertEquals(ExitCode.NOT_RUNNING, run("--var", elsewhere.toString(), "queue", "show"));
      assertEquals(
          ExitCode.OK,
          run("--var", elsewhere.toString(), "queue", "show", "--var", folder.toString()),
          "the last word counts");
    }
  }

  @Test
  void agentsAreShownWithNamesOfAnyAlphabet() throws IOException {
    try (SimulatedPlatform platform = new SimulatedPlatform(folder)) {
      platform.answers("GET /api/agents", 200, AGENTS);
      assertEquals(ExitCode.OK, run("agent", "show"), err());
      List<String> lines = out().lines().toList();
      assertTrue(lines.get(1).startsWith("dora   Dóra Dénes  paused"), lines.get(1));
      assertTrue(lines.get(2).startsWith("chen   陈伟        on-call (then lunch)"), lines.get(2));
      assertTrue(lines.get(1).endsWith("break   -                      sales,support"));
    }
  }

  @Test
  void anAgentIsSignedInAndPausedWithTheRightRequests() throws IOException {
    try (SimulatedPlatform platform = new SimulatedPlatform(folder)) {
      platform.answers("POST /api/agents/anna/login", 200, "{\"done\":\"anna is signed in\"}");
      platform.answers("POST /api/agents/anna/pause", 409, "{\"error\":\"anna is not signed in\"}");
      platform.answers("POST /api/agents/a%20b/unpause", 200, "{\"done\":\"\"}");
      assertEquals(ExitCode.OK, run("agent", "login", "anna", "tel07"), err());
      assertEquals("anna is signed in\n", out());
      assertEquals(ExitCode.FAILED, run("agent", "pause", "anna"));
      assertEquals("ringmaster: anna is not signed in\n", err());
      assertEquals(ExitCode.OK, run("agent", "unpause", "a b"));
      assertEquals("Done.\n", out());
      assertEquals(
          List.of(
              "POST /api/agents/anna/login {\"telephone\":\"tel07\"}",
              "POST /api/agents/anna/pause {}",
              "POST /api/agents/a%20b/unpause {}"),
          platform.asked());
    }
  }

  @Test
  void aFollowedCallIsDrawnAsALadder() throws IOException {
    try (SimulatedPlatform platform = new SimulatedPlatform(folder)) {
      platform.answers("GET /api/calls/c1/follow", 200, STEPS);
      assertEquals(ExitCode.OK, run("call", "follow", "c1"), err());
      assertEquals(
          """
          2025-11-24T16:00:00Z
             +0.000  --> LegArrived                0.083 ms  node=edge, leg=1764000000.1
                      *  CallBegan                  fact 41  call=c01-t3k9a2-0000000041
                     <-- AnswerLeg                 1.204 ms  leg=1764000000.1
             +0.250  --> LegUp                     0.060 ms  node=edge, leg=1764000000.1
          """,
          out().replace("──▶", "-->").replace("◀──", "<--").replace(" ● ", " * "));
      assertEquals(ExitCode.OK, run("call", "follow", "c1", "--json"));
      for (String line : out().lines().toList()) {
        new ObjectMapper().readTree(line);
      }
    }
  }

  @Test
  void everyShowingVerbAnswersInJson() throws IOException {
    try (SimulatedPlatform platform = new SimulatedPlatform(folder)) {
      platform.answers("GET /api/queues", 200, QUEUES);
      platform.answers("GET /api/agents", 200, AGENTS);
      platform.answers("GET /api/calls", 200, "{\"calls\":[]}");
      platform.answers("GET /api/trunks", 200, "{\"trunks\":[]}");
      platform.answers("GET /api/nodes", 200, "{\"nodes\":[]}");
      FirstConfiguration.writeIfMissing(configuration);
      for (String verb :
          List.of(
              "queue show",
              "agent show",
              "call show",
              "trunk show",
              "node show",
              "config check",
              "config schema",
              "config reference",
              "version")) {
        assertEquals(ExitCode.OK, run((verb + " --json").split(" ")), verb + err());
        assertTrue(new ObjectMapper().readTree(out()).isObject(), verb);
      }
    }
  }

  @Test
  void withoutAPlatformOneSentenceSaysSo() {
    for (String verb : List.of("queue show", "agent login anna", "call follow c1", "trunk show")) {
      assertEquals(ExitCode.NOT_RUNNING, run(verb.split(" ")), verb);
      assertEquals("ringmaster: the platform is not running; ./ringmaster up starts it\n", err());
      assertEquals("", out());
    }
  }

  @Test
  void aPlatformThatDiedLeavesTheSameSentence() throws IOException {
    new SimulatedPlatform(folder).close();
    assertEquals(ExitCode.NOT_RUNNING, run("node", "show"));
  }

  @Test
  void aWrongTokenIsTold() throws IOException {
    try (SimulatedPlatform platform = new SimulatedPlatform(folder)) {
      platform.answers("GET /api/nodes", 200, "{\"nodes\":[]}");
      Files.writeString(Whereabouts.tokenFile(folder), "another");
      assertEquals(ExitCode.FAILED, run("node", "show"));
      assertTrue(err().endsWith("does not know our token\n"), err());
    }
  }

  @Test
  void wrongUsageEndsWithTwoAndSaysWhatWasMeant() {
    assertEquals(ExitCode.USAGE, run("agnet", "show"));
    assertEquals(
        "ringmaster: Unmatched arguments from index 0: 'agnet', 'show'\n"
            + "Did you mean: agent?\nSee: ringmaster --help\n",
        err().replaceAll("agent( or \\w+)+\\?", "agent?")); // Others look like it too.
    assertEquals(ExitCode.USAGE, run("agent", "login"));
    assertEquals(
        "ringmaster: Missing required parameter: 'AGENT'\nSee: ringmaster agent login --help\n",
        err());
    assertEquals(ExitCode.USAGE, run("queue"));
    assertTrue(err().contains("Where callers wait."), err());
    assertEquals(ExitCode.USAGE, run("queue", "show", "--jsno"));
    assertEquals(ExitCode.OK, run("--help"));
    assertTrue(out().contains("agent"), out());
  }

  @Test
  void aWrongConfigurationEndsWithTwoAndStartsNothing() throws IOException {
    Files.writeString(configuration, "nodes: {edge: {lab: yes}}\nqueus: {}\n");
    for (String verb : List.of("config check", "up --foreground")) {
      assertEquals(ExitCode.USAGE, run(verb.split(" ")), verb);
      assertEquals(
          configuration + ":2:1: unknown key \"queus\" at the top: did you mean \"queues\"?\n",
          err());
    }
    assertEquals(ExitCode.USAGE, run("config", "check", "--json"));
    assertTrue(new ObjectMapper().readTree(out()).path("findings").isArray());
  }

  @Test
  void theFirstUpWritesAConfigurationAndHandsItOver() {
    assertEquals(42, run("up", "--foreground"), err());
    assertTrue(out().startsWith("wrote a first " + configuration));
    assertEquals(42, run("up", "--foreground"));
    assertEquals("", out());
    assertEquals(ExitCode.USAGE, run("up"));
  }

  @Test
  void aPasswordsHashIsPrintedAndAShortOneRefused() {
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream("grün & lang\n".getBytes(StandardCharsets.UTF_8)));
      assertEquals(ExitCode.OK, run("user", "hash"), err());
      assertTrue(new PasswordHash(out().strip()).matches("grün & lang"));
      System.setIn(new ByteArrayInputStream("short\n".getBytes(StandardCharsets.UTF_8)));
      assertEquals(ExitCode.FAILED, run("user", "hash"));
      assertEquals("ringmaster: a password has 8 characters or more\n", err());
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void theDoctorCountsWhatIsWrongWithTheFile() throws IOException {
    run("doctor");
    assertTrue(out().contains("1 finding in " + configuration), out());
    assertTrue(out().contains("./ringmaster up writes a first one"), out());
    Files.writeString(configuration, "nodes: 1\ncell: 1\n");
    run("doctor");
    assertTrue(out().contains("3 findings in " + configuration), out());
  }

  @Test
  void aReloadTellsWhatHasChanged() throws IOException {
    try (SimulatedPlatform platform = new SimulatedPlatform(folder)) {
      FirstConfiguration.writeIfMissing(configuration);
      platform.answers(
          "POST /api/config/reload",
          200,
          "{\"changed\":[\"queues\",\"http\"],\"atNextStart\":[\"http\"],"
              + "\"warnings\":[\"the lab is deaf\"]}");
      assertEquals(ExitCode.OK, run("config", "reload"), err());
      assertEquals(
          "Changed: queues, http\nFrom the next start on only: http\nBut the lab is deaf\n", out());
      Files.writeString(configuration, "nodes: 1\n");
      assertEquals(ExitCode.USAGE, run("config", "reload"));
      assertEquals(1, platform.asked().size());
    }
  }

  private int run(String... arguments) {
    out.reset();
    err.reset();
    Terminal terminal = new Terminal(stream(out), stream(err));
    return new Cli(CliTest::platform, terminal, new Surroundings(configuration, folder))
        .run(arguments);
  }

  private static int platform(ConfigurationSource source, Path varFolder) {
    return source.current().agents().size() == 5 && Files.isDirectory(varFolder) ? 42 : 1;
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}

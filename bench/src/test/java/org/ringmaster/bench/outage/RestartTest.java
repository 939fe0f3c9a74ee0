// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.outage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.core.store.EmbeddedStore;
import org.ringmaster.lab.CallerBehaviour;
import org.ringmaster.lab.DrawnMillis;
import org.ringmaster.lab.Lab;
import org.ringmaster.lab.TelephoneBehaviour;
import org.ringmaster.server.LabRoom;
import org.ringmaster.server.cli.Cli;
import org.ringmaster.server.cli.ExitCode;
import org.ringmaster.server.cli.Surroundings;
import org.ringmaster.server.cli.Terminal;
import org.ringmaster.server.config.FirstConfiguration;

/** The platform is killed, Asterisk crashes, PostgreSQL goes: calls and books must come through. */
@Tag("lab")
class RestartTest {

  private static final int CALLERS = 50;
  private static final int AGENTS = 5;
  private static final long STOPPED_SECONDS = Long.getLong("ringmaster.test.stoppedSeconds", 5);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  private Path configuration;
  private PlatformProcess platform;
  private Lab lab;
  private StoreReading store;

  @BeforeEach
  void fiftyCallersTalkOrWait() throws Exception {
    configuration = Files.writeString(folder.resolve("ringmaster.yaml"), FirstConfiguration.text());
    platform = PlatformProcess.start(folder, configuration);
    lab = Lab.find(LabRoom.name(folder)).orElseThrow();
    store = new StoreReading(folder);
    for (String telephone : List.of("tel03", "tel04", "tel05")) {
      lab.outside()
          .telephone(
              "edge",
              telephone,
              TelephoneBehaviour.answers(
                  DrawnMillis.between(200, 800), DrawnMillis.untilOtherEnds()));
    }
    Until.holds(platform::isConnected, 30, "the edge is seen");
    for (String agent : List.of("anna", "bruno", "chen", "dora", "emre")) {
      platform.post("/api/agents/" + agent + "/login");
    }
    Until.holds(() -> platform.inState("available") == AGENTS, 30, "all agents are free");
    callersCome();
    Until.holds(this::isSettled, 60, "fifty callers talk or wait");
  }

  private void callersCome() {
    for (int i = 0; i < CALLERS; i++) {
      lab.outside().call("49301000", "4930555%03d".formatted(i), CallerBehaviour.stays());
    }
  }

  private boolean isSettled() {
    return platform.queue("sales", "talking") == AGENTS
        && platform.queue("sales", "waiting") == CALLERS - AGENTS
        && platform.inState("on-call") == AGENTS;
  }

  @AfterEach
  void nothingIsLeft() throws Exception {
    platform.close();
    EmbeddedStore.stop(folder.resolve("postgres"), EmbeddedStore.defaultCache());
    Lab.find(LabRoom.name(folder)).ifPresent(Lab::close);
  }

  @Test
  void aKilledPlatformComesBackToItsCallsWithRightBooks() throws Exception {
    int legs = lab.edge().legs();

    platform = platform.killAndStart();
    Until.holds(() -> platform.isConnected() && isSettled(), 30, "the board is right again");
    long rightAfterMillis = platform.ageMillis();

    assertEquals(legs, lab.edge().legs(), "no call was lost");
    Until.holds(
        () -> store.number("select count(*) from calls where ended_at is null") == CALLERS,
        60,
        "the store is right");
    long storedAfterMillis = platform.ageMillis();
    assertTrue(store.verify().clean(), () -> store.verify().toString());
    System.out.printf(
        "board right %d ms, store right %d ms after the start of the process%n",
        rightAfterMillis, storedAfterMillis);
    hangUpAll();
  }

  @Test
  void aCrashedAsteriskLeavesNoLegOpenInTheBooksAndIsStartedAgain() throws Exception {
    Instant killed = Instant.now();
    lab.edge().kill();
    Until.holds(() -> !platform.isConnected(), 30, "the edge is lost");

    Until.holds(platform::isConnected, 60, "the edge is seen again");
    Until.holds(
        () -> platform.queue("sales", "waiting") == 0 && platform.queue("sales", "talking") == 0,
        30,
        "the queue is empty");
    Until.holds(
        () ->
            store.number(
                    "select count(*) from legs where ended_at is not null and end_source in"
                        + " ('NOT_SEEN', 'WITNESSED')")
                >= CALLERS,
        60,
        "every leg has an end, marked as what it is");
    // Open telephones are rung again on the Asterisk that is back: those legs are new.
    assertEquals(
        0,
        store.number(
            "select count(*) from legs where ended_at is null and started_at < '" + killed + "'"));
    assertTrue(store.verify().clean(), () -> store.verify().toString());
    platform.close();
    assertTheRecordedDayGivesTheSameFactsAgain();
  }

  private void assertTheRecordedDayGivesTheSameFactsAgain() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    int code =
        new Cli(
                (source, varFolder) -> 0,
                new Terminal(stream, stream),
                new Surroundings(configuration, folder))
            .run("replay", "--inputs");
    String told = out.toString(StandardCharsets.UTF_8);
    assertEquals(ExitCode.OK, code, told);
    assertTrue(told.contains(" inputs decided again: ") && told.contains(" facts, the same"), told);
  }

  @Test
  void callsGoOnWithoutPostgresAndTheStoreCatchesUp() throws Exception {
    long synced = store.number("select max(sequence) from facts");
    try (FileChannel file =
            FileChannel.open(folder.resolve("postgres/start.lock"), StandardOpenOption.WRITE);
        FileLock heldFromThePlatform = file.lock()) {
      long backNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOPPED_SECONDS);
      EmbeddedStore.stop(folder.resolve("postgres"), EmbeddedStore.defaultCache());
      hangUpAll();
      callersCome();
      Until.holds(
          () -> platform.queue("sales", "waiting") + platform.queue("sales", "talking") == CALLERS,
          60,
          "fifty others talk or wait");
      hangUpAll();
      Until.holds(() -> System.nanoTime() > backNanos, STOPPED_SECONDS + 1, "it was away so long");
      assertTrue(heldFromThePlatform.isValid());
    }

    store = new StoreReading(folder);
    Until.holds(
        () -> store.number("select count(*) from calls where ended_at is not null") == 2 * CALLERS,
        60,
        "the store has caught up");
    assertTrue(store.verify().clean(), () -> store.verify().toString());
    System.out.printf(
        "PostgreSQL was away for %d s, %d facts were caught up with%n",
        STOPPED_SECONDS, store.number("select max(sequence) from facts") - synced);
  }

  @Test
  void aPlatformLeftDeadLeavesNewAndWaitingCallersToTheFallback() throws Exception {
    platform.kill();
    lab.outside().call("49301000", "4930555777", CallerBehaviour.stays());

    Until.holds(() -> inFallback("4930555777"), 15, "a new caller is in the fallback queue");
    Until.holds(
        () -> fallbackCallers() >= CALLERS - AGENTS,
        60,
        "those who waited are in the fallback too");
    assertEquals(AGENTS, talkingStill(), "talking pairs are left alone");
  }

  @Test
  void openTelephonesThatNobodyTalksToAreRungByTheFallbackOnceThePlatformIsGone() throws Exception {
    platform.post("/api/agents/anna/pause");
    hangUpWhoTalksWith("tel01");
    Until.holds(() -> platform.inState("paused") == 1, 30, "anna's open telephone rests");
    platform.kill();

    Until.holds(() -> answersForTheFallback("tel01"), 90, "anna answers one who waited");
    assertEquals(AGENTS - 1, talkingStill(), "talking pairs are left alone");
    hangUpWhoTalksWith("tel02");
    Until.holds(() -> answersForTheFallback("tel02"), 60, "bruno does, after his talk");
    assertEquals(AGENTS - 2, pairsOfThePlatform(), "the others talk on");
  }

  private void hangUpWhoTalksWith(String telephone) {
    String bridge =
        legs().stream()
            .filter(leg -> leg[0].startsWith("PJSIP/" + telephone + "-"))
            .map(RestartTest::bridgeOf)
            .findFirst()
            .orElseThrow();
    String caller =
        legs().stream()
            .filter(leg -> leg[0].startsWith("PJSIP/outside-") && bridgeOf(leg).equals(bridge))
            .map(leg -> leg[0])
            .findFirst()
            .orElseThrow();
    lab.edge().cli("channel request hangup " + caller);
  }

  /** Whether app_queue has rung a telephone, and a caller of its queue hears it now. */
  private boolean answersForTheFallback(String telephone) {
    List<String> withCallers = bridgesOf("PJSIP/outside-", "Queue");
    return bridgesOf("PJSIP/" + telephone + "-", "AppQueue").stream()
        .anyMatch(withCallers::contains);
  }

  /** Telephones that the platform has brought together with a caller; its empty bridges stay. */
  private long pairsOfThePlatform() {
    List<String> withCallers = bridgesOf("PJSIP/outside-", "Stasis");
    return bridgesOf("PJSIP/tel", "Stasis").stream().filter(withCallers::contains).count();
  }

  private List<String> bridgesOf(String name, String application) {
    return legs().stream()
        .filter(leg -> leg[0].startsWith(name) && leg[5].equals(application))
        .map(RestartTest::bridgeOf)
        .filter(bridge -> !bridge.isEmpty())
        .toList();
  }

  private List<String[]> legs() {
    return lab.edge()
        .cli("core show channels concise")
        .lines()
        .map(line -> line.split("!", -1))
        .filter(leg -> leg.length > 6)
        .toList();
  }

  private static String bridgeOf(String[] leg) {
    return leg[leg.length - 2];
  }

  @Test
  void aPlatformThatHangsWithItsSocketsOpenLeavesWaitingCallersToTheFallback() throws Exception {
    Until.holds(this::isHeard, 30, "the guard's variable is there");
    platform.freeze();

    Until.holds(
        () -> fallbackCallers() >= CALLERS - AGENTS, 60, "those who waited are in the fallback");
    assertEquals(AGENTS, talkingStill(), "talking pairs are left alone");
    platform.thaw();
    Until.holds(
        () ->
            platform.queue("sales", "waiting") == 0 && platform.queue("sales", "talking") == AGENTS,
        60,
        "it goes on with those who talk");
  }

  private boolean isHeard() {
    return lab.edge().cli("dialplan show globals").contains("RINGMASTER_BEAT=");
  }

  private long talkingStill() {
    return lab.edge().cli("bridge show all").lines().filter(line -> line.contains("TALK")).count();
  }

  /** Callers in app_queue: those who wait there and those who have an agent by it. */
  private long fallbackCallers() {
    return lab.edge()
        .cli("core show channels concise")
        .lines()
        .filter(line -> line.startsWith("PJSIP/outside") && line.contains("!Queue!"))
        .count();
  }

  private boolean inFallback(String number) {
    return lab.edge()
        .cli("core show channels concise")
        .lines()
        .anyMatch(line -> line.contains(number) && line.contains("!Queue!"));
  }

  private void hangUpAll() throws InterruptedException {
    lab.outside().asterisk().cli("channel request hangup all");
    Until.holds(
        () -> platform.queue("sales", "waiting") == 0 && platform.queue("sales", "talking") == 0,
        30,
        "all have hung up");
  }
}

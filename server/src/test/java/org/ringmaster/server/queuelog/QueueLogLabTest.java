// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.queuelog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.asteriskconf.ConfFiles;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.steering.SteeringInput;
import org.ringmaster.lab.CallerBehaviour;
import org.ringmaster.lab.DrawnMillis;
import org.ringmaster.lab.OutsideCall;
import org.ringmaster.lab.TelephoneBehaviour;
import org.ringmaster.server.LabCentre;
import org.ringmaster.server.Waiting;

/**
 * The same calls at the same moments through app_queue and through us, on one Asterisk, with
 * telephones that behave alike. Each of app_queue's queues has the name of ours behind {@code p-}.
 */
@Tag("lab")
class QueueLogLabTest {
  private static final List<String> TALKERS = List.of("tel01", "tel06");
  private static final long LEVEL_SECONDS = 5;
  private static final int CALLER = 700;
  private static final int CALLEE = 700;
  private static final Pattern FIRST = Pattern.compile("(?m)^ +1\\. (\\S+) \\(wait");
  private static final DrawnMillis ONE_SECOND = DrawnMillis.always(1_000);
  private static final DrawnMillis FOUR_SECONDS = DrawnMillis.always(4_000);
  private static final TelephoneBehaviour ANSWERS =
      TelephoneBehaviour.answers(ONE_SECOND, DrawnMillis.untilOtherEnds());
  private static final Map<String, Integer> TELEPHONES =
      Map.of("anna", 1, "bruno", 2, "chen", 3, "dora", 4, "emil", 5);
  private static final Map<String, String> QUEUES =
      Map.of("anna", "sales", "bruno", "sales", "chen", "empty", "dora", "busy", "emil", "told");
  private static final List<String> AGENTS = List.of("anna", "bruno", "chen", "dora", "emil");

  private static final String YAML =
      """
      nodes: {edge: {lab: yes}}
      trunks: {outside: {node: edge}}
      telephones:
        tel01: {node: edge, transferkey: yes}
        tel02: {node: edge}
        tel03: {node: edge}
        tel04: {node: edge}
        tel05: {node: edge}
        tel06: {node: edge}
        tel07: {node: edge}
        tel08: {node: edge}
        tel09: {node: edge}
        tel10: {node: edge}
      agents:
        anna: {number: 1001, telephone: tel01}
        bruno: {number: 1002, telephone: tel02}
        chen: {number: 1003, telephone: tel03}
        dora: {number: 1004, telephone: tel04}
        emil: {number: 1005, telephone: tel05}
      queues:
        sales: {strategy: linear, agents: [anna, bruno], timeout: 5s, retry: 1s, maxwait: 15s,
                servicelevel: 5s, rejoin: 0, overflow: {prompt: [vm-goodbye]}, keys: {"1": overflow}}
        empty: {strategy: linear, agents: [chen], timeout: 5s, retry: 1s, rejoin: 0,
                servicelevel: 5s, leavewhenempty: "paused,unavailable"}
        busy: {strategy: linear, agents: [dora], timeout: 5s, retry: 5s, servicelevel: 5s, rejoin: 0}
        told: {strategy: linear, agents: [emil], timeout: 5s, retry: 5s, servicelevel: 5s, rejoin: 0,
               whisper: [vm-goodbye, vm-goodbye]}
      transfers: {numbers: {"_81X.": {trunk: outside}}}
      numbers:
        "49301001": {queue: sales}
        "49301002": {queue: empty}
        "49301003": {queue: busy}
        "49301004": {queue: told}
      queuelog: {file: queue_log, table: yes}
      """;

  private static final String PEER_QUEUES =
      """
      [p-sales]
      strategy = linear
      timeout = 5
      retry = 1
      servicelevel = 5
      ringinuse = no
      context = p-keys
      [p-empty]
      strategy = linear
      timeout = 5
      retry = 1
      servicelevel = 5
      ringinuse = no
      leavewhenempty = paused,unavailable
      [p-busy]
      strategy = linear
      timeout = 5
      retry = 5
      servicelevel = 5
      ringinuse = no
      [p-told]
      strategy = linear
      timeout = 5
      retry = 5
      servicelevel = 5
      ringinuse = no
      announce = vm-goodbye&vm-goodbye
      """;

  private static final String PEER_DIALPLAN =
      """
      [from-trunk](+)
      exten => 49302001,1,Answer()
       same => n,Queue(p-sales,,,,15)
       same => n,Hangup()
      exten => 49302002,1,Answer()
       same => n,Queue(p-empty,,,,60)
       same => n,Hangup()
      exten => 49302003,1,Answer()
       same => n,Queue(p-busy,,,,60)
       same => n,Hangup()
      exten => 49302004,1,Answer()
       same => n,Queue(p-told,,,,60)
       same => n,GotoIf($["${QUEUESTATUS}" != "WITHDRAW"]?gone)
       same => n,Queue(p-sales,,,,15)
       same => n(gone),Hangup()
      [p-keys]
      exten => 1,1,Hangup()
      [numbers]
      exten => _8.,1,Dial(PJSIP/${EXTEN}@outside)
      """;

  /** One of app_queue's telephones hands on, to numbers. */
  private static final String PEER_TELEPHONES =
      """
      [tel06](+type=endpoint)
      allow_transfer = yes
      context = numbers
      """;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  private LabCentre centre;
  private int callers;

  @Test
  void everyCallHasTheSameLinesFromAppQueueAndFromUs() throws Exception {
    ConfFiles peer =
        new ConfFiles(
            Map.of(
                "queues.conf", PEER_QUEUES,
                "extensions.conf", PEER_DIALPLAN,
                "pjsip.conf", PEER_TELEPHONES));
    try (LabCentre started = LabCentre.start(YAML, folder, peer)) {
      centre = started;
      agentsCome();
      whoIsAnswered();
      whoGivesUpWhileSomebodyIsRung();
      whoIsAnsweredByTheSecondAgent();
      whoWaitsWhileAllArePaused();
      whoseQueueEmpties();
      whoseAgentIsBusy();
      whoseAgentGoesWhileTheyAreToldOfThem();
      whoIsTakenOutByASupervisor();
      whoIsHandedOn();
      whoIsGivenToANumberThatWasAskedFirst();
      agentsGo();
      compare();
    }
  }

  private void agentsCome() throws Exception {
    for (String agent : AGENTS) {
      centre.accepted(new AgentInput.SignIn(new AgentId(agent), null));
      cli("queue add member %s to p-%s penalty 0 as %s", interfaceOf(agent), agent);
    }
    await(() -> centre.inState(AgentState.AVAILABLE) == AGENTS.size(), "all agents are free");
  }

  private void whoIsAnswered() throws Exception {
    behave("anna", ANSWERS);
    both("1", CallerBehaviour.talks(FOUR_SECONDS));
    awaitCalls();
    behave("anna", TelephoneBehaviour.answers(ONE_SECOND, FOUR_SECONDS));
    both("1", CallerBehaviour.stays());
    awaitCalls();
  }

  private void whoGivesUpWhileSomebodyIsRung() throws Exception {
    behave("anna", TelephoneBehaviour.nobodyThere());
    both("1", CallerBehaviour.abandonsAfter(3_000));
    awaitCalls();
  }

  private void whoIsAnsweredByTheSecondAgent() throws Exception {
    behave("bruno", ANSWERS);
    both("1", CallerBehaviour.talks(FOUR_SECONDS));
    awaitCalls();
  }

  private void whoWaitsWhileAllArePaused() throws Exception {
    for (String agent : List.of("anna", "bruno")) {
      centre.accepted(new AgentInput.Pause(new AgentId(agent), PauseReason.NONE));
      cli("queue pause member %s", interfaceOf(agent), agent);
    }
    both("1", CallerBehaviour.stays());
    await(() -> waiting() == 1, "the first waits");
    both("1", CallerBehaviour.abandonsAfter(3_000));
    await(() -> waiting() == 2, "the second waits");
    both("1", CallerBehaviour.stays().pressing("1", 5_500));
    awaitCalls();
    for (String agent : List.of("anna", "bruno")) {
      centre.accepted(new AgentInput.Unpause(new AgentId(agent)));
      cli("queue unpause member %s", interfaceOf(agent), agent);
    }
  }

  private void whoseQueueEmpties() throws Exception {
    centre.accepted(new AgentInput.Pause(new AgentId("chen"), PauseReason.NONE));
    cli("queue pause member %s", interfaceOf("chen"), "chen");
    both("2", CallerBehaviour.stays());
    awaitCalls();
  }

  private void whoseAgentIsBusy() throws Exception {
    behave("dora", TelephoneBehaviour.busy());
    both("3", CallerBehaviour.abandonsAfter(3_000));
    awaitCalls();
  }

  private void whoseAgentGoesWhileTheyAreToldOfThem() throws Exception {
    behave("emil", TelephoneBehaviour.answers(ONE_SECOND, DrawnMillis.always(500)));
    both("4", CallerBehaviour.abandonsAfter(5_500));
    awaitCalls();
    behave("emil", ANSWERS);
    both("4", CallerBehaviour.abandonsAfter(2_500)); // While the agent is told.
    awaitCalls();
  }

  /** Withdrawn and sent to another queue, where an agent answers. */
  private void whoIsTakenOutByASupervisor() throws Exception {
    behave("anna", ANSWERS);
    centre.accepted(new AgentInput.Pause(new AgentId("emil"), PauseReason.NONE));
    cli("queue pause member %s", interfaceOf("emil"), "emil");
    both("4", CallerBehaviour.talks(FOUR_SECONDS));
    await(() -> waiting() == 1 && channelIn("p-told") != null, "both wait");
    long joined = System.nanoTime();
    await(() -> System.nanoTime() - joined > 2_000_000_000L, "they have waited a while");
    withdraw("p-told", channelIn("p-told"));
    centre.accepted(
        new SteeringInput.RequeueCall(
            centre.facts(QueueFact.EntryJoined.class).getLast().call(),
            new QueueId("sales"),
            SteeringInput.UNSEEN,
            new Author("sue")));
    awaitCalls();
    centre.accepted(new AgentInput.Unpause(new AgentId("emil")));
    cli("queue unpause member %s", interfaceOf("emil"), "emil");
  }

  private void withdraw(String queue, String channel) throws IOException {
    try (ManagerLine line = new ManagerLine(centre.lab().edge())) {
      String answer = line.ask("QueueWithdrawCaller", Map.of("Queue", queue, "Caller", channel));
      assertTrue(answer.contains("Response: Success"), answer);
    }
  }

  /** The channel that waits first in one of app_queue's queues; null where none does. */
  private @Nullable String channelIn(String queue) {
    String shown = centre.lab().edge().cli("queue show " + queue);
    Matcher first = FIRST.matcher(shown);
    return first.find() ? first.group(1) : null;
  }

  private void whoIsHandedOn() throws Exception {
    behave("anna", ANSWERS);
    both("1", CallerBehaviour.stays());
    bothTalk("tel01", "tel06");
    bothHandOn("810103");
    awaitCalls();
  }

  private void whoIsGivenToANumberThatWasAskedFirst() throws Exception {
    both("1", CallerBehaviour.stays());
    bothTalk("tel01", "tel06");
    OutsideCall ours = secondLine("tel01");
    OutsideCall theirs = secondLine("tel06");
    for (OutsideCall line : List.of(ours, theirs)) {
      await(() -> centre.outside().listen(line).hears(300).has(CALLEE), "who is asked is there");
    }
    centre.outside().joinsLines("edge", "tel01", ours);
    centre.outside().joinsLines("edge", "tel06", theirs);
    awaitCalls();
  }

  private OutsideCall secondLine(String telephone) {
    return centre.outside().dialIn("edge", telephone, "810115", "", DrawnMillis.untilOtherEnds());
  }

  private void bothTalk(String ours, String theirs) throws Exception {
    for (String telephone : List.of(ours, theirs)) {
      await(() -> talks(telephone), telephone + " talks");
    }
  }

  private boolean talks(String telephone) {
    try {
      return centre.outside().listen("edge", telephone).hears(300).has(CALLER);
    } catch (IllegalStateException notYet) {
      return false;
    }
  }

  /** One after the other at once: while one is being handed on the other talks no longer. */
  private void bothHandOn(String to) throws Exception {
    for (String telephone : TALKERS) {
      centre.outside().transfers("edge", telephone, to);
    }
    for (String telephone : TALKERS) {
      await(() -> !talks(telephone), telephone + " has handed on");
    }
  }

  private void agentsGo() throws Exception {
    for (String agent : AGENTS) {
      centre.accepted(new AgentInput.SignOut(new AgentId(agent)));
      cli("queue remove member %s from p-%s", interfaceOf(agent), agent);
    }
  }

  private void compare() throws Exception {
    List<String> theirs = theirs();
    Path file = folder.resolve("queue_log");
    await(
        () -> lines(file).stream().filter(it -> it.contains("REMOVE")).count() == AGENTS.size(),
        "ours");
    List<String> ours = lines(file);
    assertEquals(
        List.of(),
        LogTale.differences(new LogTale(theirs, "p-"), new LogTale(ours, "")),
        () -> "app_queue:\n" + String.join("\n", theirs) + "\nours:\n" + String.join("\n", ours));

    QueueShow.Counts shown = QueueShow.of(theirs, LEVEL_SECONDS).get("p-sales");
    String asterisk = centre.lab().edge().cli("queue show p-sales");
    assertTrue(asterisk.contains(shown.text()), shown.text() + " in " + asterisk);
    assertEquals(shown, QueueShow.of(ours, LEVEL_SECONDS).get("sales"));
    whatStandsInANewFile(file);
    for (String queue : List.of("empty", "busy", "told")) {
      QueueShow.Counts counts = QueueShow.of(theirs, LEVEL_SECONDS).get("p-" + queue);
      String answer = centre.lab().edge().cli("queue show p-" + queue);
      assertTrue(answer.contains(counts.text()), counts.text() + " in " + answer);
    }
  }

  /** Both files are renamed, as logrotate does, and both begin a new one with the same line. */
  private void whatStandsInANewFile(Path ours) throws Exception {
    Path theirs = centre.lab().edge().instance().folder().resolve("log/queue_log");
    Files.move(theirs, theirs.resolveSibling("queue_log.1"));
    Files.move(ours, ours.resolveSibling("queue_log.1"));
    centre.lab().edge().cli("logger reload");
    centre.accepted(new AgentInput.SignIn(new AgentId("anna"), null));
    for (Path file : List.of(theirs, ours)) {
      await(() -> !lines(file).isEmpty(), file + " has a line");
      String line = lines(file).getFirst();
      assertEquals("|NONE|NONE|NONE|CONFIGRELOAD|", line.substring(line.indexOf('|')));
    }
  }

  private List<String> theirs() {
    return lines(centre.lab().edge().instance().folder().resolve("log/queue_log"));
  }

  private static List<String> lines(Path file) {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The telephone of app_queue's agent of the same name. */
  private static String interfaceOf(String agent) {
    return "PJSIP/tel%02d".formatted(TELEPHONES.get(agent) + 5);
  }

  private void behave(String agent, TelephoneBehaviour behaviour) {
    int telephone = TELEPHONES.get(agent);
    centre.outside().telephone("edge", "tel%02d".formatted(telephone), behaviour);
    centre.outside().telephone("edge", "tel%02d".formatted(telephone + 5), behaviour);
  }

  private void both(String queue, CallerBehaviour behaviour) {
    String number = "4930555%03d".formatted(callers++);
    centre.outside().call("4930200" + queue, number, behaviour);
    centre.outside().call("4930100" + queue, number, behaviour);
  }

  private void cli(String command, String telephone, String agent) {
    String answer = centre.lab().edge().cli(command.formatted(telephone, QUEUES.get(agent), agent));
    assertTrue(
        !answer.contains("nable to") && !answer.contains("Usage") && !answer.contains("No such"),
        command + answer);
  }

  private void awaitCalls() throws Exception {
    try {
      await(() -> centre.outside().calls().isEmpty(), "all callers have gone");
    } catch (AssertionError e) {
      throw new AssertionError(
          String.join("\n", theirs()) + centre.lab().edge().cli("core show channels"), e);
    }
    await(() -> centre.lab().edge().legs() == 0, "all telephones are on the hook");
  }

  private int waiting() {
    return centre.platform().boards().queues().rows().stream().mapToInt(row -> row.waiting()).sum();
  }

  private static void await(BooleanSupplier condition, String what) throws InterruptedException {
    Waiting.until(condition, 60, what);
  }
}

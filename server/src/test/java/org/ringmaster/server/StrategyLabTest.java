// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.aribridge.cel.BookCheck;
import org.ringmaster.aribridge.cel.CelFiles;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.board.NodeRow;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.journal.FactFrame;
import org.ringmaster.core.journal.JournalReader;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.Reason;
import org.ringmaster.core.routing.Strategy;
import org.ringmaster.core.store.EmbeddedStore;
import org.ringmaster.lab.CallerBehaviour;
import org.ringmaster.lab.DrawnMillis;
import org.ringmaster.lab.EdgePlan;
import org.ringmaster.lab.Lab;
import org.ringmaster.lab.LabPlan;
import org.ringmaster.lab.OutsideCall;
import org.ringmaster.lab.TelephoneBehaviour;
import org.ringmaster.server.cli.BookedLegs;
import org.ringmaster.server.config.Configuration;
import org.ringmaster.server.config.ConfigurationFile;
import org.ringmaster.server.config.LabEdges;

/**
 * Each strategy, skills that are relaxed, and overflow, with real SIP legs on a real Asterisk: whom
 * it rang is read from the journal, and CEL must agree with the books.
 */
@Tag("lab")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StrategyLabTest {
  private static final List<String> AGENTS = List.of("anna", "bruno", "chen");
  private static final FactFrame FRAME = new FactFrame(FactCodec.of(Centre.names().build()));
  private static final String SKILLED = "49301900";
  private static final String IMPATIENT = "49301901";

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path folder;

  private static Lab lab;
  private static ContactCentre centre;
  private static int callers;
  private long before;

  @BeforeAll
  static void start() throws Exception {
    Path file = Files.writeString(folder.resolve("ringmaster.yaml"), configuration());
    Configuration configuration = ConfigurationFile.read(file);
    lab = Lab.start(LabPlan.of(LabEdges.of(configuration).toArray(new EdgePlan[0])));
    centre = new ContactCentre(configuration, folder, new NodePlaces(lab), List::of);
    for (String telephone : List.of("tel01", "tel02", "tel03")) {
      lab.outside()
          .telephone(
              "edge",
              telephone,
              TelephoneBehaviour.answers(
                  DrawnMillis.between(200, 200), DrawnMillis.untilOtherEnds()));
    }
    centre.start();
    Waiting.until(
        () ->
            centre.boards().trunks().nodes().stream()
                .anyMatch(node -> node.sight() == NodeRow.Sight.CONNECTED),
        60,
        "the edge is seen");
    for (String agent : AGENTS) {
      centre.inlet().ask(new AgentInput.SignIn(new AgentId(agent), null)).get(5, TimeUnit.SECONDS);
    }
  }

  private static String configuration() {
    StringBuilder text =
        new StringBuilder(
            """
            nodes:
              edge: {lab: yes}
            trunks:
              outside: {node: edge, channels: 50}
            telephones:
              tel01: {node: edge, use: rung}
              tel02: {node: edge, use: rung}
              tel03: {node: edge, use: rung}
            agents:
              anna: {number: 1001, telephone: tel01}
              bruno: {number: 1002, telephone: tel02, skills: {french: 3}}
              chen: {number: 1003, telephone: tel03, skills: {french: 8}}
            queues:
              skilled: {agents: [anna, bruno, chen], strategy: skills, wrapuptime: 0s,
                        skills: {french: 7}, relax: ["2s french 2"]}
              impatient: {agents: [anna], maxwait: 2s, wrapuptime: 0s, overflow: {queue: linear}}
            """);
    StringBuilder numbers =
        new StringBuilder("numbers:\n  \"" + SKILLED + "\": {queue: skilled}\n")
            .append("  \"" + IMPATIENT + "\": {queue: impatient}\n");
    for (Strategy strategy : Strategy.values()) {
      text.append("  ").append(name(strategy)).append(": {agents: [anna, bruno, chen], strategy: ");
      text.append(name(strategy)).append(", wrapuptime: 0s}\n");
      numbers.append("  \"").append(number(strategy)).append("\": {queue: ");
      numbers.append(name(strategy)).append("}\n");
    }
    return text.append(numbers).toString();
  }

  private static String name(Strategy strategy) {
    return strategy.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String number(Strategy strategy) {
    return "493011%02d".formatted(strategy.ordinal());
  }

  @AfterAll
  static void end() throws Exception {
    if (centre != null) {
      centre.close();
    }
    lab.close();
    EmbeddedStore.stop(folder.resolve("postgres"), EmbeddedStore.defaultCache());
  }

  @BeforeEach
  void everybodyIsFree() throws Exception {
    free(3);
    before = facts(0).size();
  }

  @Test
  @Order(1)
  void ringallRingsEverybodyForOneCaller() throws Exception {
    talk(number(Strategy.RINGALL), 1);
    assertEquals(Set.copyOf(AGENTS), new TreeSet<>(rung()));
    assertEquals(1, connected().size());
  }

  @Test
  @Order(2)
  void linearRingsTheTopOfTheListEachTime() throws Exception {
    assertEquals(List.of("anna", "anna", "anna"), three(Strategy.LINEAR));
  }

  @Test
  @Order(3)
  void roundRobinGoesOnFromWhomItRangLast() throws Exception {
    assertEquals(AGENTS, three(Strategy.RRMEMORY));
    before = facts(0).size();
    assertEquals(AGENTS, three(Strategy.RRORDERED));
  }

  @Test
  @Order(4)
  void thoseThatCountGiveEachAgentOneOfThree() throws Exception {
    for (Strategy strategy :
        List.of(Strategy.LEASTRECENT, Strategy.FEWESTCALLS, Strategy.LONGEST_IDLE)) {
      before = facts(0).size();
      assertEquals(Set.copyOf(AGENTS), new TreeSet<>(three(strategy)), strategy::name);
    }
  }

  @Test
  @Order(5)
  void thoseThatDrawGiveEachCallerToSomebody() throws Exception {
    for (Strategy strategy : List.of(Strategy.RANDOM, Strategy.WRANDOM, Strategy.SKILLS)) {
      before = facts(0).size();
      assertEquals(3, three(strategy).size(), strategy::name);
    }
  }

  @Test
  @Order(6)
  void whoHasLessOfASkillIsRungOnceThatIsRelaxed() throws Exception {
    OutsideCall first = call(SKILLED);
    free(2);
    OutsideCall second = call(SKILLED);
    free(1);
    lab.outside().hangUp(first);
    lab.outside().hangUp(second);
    free(3);
    assertEquals(List.of("chen", "bruno"), connected());
    long waited = chosen().getLast().choice().waitedMillis();
    assertTrue(waited >= 2_000 && waited < 4_000, "rung after " + waited + " ms");
  }

  @Test
  @Order(7)
  void whoHasWaitedTooLongIsSentOnToTheNextQueue() throws Exception {
    OutsideCall first = call(IMPATIENT);
    free(2);
    OutsideCall second = call(IMPATIENT);
    free(1);
    lab.outside().hangUp(first);
    lab.outside().hangUp(second);
    free(3);
    QueueFact.EntryOverflowed sent = all(QueueFact.EntryOverflowed.class).getLast();
    assertEquals(Reason.MAX_WAIT, sent.reason());
    assertEquals(List.of("anna", "bruno"), connected(), "anna talks, so linear goes on to bruno");
  }

  @Test
  @Order(99)
  void theSecondWitnessAgreesWithEveryLeg() throws Exception {
    Waiting.until(() -> centre.store().isPresent(), 60, "the store is there");
    Waiting.until(
        () -> {
          BookCheck.Outcome outcome = outcome();
          return outcome.clean() && outcome.agreed() >= 50;
        },
        30,
        "books and CEL agree");
  }

  private static BookCheck.Outcome outcome() {
    try (Connection connection = centre.store().orElseThrow().readers().getConnection()) {
      return BookCheck.compare(
          BookedLegs.of(connection, 1, new NodeId("edge")),
          CelFiles.legs(List.of(lab.edge().celFile())));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Three callers, one after the other; who talked with them. */
  private List<String> three(Strategy strategy) throws Exception {
    talk(number(strategy), 3);
    return connected();
  }

  private void talk(String number, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      OutsideCall call = call(number);
      free(2);
      lab.outside().hangUp(call);
      free(3);
    }
  }

  private static OutsideCall call(String number) throws Exception {
    return lab.outside().call(number, "4930555%03d".formatted(callers++), CallerBehaviour.stays());
  }

  /** Waits until so many are free and the others talk: nobody is being rung any more. */
  private static void free(int agents) throws Exception {
    Waiting.until(
        () -> inState(AgentState.AVAILABLE) == agents && inState(AgentState.ON_CALL) == 3 - agents,
        20,
        agents + " agents are free");
  }

  private static long inState(AgentState state) {
    return centre.boards().agents().rows().stream()
        .filter(row -> row.agent().state() == state)
        .count();
  }

  private List<String> connected() {
    return all(QueueFact.EntryConnected.class).stream().map(f -> f.agent().value()).toList();
  }

  private List<String> rung() {
    return chosen().stream().map(f -> f.agent().value()).toList();
  }

  private List<QueueFact.EntryOffered> chosen() {
    return all(QueueFact.EntryOffered.class);
  }

  private <T extends Fact> List<T> all(Class<T> type) {
    return facts(before).stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static List<Fact> facts(long after) {
    List<Fact> facts = new ArrayList<>();
    try (JournalReader reader = new JournalReader(folder.resolve("journal"), after + 1)) {
      while (reader.next()) {
        facts.add(FRAME.decode(reader.sequence(), reader.payload()).fact());
      }
    }
    return facts;
  }
}

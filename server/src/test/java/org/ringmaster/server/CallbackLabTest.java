// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.core.board.AgentRow;
import org.ringmaster.core.board.NodeRow;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.callback.Callback;
import org.ringmaster.core.callback.CallbackState;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.store.EmbeddedStore;
import org.ringmaster.lab.CalleeBehaviour;
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
 * Callers who are called back, on a real Asterisk with real SIP legs. That customer and agent hear
 * each other is measured by their tones: the customer sounds 700 Hz, the agent 1400 Hz.
 */
@Tag("lab")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CallbackLabTest {
  private static final String CONFIGURATION =
      """
      region: DE
      nodes:
        edge: {lab: yes}
      trunks:
        outside: {node: edge, channels: 50}
      telephones:
        tel01: {node: edge, use: rung}
      agents:
        anna: {number: 1001, telephone: tel01}
      queues:
        sales:
          agents: [anna]
          keys: {"5": callback}
          callback: {trunk: outside, retry: 1s, timeout: 8s}
        service:
          agents: [anna]
          keys: {"5": callback}
          callback: {trunk: outside, mode: agent-first, retry: 1s, timeout: 8s}
      numbers:
        "49301000": {queue: sales}
        "49302000": {queue: service}
      """;
  private static final String SALES = "49301000";
  private static final String SERVICE = "49302000";
  private static final int AGENT = 1_400;
  private static final int CUSTOMER = 700;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path folder;

  private static Lab lab;
  private static ContactCentre centre;

  @BeforeAll
  static void start() throws Exception {
    Files.writeString(folder.resolve("ringmaster.yaml"), CONFIGURATION);
    Configuration configuration = ConfigurationFile.read(folder.resolve("ringmaster.yaml"));
    lab = Lab.start(LabPlan.of(LabEdges.of(configuration).toArray(new EdgePlan[0])));
    centre = new ContactCentre(configuration, folder, new NodePlaces(lab), List::of);
    lab.outside()
        .telephone(
            "edge",
            "tel01",
            TelephoneBehaviour.answers(
                DrawnMillis.between(300, 300), DrawnMillis.untilOtherEnds()));
    centre.start();
    Waiting.until(
        () ->
            centre.boards().trunks().nodes().stream()
                .anyMatch(node -> node.sight() == NodeRow.Sight.CONNECTED),
        60,
        "the edge is seen");
    accepted(new AgentInput.SignIn(new AgentId("anna"), null));
    accepted(new AgentInput.Pause(new AgentId("anna"), new PauseReason("lunch")));
    Waiting.until(() -> centre.store().isPresent(), 60, "the store is there");
  }

  @AfterAll
  static void end() throws Exception {
    if (centre != null) {
      centre.close();
    }
    lab.close();
    EmbeddedStore.stop(folder.resolve("postgres"), EmbeddedStore.defaultCache());
  }

  @Test
  @Order(1)
  void aCallersPlaceIsKeptAndTheyAreDialledWhenItComesUp() throws Exception {
    lab.outside().callee("493055501001", CalleeBehaviour.person(500, 8_000));
    asks(SALES, "03055501001");
    Callback kept = theOne();
    assertEquals("+493055501001", kept.number().text());
    assertEquals(0, count("callback_tries"));

    accepted(new AgentInput.Unpause(new AgentId("anna")));
    over("TALKED");
    hearEachOther("493055501001");
    assertEquals(1, count("callback_tries"));
    pauses();
  }

  @Test
  @Order(2)
  void whereTheAgentIsFirstTheCustomerIsDialledWhenTheAgentIsThere() throws Exception {
    lab.outside().callee("493055501002", CalleeBehaviour.person(500, 8_000));
    asks(SERVICE, "+493055501002");
    accepted(new AgentInput.Unpause(new AgentId("anna")));
    over("TALKED");
    hearEachOther("493055501002");
    pauses();
  }

  @Test
  @Order(3)
  void whoRingsAgainHasTheOldPlaceAndIsNotDialled() throws Exception {
    asks(SALES, "+493055501003");
    long since = theOne().sinceMicros();
    OutsideCall again = lab.outside().call(SALES, "00493055501003", CallerBehaviour.stays());
    Waiting.until(() -> theOne().state() == CallbackState.IN_PERSON, 20, "waits in person");
    assertEquals(since, theOne().sinceMicros());
    accepted(new AgentInput.Unpause(new AgentId("anna")));
    Waiting.until(() -> lab.outside().listen(again).hears(300).has(AGENT), 20, "hears anna");
    over("REACHED");
    assertEquals(0, tries("+493055501003"));
    lab.outside().hangUp(again);
    pauses();
  }

  @Test
  @Order(4)
  void whoDoesNotAnswerIsTriedThreeTimes() throws Exception {
    lab.outside().callee("493055501004", CalleeBehaviour.busy());
    asks(SALES, "+493055501004");
    accepted(new AgentInput.Unpause(new AgentId("anna")));
    over("UNREACHED");
    assertEquals(3, tries("+493055501004"));
    is(AgentState.AVAILABLE);
    pauses();
  }

  @Test
  @Order(99)
  void theSecondWitnessAgreesWithEveryLeg() throws Exception {
    Waiting.until(
        () -> {
          BookCheck.Outcome outcome = outcome();
          return outcome.clean() && outcome.agreed() >= 5;
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

  /** Rings, presses the key, says yes to the number, and is gone. */
  private static void asks(String queue, String caller) throws Exception {
    lab.outside().call(queue, caller, CallerBehaviour.stays().pressing("5ww1", 1_000));
    Waiting.until(
        () -> centre.boards().callbacks().rows().size() == 1, 30, caller + " is to be called back");
    Waiting.until(() -> centre.boards().calls().live() == 0, 30, caller + " was hung up");
  }

  private static Callback theOne() {
    return centre.boards().callbacks().rows().iterator().next();
  }

  private static void hearEachOther(String number) throws Exception {
    Waiting.until(
        () -> lab.outside().listenAt(number).hears(300).has(AGENT), 30, number + " hears anna");
    Waiting.until(
        () -> lab.outside().listen("edge", "tel01").hears(300).has(CUSTOMER),
        30,
        "anna hears " + number);
  }

  private static void over(String outcome) throws Exception {
    Waiting.until(() -> centre.boards().callbacks().rows().isEmpty(), 60, "the callback is over");
    Waiting.until(
        () -> count("callbacks where ended_at is null") == 0, 20, "the store has its end");
    assertTrue(count("callbacks where outcome = '" + outcome + "'") > 0, outcome);
  }

  private static void pauses() throws Exception {
    is(AgentState.AVAILABLE);
    accepted(new AgentInput.Pause(new AgentId("anna"), new PauseReason("lunch")));
  }

  private static void is(AgentState state) throws Exception {
    Waiting.until(
        () -> {
          AgentRow row = centre.boards().agents().row(new AgentId("anna"));
          return row != null && row.agent().state() == state;
        },
        20,
        "anna is " + state);
  }

  private static long tries(String number) {
    return count(
        "callback_tries join callbacks using (cell, callback_id) where number = '" + number + "'");
  }

  private static long count(String from) {
    try (Connection connection = centre.store().orElseThrow().readers().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from " + from)) {
      rows.next();
      return rows.getLong(1);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(from, e);
    }
  }

  private static void accepted(Input input) throws Exception {
    Answer answer = centre.inlet().ask(input).get(10, TimeUnit.SECONDS);
    assertInstanceOf(Answer.Accepted.class, answer, answer::toString);
  }
}

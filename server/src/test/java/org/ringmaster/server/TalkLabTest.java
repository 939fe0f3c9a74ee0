// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
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
import org.ringmaster.core.board.AgentRow;
import org.ringmaster.core.board.NodeRow;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.store.EmbeddedStore;
import org.ringmaster.core.talk.Destination;
import org.ringmaster.core.talk.TalkInput;
import org.ringmaster.lab.CallerBehaviour;
import org.ringmaster.lab.DrawnMillis;
import org.ringmaster.lab.EdgePlan;
import org.ringmaster.lab.Heard;
import org.ringmaster.lab.Lab;
import org.ringmaster.lab.LabPlan;
import org.ringmaster.lab.OutsideCall;
import org.ringmaster.lab.TelephoneBehaviour;
import org.ringmaster.server.cli.BookedLegs;
import org.ringmaster.server.config.Configuration;
import org.ringmaster.server.config.ConfigurationFile;
import org.ringmaster.server.config.LabEdges;

/**
 * What agents do with calls, on a real Asterisk with real SIP legs: who hears whom is measured by
 * the tones that each party sounds (caller 700 Hz, anna 1400 Hz, bruno 1000 Hz).
 */
@Tag("lab")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TalkLabTest {
  private static final String CONFIGURATION =
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
        bruno: {number: 1002, telephone: tel02}
        chen: {number: 1003, telephone: tel03}
      queues:
        sales: {agents: [anna]}
        support: {agents: [bruno]}
      numbers:
        "49301000": {queue: sales}
      transfers:
        numbers:
          "_81X.": {trunk: outside}
        timeout: 5s
      """;
  private static final int CALLER = 700;
  private static final int ANNA = 1_400;
  private static final int BRUNO = 1_000;
  private static final AgentId ANNA_ID = new AgentId("anna");
  private static final Destination BRUNO_AGENT = Destination.agent(new AgentId("bruno"));

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
    for (String telephone : List.of("tel01", "tel02", "tel03")) {
      lab.outside()
          .telephone(
              "edge",
              telephone,
              TelephoneBehaviour.answers(
                  DrawnMillis.between(300, 300), DrawnMillis.untilOtherEnds()));
    }
    lab.outside().telephoneTone("edge", "tel02", BRUNO);
    centre.start();
    Waiting.until(
        () ->
            centre.boards().trunks().nodes().stream()
                .anyMatch(node -> node.sight() == NodeRow.Sight.CONNECTED),
        60,
        "the edge is seen");
    for (String agent : List.of("anna", "bruno", "chen")) {
      accepted(new AgentInput.SignIn(new AgentId(agent), null));
    }
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
  void aCallerOnHoldHearsMusicAndThenTheAgentAgain() throws Exception {
    OutsideCall call = talkWithAnna();
    assertHears(lab.outside().listen(call).hears(1_000), ANNA);
    assertHears(lab.outside().listen("edge", "tel01").hears(1_000), CALLER);

    accepted(new TalkInput.Hold(new AgentId("anna"), "test"));
    Heard music = lab.outside().listen(call).hears(1_500);
    assertFalse(music.has(ANNA), music::toString);
    assertTrue(music.loudness() > 100, music::toString);
    Heard silence = lab.outside().listen("edge", "tel01").hears(1_000);
    assertTrue(silence.loudness() < 50, silence::toString);

    accepted(new TalkInput.Resume(new AgentId("anna"), "test"));
    assertHears(lab.outside().listen(call).hears(1_000), ANNA);
    assertHears(lab.outside().listen("edge", "tel01").hears(1_000), CALLER);
    over(call);
  }

  @Test
  @Order(2)
  void aCallerWhoIsHandedToAQueueTalksWithItsAgent() throws Exception {
    OutsideCall call = talkWithAnna();
    accepted(
        new TalkInput.HandOn(
            new AgentId("anna"), Destination.queue(new QueueId("support")), "test"));
    is("anna", AgentState.AVAILABLE);
    is("bruno", AgentState.ON_CALL);
    heard(call, BRUNO);
    assertHears(lab.outside().listen("edge", "tel02").hears(1_000), CALLER);
    over(call);
  }

  @Test
  @Order(3)
  void anAgentConsultsAndAllThreeHearEachOther() throws Exception {
    OutsideCall call = talkWithAnna();
    accepted(new TalkInput.Consult(ANNA_ID, BRUNO_AGENT, "test"));
    is("bruno", AgentState.ON_CALL);
    Waiting.until(
        () -> lab.outside().listen("edge", "tel01").hears(300).has(BRUNO), 20, "anna hears bruno");
    assertHears(lab.outside().listen("edge", "tel02").hears(1_000), ANNA);
    Heard music = lab.outside().listen(call).hears(1_000);
    assertTrue(music.loudness() > 50 && !music.has(ANNA) && !music.has(BRUNO), music::toString);

    accepted(new TalkInput.Swap(ANNA_ID, "test"));
    heard(call, ANNA);
    assertHears(lab.outside().listen(call).hears(500), ANNA);
    accepted(new TalkInput.Join(ANNA_ID, "test"));
    Waiting.until(
        () -> {
          Heard both = lab.outside().listen(call).hears(500);
          return both.has(ANNA) && both.has(BRUNO);
        },
        20,
        "the caller hears both");
    Heard anna = lab.outside().listen("edge", "tel01").hears(1_000);
    assertTrue(anna.has(CALLER) && anna.has(BRUNO) && !anna.has(ANNA), anna::toString);
    Heard bruno = lab.outside().listen("edge", "tel02").hears(1_000);
    assertTrue(bruno.has(CALLER) && bruno.has(ANNA) && !bruno.has(BRUNO), bruno::toString);

    accepted(new TalkInput.Complete(ANNA_ID, "test"));
    is("anna", AgentState.AVAILABLE);
    Waiting.until(
        () -> !lab.outside().listen("edge", "tel02").hears(300).has(ANNA), 20, "anna has left");
    assertHears(lab.outside().listen(call).hears(1_000), BRUNO);
    assertHears(lab.outside().listen("edge", "tel02").hears(1_000), CALLER);
    over(call);
  }

  @Test
  @Order(4)
  void aCallerIsHandedToAnAgentAndComesBackWhereNobodyAnswers() throws Exception {
    lab.outside().telephone("edge", "tel02", TelephoneBehaviour.nobodyThere());
    OutsideCall call = talkWithAnna();
    accepted(new TalkInput.HandOn(ANNA_ID, BRUNO_AGENT, "test"));
    is("bruno", AgentState.OFFERED);
    is("anna", AgentState.AVAILABLE);
    is("anna", AgentState.ON_CALL);
    heard(call, ANNA);
    lab.outside()
        .telephone(
            "edge",
            "tel02",
            TelephoneBehaviour.answers(
                DrawnMillis.between(300, 300), DrawnMillis.untilOtherEnds()));
    accepted(new TalkInput.HandOn(ANNA_ID, BRUNO_AGENT, "test"));
    heard(call, BRUNO);
    over(call);
  }

  @Test
  @Order(5)
  void aCallerIsHandedToANumberAndTheNumberConsultedFirst() throws Exception {
    lab.outside().calleeTone("8101001", BRUNO);
    OutsideCall call = talkWithAnna();
    accepted(new TalkInput.Consult(ANNA_ID, Destination.number("8101001"), "test"));
    Waiting.until(
        () -> lab.outside().listen("edge", "tel01").hears(300).has(BRUNO), 20, "anna hears them");
    accepted(new TalkInput.Complete(ANNA_ID, "test"));
    is("anna", AgentState.AVAILABLE);
    heard(call, BRUNO);
    assertHears(lab.outside().listenAt("8101001").hears(1_000), CALLER);
    over(call);
    Waiting.until(() -> lab.edge().legs() == 0, 20, "nobody is left");
  }

  @Test
  @Order(6)
  void aParkedCallerIsFetchedAndAnAgentCallsOut() throws Exception {
    OutsideCall call = talkWithAnna();
    Answer parked = accepted(new TalkInput.Park(ANNA_ID, "test"));
    assertEquals("Parked in 701.", ((Answer.Accepted) parked).detail());
    is("anna", AgentState.AVAILABLE);
    accepted(new TalkInput.Retrieve(new AgentId("bruno"), 701, "test"));
    heard(call, BRUNO);
    over(call);

    accepted(new TalkInput.Dial(ANNA_ID, "8101001", "test"));
    is("anna", AgentState.ON_CALL);
    Waiting.until(
        () -> lab.outside().listen("edge", "tel01").hears(300).has(BRUNO), 20, "anna hears them");
    assertHears(lab.outside().listenAt("8101001").hears(1_000), ANNA);
    lab.outside().hangUpAll();
    is("anna", AgentState.AVAILABLE);
  }

  @Test
  @Order(99)
  void theSecondWitnessAgreesWithEveryLeg() throws Exception {
    Waiting.until(() -> centre.store().isPresent(), 60, "the store is there");
    Waiting.until(
        () -> {
          BookCheck.Outcome outcome = outcome();
          return outcome.clean() && outcome.agreed() >= 15;
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

  private static OutsideCall talkWithAnna() throws Exception {
    is("anna", AgentState.AVAILABLE);
    is("bruno", AgentState.AVAILABLE);
    OutsideCall call = lab.outside().call("49301000", "4930555001", CallerBehaviour.stays());
    is("anna", AgentState.ON_CALL);
    heard(call, ANNA);
    return call;
  }

  /** Waits until the caller hears a tone: sound is a moment behind the books. */
  private static void heard(OutsideCall call, int tone) throws Exception {
    Waiting.until(() -> lab.outside().listen(call).hears(300).has(tone), 20, "hears " + tone);
  }

  private static void assertHears(Heard heard, int tone) {
    for (int each : List.of(CALLER, ANNA, BRUNO)) {
      assertEquals(each == tone, heard.has(each), () -> each + " Hz in " + heard);
    }
  }

  private static void over(OutsideCall call) throws Exception {
    lab.outside().hangUp(call);
    is("anna", AgentState.AVAILABLE);
    is("bruno", AgentState.AVAILABLE);
  }

  private static void is(String agent, AgentState state) throws Exception {
    Waiting.until(
        () -> {
          AgentRow row = centre.boards().agents().row(new AgentId(agent));
          return row != null && row.agent().state() == state;
        },
        20,
        agent + " is " + state);
  }

  private static Answer accepted(Input input) throws Exception {
    Answer answer = centre.inlet().ask(input).get(10, TimeUnit.SECONDS);
    return assertInstanceOf(Answer.Accepted.class, answer, answer::toString);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
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
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.store.EmbeddedStore;
import org.ringmaster.core.supervision.SupervisionInput;
import org.ringmaster.core.supervision.SupervisionMode;
import org.ringmaster.lab.CallerBehaviour;
import org.ringmaster.lab.DrawnMillis;
import org.ringmaster.lab.Ear;
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
 * What supervisors do at the talks of agents, on a real Asterisk with real SIP legs: who hears whom
 * is measured by the tones that each party sounds (caller 700 Hz, anna 1400 Hz, the supervisor 1000
 * Hz).
 */
@Tag("lab")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SupervisionLabTest {
  private static final String CONFIGURATION =
      """
      nodes:
        edge: {lab: yes}
      trunks:
        outside: {node: edge, channels: 50}
      telephones:
        tel01: {node: edge, use: rung}
        tel02: {node: edge, use: rung}
      agents:
        anna: {number: 1001, telephone: tel01}
      queues:
        sales: {agents: [anna]}
      numbers:
        "49301000": {queue: sales}
      """;
  private static final int CALLER = 700;
  private static final int ANNA = 1_400;
  private static final int BOSS = 1_000;

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
    for (String telephone : List.of("tel01", "tel02")) {
      lab.outside()
          .telephone(
              "edge",
              telephone,
              TelephoneBehaviour.answers(
                  DrawnMillis.between(300, 300), DrawnMillis.untilOtherEnds()));
    }
    lab.outside().telephoneTone("edge", "tel02", BOSS);
    centre.start();
    Waiting.until(
        () ->
            centre.boards().trunks().nodes().stream()
                .anyMatch(node -> node.sight() == NodeRow.Sight.CONNECTED),
        60,
        "the edge is seen");
    accepted(new AgentInput.SignIn(new AgentId("anna"), null));
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
  void aSupervisorListensWhispersJoinsInAndTakesOver() throws Exception {
    OutsideCall call = talkWithAnna();

    attends(SupervisionMode.LISTEN);
    bossHears(CALLER, ANNA);
    assertHears(lab.outside().listen(call).hears(1_000), ANNA);
    assertHears(lab.outside().listen("edge", "tel01").hears(1_000), CALLER);

    attends(SupervisionMode.WHISPER);
    annaHears(CALLER, BOSS);
    assertHears(lab.outside().listen(call).hears(1_000), ANNA);
    bossHears(CALLER, ANNA);

    attends(SupervisionMode.BARGE);
    callerHears(call, ANNA, BOSS);
    assertHears(lab.outside().listen("edge", "tel01").hears(1_000), CALLER, BOSS);
    assertHears(lab.outside().listen("edge", "tel02").hears(1_000), CALLER, ANNA);

    attends(SupervisionMode.LISTEN);
    callerHears(call, ANNA);
    annaHears(CALLER);
    bossHears(CALLER, ANNA);

    attends(SupervisionMode.TAKE_OVER);
    is("anna", AgentState.AVAILABLE);
    callerHears(call, BOSS);
    assertHears(lab.outside().listen("edge", "tel02").hears(1_000), CALLER);
    over(call);
  }

  @Test
  @Order(2)
  void nobodyStaysOnTheLineWhenTheCallerHangsUp() throws Exception {
    OutsideCall call = talkWithAnna();
    attends(SupervisionMode.WHISPER);
    bossHears(CALLER, ANNA);
    over(call);
  }

  @Test
  @Order(3)
  void aSupervisorWhoLeavesIsNotMissed() throws Exception {
    OutsideCall call = talkWithAnna();
    attends(SupervisionMode.LISTEN);
    bossHears(CALLER, ANNA);
    accepted(new SupervisionInput.Leave(new AgentId("anna"), null, new Author("boss")));
    callerHears(call, ANNA);
    over(call);
  }

  @Test
  @Order(99)
  void theSecondWitnessAgreesWithEveryLeg() throws Exception {
    Waiting.until(() -> centre.store().isPresent(), 60, "the store is there");
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

  private static OutsideCall talkWithAnna() throws Exception {
    is("anna", AgentState.AVAILABLE);
    OutsideCall call = lab.outside().call("49301000", "4930555001", CallerBehaviour.stays());
    is("anna", AgentState.ON_CALL);
    callerHears(call, ANNA);
    return call;
  }

  private static void attends(SupervisionMode mode) throws Exception {
    accepted(
        new SupervisionInput.Attend(
            new AgentId("anna"), null, mode, new TelephoneId("tel02"), null, new Author("boss")));
  }

  private static void callerHears(OutsideCall call, int... tones) throws Exception {
    heard(() -> lab.outside().listen(call), tones);
  }

  private static void annaHears(int... tones) throws Exception {
    heard(() -> lab.outside().listen("edge", "tel01"), tones);
  }

  private static void bossHears(int... tones) throws Exception {
    heard(() -> lab.outside().listen("edge", "tel02"), tones);
  }

  /** Waits until somebody hears these tones and no other: sound is a moment behind the books. */
  private static void heard(Supplier<Ear> ear, int... tones) throws Exception {
    AtomicReference<String> last = new AtomicReference<>("nothing");
    try {
      Waiting.until(
          () -> {
            try {
              Heard heard = ear.get().hears(400);
              last.set(heard.toString());
              return isOnly(heard, tones);
            } catch (IllegalStateException notYet) {
              last.set(notYet.getMessage());
              return false;
            }
          },
          20,
          "hears " + Arrays.toString(tones));
    } catch (AssertionError e) {
      throw new AssertionError("hears " + last.get() + ", not " + Arrays.toString(tones), e);
    }
  }

  private static boolean isOnly(Heard heard, int... tones) {
    for (int each : List.of(CALLER, ANNA, BOSS)) {
      boolean wanted = Arrays.stream(tones).anyMatch(tone -> tone == each);
      if (wanted != heard.has(each)) {
        return false;
      }
    }
    return true;
  }

  private static void assertHears(Heard heard, int... tones) {
    assertTrue(isOnly(heard, tones), () -> Arrays.toString(tones) + " Hz are not in " + heard);
  }

  private static void over(OutsideCall call) throws Exception {
    lab.outside().hangUp(call);
    is("anna", AgentState.AVAILABLE);
    Waiting.until(() -> centre.boards().calls().live() == 0, 20, "no call is left");
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

  private static void accepted(Input input) throws Exception {
    Answer answer = centre.inlet().ask(input).get(10, TimeUnit.SECONDS);
    assertInstanceOf(Answer.Accepted.class, answer, answer::toString);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.aribridge.cel.BookCheck;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.board.AgentRow;
import org.ringmaster.core.board.NodeRow;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.RecordingId;
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.core.history.PastRecordings;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.recording.RecordingAct;
import org.ringmaster.core.recording.RecordingInput;
import org.ringmaster.core.store.EmbeddedStore;
import org.ringmaster.core.supervision.SupervisionInput;
import org.ringmaster.core.supervision.SupervisionMode;
import org.ringmaster.core.talk.Destination;
import org.ringmaster.core.talk.TalkInput;
import org.ringmaster.lab.CallerBehaviour;
import org.ringmaster.lab.DrawnMillis;
import org.ringmaster.lab.EdgePlan;
import org.ringmaster.lab.Lab;
import org.ringmaster.lab.LabPlan;
import org.ringmaster.lab.OutsideCall;
import org.ringmaster.lab.TelephoneBehaviour;
import org.ringmaster.server.config.Configuration;
import org.ringmaster.server.config.ConfigurationFile;
import org.ringmaster.server.config.LabEdges;
import org.ringmaster.server.file.RecordedFiles;

/**
 * What is recorded of talks, on a real Asterisk with real SIP legs: each file is looked into for
 * the tones that each party sounds (caller 700 Hz, anna 1400 Hz, bruno 1000 Hz, the supervisor 1900
 * Hz).
 */
@Tag("lab")
class RecordingLabTest {
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
      queues:
        sales: {agents: [anna], recording: forced, recordingkeep: 1d}
      numbers:
        "49301000": {queue: sales}
      """;
  private static final int CALLER = 700;
  private static final int ANNA = 1_400;
  private static final int BRUNO = 1_000;
  private static final int BOSS = 1_900;
  private static final AgentId ANNA_ID = new AgentId("anna");

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
    lab.outside().telephoneTone("edge", "tel03", BOSS);
    centre.start();
    Waiting.until(
        () ->
            centre.boards().trunks().nodes().stream()
                .anyMatch(node -> node.sight() == NodeRow.Sight.CONNECTED),
        60,
        "the edge is seen");
    for (String agent : List.of("anna", "bruno")) {
      accepted(new AgentInput.SignIn(new AgentId(agent), null));
    }
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
  void aTalkIsRecordedInPartsWithoutWhatWasSaidWhileDigitsOfACardWereTaken() throws Exception {
    is("anna", AgentState.AVAILABLE);
    OutsideCall call = lab.outside().call("49301000", "4930555001", CallerBehaviour.stays());
    is("anna", AgentState.ON_CALL);
    recordsFor(1_500);

    accepted(new RecordingInput.Ask(ANNA_ID, null, RecordingAct.CARD, new Author("anna")));
    Waiting.until(() -> onNode().isEmpty(), 20, "the first part is fetched and cleared");
    accepted(
        new SupervisionInput.Attend(
            ANNA_ID,
            null,
            SupervisionMode.BARGE,
            new TelephoneId("tel03"),
            null,
            new Author("boss")));
    Waiting.until(
        () -> lab.outside().listen(call).hears(400).has(BOSS), 20, "the caller hears the boss");
    accepted(new SupervisionInput.Leave(ANNA_ID, null, new Author("boss")));
    Waiting.until(() -> !lab.outside().listen(call).hears(400).has(BOSS), 20, "and then no more");

    accepted(new RecordingInput.Ask(ANNA_ID, null, RecordingAct.RESUME, new Author("anna")));
    recordsFor(1_500);
    accepted(new TalkInput.Consult(ANNA_ID, Destination.agent(new AgentId("bruno")), "test"));
    is("bruno", AgentState.ON_CALL);
    recordsFor(1_500);
    accepted(new TalkInput.Join(ANNA_ID, "test"));
    Waiting.until(
        () -> lab.outside().listen(call).hears(400).has(BRUNO), 20, "the caller hears bruno too");
    Waiting.until(() -> kept().size() == 3, 20, "the consultation's part is over");
    recordsFor(1_500);
    accepted(new TalkInput.Complete(ANNA_ID, "test"));
    is("anna", AgentState.AVAILABLE);
    Waiting.until(() -> kept().size() == 4, 20, "the conference's part is over");
    recordsFor(1_500);
    lab.outside().hangUp(call);
    Waiting.until(() -> centre.boards().calls().live() == 0, 20, "no call is left");
    Waiting.until(() -> kept().size() == 5 && onNode().isEmpty(), 20, "five parts are kept");

    PastRecordings.Whole whole = whole().orElseThrow();
    assertEquals("FORCED", whole.line().policy());
    List<String> story =
        whole.parts().stream().map(it -> it.beganWhy() + " " + it.endedWhy()).toList();
    assertEquals(
        List.of(
            "TALK CARD_DIGITS",
            "CARD_DIGITS_TAKEN CONSULT",
            "CONSULT CONFERENCE",
            "CONFERENCE CONFERENCE",
            "HANDED_ON TALK_ENDED"),
        story);
    assertHears(whole.parts().get(0), CALLER, ANNA);
    assertHears(whole.parts().get(1), CALLER, ANNA);
    assertHears(whole.parts().get(2), ANNA, BRUNO);
    assertHears(whole.parts().get(3), CALLER, ANNA, BRUNO);
    assertHears(whole.parts().get(4), CALLER, BRUNO);
    Waiting.until(
        () -> {
          BookCheck.Outcome outcome = LabCentre.outcome(centre, lab);
          return outcome.clean() && outcome.agreed() >= 4;
        },
        30,
        "caller, anna, bruno and the boss are in CEL as they are in the books");
  }

  /** The file is what its hash says, as long as its sound, and has these tones and no other. */
  private static void assertHears(PastRecordings.PartLine part, int... tones) throws IOException {
    Path file = centre.files().files().find(new RecordingId(part.recording())).orElseThrow();
    assertEquals(RecordedFiles.sha256(file), part.sha256());
    assertEquals(Files.size(file), part.bytes());
    RecordedTones sound = RecordedTones.of(file);
    assertTrue(Math.abs(sound.millis() - part.lengthMillis()) <= 1, part::toString);
    assertTrue(sound.millis() >= 1_400, part::toString);
    for (int each : List.of(CALLER, ANNA, BRUNO, BOSS)) {
      boolean wanted = java.util.Arrays.stream(tones).anyMatch(tone -> tone == each);
      assertEquals(wanted, sound.everHas(each), each + " Hz in part " + part.part());
    }
  }

  /** Waits until a part is under way on the node and so much of it is written. */
  private static void recordsFor(long millis) throws Exception {
    Waiting.until(
        () ->
            onNode().stream()
                .anyMatch(
                    file -> {
                      try {
                        return Files.size(file) > millis * 16;
                      } catch (IOException gone) {
                        return false;
                      }
                    }),
        20,
        "so much is recorded");
  }

  /** What lies on the node: what is being recorded, and what is not fetched yet. */
  private static List<Path> onNode() {
    try (Stream<Path> files = Files.list(lab.edge().recordings())) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<PastRecordings.PartLine> kept() {
    return whole().map(PastRecordings.Whole::parts).orElse(List.of()).stream()
        .filter(part -> part.keptMillis() > 0)
        .toList();
  }

  private static Optional<PastRecordings.Whole> whole() {
    try {
      PastRecordings past = new PastRecordings(centre.store().orElseThrow().readers(), 1);
      List<PastRecordings.Line> all =
          past.list(new PastRecordings.Question(null, null, 0, 4_102_444_800_000_000L, 10));
      return all.isEmpty() ? Optional.empty() : past.of(new CallId(all.getFirst().call()));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
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

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.core.board.NodeRow;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.store.EmbeddedStore;
import org.ringmaster.lab.CallerBehaviour;
import org.ringmaster.lab.DrawnMillis;
import org.ringmaster.lab.EdgePlan;
import org.ringmaster.lab.Lab;
import org.ringmaster.lab.LabPlan;
import org.ringmaster.lab.OutsideCall;
import org.ringmaster.lab.TelephoneBehaviour;
import org.ringmaster.server.ContactCentre;
import org.ringmaster.server.NodePlaces;
import org.ringmaster.server.Waiting;
import org.ringmaster.server.config.Configuration;
import org.ringmaster.server.config.ConfigurationFile;
import org.ringmaster.server.config.LabEdges;

/** What SIP callers hear while they wait, measured in recordings made at their end. */
@Tag("lab")
class WaitingSoundLabTest {
  private static final String FILE =
      """
      nodes: {edge: {lab: yes}}
      trunks: {outside: {node: edge}}
      telephones:
        tel01: {node: edge, use: open}
        tel02: {node: edge, use: open}
      agents:
        anna: {number: 1001, telephone: tel01}
        ben: {number: 1002, telephone: tel02}
      queues:
        english:
          agents: [anna]
          announceposition: yes
          announcefrequency: 8s
          minannouncefrequency: 2s
        spanish:
          agents: [anna, ben]
          language: es
          announceposition: yes
          announcewait: precise
        portuguese:
          agents: [anna, ben]
          announceposition: yes
          announcewait: less-than
        busy:
          agents: [ben]
        gone:
          agents: [anna]
          periodicannounce: [no-such-sound]
          periodicannouncefrequency: 2s
      numbers:
        "49301000": {queue: english}
        "49301001": {queue: spanish}
        "49301002": {queue: portuguese, language: pt}
        "49301003": {queue: gone}
        "49301004": {queue: busy}
      """;
  private static final double UNHEARD = 0.5;
  private static final double AGENTS_TONE = 1_400;
  private static final AgentId ANNA = new AgentId("anna");
  private static final AgentId BEN = new AgentId("ben");

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  private Lab lab;
  private ContactCentre centre;

  @BeforeEach
  void start() throws Exception {
    Files.writeString(folder.resolve("ringmaster.yaml"), FILE);
    Configuration configuration = ConfigurationFile.read(folder.resolve("ringmaster.yaml"));
    lab = Lab.start(LabPlan.of(LabEdges.of(configuration).toArray(new EdgePlan[0])));
    centre = new ContactCentre(configuration, folder, new NodePlaces(lab), List::of);
    for (String telephone : List.of("tel01", "tel02")) {
      lab.outside()
          .telephone(
              "edge",
              telephone,
              TelephoneBehaviour.answers(DrawnMillis.always(100), DrawnMillis.untilOtherEnds()));
    }
    centre.start();
    Waiting.until(
        () ->
            centre.boards().trunks().nodes().stream()
                .anyMatch(node -> node.sight() == NodeRow.Sight.CONNECTED),
        60,
        "the edge is seen");
    tell(new AgentInput.SignIn(ANNA, null));
    Waiting.until(() -> isIn(AgentState.AVAILABLE), 30, "the agent is there");
    tell(new AgentInput.Pause(ANNA, new PauseReason("lunch")));
    tell(new AgentInput.SignIn(BEN, null));
    calls("49301004", "0");
    Waiting.until(() -> isIn(AgentState.ON_CALL), 30, "the other agent talks");
  }

  @AfterEach
  void stop() throws Exception {
    centre.close();
    lab.close();
    EmbeddedStore.stop(folder.resolve("postgres"), EmbeddedStore.defaultCache());
  }

  @Test
  void musicAnnouncementsInTimeAndAnAgentWhoCutsThemShort() throws Exception {
    Path heard = lab.outside().records(calls("49301000", "1"));
    Path inSpanish = lab.outside().records(calls("49301001", "2"));
    Path inPortuguese = lab.outside().records(calls("49301002", "3"));
    OutsideCall gone = calls("49301003", "4");
    Path inVain = lab.outside().records(gone);

    HeardSound whole = prompt("en_US_f_Allison/queue-youarenext");
    HeardSound next = whole.part(UNHEARD, 2); // The recording begins a moment after the answer.
    Waiting.until(() -> at(heard, next, 4) > 0, 40, "the second announcement");
    double third = 8 + at(heard, next, 4) - UNHEARD;
    Waiting.until(() -> seconds(heard) > third + 1.2, 30, "the third announcement begins");
    tell(new AgentInput.Unpause(ANNA));
    Waiting.until(() -> tone(heard, third) > 0, 10, "the caller hears the agent's telephone");

    HeardSound all = HeardSound.of(heard);
    List<Double> begins = new ArrayList<>();
    for (double at = all.find(next, 0); at >= 0; at = all.find(next, at + 2)) {
      begins.add(at - UNHEARD);
    }
    double joined = all.findTone(AGENTS_TONE, 0);
    assertEquals(3, begins.size(), "announcements at " + begins + ", agent at " + joined);
    assertTrue(begins.getFirst() < 0.5, "soon after the answer: " + begins);
    assertEquals(8, begins.get(1) - begins.get(0), 0.5, "from one to the next: " + begins);
    assertEquals(8, begins.get(2) - begins.get(1), 0.5, "from one to the next: " + begins);
    double length = whole.seconds();
    HeardSound music = all.part(begins.get(0) + length + 0.3, begins.get(1) - 0.1);
    assertTrue(music.loudness() > 100, "music in between: " + music.loudness());
    assertTrue(music.longestSilence() < 1, "silence in the music: " + music.longestSilence());
    assertTrue(
        joined - begins.get(2) < length - 1, "cut short at " + joined + ", begun at " + begins);
    HeardSound ending = whole.part(length - 1.5, length - 0.2);
    assertEquals(-1, all.find(ending, begins.get(2)), "the end of what was cut is never heard");
    HeardSound before = all.part(joined - 1.5, joined + 0.1);
    assertTrue(
        before.longestSilence() < 0.5, "silence before the agent: " + before.longestSilence());

    inTheirLanguage(
        inSpanish, "es_MX_f_Allison/queue-youarenext", "es_MX_f_Allison/queue-holdtime");
    inTheirLanguage(inPortuguese, "pt/queue-youarenext", "pt/queue-less-than");
    assertTrue(lab.outside().isUp(gone), "a missing sound costs nobody the call");
    HeardSound vain = HeardSound.of(inVain);
    assertTrue(vain.part(2, 12).longestSilence() < 1, "music goes on over a missing sound");
  }

  private void inTheirLanguage(Path heard, String... prompts) throws IOException {
    HeardSound all = HeardSound.of(heard);
    for (String name : prompts) {
      HeardSound prompt = prompt(name);
      double at =
          all.find(prompt.part(Math.min(UNHEARD, 0.1), Math.min(1.5, prompt.seconds() - 0.1)), 0);
      assertTrue(at >= 0 && at < 12, name + " is heard at " + at);
    }
  }

  private OutsideCall calls(String number, String last) throws InterruptedException {
    OutsideCall call = lab.outside().call(number, "4930555000" + last, CallerBehaviour.stays());
    Waiting.until(() -> lab.outside().isUp(call), 10, "the caller's leg is there");
    return call;
  }

  private HeardSound prompt(String name) throws IOException {
    return HeardSound.of(
        lab.edge()
            .instance()
            .tree()
            .root()
            .resolve("usr/share/asterisk/sounds")
            .resolve(name + ".wav"));
  }

  private static double at(Path heard, HeardSound sound, double from) {
    try {
      return Files.exists(heard) ? HeardSound.of(heard).find(sound, from) : -1;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static double tone(Path heard, double from) {
    try {
      return HeardSound.of(heard).findTone(AGENTS_TONE, from);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static double seconds(Path heard) {
    try {
      return HeardSound.of(heard).seconds();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private boolean isIn(AgentState state) {
    return centre.boards().agents().rows().stream().anyMatch(row -> row.agent().state() == state);
  }

  private void tell(AgentInput input) throws Exception {
    Answer answer = centre.inlet().ask(input).get(10, TimeUnit.SECONDS);
    assertInstanceOf(Answer.Accepted.class, answer, input.toString());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.lab.CallerBehaviour;
import org.ringmaster.lab.OutsideCall;
import org.ringmaster.server.LabCentre;
import org.ringmaster.server.SharedLab;
import org.ringmaster.server.Waiting;

/** What SIP callers hear while they wait, measured in recordings made at their end. */
@Tag("lab")
@ExtendWith(SharedLab.class)
class WaitingSoundLabTest {
  private static final double UNHEARD = 0.5;
  private static final AgentId DORA = new AgentId("dora");
  private static final String ENGAGED = "49301204";

  private static LabCentre centre;

  @BeforeAll
  static void begin(LabCentre shared) throws Exception {
    centre = shared;
    centre.begin("dora", "emil");
    centre.accepted(new AgentInput.Pause(DORA, new PauseReason("lunch")));
    calls(ENGAGED, "0");
    centre.is("emil", AgentState.ON_CALL);
  }

  @Test
  void musicAnnouncementsInTimeAndAnAgentWhoCutsThemShort() throws Exception {
    Path heard = centre.outside().records(calls("49301200", "1"));
    Path inSpanish = centre.outside().records(calls("49301201", "2"));
    Path inPortuguese = centre.outside().records(calls("49301202", "3"));
    OutsideCall gone = calls("49301203", "4");
    Path inVain = centre.outside().records(gone);

    HeardSound whole = prompt("en_US_f_Allison/queue-youarenext");
    HeardSound next = whole.part(UNHEARD, 2); // The recording begins a moment after the answer.
    Waiting.until(() -> at(heard, next, 4) > 0, 40, "the second announcement");
    double third = 8 + at(heard, next, 4) - UNHEARD;
    Waiting.until(() -> seconds(heard) > third + 1.2, 30, "the third announcement begins");
    centre.accepted(new AgentInput.Unpause(DORA));
    Waiting.until(() -> tone(heard, third) > 0, 10, "the caller hears the agent's telephone");

    HeardSound all = HeardSound.of(heard);
    List<Double> begins = new ArrayList<>();
    for (double at = all.find(next, 0); at >= 0; at = all.find(next, at + 2)) {
      begins.add(at - UNHEARD);
    }
    double joined = all.findTone(LabCentre.AGENTS_TONE, 0);
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
    assertTrue(centre.outside().isUp(gone), "a missing sound costs nobody the call");
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

  private static OutsideCall calls(String number, String last) throws InterruptedException {
    OutsideCall call = centre.outside().call(number, "4930555000" + last, CallerBehaviour.stays());
    Waiting.until(() -> centre.outside().isUp(call), 10, "the caller's leg is there");
    return call;
  }

  private HeardSound prompt(String name) throws IOException {
    return HeardSound.of(
        centre
            .lab()
            .edge()
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
      return HeardSound.of(heard).findTone(LabCentre.AGENTS_TONE, from);
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
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.core.agent.Speech;
import org.ringmaster.lab.CallerBehaviour;
import org.ringmaster.lab.OutsideCall;

/** Telephones that answer and send nothing but silence, on a real Asterisk with TALK_DETECT. */
@Tag("lab")
@ExtendWith(SharedLab.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SilentTelephoneLabTest {
  private static final String NUMBER = "49301904";
  private static final int SILENCE = 0;

  private static LabCentre centre;

  @BeforeAll
  static void begin(LabCentre shared) throws Exception {
    centre = shared;
    centre.begin();
  }

  @Test
  @Order(1)
  void whoAnswersAndIsHeardInNoneOfTwoTalksIsPaused() throws Exception {
    isPausedAfterTwo("anna", "tel01");
  }

  @Test
  @Order(2)
  void onAnOpenTelephoneToo() throws Exception {
    isPausedAfterTwo("dora", "tel05");
  }

  @Test
  @Order(3)
  void whoIsHeardIsNot() throws Exception {
    signsIn("anna", "tel01", LabCentre.AGENTS_TONE);
    for (int i = 0; i < 3; i++) {
      talks("anna");
      centre.is("anna", AgentState.AVAILABLE);
      // The tone of the telephone goes on to the end.
      assertEquals(List.of(Speech.SOUND, Speech.HEARD), noted("anna"));
      centre.mark();
    }
  }

  @Test
  @Order(99)
  void theSecondWitnessAgreesWithEveryLeg() throws Exception {
    centre.witnessAgrees(10);
  }

  private static void isPausedAfterTwo(String agent, String telephone) throws Exception {
    signsIn(agent, telephone, SILENCE);
    talks(agent);
    centre.is(agent, AgentState.AVAILABLE);
    talks(agent);
    centre.is(agent, AgentState.PAUSED);
    assertEquals(
        PauseReason.SILENT,
        Objects.requireNonNull(
                centre.platform().boards().agents().row(new AgentId(agent)), "no row")
            .agent()
            .reason());
    // Asterisk may tell the first frame of silence as a beginning, which it takes back.
    List<Speech> judged =
        noted(agent).stream().filter(one -> one != Speech.SOUND && one != Speech.QUIET).toList();
    assertEquals(List.of(Speech.SILENT, Speech.SILENT), judged);
    centre.accepted(new AgentInput.SignOut(new AgentId(agent)));
  }

  private static void signsIn(String agent, String telephone, int hertz) throws Exception {
    centre.outside().telephoneTone(LabCentre.EDGE, telephone, hertz);
    centre.accepted(new AgentInput.SignIn(new AgentId(agent), null));
    centre.is(agent, AgentState.AVAILABLE);
    centre.mark();
  }

  /** A caller who listens for longer than a talk must last to say anything, and hangs up. */
  private static void talks(String agent) throws Exception {
    OutsideCall call = centre.outside().call(NUMBER, "4930555777", CallerBehaviour.stays());
    centre.is(agent, AgentState.ON_CALL);
    centre.outside().listen(call).hears(6_000);
    centre.outside().hangUp(call);
    Waiting.until(() -> centre.liveCalls() == 0, 20, "the call is over");
  }

  private static List<Speech> noted(String agent) {
    return centre.facts(AgentFact.SpeechNoted.class).stream()
        .filter(fact -> fact.agent().equals(new AgentId(agent)))
        .map(AgentFact.SpeechNoted::speech)
        .toList();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.talk.Destination;
import org.ringmaster.core.talk.TalkFact;
import org.ringmaster.core.talk.TalkInput;
import org.ringmaster.lab.CallerBehaviour;
import org.ringmaster.lab.DrawnMillis;
import org.ringmaster.lab.Heard;
import org.ringmaster.lab.OutsideCall;
import org.ringmaster.lab.SippRun;
import org.ringmaster.lab.TelephoneBehaviour;

/**
 * What agents do with calls, on a real Asterisk with real SIP legs: who hears whom is measured by
 * the tones that each party sounds (caller 700 Hz, anna 1400 Hz, bruno 1000 Hz).
 */
@Tag("lab")
@ExtendWith(SharedLab.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TalkLabTest {
  private static final int CALLER = 700;
  private static final int ANNA = 1_400;
  private static final int BRUNO = 1_000;
  private static final AgentId ANNA_ID = new AgentId("anna");
  private static final Destination BRUNO_AGENT = Destination.agent(new AgentId("bruno"));

  private static LabCentre centre;

  @BeforeAll
  static void begin(LabCentre shared) throws Exception {
    centre = shared;
    centre.begin("anna", "bruno", "chen");
    centre.outside().telephoneTone("edge", "tel02", BRUNO);
  }

  @Test
  @Order(1)
  void aCallerOnHoldHearsMusicAndThenTheAgentAgain() throws Exception {
    OutsideCall call = talkWithAnna();
    assertHears(centre.outside().listen(call).hears(1_000), ANNA);
    assertHears(centre.outside().listen("edge", "tel01").hears(1_000), CALLER);

    centre.accepted(new TalkInput.Hold(new AgentId("anna"), "test"));
    Heard music = centre.outside().listen(call).hears(1_500);
    assertFalse(music.has(ANNA), music::toString);
    assertTrue(music.loudness() > 100, music::toString);
    Heard silence = centre.outside().listen("edge", "tel01").hears(1_000);
    assertTrue(silence.loudness() < 50, silence::toString);

    centre.accepted(new TalkInput.Resume(new AgentId("anna"), "test"));
    assertHears(centre.outside().listen(call).hears(1_000), ANNA);
    assertHears(centre.outside().listen("edge", "tel01").hears(1_000), CALLER);
    over(call);
  }

  @Test
  @Order(2)
  void aCallerWhoIsHandedToAQueueTalksWithItsAgent() throws Exception {
    OutsideCall call = talkWithAnna();
    centre.accepted(
        new TalkInput.HandOn(
            new AgentId("anna"), Destination.queue(new QueueId("support")), "test"));
    centre.is("anna", AgentState.AVAILABLE);
    centre.is("bruno", AgentState.ON_CALL);
    heard(call, BRUNO);
    assertHears(centre.outside().listen("edge", "tel02").hears(1_000), CALLER);
    over(call);
  }

  @Test
  @Order(3)
  void anAgentConsultsAndAllThreeHearEachOther() throws Exception {
    OutsideCall call = talkWithAnna();
    centre.accepted(new TalkInput.Consult(ANNA_ID, BRUNO_AGENT, "test"));
    centre.is("bruno", AgentState.ON_CALL);
    Waiting.until(
        () -> centre.outside().listen("edge", "tel01").hears(300).has(BRUNO),
        20,
        "anna hears bruno");
    assertHears(centre.outside().listen("edge", "tel02").hears(1_000), ANNA);
    Heard music = centre.outside().listen(call).hears(1_000);
    assertTrue(music.loudness() > 50 && !music.has(ANNA) && !music.has(BRUNO), music::toString);

    centre.accepted(new TalkInput.Swap(ANNA_ID, "test"));
    heard(call, ANNA);
    assertHears(centre.outside().listen(call).hears(500), ANNA);
    centre.accepted(new TalkInput.Join(ANNA_ID, "test"));
    Waiting.until(
        () -> {
          Heard both = centre.outside().listen(call).hears(500);
          return both.has(ANNA) && both.has(BRUNO);
        },
        20,
        "the caller hears both");
    Heard anna = centre.outside().listen("edge", "tel01").hears(1_000);
    assertTrue(anna.has(CALLER) && anna.has(BRUNO) && !anna.has(ANNA), anna::toString);
    Heard bruno = centre.outside().listen("edge", "tel02").hears(1_000);
    assertTrue(bruno.has(CALLER) && bruno.has(ANNA) && !bruno.has(BRUNO), bruno::toString);

    centre.accepted(new TalkInput.Complete(ANNA_ID, "test"));
    centre.is("anna", AgentState.AVAILABLE);
    Waiting.until(
        () -> !centre.outside().listen("edge", "tel02").hears(300).has(ANNA), 20, "anna has left");
    assertHears(centre.outside().listen(call).hears(1_000), BRUNO);
    assertHears(centre.outside().listen("edge", "tel02").hears(1_000), CALLER);
    over(call);
  }

  @Test
  @Order(4)
  void aCallerIsHandedToAnAgentAndComesBackWhereNobodyAnswers() throws Exception {
    centre.outside().telephone("edge", "tel02", TelephoneBehaviour.nobodyThere());
    OutsideCall call = talkWithAnna();
    centre.accepted(new TalkInput.HandOn(ANNA_ID, BRUNO_AGENT, "test"));
    centre.is("bruno", AgentState.OFFERED);
    centre.is("anna", AgentState.AVAILABLE);
    centre.is("anna", AgentState.ON_CALL);
    heard(call, ANNA);
    centre.outside().telephone("edge", "tel02", LabCentre.ANSWERS);
    centre.accepted(new TalkInput.HandOn(ANNA_ID, BRUNO_AGENT, "test"));
    heard(call, BRUNO);
    over(call);
  }

  @Test
  @Order(5)
  void aCallerIsHandedToANumberAndTheNumberConsultedFirst() throws Exception {
    centre.outside().calleeTone("8101001", BRUNO);
    OutsideCall call = talkWithAnna();
    centre.accepted(new TalkInput.Consult(ANNA_ID, Destination.number("8101001"), "test"));
    Waiting.until(
        () -> centre.outside().listen("edge", "tel01").hears(300).has(BRUNO),
        20,
        "anna hears them");
    centre.accepted(new TalkInput.Complete(ANNA_ID, "test"));
    centre.is("anna", AgentState.AVAILABLE);
    heard(call, BRUNO);
    assertHears(centre.outside().listenAt("8101001").hears(1_000), CALLER);
    over(call);
    Waiting.until(() -> centre.lab().edge().legs() == 0, 20, "nobody is left");
  }

  @Test
  @Order(6)
  void aParkedCallerIsFetchedAndAnAgentCallsOut() throws Exception {
    OutsideCall call = talkWithAnna();
    Answer parked = centre.accepted(new TalkInput.Park(ANNA_ID, "test"));
    assertEquals("Parked in 701.", ((Answer.Accepted) parked).detail());
    centre.is("anna", AgentState.AVAILABLE);
    centre.accepted(new TalkInput.Retrieve(new AgentId("bruno"), 701, "test"));
    heard(call, BRUNO);
    over(call);

    centre.accepted(new TalkInput.Dial(ANNA_ID, "8101001", "test"));
    centre.is("anna", AgentState.ON_CALL);
    Waiting.until(
        () -> centre.outside().listen("edge", "tel01").hears(300).has(BRUNO),
        20,
        "anna hears them");
    assertHears(centre.outside().listenAt("8101001").hears(1_000), ANNA);
    centre.outside().hangUpAll();
    centre.is("anna", AgentState.AVAILABLE);
  }

  @Test
  @Order(7)
  void theTelephonesOwnTransferKeyHandsACallerOnAndIsToldWhyNot() throws Exception {
    OutsideCall call = talkWithAnna();
    centre.mark();
    centre.outside().transfers("edge", "tel01", "0900123");
    Waiting.until(() -> centre.outside().transferred().equals("603"), 20, "the key is refused");
    String why = centre.facts(TalkFact.HandOnRefused.class).getLast().why();
    assertTrue(why.contains("not allowed"), why);
    heard(call, ANNA);

    centre.outside().transfers("edge", "tel01", "1002");
    centre.is("anna", AgentState.AVAILABLE);
    centre.is("bruno", AgentState.ON_CALL);
    heard(call, BRUNO);
    assertHears(centre.outside().listen("edge", "tel02").hears(500), CALLER);
    over(call);
  }

  @Test
  @Order(8)
  void whoAsksOnASecondLineJoinsTheTwoWithTheTransferKey() throws Exception {
    OutsideCall call = talkWithAnna();
    OutsideCall line =
        centre.outside().dialIn("edge", "tel01", "1002", "", DrawnMillis.untilOtherEnds());
    centre.is("bruno", AgentState.ON_CALL);
    Waiting.until(() -> centre.outside().listen(line).hears(300).has(BRUNO), 20, "hears bruno");
    Waiting.until(() -> isMusic(centre.outside().listen(call).hears(500)), 20, "hears music");

    centre.outside().joinsLines("edge", "tel01", line);
    centre.is("anna", AgentState.AVAILABLE);
    heard(call, BRUNO);
    assertHears(centre.outside().listen("edge", "tel02").hears(500), CALLER);
    over(call);
  }

  @Test
  @Order(9)
  void theTelephonesOwnHoldKeyIsBookedAsHold() throws Exception {
    centre.mark();
    try (SippRun telephone = SippRun.holdingTelephone(200, 5_000, SharedLab.HOLDING_TELEPHONE)) {
      centre.lab().edge().cli("pjsip qualify tel07");
      Waiting.until(() -> isFound("tel07"), 20, "the telephone is found");
      centre.accepted(new AgentInput.SignIn(new AgentId("fritz"), null));
      OutsideCall call = centre.outside().call("49301300", "4930555007", CallerBehaviour.stays());
      centre.is("fritz", AgentState.ON_CALL);
      Waiting.until(
          () -> !centre.facts(TalkFact.Held.class).isEmpty(), 20, telephone.errors() + "held");
      assertTrue(centre.facts(TalkFact.Held.class).getLast().byTelephone());
      Waiting.until(
          () -> centre.outside().listen(call).hears(300).loudness() > 50, 20, "hears music");
      assertEquals(List.of(), centre.facts(TalkFact.Resumed.class), "music while on hold");
      Waiting.until(() -> !centre.facts(TalkFact.Resumed.class).isEmpty(), 20, "taken back");
      centre.outside().hangUp(call);
      centre.is("fritz", AgentState.AVAILABLE);
      centre.accepted(new AgentInput.SignOut(new AgentId("fritz")));
    }
  }

  @Test
  @Order(99)
  void theSecondWitnessAgreesWithEveryLeg() throws Exception {
    centre.witnessAgrees(15);
  }

  private static OutsideCall talkWithAnna() throws Exception {
    centre.is("anna", AgentState.AVAILABLE);
    centre.is("bruno", AgentState.AVAILABLE);
    OutsideCall call = centre.outside().call("49301000", "4930555001", CallerBehaviour.stays());
    centre.is("anna", AgentState.ON_CALL);
    heard(call, ANNA);
    return call;
  }

  /** Whatever a test has left ends with it, so that it fails alone. */
  @AfterEach
  void nobodyIsLeft() throws Exception {
    centre.outside().hangUpAll();
    Waiting.until(() -> centre.platform().boards().calls().live() == 0, 20, "no call is left");
  }

  private static boolean isFound(String telephone) {
    return centre
        .lab()
        .edge()
        .cli("pjsip show contacts")
        .lines()
        .anyMatch(line -> line.contains(" " + telephone + "/") && line.contains(" Avail "));
  }

  /** Waits until the caller hears a tone: sound is a moment behind the books. */
  private static void heard(OutsideCall call, int tone) throws Exception {
    Waiting.until(() -> centre.outside().listen(call).hears(300).has(tone), 20, "hears " + tone);
  }

  private static void assertHears(Heard heard, int tone) {
    for (int each : List.of(CALLER, ANNA, BRUNO)) {
      assertEquals(each == tone, heard.has(each), () -> each + " Hz in " + heard);
    }
  }

  private static void over(OutsideCall call) throws Exception {
    centre.outside().hangUp(call);
    centre.is("anna", AgentState.AVAILABLE);
    centre.is("bruno", AgentState.AVAILABLE);
  }

  /** Music comes a moment after the one who is the first to hear it. */
  private static boolean isMusic(Heard heard) {
    return heard.loudness() > 50 && !heard.has(ANNA) && !heard.has(BRUNO);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.supervision.SupervisionInput;
import org.ringmaster.core.supervision.SupervisionMode;
import org.ringmaster.lab.CallerBehaviour;
import org.ringmaster.lab.Ear;
import org.ringmaster.lab.Heard;
import org.ringmaster.lab.OutsideCall;

/**
 * What supervisors do at the talks of agents, on a real Asterisk with real SIP legs: who hears whom
 * is measured by the tones that each party sounds (caller 700 Hz, anna 1400 Hz, the supervisor 1000
 * Hz).
 */
@Tag("lab")
@ExtendWith(SharedLab.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SupervisionLabTest {
  private static final int CALLER = 700;
  private static final int ANNA = 1_400;
  private static final int BOSS = 1_000;

  private static LabCentre centre;

  @BeforeAll
  static void begin(LabCentre shared) throws Exception {
    centre = shared;
    centre.begin("anna");
    centre.outside().telephoneTone("edge", "tel04", BOSS);
  }

  @Test
  @Order(1)
  void aSupervisorListensWhispersJoinsInAndTakesOver() throws Exception {
    OutsideCall call = talkWithAnna();

    attends(SupervisionMode.LISTEN);
    bossHears(CALLER, ANNA);
    assertHears(centre.outside().listen(call).hears(1_000), ANNA);
    assertHears(centre.outside().listen("edge", "tel01").hears(1_000), CALLER);

    attends(SupervisionMode.WHISPER);
    annaHears(CALLER, BOSS);
    assertHears(centre.outside().listen(call).hears(1_000), ANNA);
    bossHears(CALLER, ANNA);

    attends(SupervisionMode.BARGE);
    callerHears(call, ANNA, BOSS);
    assertHears(centre.outside().listen("edge", "tel01").hears(1_000), CALLER, BOSS);
    assertHears(centre.outside().listen("edge", "tel04").hears(1_000), CALLER, ANNA);

    attends(SupervisionMode.LISTEN);
    callerHears(call, ANNA);
    annaHears(CALLER);
    bossHears(CALLER, ANNA);

    attends(SupervisionMode.TAKE_OVER);
    centre.is("anna", AgentState.AVAILABLE);
    callerHears(call, BOSS);
    assertHears(centre.outside().listen("edge", "tel04").hears(1_000), CALLER);
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
    centre.accepted(new SupervisionInput.Leave(new AgentId("anna"), null, new Author("boss")));
    callerHears(call, ANNA);
    over(call);
  }

  @Test
  @Order(99)
  void theSecondWitnessAgreesWithEveryLeg() throws Exception {
    centre.witnessAgrees(5);
  }

  private static OutsideCall talkWithAnna() throws Exception {
    centre.is("anna", AgentState.AVAILABLE);
    OutsideCall call = centre.outside().call("49301000", "4930555001", CallerBehaviour.stays());
    centre.is("anna", AgentState.ON_CALL);
    callerHears(call, ANNA);
    return call;
  }

  private static void attends(SupervisionMode mode) throws Exception {
    centre.accepted(
        new SupervisionInput.Attend(
            new AgentId("anna"), null, mode, new TelephoneId("tel04"), null, new Author("boss")));
  }

  private static void callerHears(OutsideCall call, int... tones) throws Exception {
    heard(() -> centre.outside().listen(call), tones);
  }

  private static void annaHears(int... tones) throws Exception {
    heard(() -> centre.outside().listen("edge", "tel01"), tones);
  }

  private static void bossHears(int... tones) throws Exception {
    heard(() -> centre.outside().listen("edge", "tel04"), tones);
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
    centre.outside().hangUp(call);
    centre.is("anna", AgentState.AVAILABLE);
    Waiting.until(() -> centre.platform().boards().calls().live() == 0, 20, "no call is left");
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.core.callback.Callback;
import org.ringmaster.core.callback.CallbackState;
import org.ringmaster.lab.CalleeBehaviour;
import org.ringmaster.lab.CallerBehaviour;
import org.ringmaster.lab.OutsideCall;

/**
 * Callers who are called back, on a real Asterisk with real SIP legs. That customer and agent hear
 * each other is measured by their tones: the customer sounds 700 Hz, the agent 1400 Hz.
 */
@Tag("lab")
@ExtendWith(SharedLab.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CallbackLabTest {
  private static final String SALES = "49301001";
  private static final String SERVICE = "49301002";
  private static final int AGENT = 1_400;
  private static final int CUSTOMER = 700;

  private static LabCentre centre;

  @BeforeAll
  static void begin(LabCentre shared) throws Exception {
    centre = shared;
    centre.begin("anna");
    pauses();
  }

  @Test
  @Order(1)
  void aCallersPlaceIsKeptAndTheyAreDialledWhenItComesUp() throws Exception {
    centre.outside().callee("493055501001", CalleeBehaviour.person(500, 8_000));
    asks(SALES, "03055501001");
    Callback kept = theOne();
    assertEquals("+493055501001", kept.number().text());
    assertEquals(0, centre.count("callback_tries"));

    centre.accepted(new AgentInput.Unpause(new AgentId("anna")));
    over("TALKED");
    hearEachOther("493055501001");
    assertEquals(1, centre.count("callback_tries"));
    pauses();
  }

  @Test
  @Order(2)
  void whereTheAgentIsFirstTheCustomerIsDialledWhenTheAgentIsThere() throws Exception {
    centre.outside().callee("493055501002", CalleeBehaviour.person(500, 8_000));
    asks(SERVICE, "+493055501002");
    centre.accepted(new AgentInput.Unpause(new AgentId("anna")));
    over("TALKED");
    hearEachOther("493055501002");
    pauses();
  }

  @Test
  @Order(3)
  void whoRingsAgainHasTheOldPlaceAndIsNotDialled() throws Exception {
    asks(SALES, "+493055501003");
    long since = theOne().sinceMicros();
    OutsideCall again = centre.outside().call(SALES, "00493055501003", CallerBehaviour.stays());
    Waiting.until(() -> theOne().state() == CallbackState.IN_PERSON, 20, "waits in person");
    assertEquals(since, theOne().sinceMicros());
    centre.accepted(new AgentInput.Unpause(new AgentId("anna")));
    Waiting.until(() -> centre.outside().listen(again).hears(300).has(AGENT), 20, "hears anna");
    over("REACHED");
    assertEquals(0, tries("+493055501003"));
    centre.outside().hangUp(again);
    pauses();
  }

  @Test
  @Order(4)
  void whoDoesNotAnswerIsTriedThreeTimes() throws Exception {
    centre.outside().callee("493055501004", CalleeBehaviour.busy());
    asks(SALES, "+493055501004");
    centre.accepted(new AgentInput.Unpause(new AgentId("anna")));
    over("UNREACHED");
    assertEquals(3, tries("+493055501004"));
    centre.is("anna", AgentState.AVAILABLE);
    pauses();
  }

  @Test
  @Order(99)
  void theSecondWitnessAgreesWithEveryLeg() throws Exception {
    centre.witnessAgrees(5);
  }

  /** Rings, presses the key, says yes to the number, and is gone. */
  private static void asks(String queue, String caller) throws Exception {
    centre.outside().call(queue, caller, CallerBehaviour.stays().pressing("5ww1", 1_000));
    Waiting.until(
        () -> centre.platform().boards().callbacks().rows().size() == 1,
        30,
        caller + " is to be called back");
    Waiting.until(
        () -> centre.platform().boards().calls().live() == 0, 30, caller + " was hung up");
  }

  private static Callback theOne() {
    return centre.platform().boards().callbacks().rows().iterator().next();
  }

  private static void hearEachOther(String number) throws Exception {
    Waiting.until(
        () -> centre.outside().listenAt(number).hears(300).has(AGENT), 30, number + " hears anna");
    Waiting.until(
        () -> centre.outside().listen("edge", "tel01").hears(300).has(CUSTOMER),
        30,
        "anna hears " + number);
  }

  private static void over(String outcome) throws Exception {
    Waiting.until(
        () -> centre.platform().boards().callbacks().rows().isEmpty(), 60, "the callback is over");
    Waiting.until(
        () -> centre.count("callbacks where ended_at is null") == 0, 20, "the store has its end");
    assertTrue(centre.count("callbacks where outcome = '" + outcome + "'") > 0, outcome);
  }

  private static void pauses() throws Exception {
    centre.is("anna", AgentState.AVAILABLE);
    centre.accepted(new AgentInput.Pause(new AgentId("anna"), new PauseReason("lunch")));
  }

  private static long tries(String number) {
    return centre.count(
        "callback_tries join callbacks using (cell, callback_id) where number = '" + number + "'");
  }
}

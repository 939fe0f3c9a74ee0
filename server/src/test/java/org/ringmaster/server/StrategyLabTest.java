// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.Reason;
import org.ringmaster.core.routing.Strategy;
import org.ringmaster.lab.CallerBehaviour;
import org.ringmaster.lab.Heard;
import org.ringmaster.lab.OutsideCall;

/**
 * Each strategy, skills that are relaxed, overflow and who rings again, with real SIP legs on a
 * real Asterisk: whom it rang is read from the journal, and CEL must agree with the books.
 */
@Tag("lab")
@ExtendWith(SharedLab.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StrategyLabTest {
  private static final List<String> AGENTS = List.of("anna", "bruno", "chen");
  private static final String SKILLED = "49301900";
  private static final String IMPATIENT = "49301901";
  private static final String FITTING = "49301903";
  private static final String REJOINED = "49301902";

  private static LabCentre centre;
  private static int callers;

  @BeforeAll
  static void begin(LabCentre shared) throws Exception {
    centre = shared;
    centre.begin("anna", "bruno", "chen");
  }

  @BeforeEach
  void everybodyIsFree() throws Exception {
    free(3);
    centre.mark();
  }

  @Test
  @Order(1)
  void ringallRingsEverybodyForOneCaller() throws Exception {
    talk(SharedLab.numberOf(Strategy.RINGALL), 1);
    assertEquals(Set.copyOf(AGENTS), new TreeSet<>(rung()));
    assertEquals(1, connected().size());
  }

  @Test
  @Order(2)
  void linearRingsTheTopOfTheListEachTime() throws Exception {
    assertEquals(List.of("anna", "anna", "anna"), three(Strategy.LINEAR));
  }

  @Test
  @Order(3)
  void roundRobinGoesOnFromWhomItRangLast() throws Exception {
    assertEquals(AGENTS, three(Strategy.RRMEMORY));
    centre.mark();
    assertEquals(AGENTS, three(Strategy.RRORDERED));
  }

  @Test
  @Order(4)
  void thoseThatCountGiveEachAgentOneOfThree() throws Exception {
    for (Strategy strategy :
        List.of(Strategy.LEASTRECENT, Strategy.FEWESTCALLS, Strategy.LONGEST_IDLE)) {
      centre.mark();
      assertEquals(Set.copyOf(AGENTS), new TreeSet<>(three(strategy)), strategy::name);
    }
  }

  @Test
  @Order(5)
  void thoseThatDrawGiveEachCallerToSomebody() throws Exception {
    for (Strategy strategy : List.of(Strategy.RANDOM, Strategy.WRANDOM)) {
      centre.mark();
      assertEquals(3, three(strategy).size(), strategy::name);
    }
  }

  @Test
  @Order(5)
  void skillsRingWhoFitsBestAndTheNextBestWhereThatOneTalks() throws Exception {
    OutsideCall first = call(FITTING);
    free(2);
    OutsideCall second = call(FITTING);
    free(1);
    centre.outside().hangUp(first);
    centre.outside().hangUp(second);
    free(3);
    assertEquals(List.of("chen", "bruno"), connected());
    assertEquals(List.of(8, 3), chosen().stream().map(f -> f.choice().fit()).toList());
  }

  @Test
  @Order(6)
  void whoHasLessOfASkillIsRungOnceThatIsRelaxed() throws Exception {
    OutsideCall first = call(SKILLED);
    free(2);
    OutsideCall second = call(SKILLED);
    free(1);
    centre.outside().hangUp(first);
    centre.outside().hangUp(second);
    free(3);
    assertEquals(List.of("chen", "bruno"), connected());
    long waited = chosen().getLast().choice().waitedMillis();
    assertTrue(waited >= 2_000 && waited < 4_000, "rung after " + waited + " ms");
  }

  @Test
  @Order(7)
  void whoHasWaitedTooLongIsSentOnToTheNextQueue() throws Exception {
    OutsideCall first = call(IMPATIENT);
    free(2);
    OutsideCall second = call(IMPATIENT);
    free(1);
    centre.outside().hangUp(first);
    centre.outside().hangUp(second);
    free(3);
    QueueFact.EntryOverflowed sent = centre.facts(QueueFact.EntryOverflowed.class).getLast();
    assertEquals(Reason.MAX_WAIT, sent.reason());
    assertEquals(List.of("anna", "bruno"), connected(), "anna talks, so linear goes on to bruno");
  }

  @Test
  @Order(8)
  void whoHungUpInVainAndRingsAgainHasTheOldPlace() throws Exception {
    OutsideCall talking = call(REJOINED);
    free(2);
    String again = "4930666001";
    OutsideCall gaveUp = centre.outside().call(REJOINED, again, CallerBehaviour.stays());
    joined(2);
    Heard music = centre.outside().listen(gaveUp).hears(4_000);
    assertTrue(music.loudness() > 50, music::toString);
    centre.outside().hangUp(gaveUp);
    Waiting.until(
        () -> centre.facts(QueueFact.EntryAbandoned.class).size() == 1, 20, "one gave up");
    OutsideCall later = call(REJOINED);
    joined(3);
    OutsideCall back = centre.outside().call(REJOINED, again, CallerBehaviour.stays());
    joined(4);
    QueueFact.EntryJoined rejoined = centre.facts(QueueFact.EntryJoined.class).getLast();
    assertTrue(rejoined.creditMillis() > 0, "they come with the time that they had waited");
    centre.outside().hangUp(talking);
    Waiting.until(() -> connected().size() == 2, 20, "one of the two has anna");
    assertEquals(rejoined.entry(), centre.facts(QueueFact.EntryConnected.class).getLast().entry());
    centre.outside().hangUp(back);
    Waiting.until(() -> connected().size() == 3, 20, "the other one has her too");
    centre.outside().hangUp(later);
    free(3);
  }

  private static void joined(int many) throws Exception {
    Waiting.until(
        () -> centre.facts(QueueFact.EntryJoined.class).size() == many, 20, many + " have come");
  }

  @Test
  @Order(99)
  void theSecondWitnessAgreesWithEveryLeg() throws Exception {
    centre.witnessAgrees(50);
  }

  /** Three callers, one after the other; who talked with them. */
  private List<String> three(Strategy strategy) throws Exception {
    talk(SharedLab.numberOf(strategy), 3);
    return connected();
  }

  private void talk(String number, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      OutsideCall call = call(number);
      free(2);
      centre.outside().hangUp(call);
      free(3);
    }
  }

  private static OutsideCall call(String number) throws Exception {
    return centre
        .outside()
        .call(number, "4930555%03d".formatted(callers++), CallerBehaviour.stays());
  }

  /**
   * Waits until so many are free and the others talk: nobody is being rung any more, nor has a
   * telephone that still hangs up and would be passed over.
   */
  private static void free(int agents) throws Exception {
    Waiting.until(
        () ->
            centre.inState(AgentState.AVAILABLE) == agents
                && centre.inState(AgentState.ON_CALL) == 3 - agents
                && centre.liveCalls() == 3 - agents,
        20,
        agents + " agents are free");
  }

  private List<String> connected() {
    return centre.facts(QueueFact.EntryConnected.class).stream()
        .map(f -> f.agent().value())
        .toList();
  }

  private List<String> rung() {
    return chosen().stream().map(f -> f.agent().value()).toList();
  }

  private List<QueueFact.EntryOffered> chosen() {
    return centre.facts(QueueFact.EntryOffered.class);
  }
}

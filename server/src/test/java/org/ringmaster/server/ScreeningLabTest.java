// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.call.ScreeningVerdict;
import org.ringmaster.core.desk.DeskInput;
import org.ringmaster.core.desk.Disposition;
import org.ringmaster.dialer.campaign.AttemptOutcome;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.MachineTreatment;
import org.ringmaster.lab.CalleeBehaviour;

/** Asterisk's own AMD() listens to people and machines outside, and the campaign obeys it. */
@Tag("lab")
class ScreeningLabTest {
  private static final String CONFIGURATION =
      """
      region: DE
      nodes:
        edge: {lab: yes}
      trunks:
        outside: {node: edge, channels: 50}
      telephones:
        tel05: {node: edge, use: open}
      agents:
        dora: {number: 1005, telephone: tel05}
      calendars:
        always: {zone: Europe/Berlin, hours: [mon-sun 00:00-24:00]}
      queues:
        out: {agents: [dora], wrapuptime: 20s}
      campaigns:
        quick: {queue: out, trunk: outside, hours: always, tries: 1, screening: hang-up}
        tells: {queue: out, trunk: outside, hours: always, tries: 1, screening: message,
                machineprompts: [vm-goodbye]}
        looks: {queue: out, trunk: outside, hours: always, tries: 1, screening: observe}
        greets: {queue: out, trunk: outside, hours: always, tries: 1, holdfrom: greeting}
        asks: {queue: out, trunk: outside, hours: always, tries: 1, screening: hang-up,
               audit: 100, machinecodes: [voicemail]}
      dispositions:
        sold: {digit: 1}
        voicemail: {digit: 2}
      """;

  @TempDir static Path folder;
  private static LabCentre centre;
  private static LabCampaigns campaigns;

  @BeforeAll
  static void start() throws Exception {
    centre = LabCentre.start(CONFIGURATION, folder);
    campaigns = new LabCampaigns(centre);
  }

  @BeforeEach
  void begin() throws Exception {
    centre.begin("dora");
  }

  @AfterAll
  static void end() throws Exception {
    centre.close();
  }

  @Test
  void aMachineIsHungUpAndItsAgentIsFreeAndAPersonIsNot() throws Exception {
    centre.outside().callee("493055504001", CalleeBehaviour.machine(500, 30_000));
    centre.outside().callee("493055504002", CalleeBehaviour.person(500, 6_000));
    campaigns.runs("quick", "493055504001", "493055504002");
    Waiting.until(
        () -> screened("quick").containsKey(ScreeningVerdict.MACHINE), 30, "the machine is heard");
    // At once, though a wrap-up of 20 seconds follows talks with people.
    Waiting.until(
        () -> centre.facts(CampaignFact.Dialled.class).size() == 2, 10, "dora is free again");
    assertEquals(
        Map.of(AttemptOutcome.MACHINE, 1L, AttemptOutcome.TALKED, 1L), campaigns.outcomes("quick"));
    assertEquals(
        Map.of(ScreeningVerdict.MACHINE, 1L, ScreeningVerdict.HUMAN, 1L), screened("quick"));
    CampaignFact.AttemptScreened human =
        centre.facts(CampaignFact.AttemptScreened.class).stream()
            .filter(one -> one.verdict() == ScreeningVerdict.HUMAN)
            .findFirst()
            .orElseThrow();
    assertTrue(human.cause().startsWith("HUMAN-"), human.toString());
    assertTrue(human.greetingMillis() > 0 && human.greetingMillis() < 2_000, human.toString());
    assertEquals(1, campaigns.row("quick").numbers().answered());
    Waiting.until(
        () ->
            centre.count(
                    "attempts where campaign_id = 'quick' and outcome = 'MACHINE'"
                        + " and verdict = 'MACHINE' and treatment = 'HUNG_UP'"
                        + " and machine"
                        + " and verdict_ms between 500 and 6000")
                == 1,
        30,
        "the machine is in the store");
    Waiting.until(
        () ->
            centre.count(
                    "campaign_days where campaign_id = 'quick' and machine = 1 and talked = 1"
                        + " and taken_for_human = 1")
                == 1,
        30,
        "the day is in the store");
    // Both leads; the legs by which was listened are helpers for CEL.
    Waiting.until(
        () -> centre.count("legs where role = 'SNOOP' and ended_at is not null") >= 2,
        30,
        "the listening legs have ended in the books");
    centre.witnessAgrees(2);
  }

  @Test
  void aMachineIsToldTheMessageBehindItsBeep() throws Exception {
    centre.outside().callee("493055505001", CalleeBehaviour.machine(500, 60_000));
    campaigns.runs("tells", "493055505001");
    assertEquals(Map.of(AttemptOutcome.MESSAGE_LEFT, 1L), campaigns.outcomes("tells"));
    centre.is("dora", AgentState.AVAILABLE);
    Waiting.until(
        () ->
            centre.count(
                    "attempts where campaign_id = 'tells' and outcome = 'MESSAGE_LEFT'"
                        + " and message_at > answered_at + interval '7 seconds'")
                == 1,
        30,
        "the message is in the store");
    centre.witnessAgrees(1);
  }

  @Test
  void whatIsOnlyObservedStaysWithItsAgent() throws Exception {
    centre.outside().callee("493055506001", CalleeBehaviour.machine(500, 3_000));
    campaigns.runs("looks", "493055506001");
    assertEquals(Map.of(AttemptOutcome.TALKED, 1L), campaigns.outcomes("looks"));
    assertEquals(Map.of(ScreeningVerdict.MACHINE, 1L), screened("looks"));
    centre.witnessAgrees(1);
  }

  @Test
  void whoWaitsInSilenceIsAMachineToAsteriskAndAnAgentFindsThatOut() throws Exception {
    centre.outside().callee("493055507001", CalleeBehaviour.silent());
    campaigns.runs("asks", "493055507001");
    Waiting.until(
        () -> screened("asks").containsKey(ScreeningVerdict.MACHINE), 30, "the detector speaks");
    CampaignFact.AttemptScreened judged =
        centre.facts(CampaignFact.AttemptScreened.class).getFirst();
    assertTrue(judged.cause().startsWith("INITIALSILENCE-"), judged.toString());
    assertEquals(MachineTreatment.AUDITED, judged.treatment());
    centre.accepted(
        new DeskInput.Dispose(new AgentId("dora"), judged.call(), new Disposition("sold")));
    Waiting.until(
        () ->
            centre.count(
                    "attempts where campaign_id = 'asks' and audited_as = 'PERSON'"
                        + " and audited_by = 'dora' and treatment = 'AUDITED'")
                == 1,
        30,
        "what dora found is in the store");
    // The board is published on its own, before or after the store.
    Waiting.until(
        () -> campaigns.row("asks").screening().people() == 1, 20, "what dora found is shown");
    assertEquals(100, campaigns.row("asks").screening().falsePercent());
    centre.outside().hangUpAll();
    assertEquals(Map.of(AttemptOutcome.TALKED, 1L), campaigns.outcomes("asks"));
    assertEquals(1, campaigns.row("asks").numbers().answered());
  }

  @Test
  void theEndOfWhatAPersonSaysFirstIsHeardWithoutADetectorOfMachines() throws Exception {
    centre.outside().callee("493055508001", CalleeBehaviour.greets(500));
    campaigns.runs("greets", "493055508001");
    assertEquals(Map.of(AttemptOutcome.TALKED, 1L), campaigns.outcomes("greets"));
    List<CampaignFact.GreetingHeard> heard = centre.facts(CampaignFact.GreetingHeard.class);
    assertTrue(heard.getFirst().talking(), heard.toString());
    assertFalse(heard.getLast().talking(), heard.toString());
    assertTrue(
        heard.getLast().millis() > 200 && heard.getLast().millis() < 3_000, heard.toString());
    Waiting.until(
        () ->
            centre.count(
                    "attempts where campaign_id = 'greets' and verdict is null"
                        + " and greeting_ms between 200 and 3000")
                == 1,
        30,
        "the greeting is in the store");
    centre.witnessAgrees(1);
  }

  private static Map<ScreeningVerdict, Long> screened(String campaign) {
    Map<ScreeningVerdict, Long> verdicts = new EnumMap<>(ScreeningVerdict.class);
    for (CampaignFact.AttemptScreened one : centre.facts(CampaignFact.AttemptScreened.class)) {
      if (one.campaign().value().equals(campaign)) {
        verdicts.merge(one.verdict(), 1L, Long::sum);
      }
    }
    return verdicts;
  }
}

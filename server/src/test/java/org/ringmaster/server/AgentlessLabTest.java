// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.core.callback.CallbackFact;
import org.ringmaster.core.journey.JourneyFact;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.dialer.campaign.AttemptOutcome;
import org.ringmaster.dialer.campaign.AttemptPhase;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignState;
import org.ringmaster.lab.CalleeBehaviour;
import org.ringmaster.lab.Heard;

/**
 * Campaigns without agents on a real Asterisk with real SIP legs: the leads' telephones hear the
 * message and press keys, and what they hear is measured.
 */
@Tag("lab")
class AgentlessLabTest {
  /** Far more than the noise of a silent line, far less than speech. */
  private static final double SPEECH = 200;

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
        told: {agents: [dora], wrapuptime: 0s,
               callback: {trunk: outside, mode: agent-first, takenprompts: [auth-thankyou]}}
      campaigns:
        heard: {queue: told, trunk: outside, hours: always, tries: 1, mode: agentless,
                message: [demo-thanks], keytime: 1s}
        asks: {queue: told, trunk: outside, hours: always, tries: 1, mode: agentless,
               message: [demo-thanks, demo-thanks], queuekey: "1", optoutkey: "9", keytime: 1s}
        later: {queue: told, trunk: outside, hours: always, tries: 1, mode: agentless,
                message: [demo-thanks, demo-thanks], callbackkey: "2", keytime: 1s}
        mute: {queue: told, trunk: outside, hours: always, tries: 1, mode: agentless, maxlines: 1,
               message: [no-such-sound], keytime: 1s}
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
  void whoAnswersHearsTheMessageAndWhoHangsUpInItsMiddleIsNoFailure() throws Exception {
    centre.outside().callee("493055601001", CalleeBehaviour.silent());
    centre.outside().callee("493055601002", CalleeBehaviour.gone());
    campaigns.runs("heard", "493055601001", "493055601002");
    Waiting.until(() -> isTold("heard"), 20, "the message begins");
    Heard heard = centre.outside().listenAt("493055601001").hears(700);
    assertTrue(heard.loudness() > SPEECH, heard.toString());
    assertEquals(
        Map.of(AttemptOutcome.HEARD, 1L, AttemptOutcome.HUNG_UP, 1L), campaigns.outcomes("heard"));
    centre.witnessAgrees(2);
  }

  @Test
  void oneKeyReachesTheQueueAndAnotherIsNeverToBeCalledAgain() throws Exception {
    centre.outside().callee("493055602001", CalleeBehaviour.presses(500, "1"));
    centre.outside().callee("493055602002", CalleeBehaviour.presses(500, "9"));
    campaigns.runs("asks", "493055602001", "493055602002");
    Waiting.until(
        () -> centre.facts(QueueFact.EntryConnected.class).size() == 1, 30, "dora has who pressed");
    Waiting.until(
        () -> centre.outside().listenAt("493055602001").hears(300).has(LabCentre.AGENTS_TONE),
        30,
        "who pressed 1 hears dora");
    Waiting.until(
        () -> centre.facts(JourneyFact.ConsentRefused.class).size() == 1, 20, "who pressed 9");
    Waiting.until(
        () -> centre.count("contact_bans where address like '%493055602002%'") == 1,
        30,
        "the do-not-call list has them in the store");
    centre.outside().hangUpAll();
    assertEquals(
        Map.of(AttemptOutcome.QUEUED, 1L, AttemptOutcome.OPTED_OUT, 1L),
        campaigns.outcomes("asks"));
  }

  @Test
  void anotherKeyIsCalledBackByAnAgentWhoIsThereFirst() throws Exception {
    centre.outside().callee("493055603001", CalleeBehaviour.presses(500, "2"));
    campaigns.runs("later", "493055603001");
    assertEquals(Map.of(AttemptOutcome.CALLBACK, 1L), campaigns.outcomes("later"));
    Waiting.until(
        () -> centre.facts(CallbackFact.Reached.class).size() == 1, 30, "they are called back");
    Waiting.until(
        () -> centre.outside().listenAt("493055603001").hears(300).has(LabCentre.AGENTS_TONE),
        30,
        "who is called back hears dora");
    assertEquals(1, centre.facts(CampaignFact.Dialled.class).size());
  }

  @Test
  void aSoundThatIsNotThereStopsTheCampaignAfterThree() throws Exception {
    String[] leads = new String[8];
    for (int i = 0; i < leads.length; i++) {
      leads[i] = "49305560400" + i;
      centre.outside().callee(leads[i], CalleeBehaviour.silent());
    }
    campaigns.runs("mute", leads);
    Waiting.until(() -> campaigns.row("mute").state() == CampaignState.PAUSED, 60, "it is paused");
    // The third one pauses it and has its outcome when its leg has ended.
    Waiting.until(
        () ->
            centre.facts(CampaignFact.AttemptEnded.class).stream()
                    .filter(one -> one.campaign().value().equals("mute"))
                    .count()
                == 3,
        30,
        "three attempts have ended");
    assertEquals(Map.of(AttemptOutcome.MESSAGE_FAILED, 3L), campaigns.counted("mute"));
  }

  private static boolean isTold(String campaign) {
    return centre.facts(CampaignFact.MessageWent.class).stream()
        .anyMatch(
            one -> one.campaign().value().equals(campaign) && one.phase() == AttemptPhase.TOLD);
  }
}

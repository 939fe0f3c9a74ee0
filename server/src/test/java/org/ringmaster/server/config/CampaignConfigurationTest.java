// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.desk.Disposition;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.recording.RecordingPlan;
import org.ringmaster.core.recording.RecordingPolicy;
import org.ringmaster.dialer.callerid.CallerIdPick;
import org.ringmaster.dialer.callerid.CallerIdPool;
import org.ringmaster.dialer.campaign.AttemptOutcome;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.MachinePolicy;
import org.ringmaster.dialer.campaign.MessageRules;
import org.ringmaster.dialer.campaign.PreviewRules;
import org.ringmaster.dialer.campaign.Recycling;
import org.ringmaster.dialer.campaign.ScreeningPlan;

class CampaignConfigurationTest {
  private static final String PLANT =
      """
      nodes: {edge: {lab: yes}}
      trunks: {outside: {node: edge}}
      telephones: {tel01: {node: edge, use: open}}
      agents: {alice: {number: 1001, telephone: tel01}}
      queues: {outbound: {agents: [alice]}}
      calendars: {calling: {zone: Europe/Berlin, hours: [mon-fri 09:00-20:00]}}
      """;

  @TempDir Path folder;

  private Configuration read(String campaigns) throws IOException, ConfigurationRefused {
    return read(campaigns, PLANT);
  }

  private Configuration read(String campaigns, String plant)
      throws IOException, ConfigurationRefused {
    Path file = folder.resolve("ringmaster.yaml");
    Files.writeString(file, plant + campaigns);
    return ConfigurationFile.read(file);
  }

  @Test
  void aCampaignHasUsualSettingsWhereNothingIsSaid() throws Exception {
    CampaignPlan plan =
        read("campaigns: {renewals: {queue: outbound, trunk: outside, hours: calling}}")
            .campaigns()
            .getFirst();
    assertEquals(CampaignMode.PROGRESSIVE, plan.mode());
    assertEquals(3, plan.abandonPercent());
    assertEquals(3, plan.smallTeam());
    assertEquals(72 * 3_600_000L, plan.lockMillis());
    assertEquals("Europe/Berlin", plan.hours().zone());
    assertEquals(CampaignPlan.USUAL_RECYCLING, plan.recycling());
  }

  @Test
  void whatIsSaidHolds() throws Exception {
    CampaignPlan plan =
        read("""
                campaigns:
                  renewals:
                    queue: outbound
                    trunk: outside
                    hours: calling
                    mode: power
                    ratio: 2.5
                    maxabandon: 2
                    recycling:
                      busy: {tries: 4, retry: 15m}
                """)
            .campaigns()
            .getFirst();
    assertEquals(CampaignMode.POWER, plan.mode());
    assertEquals(2.5, plan.ratio());
    assertEquals(2, plan.abandonPercent());
    assertTrue(plan.recycling().contains(new Recycling(AttemptOutcome.BUSY, 4, 900_000)));
    assertEquals(
        CampaignPlan.USUAL_RECYCLING.stream().filter(CampaignConfigurationTest::isOther).toList(),
        plan.recycling().stream().filter(CampaignConfigurationTest::isOther).toList());
  }

  @Test
  void nobodyListensForMachinesUnlessTheCampaignSaysSo() throws Exception {
    String campaign = "campaigns: {spring: {queue: outbound, trunk: outside, hours: calling%s}}";
    assertNull(read(campaign.formatted("")).campaigns().getFirst().screening());
    assertNull(read(campaign.formatted(", screening: off")).campaigns().getFirst().screening());
    assertEquals(
        ScreeningPlan.of(MachinePolicy.HANG_UP).leavingItToAgents(),
        read(campaign.formatted(", screening: hang-up, machinebridged: leave"))
            .campaigns()
            .getFirst()
            .screening());
    assertEquals(
        ScreeningPlan.of(MachinePolicy.MESSAGE).telling(List.of(Prompt.sound("vm-goodbye"))),
        read(campaign.formatted(", screening: message, machineprompts: [vm-goodbye]"))
            .campaigns()
            .getFirst()
            .screening());
    String audited = ", screening: observe, audit: 2.5, machinecodes: [voicemail]";
    String codes = "dispositions: {voicemail: {digit: 1}, sold: {digit: 2}}\n";
    assertEquals(
        ScreeningPlan.of(MachinePolicy.OBSERVE)
            .auditing(2.5, List.of(new Disposition("voicemail"))),
        read(codes + campaign.formatted(audited)).campaigns().getFirst().screening());
    ConfigurationRefused none =
        assertThrows(
            ConfigurationRefused.class,
            () -> read(campaign.formatted(", screening: observe, audit: 2")));
    assertTrue(none.toString().contains("audit needs machinecodes"), none.toString());
    ConfigurationRefused refused =
        assertThrows(
            ConfigurationRefused.class, () -> read(campaign.formatted(", screening: maybe")));
    assertTrue(refused.toString().contains("off, observe, hang-up, message"), refused.toString());
  }

  private static boolean isOther(Recycling rule) {
    return rule.outcome() != AttemptOutcome.BUSY;
  }

  @Test
  void aCalendarWithoutHoursIsNoneForPeopleWhoAreCalled() {
    ConfigurationRefused refused =
        assertThrows(
            ConfigurationRefused.class,
            () ->
                read(
                    "campaigns: {spring: {queue: outbound, trunk: outside, hours: always}}\n",
                    PLANT.replace(
                        "calendars: {calling",
                        "calendars: {always: {zone: Europe/Berlin}, calling")));
    assertTrue(refused.toString().contains("day and night"), refused.toString());
  }

  @Test
  void hoursMustBeSaid() {
    ConfigurationRefused refused =
        assertThrows(
            ConfigurationRefused.class,
            () -> read("campaigns: {renewals: {queue: outbound, trunk: outside}}"));
    assertTrue(refused.toString().contains("hours"), refused.toString());
  }

  @Test
  void leadsMayBeShownToAgentsBeforeTheyAreDialled() throws Exception {
    CampaignPlan plan =
        read("""
                campaigns:
                  renewals: {queue: outbound, trunk: outside, hours: calling, mode: preview,
                             previewtime: 45s, previewend: dial, previewretry: 2h}
                """)
            .campaigns()
            .getFirst();
    assertEquals(CampaignMode.PREVIEW, plan.mode());
    assertEquals(new PreviewRules(45_000, true, 7_200_000), plan.previewRules());
  }

  @Test
  void wherePeopleDialNothingIsDialledByTime() {
    ConfigurationRefused refused =
        assertThrows(
            ConfigurationRefused.class,
            () ->
                read(
                    """
                    campaigns:
                      byhand: {queue: outbound, trunk: outside, hours: calling, mode: manual, previewend: dial}
                      forever: {queue: outbound, trunk: outside, hours: calling, mode: preview, previewend: dial, previewtime: 0s}
                    """));
    String said = refused.getMessage();
    assertTrue(said.contains("in mode \"manual\" no lead is dialled because a time ran out"), said);
    assertTrue(said.contains("that time never runs out"), said);
  }

  @Test
  void aDropGroupIsNamedByTheCampaignsThatShareIt() throws Exception {
    List<CampaignPlan> plans =
        read("""
                campaigns:
                  gas: {queue: outbound, trunk: outside, hours: calling, dropgroup: energy}
                  water: {queue: outbound, trunk: outside, hours: calling}
                """)
            .campaigns();
    assertEquals("energy", plans.get(0).dropGroup());
    assertNull(plans.get(1).dropGroup());
  }

  @Test
  void aMessageHasKeysAndIsForCampaignsWithoutAgents() throws Exception {
    CampaignPlan plan =
        read("""
                campaigns:
                  told: {queue: outbound, trunk: outside, hours: calling, mode: agentless,
                         message: [hello-world], queuekey: "1", optoutkey: "9"}
                """)
            .campaigns()
            .getFirst();
    assertEquals(
        new MessageRules(List.of(Prompt.sound("hello-world")), "1", "9", 5_000, ""),
        plan.message());
    ConfigurationRefused refused =
        assertThrows(
            ConfigurationRefused.class,
            () ->
                read(
                    """
                    campaigns:
                      mute: {queue: outbound, trunk: outside, hours: calling, mode: agentless}
                      same: {queue: outbound, trunk: outside, hours: calling, mode: agentless,
                             message: [hello-world], queuekey: "1", optoutkey: "1"}
                      talks: {queue: outbound, trunk: outside, hours: calling, optoutkey: "9"}
                    """));
    String said = refused.getMessage();
    assertTrue(said.contains("mute.mode is \"agentless\", but there is no message"), said);
    assertTrue(said.contains("same.optoutkey and queuekey are the same key"), said);
    assertTrue(said.contains("talks.optoutkey is pressed while dropprompts are said"), said);
  }

  @Test
  void aKeyForbidsTheNextCallOnlyWhereDropPromptsAreSaid() throws Exception {
    String campaign =
        """
        campaigns:
          renewals: {queue: outbound, trunk: outside, hours: calling, dropprompts: [hello-world],
                     optoutkey: "9"%s}
        """;
    assertEquals(
        List.of(Prompt.sound("hello-world")),
        read(campaign.formatted("")).campaigns().getFirst().dropPrompts());
    String said =
        assertThrows(
                ConfigurationRefused.class, () -> read(campaign.formatted(", queueoverflow: yes")))
            .getMessage();
    assertTrue(said.contains("optoutkey is pressed while dropprompts are said"), said);
  }

  @Test
  void whoHearsAMessageMayAskToBeCalledBackByAQueueThatDoes() throws Exception {
    String campaign =
        """
        campaigns:
          told: {queue: %s, trunk: outside, hours: calling, mode: agentless, message: [hello-world],
                 optoutkey: "9", callbackkey: "%s"}
        """;
    String plant =
        PLANT.replace(
            "queues: {", "queues: {kind: {agents: [alice], callback: {trunk: outside}}, ");
    CampaignPlan plan = read(campaign.formatted("kind", "3"), plant).campaigns().getFirst();
    assertEquals(
        new MessageRules(List.of(Prompt.sound("hello-world")), "", "9", 5_000, "3"),
        plan.message());
    String none =
        assertThrows(
                ConfigurationRefused.class, () -> read(campaign.formatted("outbound", "3"), plant))
            .getMessage();
    assertTrue(none.contains("queue outbound calls nobody back; give it callback:"), none);
    String same =
        assertThrows(ConfigurationRefused.class, () -> read(campaign.formatted("kind", "9"), plant))
            .getMessage();
    assertTrue(same.contains("told.callbackkey and optoutkey are the same key"), same);
  }

  @Test
  void aCampaignMaySayHowItsTalksAreRecordedAndKeepsWhatElseItsQueueSays() throws Exception {
    String campaign = "campaigns: {renewals: {queue: outbound, trunk: outside, hours: calling%s}}";
    Configuration silent = read(campaign.formatted(""));
    assertNull(silent.campaigns().getFirst().recording());
    assertEquals(List.of(), silent.recording().rules().plans());
    Configuration says =
        read(
            campaign.formatted(", recording: on-demand"),
            PLANT.replace("[alice]}}", "[alice], recordingkeep: 7d}}"));
    assertEquals(RecordingPolicy.ON_DEMAND, says.campaigns().getFirst().recording());
    RecordingPlan kept = says.recording().rules().plan(new QueueId("outbound"));
    assertEquals(RecordingPolicy.NEVER, kept.policy());
    assertEquals(7 * 86_400_000L, kept.keepMillis());
  }

  @Test
  void aCampaignThatWouldLeaveOutWhatItsQueueAlwaysHasRecordedIsRefused() throws Exception {
    String campaign =
        "campaigns: {renewals: {queue: outbound, trunk: outside, hours: calling, recording: %s}}";
    String forced = PLANT.replace("[alice]}}", "[alice], recording: forced}}");
    String said =
        assertThrows(ConfigurationRefused.class, () -> read(campaign.formatted("all"), forced))
            .getMessage();
    assertTrue(
        said.contains(
            "7:84: campaigns.renewals.recording is \"all\", but queue \"outbound\" has all its talks"
                + " recorded (recording: forced, line 5): leave it out, write forced, or name another"
                + " queue"),
        said);
    assertEquals(
        RecordingPolicy.FORCED,
        read(campaign.formatted("forced"), forced).campaigns().getFirst().recording());
    String word =
        assertThrows(ConfigurationRefused.class, () -> read(campaign.formatted("always")))
            .getMessage();
    assertTrue(word.contains("is not one of never, on-demand, all, forced: \"always\""), word);
  }

  @Test
  void whereNobodyTalksNothingCanBeRecorded() throws Exception {
    String campaign =
        """
        campaigns:
          told: {queue: outbound, trunk: outside, hours: calling, mode: agentless,
                 message: [hello-world], recording: all%s}
        """;
    String said =
        assertThrows(ConfigurationRefused.class, () -> read(campaign.formatted(""))).getMessage();
    assertTrue(
        said.contains("told.recording is of no use in mode \"agentless\" without queuekey"), said);
    assertEquals(
        RecordingPolicy.ALL,
        read(campaign.formatted(", queuekey: \"1\"")).campaigns().getFirst().recording());
  }

  @Test
  void aCampaignMayShowNumbersOfAPool() throws Exception {
    CampaignPlan plan =
        read("""
                callerids:
                  spain: {numbers: [+34910000001, "+34930000001"], pick: nearest, mostaday: 300, prefix: ""}
                campaigns:
                  renewals: {queue: outbound, trunk: outside, hours: calling, callerids: spain}
                """)
            .campaigns()
            .getFirst();
    assertEquals(
        new CallerIdPool(
            "spain", List.of("+34910000001", "+34930000001"), CallerIdPick.NEAREST, 300, ""),
        plan.callerIds());
  }

  @Test
  void aPoolThatMakesNoSenseIsRefusedWithItsPlace() {
    ConfigurationRefused refused =
        assertThrows(
            ConfigurationRefused.class,
            () ->
                read(
                    """
                    callerids:
                      twice: {numbers: [+34910000001, +34910000001]}
                      none: {numbers: []}
                      local: {numbers: ["910000001"]}
                    campaigns:
                      renewals: {queue: outbound, trunk: outside, hours: calling, callerid: "100", callerids: twice}
                      other: {queue: outbound, trunk: outside, hours: calling, callerids: spian}
                    """));
    String said = refused.getMessage();
    assertTrue(said.contains("more than once"), said);
    assertTrue(said.contains("none.numbers is empty"), said);
    assertTrue(said.contains("a number of the house"), said);
    assertTrue(said.contains("which shall leads see"), said);
    assertTrue(said.contains("spian"), said);
  }
}

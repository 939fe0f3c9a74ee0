// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.RecordingId;
import org.ringmaster.core.file.FileFact;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.recording.RecordingFact;
import org.ringmaster.dialer.campaign.AttemptOutcome;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.campaign.CampaignState;
import org.ringmaster.dialer.campaign.PreviewInput;
import org.ringmaster.dialer.campaign.PreviewRow;
import org.ringmaster.dialer.campaign.RecallInput;
import org.ringmaster.dialer.list.ListId;
import org.ringmaster.lab.CalleeBehaviour;
import org.ringmaster.server.cli.Cli;
import org.ringmaster.server.cli.Surroundings;
import org.ringmaster.server.cli.Terminal;
import org.ringmaster.server.cli.Whereabouts;

/**
 * Campaigns on a real Asterisk with real SIP legs. That lead and agent hear each other is measured
 * by their tones: the lead sounds 700 Hz, the agent 1400 Hz.
 */
@Tag("lab")
class CampaignLabTest {
  private static final Author SUE = new Author("sue");
  private static final int LEAD = 700;

  private static final String CONFIGURATION =
      """
      region: DE
      nodes:
        edge: {lab: yes}
      trunks:
        outside: {node: edge, channels: 50}
      telephones:
        tel05: {node: edge, use: open}
        tel06: {node: edge, use: open}
        tel04: {node: edge, use: open}
      agents:
        dora: {number: 1005, telephone: tel05}
        emil: {number: 1006, telephone: tel06}
        fay: {number: 1007, telephone: tel04}
      calendars:
        always: {zone: Europe/Berlin, hours: [mon-sun 00:00-24:00]}
      queues:
        gentle: {agents: [dora], wrapuptime: 0s}
        bold: {agents: [emil], wrapuptime: 0s}
        seen: {agents: [fay], wrapuptime: 0s}
      campaigns:
        gentle: {queue: gentle, trunk: outside, hours: always, tries: 1, recording: all}
        bold: {queue: bold, trunk: outside, hours: always, tries: 1, mode: power, ratio: 3,
               dropprompts: [vm-goodbye]}
        seen: {queue: seen, trunk: outside, hours: always, tries: 1, mode: manual, previewtime: 0s}
      """;

  @TempDir static Path folder;
  private static LabCentre centre;
  private static LabCampaigns campaigns;

  @BeforeAll
  static void begin() throws Exception {
    centre = LabCentre.start(CONFIGURATION, folder);
    campaigns = new LabCampaigns(centre);
    centre.begin("dora", "emil", "fay");
  }

  @AfterAll
  static void end() throws Exception {
    centre.close();
  }

  @Test
  void eachLeadIsDialledOnceAndWhoAnswersTalksWithAnAgent() throws Exception {
    centre.outside().callee("493055502001", CalleeBehaviour.person(500, 6_000));
    centre.outside().callee("493055502002", CalleeBehaviour.busy());
    centre.outside().callee("493055502003", CalleeBehaviour.person(500, 6_000));
    campaigns.runs("gentle", "493055502001", "493055502002", "493055502003");
    Waiting.until(
        () -> campaigns.row("gentle").numbers().talking() == 1, 30, "dora has the first lead");
    Waiting.until(
        () -> centre.outside().listenAt("493055502001").hears(300).has(LabCentre.AGENTS_TONE),
        30,
        "the first lead hears dora");
    Waiting.until(
        () -> centre.outside().listen(LabCentre.EDGE, "tel05").hears(300).has(LEAD),
        30,
        "dora hears the first lead");
    assertEquals(
        Map.of(AttemptOutcome.TALKED, 2L, AttemptOutcome.BUSY, 1L), campaigns.outcomes("gentle"));
    theStoreTellsTheSame();
    bothTalksAreRecordedThoughTheQueueRecordsNone();
  }

  private static void bothTalksAreRecordedThoughTheQueueRecordsNone() throws Exception {
    Waiting.until(() -> keptOfGentle().size() == 2, 30, "both talks are kept");
    for (FileFact.Kept kept : keptOfGentle()) {
      RecordedTones sound =
          RecordedTones.of(centre.platform().files().files().find(kept.file()).orElseThrow());
      assertTrue(sound.millis() > 2_000, "so long: " + sound.millis());
      assertTrue(sound.everHas(LEAD), "the lead is in it");
      assertTrue(sound.everHas(LabCentre.AGENTS_TONE), "and dora");
    }
  }

  /** Queues record nothing there, so what is recorded is what a campaign wants. */
  private static List<FileFact.Kept> keptOfGentle() {
    List<RecordingId> parts =
        centre.facts(RecordingFact.PartBegan.class).stream()
            .peek(part -> assertEquals(new QueueId("gentle"), part.queue()))
            .map(RecordingFact.PartBegan::part)
            .toList();
    return centre.facts(FileFact.Kept.class).stream()
        .filter(kept -> parts.contains(kept.file()))
        .toList();
  }

  private static void theStoreTellsTheSame() throws Exception {
    Waiting.until(
        () -> centre.count("attempts where campaign_id = 'gentle' and ended_at is not null") == 3,
        30,
        "the attempts are in the store");
    assertEquals(
        2,
        centre.count(
            "campaign_attempts where campaign_id = 'gentle' and journey_id is not null"
                + " and agent_id = 'dora' and number like '%49305550200%'"));
    Whereabouts.tell(centre.folder(), centre.platform().address());
    assertTrue(said("db", "verify").contains("clean"));
    List<String> rows = said("campaign", "export", "gentle").lines().toList();
    assertEquals(4, rows.size(), rows.toString());
    assertTrue(rows.getFirst().startsWith("list,lead,try,number,"), rows.toString());
    assertTrue(rows.stream().anyMatch(row -> row.contains("493055502002,")), rows.toString());
    Path pack = folder.resolve("gentle.zip");
    said("campaign", "evidence", "gentle", "--out", pack.toString());
    try (ZipFile zip = new ZipFile(pack.toFile())) {
      assertEquals(6, zip.size());
    }
    said("campaign", "stop", "gentle", "--yes");
    assertEquals(CampaignState.CLOSED, campaigns.row("gentle").state());
  }

  /** What a command says that succeeds. */
  private static String said(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    int code =
        new Cli(
                (source, varFolder) -> 0,
                new Terminal(stream, stream),
                new Surroundings(folder.resolve("ringmaster.yaml"), centre.folder()))
            .run(arguments);
    String text = out.toString(StandardCharsets.UTF_8);
    assertEquals(0, code, text);
    return text;
  }

  @Test
  void whoAnswersAndHasNoAgentInTwoSecondsHearsTheMessageAndIsHungUp() throws Exception {
    for (String lead : List.of("493055503001", "493055503002", "493055503003")) {
      centre.outside().callee(lead, CalleeBehaviour.person(500, 9_000));
    }
    campaigns.runs("bold", "493055503001", "493055503002", "493055503003");
    assertEquals(
        Map.of(AttemptOutcome.TALKED, 1L, AttemptOutcome.ABANDONED, 2L),
        campaigns.outcomes("bold"));
    for (CampaignFact.Abandoned one : centre.facts(CampaignFact.Abandoned.class)) {
      assertTrue(
          centre.facts(CallFact.PromptStarted.class).stream()
              .anyMatch(prompt -> prompt.leg().equals(one.leg()) && prompt.thenHangUp()),
          "no message for " + one.leg());
    }
    assertEquals(2, campaigns.row("bold").numbers().abandoned());
  }

  @Test
  void aLeadThatIsShownIsDialledWhenItsAgentWantsItAndTheTwoHearEachOther() throws Exception {
    centre.outside().callee("493055505001", CalleeBehaviour.busy());
    centre.outside().callee("493055505002", CalleeBehaviour.person(500, 6_000));
    campaigns.runs("seen", "493055505001", "493055505002");
    dialsWhatIsShown(0);
    dialsWhatIsShown(1); // The first was busy, and fay was free again.
    Waiting.until(() -> campaigns.row("seen").numbers().talking() == 1, 30, "fay has the lead");
    Waiting.until(
        () -> centre.outside().listenAt("493055505002").hears(300).has(LabCentre.AGENTS_TONE),
        30,
        "the lead hears fay");
    Waiting.until(
        () -> centre.outside().listen(LabCentre.EDGE, "tel04").hears(300).has(LEAD),
        30,
        "fay hears the lead");
    assertEquals(
        Map.of(AttemptOutcome.TALKED, 1L, AttemptOutcome.BUSY, 1L), campaigns.outcomes("seen"));
    Waiting.until(
        () -> centre.count("previews where result = 'DIALLED' and not by_time") == 2,
        30,
        "what was shown is in the store");
    whatIsAgreedIsInTheStoreAndCanBeTakenBack();
  }

  private static void whatIsAgreedIsInTheStoreAndCanBeTakenBack() throws Exception {
    CampaignId seen = new CampaignId("seen");
    ListId list = centre.facts(CampaignFact.Dialled.class).getLast().list();
    String at = LocalDateTime.now(ZoneId.of("Europe/Berlin")).plusDays(2).withNano(0).toString();
    centre.accepted(new RecallInput.Say(seen, list, 1, at, null, SUE));
    Waiting.until(
        () ->
            centre.count(
                    "recalls where campaign_id = 'seen' and lead = 1 and agreed_by = 'sue'"
                        + " and due_at > now() and over_at is null")
                == 1,
        30,
        "what was agreed is in the store");
    centre.accepted(new RecallInput.Cancel(seen, list, 1, SUE));
    Waiting.until(
        () -> centre.count("recalls where result = 'CANCELLED' and ended_by = 'sue'") == 1,
        30,
        "what was taken back is in the store");
  }

  private static void dialsWhatIsShown(int lead) throws Exception {
    AgentId fay = new AgentId("fay");
    Waiting.until(
        () -> {
          PreviewRow row = centre.platform().campaigns().preview(fay);
          return row != null && row.preview().lead() == lead && row.preview().isOnlyShown();
        },
        30,
        "lead " + lead + " is shown to fay");
    PreviewRow row = Objects.requireNonNull(centre.platform().campaigns().preview(fay));
    centre.accepted(new PreviewInput.Dial(fay, row.preview().list(), lead));
  }
}

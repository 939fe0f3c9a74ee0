// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.dialer.campaign.CampaignBounds;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.FrequencyCap;
import org.ringmaster.dialer.campaign.SpendLimit;
import org.ringmaster.dialer.campaign.Tariff;
import org.ringmaster.server.http.SiteUnderTest;

/** Which presets of law a campaign names, as asked for on the command line and over HTTP. */
class CampaignLawsShownTest {
  private static final long LATER = 4_000_000_000_000_000L;

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final SiteUnderTest site = SiteUnderTest.start();

  @BeforeEach
  void tellWhereItIs() throws IOException {
    Files.copy(site.tokenFile, Whereabouts.tokenFile(folder));
    Whereabouts.tell(folder, site.at(""));
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private void name(String... laws) {
    CampaignPlan plan = site.campaigns.row(new CampaignId("spring")).plan().under(List.of(laws));
    site.campaigns.apply(new CampaignFact.CampaignConfigured(plan), new Envelope(2, 2, 2, 2));
    site.campaigns.publish();
  }

  private String run(String... arguments) {
    out.reset();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    int code =
        new Cli(
                (source, varFolder) -> 0,
                new Terminal(stream, stream),
                new Surroundings(folder.resolve("ringmaster.yaml"), folder))
            .run(arguments);
    String said = out.toString(StandardCharsets.UTF_8);
    assertEquals(ExitCode.OK, code, said);
    assertFalse(said.toLowerCase(Locale.ROOT).contains("complian"), said);
    return said;
  }

  @Test
  void aCampaignTellsItsPresetsTheirDateAndWhatIsNotVerified() {
    assertFalse(run("campaign", "show", "spring").contains("Law"));
    name("ftc-sales 2026-11-28", "crtc 2026-11-28", "gone 2020-01-01");
    String said = run("campaign", "show", "spring");
    assertTrue(
        said.contains(
            "Law ftc-sales of 2026-11-28 (a preset, no legal advice): its values are verified."),
        said);
    assertTrue(
        said.contains(
            "Law crtc of 2026-11-28 (a preset, no legal advice): not verified: maxabandon at most"
                + " 5; callerid needed."),
        said);
    assertTrue(said.contains("Law gone of 2020-01-01"), said);
    assertTrue(said.contains("this version does not know it."), said);
  }

  @Test
  void aCampaignTellsFromWhenUntilWhenAndHowOftenItDials() throws Exception {
    CampaignPlan plan = site.campaigns.row(new CampaignId("spring")).plan();
    CampaignBounds bounds =
        new CampaignBounds(List.of(FrequencyCap.rolling("week", 7, 604_800_000)), 604_800_000);
    CampaignPlan bounded = plan.boundedBy(bounds.between(0, 1_798_099_200_000_000L));
    site.campaigns.apply(new CampaignFact.CampaignConfigured(bounded), new Envelope(2, 2, 2, 2));
    site.campaigns.publish();
    String said = run("campaign", "show", "spring");
    assertTrue(said.contains("It dials until 2026-12-2"), said);
    assertTrue(said.contains("At most 7 in 7 days for a person, by week."), said);
    assertTrue(said.contains("Whoever has talked with an agent rests for 168 hours."), said);
    JsonNode json = new ObjectMapper().readTree(run("campaign", "show", "spring", "--json"));
    assertEquals(1_798_099_200_000L, json.path("untilMillis").asLong());
    assertEquals(3, json.path("bounds").size());
    assertFalse(json.has("fromMillis"));
  }

  @Test
  void aCampaignTellsWhatItsCallsHaveCostAndWhatIsLeft() throws Exception {
    CampaignPlan plan = site.campaigns.row(new CampaignId("spring")).plan();
    Tariff tariff = new Tariff("EUR", List.of(new Tariff.Rate("", 20_000)), 60, 60);
    SpendLimit limit = new SpendLimit(tariff, 50_000_000, 500_000_000);
    CampaignPlan bounded = plan.boundedBy(CampaignBounds.NONE.spending(limit));
    site.campaigns.apply(new CampaignFact.CampaignConfigured(bounded), new Envelope(2, 2, 2, 2));
    LegId leg = new LegId("paid");
    site.campaigns.apply(
        new CampaignFact.LineBilled(plan.id(), leg, 120, 12_345_600),
        new Envelope(3, 3, LATER, LATER));
    site.campaigns.publish();
    String said = run("campaign", "show", "spring");
    String spent = "12.3456 EUR of 50 EUR today, 12.3456 EUR of 500 EUR in all, 0 EUR kept for";
    assertTrue(said.contains("Spent: " + spent), said);
    JsonNode json = new ObjectMapper().readTree(run("campaign", "show", "spring", "--json"));
    assertEquals("12.3456", json.path("spend").path("today").asText());
    assertEquals("37.6544", json.path("spend").path("left").asText());
  }

  @Test
  void whoAsksForJsonHasEachValueWithItsSource() throws Exception {
    name("ofcom 2026-11-28");
    JsonNode law = new ObjectMapper().readTree(run("campaign", "show", "spring", "--json"));
    law = law.path("laws").path(0);
    assertEquals("ofcom", law.path("name").asText());
    assertEquals("2026-11-28", law.path("date").asText());
    JsonNode value = law.path("values").path(2);
    assertEquals("droplock", value.path("key").asText());
    assertEquals("at least 72h", value.path("value").asText());
    assertEquals("not verified", value.path("status").asText());
    assertTrue(value.path("source").asText().contains("Ofcom"), law.toString());
  }
}

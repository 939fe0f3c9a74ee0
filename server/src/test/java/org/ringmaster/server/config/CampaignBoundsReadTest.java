// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.dialer.campaign.CampaignBounds;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.CapWindow;
import org.ringmaster.dialer.campaign.FrequencyCap;

/** What a file says of the days and weeks of a campaign. */
class CampaignBoundsReadTest {
  private static final String PLANT =
      """
      nodes: {edge: {lab: yes}}
      trunks: {outside: {node: edge}}
      telephones: {tel01: {node: edge, use: open}}
      agents: {alice: {number: 1001, telephone: tel01}}
      queues: {outbound: {agents: [alice]}}
      calendars: {calling: {zone: Europe/Berlin, hours: [mon-fri 09:00-20:00]}}
      campaigns:
        spring:
          queue: outbound
          trunk: outside
          hours: calling
      """;

  @TempDir Path folder;

  private CampaignPlan read(String more) throws IOException, ConfigurationRefused {
    Path file = folder.resolve("ringmaster.yaml");
    Files.writeString(file, PLANT + more.indent(4));
    return ConfigurationFile.read(file).campaigns().getFirst();
  }

  private String refused(String more) {
    return assertThrows(ConfigurationRefused.class, () -> read(more)).getMessage();
  }

  private static long at(String instant) {
    return Instant.parse(instant).getEpochSecond() * 1_000_000;
  }

  @Test
  void aCampaignThatSaysNothingDialsAllButWhatIsDearAndNobodysHome() throws Exception {
    CampaignPlan plan = read("");
    assertEquals(CampaignBounds.NONE.to(List.of(), BoundsReader.DEAR), plan.limits());
  }

  @Test
  void whereACampaignMayDialIsWhatItSays() throws Exception {
    CampaignPlan plan = read("destinations: [\"+49\", +88216]\nrefused: [+49900]");
    assertEquals(List.of("49", "88216"), plan.limits().destinations());
    assertEquals(
        List.of("49900", "870", "878", "881", "883", "888", "979"), plan.limits().refused());
    assertTrue(refused("destinations: [germany]").contains("spring.destinations"), "no name");
  }

  @Test
  void capsHaveTheirWindowAndWhomTheyAreFor() throws Exception {
    CampaignPlan plan =
        read(
            """
            talkrest: 7d
            caps:
              week: {most: 7, within: 7d}
              daily: {most: 2, within: day, by: number}
              florida: {most: 3, within: 24h, numbers: ["+1305", +1786]}
            """);
    assertEquals(
        List.of(
            FrequencyCap.rolling("week", 7, 7 * 86_400_000L),
            new FrequencyCap("daily", 2, CapWindow.DAY, 0, false, List.of()),
            new FrequencyCap(
                "florida", 3, CapWindow.ROLLING, 86_400_000L, true, List.of("1305", "1786"))),
        plan.limits().caps());
    assertEquals(7 * 86_400_000L, plan.limits().talkRestMillis());
  }

  @Test
  void aCapForACountryIsForNumbersThatBeginAsItsDo() throws Exception {
    FrequencyCap cap =
        read("caps: {abroad: {most: 1, within: 7d, numbers: [DE, US, +4179]}}")
            .limits()
            .caps()
            .getFirst();
    assertTrue(cap.prefixes().containsAll(List.of("49", "4179", "1305", "1212", "1907")));
    for (String other : List.of("1", "1416", "1876", "41")) { // Canada, Jamaica and others.
      assertFalse(cap.prefixes().contains(other), other);
    }
    for (String unknown : List.of("KZ", "JE", "XX", "us")) {
      String said = refused("caps: {abroad: {most: 1, within: 7d, numbers: [" + unknown + "]}}");
      assertTrue(said.contains("caps.abroad.numbers") && said.contains("or a country"), said);
    }
  }

  @Test
  void aCapThatIsNoneIsRefusedWithItsLine() {
    String said = refused("caps: {week: {most: 0, within: fortnight}}");
    assertTrue(said.contains("ringmaster.yaml:12:"), said);
    assertTrue(said.contains("caps.week.within"), said);
    assertTrue(said.contains("caps.week.most"), said);
    said = refused("caps: {far: {most: 1, within: 32d, numbers: [0305]}}");
    assertTrue(said.contains("caps.far.within"), said);
    assertTrue(said.contains("caps.far.numbers"), said);
  }

  @Test
  void aCampaignBeginsAndEndsByTheClockOfItsCalendar() throws Exception {
    CampaignPlan plan = read("from: 2026-12-01 09:30\nuntil: 2026-12-24");
    assertEquals(at("2026-12-01T08:30:00Z"), plan.limits().fromMicros());
    assertEquals(at("2026-12-24T23:00:00Z"), plan.limits().untilMicros());
    assertEquals(at("2026-06-30T22:00:00Z"), read("from: 2026-07-01").limits().fromMicros());
    assertEquals(0, read("from: 2026-07-01").limits().untilMicros());
  }

  @Test
  void aCampaignThatEndsBeforeItBeginsIsRefused() {
    String said = refused("from: 2026-12-24 12:00\nuntil: 2026-12-24 11:00");
    assertTrue(said.contains("spring.until is not after from"), said);
    assertTrue(refused("from: 2026-02-30").contains("spring.from"), "no such day");
  }
}

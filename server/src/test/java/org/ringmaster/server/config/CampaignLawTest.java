// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.dialer.campaign.AttemptOutcome;
import org.ringmaster.dialer.campaign.CampaignBounds;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.CapWindow;
import org.ringmaster.dialer.campaign.FrequencyCap;

class CampaignLawTest {
  private static final String PLANT =
      """
      nodes: {edge: {lab: yes}}
      trunks: {outside: {node: edge}}
      telephones: {tel01: {node: edge, use: open}}
      agents: {alice: {number: 1001, telephone: tel01}}
      queues: {outbound: {agents: [alice]}}
      calendars:
        calling: {zone: America/Chicago, hours: [mon-fri 10:00-18:00]}
        evening: {zone: America/Chicago, hours: [mon-fri 10:00-21:30, sun 10:00-12:00]}
        night: {zone: America/Chicago, hours: [mon-fri 07:00-22:00]}
        empty: {zone: America/Chicago, hours: []}
      """;

  /** What only the user has, so that the presets that want it are content. */
  private static final String SAID =
      "callerid: \"+13125550100\", dropprompts: [hello-world], optoutkey: \"9\"";

  @TempDir Path folder;

  private CampaignPlan plan(String law, String more) throws IOException, ConfigurationRefused {
    return read("calling", law, SAID + more);
  }

  private CampaignPlan read(String hours, String law, String keys)
      throws IOException, ConfigurationRefused {
    Path file = folder.resolve("ringmaster.yaml");
    Files.writeString(
        file,
        PLANT
            + """
            campaigns:
              spring: {queue: outbound, trunk: outside, hours: %s,
                       law: %s,
                       %s}
            """
                .formatted(hours, law, keys));
    return ConfigurationFile.read(file).campaigns().getFirst();
  }

  private String refused(String hours, String law, String keys) {
    return assertThrows(ConfigurationRefused.class, () -> read(hours, law, keys)).getMessage();
  }

  @Test
  void whatACampaignDoesNotSayIsAsStrictAsItsPresets() throws Exception {
    CampaignPlan plan = plan("[anatel]", "");
    assertEquals(2, plan.numberTries());
    assertEquals(2, plan("[anatel, collections]", "").numberTries());
    assertEquals(2, plan("[us-states, anatel]", "").numberTries());
    assertEquals(3, plan("[ofcom]", "").numberTries());
  }

  @Test
  void capsOfAPresetHoldBesideThoseOfTheCampaign() throws Exception {
    CampaignBounds debts = plan("[collections]", "").limits();
    FrequencyCap week = FrequencyCap.rolling("law collections", 7, 7 * 86_400_000L);
    assertEquals(List.of(week), debts.caps());
    assertEquals(7 * 86_400_000L, debts.talkRestMillis());
    CampaignPlan own =
        plan("[collections]", ", talkrest: 10d, caps: {weekly: {most: 2, within: week}}");
    assertEquals(
        List.of(FrequencyCap.within("weekly", 2, CapWindow.WEEK), week), own.limits().caps());
    assertEquals(10 * 86_400_000L, own.limits().talkRestMillis());
    assertTrue(plan("[ftc-sales]", "").limits().caps().isEmpty());
    String said = refused("calling", "[collections]", SAID + ", talkrest: 2d");
    assertTrue(said.contains("spring.talkrest is 48h, looser than 168h, the least that law"), said);
  }

  @Test
  void aLooserPresetMakesNothingLooserThanUsual() throws Exception {
    assertEquals(3, plan("[crtc]", "").abandonPercent());
    assertEquals(5, plan("[crtc]", ", maxabandon: 5").abandonPercent());
    assertEquals(26_000, plan("[ftc-sales]", "").ringMillis());
    assertEquals(CampaignPlan.LEAST_RING_MILLIS, plan("[ftc-sales]", "").leastRingMillis());
  }

  @Test
  void whatIsStricterHolds() throws Exception {
    CampaignPlan plan =
        plan("[ftc-sales, ofcom]", ", maxabandon: 1.5, droplock: 5d, timeout: 20s, numbertries: 1");
    assertEquals(1.5, plan.abandonPercent());
    assertEquals(5 * 86_400_000L, plan.lockMillis());
    assertEquals(20_000, plan.ringMillis());
    assertEquals(1, plan.numberTries());
  }

  @Test
  void whatIsLooserIsRefusedWithItsLineThePresetAndTheSource() {
    String said =
        refused(
            "calling",
            "[crtc, ftc-sales, ofcom]",
            SAID + ",\n           maxabandon: 5, droplock: 1h, holdfrom: greeting");
    assertTrue(
        said.contains(
            "ringmaster.yaml:15:24: campaigns.spring.maxabandon is 5, looser than 3, the most that"
                + " law ftc-sales takes (16 CFR 310.4(b)(4)(i)"),
        said);
    assertTrue(said.contains("verified): write 3 or less, leave it out, or take ftc-sales"), said);
    assertTrue(
        said.contains("campaigns.spring.droplock is 1h, looser than 72h, the least that law ofcom"),
        said);
    assertTrue(said.contains("not verified): write 72h or more, leave it out"), said);
    assertTrue(
        said.contains("holdfrom is \"greeting\", but by law ofcom the two seconds run from the"),
        said);
  }

  @Test
  void whoWasTakenForAMachineRestsAsLongAsAPresetWants() throws Exception {
    String recycled = ", screening: hang-up, recycling: {%s: {tries: %d, retry: %s}}";
    String said = refused("calling", "[ofcom]", SAID + recycled.formatted("machine", 4, "2h"));
    assertTrue(
        said.contains("spring.recycling.machine.retry is 2h, looser than 24h, the least"), said);
    said = refused("calling", "[ofcom]", SAID + recycled.formatted("message-left", 2, "2h"));
    assertTrue(said.contains("spring.recycling.message-left.retry is 2h"), said);
    said = refused("calling", "[ofcom]", SAID + recycled.formatted("robot", 2, "2h"));
    assertTrue(said.contains("\"robot\""), said);
    // Once is never again, and what is not asked for is as ever.
    plan("[ofcom]", recycled.formatted("machine", 1, "2h"));
    plan("[ftc-sales]", recycled.formatted("machine", 4, "2h"));
    assertEquals(24 * 3_600_000L, plan("[ofcom]", "").delayMillis(AttemptOutcome.MACHINE));
  }

  @Test
  void whereALawCountsFromTheAnswerADetectorGivesNoTime() throws Exception {
    assertTrue(plan("[ofcom]", ", screening: observe").holdsFromAnswer());
    assertTrue(plan("[ftc-sales, survey]", ", screening: observe").holdsFromAnswer());
    assertFalse(plan("[ftc-sales]", ", screening: observe").holdsFromAnswer());
    assertFalse(plan("[]", "").holdsFromAnswer());
  }

  @Test
  void aPresetThatSaysWhenPeopleMayBeCalledHoldsItsCampaignToHours() throws Exception {
    assertTrue(Laws.holdToHours(plan("[ofcom, us-states]", "")));
    assertFalse(Laws.holdToHours(plan("[ofcom]", "")));
    assertFalse(Laws.holdToHours(plan("[]", "")));
  }

  @Test
  void aCalendarThatIsWiderThanAPresetIsRefused() throws Exception {
    String said = refused("evening", "[ftc-sales, us-states]", SAID);
    assertTrue(
        said.contains(
            "spring.hours names \"evening\" (line 8), which is open mon-fri 21:00-21:30: law"
                + " ftc-sales lets people be called mon-sun 08:00-21:00 only, by their own clock"),
        said);
    said = refused("evening", "[us-states]", SAID);
    assertTrue(
        said.contains("which is open mon-fri 18:00-21:30, sun 10:00-12:00: law us-states"), said);
    assertTrue(refused("night", "[crtc]", SAID).contains("law crtc"));
    said = refused("empty", "[ftc-sales]", SAID);
    assertTrue(said.contains("which is open mon-sun 00:00-08:00, mon-sun 21:00-24:00"), said);
    read("evening", "[ofcom]", SAID);
    read("calling", "[us-states, ftc-sales]", SAID);
  }

  @Test
  void whatOnlyTheUserHasIsAskedFor() throws Exception {
    String said = refused("calling", "[ftc-sales]", "smallteam: 3");
    assertTrue(said.contains("spring has no dropprompts, which law ftc-sales wants (16 CFR"), said);
    assertTrue(said.contains("a sound that says your name and a telephone number"), said);
    assertTrue(said.contains("spring has no optoutkey, which law ftc-sales wants (47 CFR"), said);
    assertTrue(said.contains("spring has no callerid, which law ftc-sales wants"), said);
    assertTrue(said.contains("ringmaster.yaml:13:17:"), said);
    String waits =
        refused(
            "calling",
            "[survey]",
            "callerid: \"+13125550100\", dropprompts: [hello-world], queueoverflow: yes");
    assertTrue(waits.contains("queueoverflow is yes: who finds no agent would wait on"), waits);
  }

  @Test
  void whereTheAgentIsThereFirstNobodyHearsThatNobodyIs() throws Exception {
    read("calling", "[ftc-sales]", "callerid: \"+13125550100\", mode: preview");
    String said = refused("calling", "[ftc-sales]", "mode: agentless, message: [hello-world]");
    assertTrue(said.contains("has no optoutkey"), said);
    assertTrue(said.contains("say it in the message"), said);
    assertFalse(said.contains("dropprompts"), said);
  }

  @Test
  void aPresetThatNobodyKnowsOrIsNamedTwiceIsTold() {
    assertTrue(refused("calling", "[ftc-sale]", SAID).contains("did you mean \"ftc-sales\""));
    assertTrue(refused("calling", "[crtc, crtc]", SAID).contains("law names crtc twice"));
  }

  @Test
  void thePlanTellsWhichPresetsHoldAndFromWhen() throws Exception {
    assertEquals(List.of(), plan("[]", "").laws());
    assertEquals(
        List.of("ftc-sales " + Laws.of(List.of("ftc-sales")).getFirst().date()),
        plan("[ftc-sales]", "").laws());
  }
}

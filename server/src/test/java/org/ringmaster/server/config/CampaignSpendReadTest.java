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
import org.ringmaster.core.call.Attestation;
import org.ringmaster.dialer.campaign.SpendLimit;
import org.ringmaster.dialer.campaign.Tariff;

/** What a file says of what calls cost, and of what a campaign may spend. */
class CampaignSpendReadTest {
  private static final String RATES =
      "rates: {\"+4930\": 0.01, \"+49\": 0.02, \"+\": 0.5}, billing: 60/1";

  @TempDir Path folder;

  private Configuration read(String top, String trunk, String campaign)
      throws IOException, ConfigurationRefused {
    Path file = folder.resolve("ringmaster.yaml");
    Files.writeString(
        file,
        """
        %s
        nodes: {edge: {lab: yes}}
        trunks: {outside: {node: edge, %s}}
        telephones: {tel01: {node: edge, use: open}}
        agents: {alice: {number: 1001, telephone: tel01}}
        queues: {outbound: {agents: [alice]}}
        calendars: {calling: {zone: Europe/Berlin, hours: [mon-fri 09:00-20:00]}}
        campaigns: {spring: {queue: outbound, trunk: outside, hours: calling, %s}}
        """
            .formatted(top, trunk, campaign));
    return ConfigurationFile.read(file);
  }

  private String refused(String top, String trunk, String campaign) {
    return assertThrows(ConfigurationRefused.class, () -> read(top, trunk, campaign)).getMessage();
  }

  @Test
  void amountsAreReadToTheLastMillionth() throws Exception {
    Configuration read = read("currency: EUR", RATES, "spend: {day: 50, campaign: 500.000001}");
    Tariff tariff =
        new Tariff(
            "EUR",
            List.of(
                new Tariff.Rate("4930", 10_000),
                new Tariff.Rate("49", 20_000),
                new Tariff.Rate("", 500_000)),
            60,
            1);
    assertEquals(
        new SpendLimit(tariff, 50_000_000, 500_000_001),
        read.campaigns().getFirst().limits().spend());
    assertEquals(
        List.of(
            "It dials nobody once 50 EUR of a calendar day are spent, or kept for its lines.",
            "It dials nobody once 500.000001 EUR in all are spent, or kept for its lines."),
        read.campaigns().getFirst().limits().sentences("Europe/Berlin").stream()
            .filter(one -> one.contains("dials nobody once"))
            .toList());
  }

  @Test
  void withoutRatesNothingIsCounted() throws Exception {
    Configuration read = read("", "channels: 4", "tries: 3");
    assertNull(read.campaigns().getFirst().limits().spend());
    assertNull(read.trunks().getFirst().trunk().attestation());
  }

  @Test
  void howACarrierSignsIsKept() throws Exception {
    Configuration read = read("", "attestation: B", "tries: 3");
    assertEquals(Attestation.B, read.trunks().getFirst().trunk().attestation());
    String said = refused("", "attestation: D", "tries: 3");
    assertTrue(said.contains("trunks.outside.attestation"), said);
  }

  @Test
  void whatCannotBeCountedIsRefusedWithItsLineAndWhatToDo() {
    String said = refused("", RATES, "tries: 3");
    assertTrue(said.contains("ringmaster.yaml:3:"), said);
    assertTrue(said.contains("says no currency"), said);
    said = refused("currency: EUR", "channels: 4", "spend: {day: 50}");
    assertTrue(said.contains("ringmaster.yaml:8:"), said);
    assertTrue(said.contains("trunk \"outside\" (line 3) does not say what calls cost"), said);
    said = refused("currency: EUR", RATES, "spend: {}");
    assertTrue(said.contains("spring.spend bounds nothing"), said);
    said = refused("currency: EUR", RATES, "spend: {day: 0.4}");
    assertTrue(said.contains("spring.spend.day is 0.4, less than what is kept for one line"), said);
  }

  @Test
  void amountsThatAreNoneAreRefused() {
    for (String amount : List.of("0", "0.00", "-1", "1,5", "1.0000001", "much")) {
      String said = refused("currency: EUR", RATES, "spend: {day: \"" + amount + "\"}");
      assertTrue(said.contains("spring.spend.day"), amount + ": " + said);
    }
    String said = refused("currency: euro", RATES.replace("60/1", "0/1"), "tries: 3");
    assertTrue(said.contains("currency") && said.contains("outside.billing"), said);
    said = refused("currency: EUR", "rates: {\"49\": 0.01, \"+1\": cheap}", "tries: 3");
    assertTrue(said.contains("outside.rates"), said);
  }
}

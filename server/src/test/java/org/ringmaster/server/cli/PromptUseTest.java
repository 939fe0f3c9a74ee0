// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.server.config.ConfigurationFile;

class PromptUseTest {
  @TempDir Path folder;

  @Test
  void whatACampaignSaysToPeopleAndMachinesIsLookedFor() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("ringmaster.yaml"),
            """
            nodes: {edge: {lab: yes}}
            trunks: {outside: {node: edge}}
            telephones: {tel01: {node: edge, use: open}}
            agents: {alice: {number: 1001, telephone: tel01}}
            queues: {outbound: {agents: [alice]}}
            calendars: {calling: {zone: Europe/Berlin, hours: [mon-fri 09:00-20:00]}}
            campaigns:
              spring: {queue: outbound, trunk: outside, hours: calling, dropprompts: [who-called],
                       screening: message, machineprompts: [call-us-back]}
              summer: {queue: outbound, trunk: outside, hours: calling, screening: hang-up,
                       machinebridged: leave}
            """);
    assertEquals(
        Map.of(
            new PromptUse.Sound("en", "who-called"),
            "campaigns.spring.dropprompts",
            new PromptUse.Sound("en", "call-us-back"),
            "campaigns.spring.machineprompts",
            new PromptUse.Sound("en", "beeperr"),
            "campaigns.spring.machinebridged"),
        PromptUse.of(ConfigurationFile.read(file)));
  }
}

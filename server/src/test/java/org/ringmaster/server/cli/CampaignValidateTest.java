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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.server.http.SiteUnderTest;

/** Everything that would keep a campaign from dialling, in one answer. */
class CampaignValidateTest {
  private static final String FILE =
      """
      nodes: {edge: {lab: yes}}
      trunks: {outside: {node: edge}}
      telephones: {tel01: {node: edge, use: open}}
      agents: {alice: {number: 1001, telephone: tel01}}
      queues: {outbound: {agents: [alice]}, empty: {agents: []}}
      calendars: {calling: {zone: Europe/Berlin, hours: [mon-fri 09:00-20:00]}}
      campaigns:
        spring:
          queue: outbound
          trunk: outside
          hours: calling
          caps: {week: {most: 7, within: 7d}}
        other:
          queue: empty
          trunk: outside
          hours: calling
      """;

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final SiteUnderTest site = SiteUnderTest.start();

  @BeforeEach
  void tellWhereItIs() throws IOException {
    Files.copy(site.tokenFile, Whereabouts.tokenFile(folder));
    Whereabouts.tell(folder, site.at(""));
    Files.writeString(folder.resolve("ringmaster.yaml"), FILE);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private int run(String... arguments) {
    out.reset();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    return new Cli(
            (source, varFolder) -> 0,
            new Terminal(stream, stream),
            new Surroundings(folder.resolve("ringmaster.yaml"), folder))
        .run(arguments);
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void allReasonsAreToldAtOnceWithWhatBoundsIt() {
    assertEquals(ExitCode.FAILED, run("campaign", "validate", "spring"), said());
    assertTrue(said().contains("spring does not dial, because:"), said());
    assertTrue(said().contains("does not run (draft): ringmaster campaign start spring"), said());
    assertTrue(said().contains("No list is loaded: ringmaster list import spring FILE"), said());
    assertTrue(said().contains("does not know its trunk outside"), said());
    assertTrue(said().contains("At most 7 in 7 days for a person, by week."), said());
    assertFalse(said().contains("other"), said());
    site.campaigns.apply(
        new CampaignFact.Started(new CampaignId("spring"), new Author("t")),
        new Envelope(2, 2, 2, 2));
    site.campaigns.publish();
    run("campaign", "validate", "spring");
    assertFalse(said().contains("does not run"), said());
  }

  @Test
  void ofAllCampaignsEachIsTold() throws Exception {
    assertEquals(ExitCode.FAILED, run("campaign", "validate", "--json"), said());
    JsonNode rows = new ObjectMapper().readTree(said()).path("campaigns");
    assertEquals(2, rows.size());
    assertEquals("other", rows.path(1).path("id").asText());
    String reasons = rows.path(1).path("reasons").toString();
    assertTrue(reasons.contains("does not know it yet: ringmaster config reload"), reasons);
    assertTrue(reasons.contains("Its queue empty has no agents"), reasons);
  }

  @Test
  void whatIsWrongWithTheFileIsToldFirstAndACampaignThatIsNotThere() throws IOException {
    assertEquals(ExitCode.FAILED, run("campaign", "validate", "autumn"), said());
    assertTrue(said().contains("No campaign autumn is in "), said());
    Files.writeString(folder.resolve("ringmaster.yaml"), FILE.replace("most: 7", "most: 0"));
    assertEquals(ExitCode.USAGE, run("campaign", "validate"), said());
    assertTrue(said().contains("caps.week.most"), said());
  }
}

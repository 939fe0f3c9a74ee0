// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.campaign.CampaignInput;
import org.ringmaster.dialer.campaign.CampaignRow;
import org.ringmaster.dialer.list.ListUse;
import org.ringmaster.lab.CalleeBehaviour;
import org.ringmaster.server.Waiting;
import org.ringmaster.server.config.Role;
import org.ringmaster.server.list.ImportPlan;

/**
 * An agent works a campaign in mode preview by keyboard alone, in a real browser and on a real
 * Asterisk: a lead is shown, skipped, the next one is called, talked with and given a disposition.
 */
@Tag("browser")
@Timeout(300)
class PreviewPageTest {
  private static final Author SUE = new Author("sue");
  private static final String CONFIGURATION =
      """
      region: DE
      nodes:
        edge: {lab: yes}
      trunks:
        outside: {node: edge, channels: 50}
      telephones:
        tel01: {node: edge, use: rung}
      agents:
        anna: {name: Anna Adler, number: 1001, telephone: tel01}
      dispositions:
        sold: {digit: 1, name: Sold}
        later: {digit: 2, name: Call again}
      calendars:
        always: {zone: Europe/Berlin, hours: [mon-sun 00:00-24:00]}
      queues:
        spring: {agents: [anna], wrapuptime: 60s, dispositions: {forced: yes, otherwise: later}}
      campaigns:
        spring: {queue: spring, trunk: outside, hours: always, tries: 2, mode: preview,
                 previewtime: 2m}
      """;
  private static final Path PICTURES = Path.of("target", "pictures");
  private static final String STATE = "document.querySelector('[data-state]')?.dataset.state";
  private static final String LEAD = "document.querySelector('[data-lead]')?.dataset.lead";

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path folder;

  private static BrowserLab site;
  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    site =
        BrowserLab.start(
            folder, CONFIGURATION, List.of("tel01"), new BrowserLab.User("anna", Role.AGENT));
    browser = site.browser();
  }

  @AfterAll
  static void end() {
    site.close();
  }

  @Test
  void aLeadIsShownCalledByKeyAndGivenItsDispositionByKey() throws Exception {
    site.lab().outside().callee("493055506002", CalleeBehaviour.person(500, 9_000));
    loads(
        "phone,name,contract\n"
            + "+493055506001,Ada Albers,A-17\n"
            + "+493055506002,Bea Braun,B-23\n");
    site.logIn("anna", "/desk");
    browser.until(STATE + " === 'signed-out'");
    browser.press("s");
    browser.until(STATE + " === 'available'");
    browser.until(LEAD + " === '0'");
    browser.until("document.querySelector('.lead').textContent.includes('Ada Albers')");
    browser.until("document.querySelector('.lead').textContent.includes('A-17')");
    browser.until("document.querySelector('[data-left]').textContent.startsWith('skipped in 1:')");
    browser.press("q");
    browser.until("document.querySelector('dialog[open]')");
    browser.press("2");

    browser.until(LEAD + " === '1'");
    browser.until("document.querySelector('.lead').textContent.includes('Bea Braun')");
    assertEquals(0, row().numbers().calls(), "somebody was dialled whom nobody wanted");
    browser.picture(PICTURES.resolve("preview-lead.png"));
    assertEquals("", browser.seriousFindings());
    browser.press("a");
    browser.until(STATE + " === 'on-call'");
    Waiting.until(() -> row().numbers().talking() == 1, 30, "anna talks with the lead");
    browser.until("document.querySelector('.number')?.textContent.includes('493055506002')");
    browser.until("document.querySelector('.number')");
    browser.until("!document.body.textContent.includes('You work with nobody')");
    browser.press("1");
    browser.until("document.querySelector('[data-disposition=sold]').ariaPressed === 'true'");
    browser.picture(PICTURES.resolve("preview-talk.png"));
    browser.until(STATE + " === 'wrap-up'");
    browser.press("e");
    browser.until(STATE + " === 'available'");
    Waiting.until(
        () -> count("campaign_attempts where outcome = 'TALKED' and agent_id = 'anna'") == 1,
        30,
        "the attempt is in the store");
    assertEquals(1, count("call_notes where disposition = 'sold'"));
    assertEquals(1, row().numbers().calls());
    assertEquals(0, row().numbers().abandoned());
  }

  private static CampaignRow row() {
    return Objects.requireNonNull(site.centre().campaigns().row(new CampaignId("spring")));
  }

  private static void loads(String text) throws Exception {
    Path sent = site.centre().lists().spool();
    Files.writeString(sent, text);
    site.centre()
        .lists()
        .begin(
            sent,
            new ImportPlan(
                ListUse.DIAL,
                "spring",
                "spring.csv",
                null,
                "",
                "Europe/Berlin",
                null,
                null,
                null,
                false,
                false,
                false,
                SUE));
    Waiting.until(() -> row().numbers().dialable() == 2, 20, "the leads are there");
    site.centre().inlet().ask(new CampaignInput.Start(new CampaignId("spring"), SUE)).join();
  }

  private static long count(String what) {
    try (Connection connection = site.centre().store().orElseThrow().readers().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from " + what)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(what, e);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.lab.CalleeBehaviour;
import org.ringmaster.server.config.Role;

/**
 * A campaign manager's page in a real browser, with a campaign that dials on a real Asterisk: a
 * list is loaded, the campaign started, and all dialling stopped by hand.
 */
@Tag("browser")
@Timeout(300)
class CampaignPageTest {
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
        toronto: {zone: America/Toronto, hours: [mon-fri 10:00-16:00]}
      queues:
        spring: {agents: [dora], wrapuptime: 0s}
      campaigns:
        spring: {queue: spring, trunk: outside, hours: always, tries: 1}
        toronto: {queue: spring, trunk: outside, hours: toronto, law: [crtc], callerid: "+14165550100"}
      """;

  private static final String LEADS =
      "phone,name\\n"
          + "+493055504001,Ada\\n+493055504002,Bea\\n+493055504001,Ada again\\n4.93E+11,Cem\\n";
  private static final Path PICTURES = Path.of("target", "pictures");

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path folder;

  private static BrowserLab site;
  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    site =
        BrowserLab.start(
            folder,
            CONFIGURATION,
            List.of("tel05"),
            new BrowserLab.User("sue", Role.SUPERVISOR),
            new BrowserLab.User("vic", Role.VIEWER));
    site.signsIn("dora");
    browser = site.browser();
    browser.size(1600, 1000);
  }

  @AfterAll
  static void end() {
    site.close();
  }

  private static void logIn(String name) {
    browser.open(site.centre().address().resolve("/"));
    browser.value("fetch('/api/logout', {method: 'POST'}).then(() => '')");
    site.logIn(name, "/");
    browser.until("[...document.links].some(a => a.hash === '#campaigns')");
    browser.value("location.hash = 'campaigns'");
    browser.until("document.querySelector('[data-campaign=spring]')");
  }

  private static void press(String word) {
    browser.until(button(word) + " !== undefined");
    browser.value(button(word) + ".click()");
  }

  private static String button(String word) {
    return "[...document.querySelectorAll('button')].find(b => b.textContent.startsWith('"
        + word
        + "'))";
  }

  private static void reads(String figure, String text) {
    browser.until(
        "document.querySelector('[data-figure=" + figure + "] b')?.textContent === '" + text + "'");
  }

  private static void result(String minutes, String what, String number) {
    browser.until(
        "document.querySelector('tr[data-minutes=\""
            + minutes
            + "\"] [data-result="
            + what
            + "]')?.textContent === '"
            + number
            + "'");
  }

  @Test
  void aListIsLoadedTheCampaignDialsItAndOneButtonStopsAllDialling() throws Exception {
    site.lab().outside().callee("493055504001", CalleeBehaviour.person(500, 60_000));
    site.lab().outside().callee("493055504002", CalleeBehaviour.person(500, 60_000));
    logIn("sue");
    browser.until("document.querySelector('.campaign-draft')");
    browser.value(
        "(() => { const files = new DataTransfer(); files.items.add(new File(['"
            + LEADS
            + "'], 'spring.csv')); const input = document.querySelector('input[type=file]');"
            + " input.closest('details').open = true; input.files = files.files;"
            + " input.dispatchEvent(new Event('change', {bubbles: true})); })()");
    browser.until("document.querySelector('.import th')?.textContent.includes('phone')");
    press("Load spring.csv");
    browser.until("document.querySelector('[data-import][data-state=done] .ledger')");
    assertEquals(
        "rows read4= loaded2+ damaged by a spreadsheet1+ already in this file1",
        browser.value("document.querySelector('[data-import] .ledger').textContent"));
    reads("dialable", "2");
    browser.picture(PICTURES.resolve("campaign-list.png"));

    press("Start");
    browser.until("document.querySelector('.campaign-running')");
    reads("talking", "1");
    reads("calls", "1");
    reads("ringing", "0");
    reads("hopper", "1"); // The other lead waits for the one agent.
    reads("agents", "0");
    reads("trunk", "1 / 50");
    reads("abandoned", "0 / 1");
    reads("percent", "0.00 %");
    reads("budget", "0.0");
    for (String minutes : List.of("1", "5", "15")) {
      result(minutes, "dialled", "1");
      result(minutes, "answered", "1");
    }
    browser.until(
        "[...document.querySelectorAll('.pacing li')].some(li => "
            + "li.textContent.includes('Started by sue'))");
    browser.until(
        "[...document.querySelectorAll('.pacing li')].some(li => "
            + "/Dialled one line. Agents idle: 1,/.test(li.textContent))");
    assertEquals(
        "/api/campaigns/spring/attempts.csv",
        browser.value("document.querySelector('.choice a[download]').getAttribute('href')"));
    assertEquals("", browser.seriousFindings());
    browser.picture(PICTURES.resolve("campaign.png"));

    press("Stop all dialling");
    browser.until("document.querySelector('.banner').textContent.includes('stopped by hand')");
    browser.until("document.querySelector('.why').textContent.includes('stopped by hand')");
    press("Allow dialling again");
    browser.until("!document.querySelector('.banner').textContent.includes('stopped by hand')");
    press("Pause");
    browser.until("document.querySelector('.campaign-paused')");
  }

  @Test
  void theLawsThatACampaignNamesStandAtItWithWhatNobodyHasReadOfThem() throws Exception {
    logIn("vic");
    String law = "document.querySelector('[data-campaign=toronto] [data-law=crtc]')";
    browser.until(law + " !== null");
    assertEquals(
        "hours within mon-fri 09:00-21:30, sat-sun 10:00-18:00",
        browser.value(law + ".cells[2].textContent"));
    assertEquals(
        "maxabandon at most 5; callerid needed", browser.value(law + ".cells[3].textContent"));
    assertEquals(
        "null", browser.value("String(document.querySelector('[data-campaign=spring] .laws'))"));
    browser.value(law + ".scrollIntoView()");
    assertEquals("", browser.seriousFindings());
    browser.picture(PICTURES.resolve("campaign-laws.png"));
  }

  @Test
  void whoOnlyLooksHasNoButtonsAndSeesNoLists() {
    logIn("vic");
    assertEquals(
        "0",
        browser.value(
            "document.querySelectorAll('.campaign button, .import, .lists, .halt').length"));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ringmaster.dialer.load.PostalZones;
import org.ringmaster.server.http.SiteUnderTest;

/** The part of the campaigns' page that loads a list, in a real browser. */
@Tag("browser")
@Timeout(180)
class ImportPageTest {
  private static final Path PICTURES = Path.of("target", "pictures");
  private static final String PART = "document.querySelector('[data-campaign=autumn] .import')";

  private final SiteUnderTest site = SiteUnderTest.start();
  private final Browser browser = Browser.start(1200, 1300);
  private final AtomicBoolean beats = new AtomicBoolean(true);

  /** As a running platform does. */
  @BeforeEach
  void beat() {
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              while (beats.get()) {
                site.beats();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
              }
            });
  }

  @AfterEach
  void stop() {
    beats.set(false);
    browser.close();
    site.close();
  }

  private void choose(String selector, String value, String event) {
    browser.value(
        "(() => { const input = "
            + PART
            + ".querySelector('"
            + selector
            + "'); input.value = '"
            + value
            + "'; input.dispatchEvent(new Event('"
            + event
            + "', {bubbles: true})); return ''; })()");
  }

  private void load() {
    browser.value(
        "(() => { " + PART + ".querySelector('button[type=button]').click(); return ''; })()");
  }

  @Test
  void whatIsADuplicateIsChosenAndWhatCameOfTheRowsIsShown() throws Exception {
    Path table = Files.createTempFile("codes", ".csv");
    Files.writeString(table, "021*,America/New_York,US\n");
    site.lists.places(PostalZones.read(table, "codes.csv", Assertions::fail));
    browser.open(site.at("/"));
    browser.until("document.activeElement && document.activeElement.name === 'name'");
    browser.type("sue");
    browser.press("Tab");
    browser.type("sue-secret");
    browser.press("Enter");
    browser.until("[...document.links].some(a => a.hash === '#campaigns')");
    assertEquals(
        "202",
        browser.value(
            "fetch('/api/lists?campaign=spring', {method: 'POST', headers: {'content-type':"
                + " 'text/csv'}, body: 'phone\\n+12135550123\\n'}).then(it => it.status + '')"));
    browser.value("(location.hash = 'campaigns', '')");
    browser.until(PART);
    browser.until("document.querySelectorAll('[data-list]').length === 1");
    browser.value(
        "(() => { const files = new DataTransfer(); files.items.add(new File(["
            + "'phone,zip\\n+12135550123,02134\\n+12135550124,99999\\n'], 'autumn.csv'));"
            + " const input = "
            + PART
            + ".querySelector('input[type=file]'); "
            + PART
            + ".open = true; input.files = files.files;"
            + " input.dispatchEvent(new Event('change', {bubbles: true})); return ''; })()");
    browser.until(PART + ".querySelector('th + th')?.textContent === 'zip postalcode'");
    choose("input[type=number]", "30", "input");
    load();
    browser.until(PART + ".querySelector('[role=alert]').textContent.includes('called recently')");
    choose("input[type=number]", "", "input");
    choose("select", "system", "change");
    load();
    browser.until(PART + ".querySelector('[data-import][data-state=done] .ledger')");
    assertEquals(
        "rows read2= loaded1+ already in another campaign1"
            + "of them loaded with a postal code that is not in the table1",
        browser.value(PART + ".querySelector('[data-import] .ledger').textContent"));
    browser.picture(PICTURES.resolve("import.png"));
  }
}

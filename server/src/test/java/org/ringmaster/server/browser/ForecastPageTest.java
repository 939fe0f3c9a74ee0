// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ringmaster.server.http.SiteUnderTest;

/** The part of the campaigns' page that says what may be expected, in a real browser. */
@Tag("browser")
@Timeout(180)
class ForecastPageTest {
  private static final Path PICTURES = Path.of("target", "pictures");
  private static final String PART = "document.querySelector('[data-campaign=spring] .forecast')";

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

  private void load(int leads) {
    StringBuilder rows = new StringBuilder("phone,name\\n");
    for (int i = 0; i < leads; i++) {
      rows.append("+49309").append(1_000_000 + i).append(",lead ").append(i).append("\\n");
    }
    String answer =
        browser.value(
            "fetch('/api/lists?campaign=spring&name=spring.csv', {method: 'POST', headers:"
                + " {'content-type': 'text/csv'}, body: '"
                + rows
                + "'}).then(answer => answer.status + '')");
    assertEquals("202", answer);
  }

  @Test
  void whatMayBeExpectedStandsThereWithWhatHoldsItBackBeforeAnybodyIsDialled() throws Exception {
    browser.open(site.at("/"));
    browser.until("document.activeElement && document.activeElement.name === 'name'");
    browser.type("sue");
    browser.press("Tab");
    browser.type("sue-secret");
    browser.press("Enter");
    browser.until("[...document.links].some(a => a.hash === '#campaigns')");
    load(400);
    browser.value("location.hash = 'campaigns'");
    browser.until(PART);
    browser.value("(" + PART + ".open = true, '')");
    browser.value(
        "(() => { const input = "
            + PART
            + ".querySelector('input'); input.value = '9-13=12,13-20=8';"
            + " input.dispatchEvent(new Event('input', {bubbles: true})); })()");
    browser.until("[...document.querySelectorAll('[data-list]')].length === 1");
    browser.value("(" + PART + ".querySelector('button[type=submit]').click(), '')");
    browser.until(PART + ".dataset.forecast === 'done'");
    String calls =
        browser.value(PART + ".querySelector('[data-figure=forecast-calls] b').textContent");
    assertTrue(calls.matches("[0-9,.]+"), calls);
    browser.until(PART + ".querySelector('.shares .binds')");
    String text = browser.value(PART + ".textContent");
    assertTrue(text.contains("What keeps it most from getting on faster is the"), text);
    assertTrue(text.contains("is a guess"), text);
    assertEquals("", browser.seriousFindings());
    browser.picture(PICTURES.resolve("forecast.png"));
  }
}

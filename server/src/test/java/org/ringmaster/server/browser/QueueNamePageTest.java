// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ringmaster.core.board.ManualSite;
import org.ringmaster.core.queue.QueueInput;
import org.ringmaster.server.http.SiteUnderTest;

/** A queue that has a name for people, on every layout in a browser. */
@Tag("browser")
@Timeout(120)
class QueueNamePageTest {
  private static final String NAME =
      "Vertrieb \u00b7 S\u00fcd <img src=x onerror=\"document.title='taken'\">\u202e";
  private static final String HEADING =
      " h2')?.textContent.startsWith('Vertrieb \u00b7 S\u00fcd <img')";

  private final Browser browser = Browser.start(1600, 900);
  private final SiteUnderTest site = SiteUnderTest.start();

  @AfterEach
  void stop() {
    browser.close();
    site.close();
  }

  private void logIn(String name, String path) {
    browser.open(site.at("/"));
    browser.value("fetch('/api/logout', {method: 'POST'}).then(() => '')");
    browser.openAnew(site.at(path));
    browser.until("document.activeElement && document.activeElement.name === 'name'");
    browser.type(name);
    browser.press("Tab");
    browser.type(name + "-secret");
    browser.press("Enter");
  }

  @Test
  void a_queue_stands_on_every_layout_under_its_name_which_is_text_whatever_it_is()
      throws Exception {
    site.centre.tell(new QueueInput.QueuesRead(List.of(ManualSite.sales().named(NAME))));
    logIn("sue", "/");
    browser.until("document.querySelector('.tile[data-queue=sales]" + HEADING);
    assertEquals("", browser.seriousFindings());
    browser.size(390, 844);
    browser.open(site.at("/"));
    browser.until("document.querySelector('.tile[data-queue=sales]" + HEADING);
    assertEquals(
        "true",
        browser.value("(document.documentElement.scrollWidth <= innerWidth) + ''"),
        "no name makes the page wider than it is");
    browser.size(1600, 900);
    browser.open(site.at(link()));
    browser.until("document.querySelector('.tv-queue[data-queue=sales]" + HEADING);
    assertEquals("", browser.seriousFindings());
    logIn("anna", "/desk");
    browser.until("document.querySelector('[data-state]')?.dataset.state === 'signed-out'");
    browser.press("s");
    browser.until("document.querySelector('[data-state]')?.dataset.state === 'available'");
    site.centre.callerArrives();
    browser.until("document.querySelector('.caller')?.textContent.includes('queue Vertrieb')");
    assertEquals("Ringmaster", browser.value("document.title"));
    assertEquals("0", browser.value("document.querySelectorAll('img').length + ''"));
  }

  private String link() throws Exception {
    HttpRequest asked =
        HttpRequest.newBuilder(site.at("/api/wall/links"))
            .header("cookie", site.cookieOf("sue"))
            .POST(BodyPublishers.ofString("{\"label\":\"hall\",\"minutes\":60}"))
            .build();
    String answer = HttpClient.newHttpClient().send(asked, BodyHandlers.ofString()).body();
    return new ObjectMapper().readTree(answer).path("path").asText();
  }
}

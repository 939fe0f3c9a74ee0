// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.core.board.ManualSite;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.LegId;
import org.ringmaster.server.http.SiteUnderTest;

@Tag("browser")
@Timeout(120)
class WallboardTest {
  private static final Path PICTURES = Path.of("target", "pictures");
  private static final String WAITING = figure("waiting") + " === ";

  private final SiteUnderTest site = SiteUnderTest.start();
  private final Browser browser = Browser.start(1600, 900);

  @AfterEach
  void stop() {
    browser.close();
    site.close();
  }

  @Test
  void one_who_logs_in_with_the_keyboard_sees_the_board_move() throws Exception {
    logIn("guess");
    browser.until("document.querySelector('.wrong')?.textContent.includes('wrong')");
    browser.picture(PICTURES.resolve("login.png"));
    browser.type("wall-secret");
    browser.press("Enter");
    browser.until(WAITING + "'0'");

    site.centre.tell(new AgentInput.SignIn(ManualSite.ANNA, null));
    browser.until("document.querySelector('[data-agent=anna]')?.textContent.includes('free')");
    LegId caller = site.centre.callerArrives();
    site.centre.callerArrives();
    browser.until(WAITING + "'2'");
    browser.until("document.querySelector('[data-agent=anna]')?.textContent.includes('ringing')");
    String before = browser.value(figure("longest"));
    browser.until(figure("longest") + " !== '" + before + "'");

    site.centre.telephoneAnswers();
    browser.until(WAITING + "'1'");
    browser.until(figure("answered") + " === '1'");
    site.centre.goes(caller);
    browser.until("document.querySelector('[data-agent=anna]')?.textContent.includes('wrap-up')");
    site.centre.tell(new AgentInput.Pause(ManualSite.ANNA, new PauseReason("lunch")));
    browser.until("document.querySelector('[data-agent=anna]')?.textContent.includes('lunch')");
  }

  @Test
  void a_lost_node_and_a_lost_server_are_said_in_words() throws Exception {
    logIn("wall-secret");
    browser.until(WAITING + "'0'");
    site.centre.tell(new CallInput.NodeLost(ManualSite.EDGE));
    browser.until("document.querySelector('.node')?.textContent.includes('lost')");
    assertEquals("false", browser.value("document.querySelector('.page').dataset.stale"));

    site.close();
    browser.until("document.querySelector('.page').dataset.stale === 'true'");
    assertTrue(
        browser
            .value("document.querySelector('[role=status]').textContent")
            .startsWith("Connection lost."));
    browser.picture(PICTURES.resolve("stale.png"));
  }

  @Test
  void the_page_asks_nobody_but_our_server() throws Exception {
    logIn("wall-secret");
    browser.until(WAITING + "'0'");
    String strangers =
        browser.value(
            "performance.getEntriesByType('resource').map(it => it.name)"
                + ".filter(it => !it.startsWith(location.origin)).join()");
    assertEquals("", strangers);
  }

  /** With the keyboard alone: the first field has the focus. */
  private void logIn(String password) {
    browser.open(site.at("/"));
    browser.until("document.activeElement && document.activeElement.name === 'name'");
    browser.type("wall");
    browser.press("Tab");
    browser.type(password);
    browser.press("Enter");
  }

  private static String figure(String name) {
    return "document.querySelector('[data-queue=sales] [data-figure=" + name + "]')?.textContent";
  }
}

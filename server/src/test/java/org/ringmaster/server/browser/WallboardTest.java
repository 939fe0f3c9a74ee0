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

  /** The texts whose letters and ground are too much alike, with the ratio. */
  private static final String PALE_TEXTS =
      """
      (() => {
        const context = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
        const rgba = (colour) => {
          context.clearRect(0, 0, 1, 1);
          context.fillStyle = colour;
          context.fillRect(0, 0, 1, 1);
          return [...context.getImageData(0, 0, 1, 1).data];
        };
        const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
          .map((c) => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
          .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
        const ground = (one) => {
          for (let at = one; at; at = at.parentElement) {
            const colour = rgba(getComputedStyle(at).backgroundColor);
            if (colour[3] === 255) return colour;
          }
          return [255, 255, 255];
        };
        const pale = [];
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let text = walk.nextNode(); text; text = walk.nextNode()) {
          const one = text.parentElement;
          if (!text.data.trim() || ['SCRIPT', 'STYLE'].includes(one.tagName)) continue;
          const style = getComputedStyle(one);
          const [a, b] = [light(rgba(style.color)), light(ground(one))].sort((x, y) => y - x);
          const ratio = (a + 0.05) / (b + 0.05);
          const size = parseFloat(style.fontSize);
          const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
          if (ratio < (large ? 3 : 4.5)) pale.push(`${text.data.trim()} ${ratio.toFixed(2)}`);
        }
        return pale.join('; ');
      })()
      """;

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

  /** As WCAG 2.2 AA has it: 4.5 to 1, and 3 to 1 for large letters. */
  @Test
  void every_text_stands_out_from_its_ground() throws Exception {
    for (String colours : java.util.List.of("light", "dark")) {
      browser.prefer(colours);
      logIn("wall-secret");
      browser.until("document.querySelector('[data-queue=sales] [data-figure=waiting]')");
      assertEquals("", browser.value(PALE_TEXTS), colours);
      site.centre.tell(new AgentInput.SignIn(ManualSite.ANNA, null));
      site.centre.callerArrives();
      browser.until("document.querySelector('[data-agent=anna]')");
      assertEquals("", browser.value(PALE_TEXTS), colours);
      browser.picture(PICTURES.resolve("board-" + colours + ".png"));
      browser.value("fetch('/api/logout', {method: 'POST'}).then(() => '')");
    }
  }

  @Test
  void whoever_uses_the_keyboard_reaches_every_button_and_sees_which() throws Exception {
    logIn("wall-secret");
    browser.until(WAITING + "'0'");
    browser.press("Tab");
    browser.until("document.activeElement.textContent === 'Campaigns'");
    browser.press("Tab");
    browser.until("document.activeElement.textContent === 'History'");
    browser.press("Tab");
    browser.until("document.activeElement.textContent === 'Sound off'");
    browser.press("Tab");
    browser.until("document.activeElement.ariaLabel?.includes('colours')");
    assertEquals("3px", browser.value("getComputedStyle(document.activeElement).outlineWidth"));
    browser.press("Enter");
    browser.until("document.documentElement.dataset.theme === 'light'");
    browser.press("Tab");
    browser.press("Enter");
    browser.until("document.activeElement && document.activeElement.name === 'name'");
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

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.browser;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ringmaster.core.board.ManualSite;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.server.http.Callers;
import org.ringmaster.server.http.SiteUnderTest;

/** The agent's page while the journey store cannot answer. */
@Tag("browser")
@Timeout(120)
class DeskPageTest {
  private static final String STATE = "document.querySelector('[data-state]')?.dataset.state";

  private final SiteUnderTest site = SiteUnderTest.start();
  private final Browser browser = Browser.start(1600, 900);

  @AfterEach
  void stop() {
    browser.close();
    site.close();
  }

  @Test
  void where_a_caller_has_been_is_asked_again_until_the_store_answers() throws Exception {
    site.storeIsBehind = true;
    site.contacts =
        List.of(
            new Callers.Contact(
                "VOICE", 1_000, 61_000, "SERVED", "sales", "ben", "later", "calls again"));
    browser.open(site.at("/desk"));
    browser.until("document.activeElement && document.activeElement.name === 'name'");
    browser.type("anna");
    browser.press("Tab");
    browser.type("anna-secret");
    browser.press("Enter");
    browser.until(STATE + " === 'signed-out'");
    browser.press("s");
    browser.until(STATE + " === 'available'");
    LegId leg = new LegId("asterisk-1");
    site.centre.tell(
        new CallInput.LegArrived(
            ManualSite.EDGE,
            leg,
            "inbound",
            "100",
            "carrier",
            new Personal("+4930123456"),
            new Personal("Ada"),
            false));
    site.centre.tell(new CallInput.LegUp(ManualSite.EDGE, leg));
    browser.until(STATE + " === 'offered'");
    site.centre.telephoneAnswers();
    browser.until(STATE + " === 'on-call'");
    browser.until("document.querySelector('.caller')?.textContent.includes('it is behind')");
    site.storeIsBehind = false;
    browser.until("document.querySelector('.contacts')?.textContent.includes('calls again')");
    browser.until("!document.querySelector('.caller')?.textContent.includes('it is behind')");
  }
}

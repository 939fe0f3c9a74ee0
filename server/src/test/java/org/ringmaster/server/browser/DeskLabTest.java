// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.desk.DeskInput;
import org.ringmaster.core.desk.DeskWork;
import org.ringmaster.core.desk.Disposition;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.lab.CallerBehaviour;
import org.ringmaster.lab.DrawnMillis;
import org.ringmaster.lab.Lab;
import org.ringmaster.lab.OutsideCall;
import org.ringmaster.server.ContactCentre;
import org.ringmaster.server.Waiting;
import org.ringmaster.server.config.Role;

/**
 * An agent's day in a real browser on a real Asterisk: ten SIP callers, worked by keyboard alone,
 * with a reload in the middle of each call.
 */
@Tag("browser")
@Timeout(300)
class DeskLabTest {
  private static final int CALLS = 10;
  private static final String CONFIGURATION =
      """
      nodes:
        edge: {lab: yes}
      trunks:
        outside: {node: edge, channels: 50}
      telephones:
        tel01: {node: edge, use: rung}
        tel02: {node: edge, use: rung}
      agents:
        anna: {name: Anna Adler, number: 1001, telephone: tel01}
        bruno: {name: Bruno Braga, number: 1002, telephone: tel02}
      pausereasons:
        lunch: {digit: 1, name: Lunch, most: 30m}
      dispositions:
        solved: {digit: 1, name: Solved}
        open: {digit: 2, name: Still open}
      queues:
        sales:
          agents: [anna]
          wrapuptime: 5s
          wrapupextension: 30s
          servicelevel: 5s
          dispositions: {forced: yes, otherwise: open}
          callback: {trunk: outside, mode: agent-first}
        support: {agents: [bruno], wrapuptime: 1s}
      numbers:
        "49301000": {queue: sales}
      """;
  private static final Path PICTURES = Path.of("target", "pictures");
  private static final String STATE = "document.querySelector('[data-state]')?.dataset.state";
  private static final String TALK = "document.querySelector('[data-talk]')?.dataset.talk";

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path folder;

  private static BrowserLab site;
  private static Lab lab;
  private static ContactCentre centre;
  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    site =
        BrowserLab.start(
            folder,
            CONFIGURATION,
            List.of("tel01", "tel02"),
            new BrowserLab.User("anna", Role.AGENT),
            new BrowserLab.User("sue", Role.SUPERVISOR));
    lab = site.lab();
    centre = site.centre();
    browser = site.browser();
    site.signsIn("bruno");
  }

  @AfterAll
  static void end() {
    site.close();
  }

  @Test
  void ten_calls_are_worked_by_keyboard_alone_and_reloads_in_hold_talk_and_wrap_up_lose_nothing()
      throws Exception {
    site.logIn("anna", "/desk");
    browser.until(STATE + " === 'signed-out'");
    browser.press("s");
    browser.until(STATE + " === 'available'");
    for (int i = 0; i < CALLS; i++) {
      // The same person twice, so that the second time there is something to be shown.
      call(i, "4930555%03d".formatted(i / 2));
    }
    browser.press("p");
    browser.until("document.querySelector('dialog[open]')");
    browser.press("1");
    browser.until(STATE + " === 'paused'");
    browser.until("document.querySelector('[data-state]').textContent.includes('29:5')");
    browser.press("r");
    browser.until(STATE + " === 'available'");
    browser.press("o");
    browser.until(STATE + " === 'signed-out'");

    Waiting.until(() -> count("call_notes where disposition = 'solved'") == CALLS, 30, "notes");
    assertEquals(CALLS, count("call_notes where note like 'caller %, seen twice'"));
    assertEquals(CALLS, count("call_flags"));
    assertEquals(CALLS, count("queue_entries where queue_id = 'sales' and agent_id = 'anna'"));
    assertEquals(3, count("queue_entries where queue_id = 'support' and agent_id = 'bruno'"));
    pictures();
  }

  private void call(int number, String from) throws Exception {
    OutsideCall caller =
        lab.outside().call("49301000", from, CallerBehaviour.talks(DrawnMillis.untilOtherEnds()));
    browser.until(STATE + " === 'on-call'");
    browser.until("document.querySelector('.number')?.textContent.includes('" + from + "')");
    browser.press("h");
    browser.until(TALK + " === 'held'");
    browser.press("n");
    browser.until("document.activeElement.tagName === 'TEXTAREA'");
    browser.type("caller " + number + ", ");
    reload();
    browser.until("document.querySelector('textarea')?.value === 'caller " + number + ", '");
    browser.until(TALK + " === 'held'");
    browser.press("h");
    browser.until(TALK + " !== 'held'");
    browser.press("n");
    browser.until("document.activeElement.tagName === 'TEXTAREA'");
    browser.value(
        "(() => { const at = document.activeElement; at.setSelectionRange(999, 999); return ''; })()");
    browser.type("seen twice");
    browser.press("Escape");
    browser.until("document.querySelector('[data-saved=true]')?.textContent === 'Saved'");
    browser.press("f");
    browser.until("document.querySelector('[data-flags=\"1\"]')");
    browser.press("1");
    browser.until("document.querySelector('[data-disposition=solved]').ariaPressed === 'true'");
    if (number % 2 == 1) {
      browser.until("document.querySelectorAll('.contacts li').length > 0");
    }
    if (number == CALLS - 1) {
      browser.picture(PICTURES.resolve("lab-desk.png"));
      assertEquals("", browser.seriousFindings());
    }
    if (number == 3 || number == 7) {
      consult();
      if (number == 3) {
        browser.press("x");
        browser.until(TALK + " === 'talking' || " + TALK + " === ''");
        lab.outside().hangUp(caller);
      } else {
        browser.press("j");
        browser.until(TALK + " === 'together'");
        reload();
        browser.until(TALK + " === 'together'");
        browser.press("g");
        Waiting.until(() -> bruno() == AgentState.ON_CALL, 30, "bruno has the caller");
      }
    } else if (number % 3 == 2) {
      handOn("t", "queue", "support");
      Waiting.until(() -> bruno() == AgentState.ON_CALL, 30, "bruno takes over");
    } else {
      lab.outside().hangUp(caller);
    }
    browser.until(STATE + " === 'wrap-up'");
    reload();
    browser.until(STATE + " === 'wrap-up'");
    isAsItWas("caller " + number + ", seen twice");
    if (number == 0) {
      browser.press("l");
      browser.until("document.querySelector('.state time').textContent.startsWith('0:3')");
      agreeCallback(from);
    }
    browser.press("e");
    browser.until(STATE + " === 'available'");
    lab.outside().hangUp(caller);
    if (number == 7) {
      brunoSaysWhatItWas();
    }
    Waiting.until(() -> bruno() == AgentState.AVAILABLE, 30, "bruno is free");
  }

  /** Who has the caller in the end says so too, where the caller's queue asks for it. */
  private static void brunoSaysWhatItWas() throws Exception {
    Waiting.until(() -> bruno() == AgentState.WRAP_UP, 30, "bruno wraps up");
    AgentId bruno = new AgentId("bruno");
    DeskWork work = Objects.requireNonNull(centre.boards().desks().row(bruno).work());
    centre.inlet().ask(new DeskInput.Dispose(bruno, work.call(), new Disposition("open"))).join();
  }

  /** With the number of who has just called, and takes it back. */
  private void agreeCallback(String number) throws Exception {
    browser.press("b");
    browser.until("document.activeElement.name === 'number'");
    assertEquals(number, browser.value("document.activeElement.value"));
    browser.press("Enter");
    browser.until(
        "document.querySelector('[data-callback]')?.textContent.includes('" + number + "')");
    assertEquals("", browser.seriousFindings());
    for (int i = 0; i < 20 && !isOnTakeBack(); i++) {
      browser.press("Tab");
    }
    browser.press("Enter");
    browser.until("!document.querySelector('[data-callback]')");
    browser.press("Escape");
    browser.until("!document.querySelector('dialog')");
  }

  private static boolean isOnTakeBack() {
    return browser
        .value("(document.activeElement.closest('[data-callback]') !== null) + ''")
        .equals("true");
  }

  private static AgentState bruno() {
    return Objects.requireNonNull(centre.boards().agents().row(new AgentId("bruno")))
        .agent()
        .state();
  }

  private void handOn(String key, String kind, String to) {
    browser.press(key);
    browser.until("document.activeElement.tagName === 'SELECT'");
    browser.press(kind.substring(0, 1));
    browser.until("document.activeElement.value === '" + kind + "'");
    browser.press("Tab");
    browser.type(to);
    browser.press("Enter");
  }

  private static void isAsItWas(String note) {
    browser.until("document.querySelector('[data-disposition=solved]').ariaPressed === 'true'");
    browser.until("document.querySelector('textarea')?.value === '" + note + "'");
  }

  private static void reload() {
    browser.open(centre.address().resolve("/desk"));
  }

  /** Asks bruno, with a reload in the middle. */
  private void consult() {
    handOn("c", "agent", "bruno");
    browser.until(TALK + " === 'consulting'");
    reload();
    browser.until(TALK + " === 'consulting'");
    browser.press("w");
    browser.until(TALK + " === 'swapped'");
    browser.press("w");
    browser.until(TALK + " === 'consulting'");
  }

  /** The same lab at work, as the documentation shows it. */
  private void pictures() throws Exception {
    centre.inlet().ask(new AgentInput.SignIn(new AgentId("anna"), null)).join();
    for (int i = 0; i < 3; i++) {
      lab.outside()
          .call(
              "49301000",
              "4930777%03d".formatted(i),
              CallerBehaviour.talks(DrawnMillis.untilOtherEnds()));
    }
    browser.value("fetch('/api/logout', {method: 'POST'}).then(() => '')");
    site.logIn("sue", "/");
    browser.until(
        "document.querySelector('[data-queue=sales] [data-figure=waiting]')?.textContent === '2'");
    browser.until(
        "document.querySelector('[data-queue=sales] [data-figure=on-call]')?.textContent === '1'");
    browser.until("document.querySelector('.spark canvas')");
    Waiting.until(() -> samples() >= 2, 60, "a line has two ends");
    browser.open(centre.address());
    browser.until("document.querySelector('[data-queue=sales] .spark canvas')");
    browser.until("document.querySelector('[data-alarm=red]')");
    browser.picture(PICTURES.resolve("lab-wallboard.png"));
    assertEquals("", browser.seriousFindings());
    browser.size(390, 844);
    browser.picture(PICTURES.resolve("lab-telephone.png"));
    browser.size(1600, 900);
    browser.open(centre.address().resolve("/tv"));
    browser.until("document.querySelector('.tv-queue .spark canvas')");
    browser.picture(PICTURES.resolve("lab-tv.png"));
    browser.size(1280, 900);
  }

  private static int samples() {
    return centre
        .boards()
        .history()
        .samples(new QueueId("sales"), System.currentTimeMillis() * 1_000)
        .size();
  }

  private static long count(String what) {
    try (Connection connection = centre.store().orElseThrow().readers().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from " + what)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(what, e);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.announcement.Announcing;
import org.ringmaster.core.board.ManualSite;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.Language;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.callback.CallbackFact;
import org.ringmaster.core.callback.CallbackInput;
import org.ringmaster.core.callback.CallbackMode;
import org.ringmaster.core.callback.CallbackPlan;
import org.ringmaster.core.callback.NumberRule;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.history.History;
import org.ringmaster.core.history.PastBoards;
import org.ringmaster.core.history.PastCalls;
import org.ringmaster.core.history.PastRecordings;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Command;
import org.ringmaster.core.queue.Hearing;
import org.ringmaster.core.queue.QueueInput;
import org.ringmaster.core.queue.WaitChoice;
import org.ringmaster.core.queue.WaitKey;
import org.ringmaster.core.store.JourneyStore;
import org.ringmaster.core.store.StoredDay;
import org.ringmaster.core.supervision.SupervisionFact;
import org.ringmaster.core.supervision.SupervisionMode;
import org.ringmaster.core.talk.TalkInput;
import org.ringmaster.core.wall.Thresholds;
import org.ringmaster.core.wall.WallInput;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.dialer.store.PastAttempts;
import org.ringmaster.server.http.Past;
import org.ringmaster.server.http.SiteUnderTest;

/** What the wallboard's figures say, and what is behind them. */
@Tag("browser")
@Timeout(120)
class BoardDrillTest {
  private static final List<Prompt> SAID = List.of(Prompt.sound("hello"));
  private static final String DIALOG = "document.querySelector('dialog[open]')";

  /** The figures of the one queue that have another colour than the number of free agents. */
  private static final String COLOURED =
      """
      (() => {
        const colour = (one) => getComputedStyle(one.querySelector('b')).color;
        const plain = colour(document.querySelector('.figure-available'));
        return [...document.querySelectorAll('.figure')].filter((one) => colour(one) !== plain)
          .map((one) => one.querySelector('b').dataset.figure).join();
      })()
      """;

  /** Of whom the lines of the history are. */
  private static final String HISTORY_OF =
      "new Set([...document.querySelectorAll('.history tbody tr')]"
          + ".map(it => it.children[1].textContent))";

  private static final String PARKED = "document.querySelector('[data-parked=\"701\"]')";

  private static final String ALL_WAITING =
      "[...document.querySelectorAll('[data-figure=waiting]')]"
          + ".reduce((sum, it) => sum + Number(it.textContent), 0) + ''";

  private static final String LISTED =
      "[...document.querySelectorAll('dialog [data-call]')].map(it => it.dataset.call).join()";

  private static Browser browser;
  private final SiteUnderTest site = SiteUnderTest.start();

  @BeforeAll
  static void start() {
    browser = Browser.start(1600, 900);
  }

  @AfterAll
  static void end() {
    browser.close();
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private void logIn() {
    logIn("sue", "/");
    browser.until("document.querySelector('[data-queue=sales]')");
  }

  private void logIn(String name, String path) {
    browser.open(site.at("/"));
    browser.until("location.origin === '" + site.at("").toString() + "'");
    browser.value("fetch('/api/logout', {method: 'POST'}).then(() => '')");
    browser.openAnew(site.at(path));
    browser.until("document.activeElement && document.activeElement.name === 'name'");
    browser.type(name);
    browser.press("Tab");
    browser.type(name + "-secret");
    browser.press("Enter");
  }

  private void click(String what) {
    browser.until("document.querySelector(\"" + what + "\")");
    browser.value("document.querySelector(\"" + what + "\").click(); ''");
  }

  private void opens(String figure) {
    browser.press("Escape");
    browser.until("!document.querySelector('dialog')"); // Closed, and gone from the page.
    click(".figure-" + figure);
    browser.until(DIALOG);
  }

  @Test
  void parked_callers_stand_on_the_wallboard_and_are_fetched_by_a_button_of_the_desk()
      throws Exception {
    site.centre.tell(new AgentInput.SignIn(ManualSite.ANNA, null));
    site.centre.callerArrives();
    LegId telephone = site.centre.telephoneAnswers();
    site.centre.tell(new TalkInput.Park(ManualSite.ANNA, "anna"));
    site.centre.goes(telephone);
    logIn("sue", "/");
    browser.until(PARKED + "?.textContent.includes('Anna')");
    assertEquals("true", browser.value("(" + PARKED + ".querySelector('button') === null) + ''"));
    assertEquals("", browser.seriousFindings());
    browser.picture(Path.of("target", "pictures", "parked-wallboard.png"));

    logIn("anna", "/desk");
    browser.until("!!" + PARKED + "?.querySelector('button')");
    assertEquals("false", browser.value(PARKED + ".textContent.includes('+4930123456') + ''"));
    assertEquals("", browser.seriousFindings());
    browser.picture(Path.of("target", "pictures", "parked-desk.png"));
    browser.value(PARKED + ".querySelector('button').focus(); ''");
    browser.press("Enter");
    browser.until("document.querySelector('[data-state]')?.dataset.state === 'offered'");
    browser.until(PARKED + " === null");
  }

  @Test
  void only_the_figure_that_an_alarm_is_about_has_its_colour() {
    site.centre.tell(
        new WallInput.SetThresholds(
            ManualSite.SALES, 0, new Thresholds(1, 2, 0, 0, 80, 0, 0), new Author("tim")));
    logIn();
    site.centre.callerArrives();
    site.centre.callerArrives();
    browser.until("document.querySelector('[data-alarm=red]')");
    assertEquals("waiting", browser.value(COLOURED));
    site.centre.tell(
        new WallInput.SetThresholds(
            ManualSite.SALES, 1, new Thresholds(0, 0, 500, 1_000, 80, 0, 0), new Author("tim")));
    site.centre.pass(20_000);
    browser.until("document.querySelector('.said')?.textContent.includes('waits too long')");
    assertEquals("longest", browser.value(COLOURED));
    browser.open(site.at("/tv"));
    browser.until("document.querySelector('.tv-queue[data-alarm=red]')");
    assertEquals("longest", browser.value(COLOURED));
  }

  @Test
  void a_figure_opens_the_agents_or_calls_that_it_counts_and_no_others() throws Exception {
    site.centre.tell(new AgentInput.SignIn(ManualSite.ANNA, null));
    LegId patient = site.centre.callerArrives();
    String served = site.centre.lastCall().value();
    LegId telephone = site.centre.telephoneAnswers();
    LegId hasty = site.centre.callerArrives();
    String abandoned = site.centre.lastCall().value();
    site.centre.goes(hasty);
    logIn();
    opens("on-call");
    browser.until("document.querySelector('dialog [data-behind=anna] [data-call]')");
    assertEquals(served, browser.value(LISTED));
    assertEquals("", browser.seriousFindings());
    opens("available");
    browser.until(DIALOG + ".textContent.includes('None now')");
    site.centre.goes(patient);
    site.centre.goes(telephone);
    opens("abandoned");
    browser.until("document.querySelector('dialog [data-call]')");
    assertEquals(abandoned, browser.value(LISTED));
    opens("asa");
    browser.until("document.querySelector('dialog [data-call]')");
    assertEquals(served, browser.value(LISTED));
    assertTrue(browser.value(DIALOG + ".textContent").contains("served"));
  }

  @Test
  void who_is_to_be_called_back_stands_on_the_board_with_how_long_they_wait() throws Exception {
    callsBack();
    logIn();
    assertEquals("true", browser.value("!document.querySelector('[data-figure=callbacks]') + ''"));
    LegId leg = site.centre.callerArrives();
    for (String key : List.of("5", "1")) {
      site.centre.tell(new CallInput.DigitPressed(ManualSite.EDGE, leg, key, 80));
    }
    site.centre.goes(leg);
    assertEquals(ManualSite.SALES, site.centre.lastFact(CallbackFact.Taken.class).queue());
    browser.until(
        "document.querySelector('[data-figure=callbacks]')?.textContent"
            + ".startsWith('1 to be called back, the oldest for ')");
    assertEquals("", browser.seriousFindings());
    click("[data-figure=callbacks]");
    browser.until(DIALOG + "?.textContent.includes('+4930123456')");
    assertEquals("", browser.seriousFindings());
    click("dialog [data-verb=cancel]");
    browser.until(DIALOG + ".textContent.includes('Nobody')");
    assertEquals(new Author("sue"), site.centre.lastFact(CallbackFact.Ended.class).author());
    browser.until("!document.querySelector('[data-figure=callbacks]')");
  }

  private void callsBack() {
    site.centre.tell(
        new QueueInput.QueuesRead(
            List.of(
                ManualSite.sales()
                    .with(
                        new Hearing(
                            Language.EN,
                            Announcing.NOTHING,
                            List.of(new WaitKey("5", WaitChoice.CALLBACK, null)),
                            List.of())))));
    CallbackPlan plan =
        new CallbackPlan(
            ManualSite.SALES,
            CallbackMode.CUSTOMER_FIRST,
            new TrunkId("carrier"),
            null,
            3,
            60_000,
            30_000,
            3_600_000,
            1,
            null,
            SAID,
            SAID,
            SAID,
            List.of(),
            NumberRule.NONE);
    site.centre.tell(new CallbackInput.PlansRead(List.of(plan)));
  }

  @Test
  void the_board_of_a_past_second_is_shown_as_it_was() throws Exception {
    try (JourneyStore store =
        StoredDay.of(StoredDay.inTheMiddle(5, 3_000), Duration.ofSeconds(60))) {
      PastBoards boards = readsThePast(store);
      Instant then = Instant.EPOCH.plus(StoredDay.START_MICROS, ChronoUnit.MICROS).plusSeconds(240);
      long micros = ChronoUnit.MICROS.between(Instant.EPOCH, then);
      long waited =
          boards.at(micros, PastBoards.As.SHOWN).boards().queues().rows().stream()
              .mapToInt(row -> row.waiting())
              .sum();
      logIn();
      browser.open(site.at("/#past"));
      browser.until("document.querySelector('.asked input')");
      browser.value(
          "(() => { const at = document.querySelector('.asked input'); at.value = '"
              + then.toString().substring(0, 19)
              + "'; at.dispatchEvent(new Event('change', {bubbles: true})); return ''; })()");
      browser.until("document.querySelectorAll('[data-queue]').length === 2");
      assertEquals(Long.toString(waited), browser.value(ALL_WAITING));
      assertEquals("", browser.seriousFindings());
      browser.picture(Path.of("target", "pictures", "past.png"));
    }
  }

  /** The site's past is that of a store whose day was yesterday. */
  private PastBoards readsThePast(JourneyStore store) {
    FactCodec codec = FactCodec.of(DialerCentre.names().build());
    PastBoards boards = new PastBoards(store.readers(), 1, codec, ZoneOffset.UTC);
    site.past =
        Optional.of(
            new Past.Readers(
                new History(store.readers(), 1, ZoneOffset.UTC),
                new PastCalls(store.readers(), 1, codec),
                boards,
                new PastRecordings(store.readers(), 1),
                new PastAttempts(store.readers(), 1)));
    site.centre.pass((StoredDay.START_MICROS - site.centre.nowMicros()) / 1_000 + 86_400_000);
    return boards;
  }

  @Test
  void the_history_of_one_queue_alone_is_chosen_by_its_name() throws Exception {
    try (JourneyStore store =
        StoredDay.of(StoredDay.inTheMiddle(5, 3_000), Duration.ofSeconds(60))) {
      readsThePast(store);
      logIn();
      browser.open(site.at("/#history"));
      browser.until("document.querySelector('.asked input')");
      browser.value(
          "(() => { const at = document.querySelector('.asked input'); at.value ="
              + " '2026-03-04T23:20'; at.dispatchEvent(new Event('change', {bubbles: true}));"
              + " return ''; })()");
      browser.until(HISTORY_OF + ".size > 1");
      browser.until(
          "[...document.querySelectorAll('select[name=whom] option')]"
              + ".some((one) => one.value === 'sales')");
      browser.value(
          "(() => { const one = document.querySelector('select[name=whom]'); one.value = 'sales';"
              + " one.dispatchEvent(new Event('change', {bubbles: true})); return ''; })()");
      browser.until("[..." + HISTORY_OF + "].join() === 'sales'");
      String columns = browser.value("document.querySelector('.history thead').textContent");
      browser.picture(Path.of("target", "pictures", "history-of-one.png"));
      assertTrue(columns.contains("short abandons") && columns.contains("longest wait"), columns);
      assertEquals("", browser.seriousFindings());
    }
  }

  @Test
  void who_hands_a_caller_on_is_offered_the_names_that_there_are() throws Exception {
    site.centre.tell(new AgentInput.SignIn(ManualSite.ANNA, null));
    site.centre.tell(new AgentInput.SignIn(ManualSite.BEN, null));
    site.centre.callerArrives();
    site.centre.telephoneAnswers();
    logIn("anna", "/desk");
    browser.until("document.querySelector('[data-state]')?.dataset.state === 'on-call'");
    browser.press("t");
    browser.until("document.querySelector('#known option')?.value === 'sales'");
    browser.press("a");
    browser.until(
        "[...document.querySelectorAll('#known option')].map(it => it.value + ' ' + it.label)"
            + ".join() === 'anna Anna, talking,ben Ben, free'");
    assertEquals("", browser.seriousFindings());
  }

  private void theyHearEachOther() {
    for (Command command : List.copyOf(site.centre.commands)) {
      if (command instanceof CallCommand.JoinBridge join) {
        for (LegId leg : join.legs()) {
          site.centre.tell(new CallInput.LegJoined(ManualSite.EDGE, leg, join.bridge()));
        }
      }
    }
  }

  @Test
  void a_supervisor_comes_to_a_talk_and_goes_again_by_the_page() throws Exception {
    site.centre.tell(new AgentInput.SignIn(ManualSite.ANNA, null));
    site.centre.callerArrives();
    site.centre.telephoneAnswers();
    theyHearEachOther();
    logIn();
    click("[data-agent=anna] button");
    browser.until("document.querySelector('dialog [data-attend=listen]')");
    assertEquals("", browser.seriousFindings());
    click("dialog [data-attend=listen]");
    browser.until(DIALOG + ".textContent.includes('Say which telephone to ring')");
    browser.value("document.querySelector('dialog select[name=telephone]').focus(); ''");
    browser.press("t");
    browser.until("document.querySelector('dialog select[name=telephone]').value === 't-ben'");
    click("dialog [data-attend=listen]");
    browser.until(DIALOG + ".textContent.includes('answer it')");
    SupervisionFact.Asked asked = site.centre.lastFact(SupervisionFact.Asked.class);
    assertEquals(new Author("sue"), asked.author());
    assertEquals(SupervisionMode.LISTEN, asked.mode());
    assertEquals("t-ben", asked.telephone().value());
    click("dialog [data-attend=leave]");
    browser.until(DIALOG + ".textContent.includes('You have left')");
    assertEquals(
        asked.supervision(), site.centre.lastFact(SupervisionFact.Ended.class).supervision());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ringmaster.core.agent.Agent;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.core.board.ManualSite;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.desk.DeskFact;
import org.ringmaster.core.desk.DeskInput;
import org.ringmaster.core.desk.DeskWork;
import org.ringmaster.core.desk.Disposition;
import org.ringmaster.core.desk.Dispositions;
import org.ringmaster.core.history.History;
import org.ringmaster.core.history.PastBoards;
import org.ringmaster.core.history.PastCalls;
import org.ringmaster.core.history.PastRecordings;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.steering.SteeringInput;
import org.ringmaster.core.store.JourneyStore;
import org.ringmaster.core.store.StoredDay;
import org.ringmaster.core.wall.Thresholds;
import org.ringmaster.core.wall.WallInput;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.dialer.store.PastAttempts;
import org.ringmaster.server.http.Past;
import org.ringmaster.server.http.SiteUnderTest;

/** The wallboard's layouts and the agent's page, in one browser. */
@Tag("browser")
@Timeout(120)
class PagesTest {
  private static final Path PICTURES = Path.of("target", "pictures");
  private static final String STATE = "document.querySelector('[data-state]')?.dataset.state";

  /** What strangers' telephones call themselves. */
  private static final String HOSTILE =
      "<script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">\u202e"
          + "\u0627\u0644\u0639\u0631\u0628\u064a\u0629 "
          + "\ud83d\ude08".repeat(220);

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
    browser.size(1600, 900);
    site.close();
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

  private void desk() {
    site.centre.tell(
        new DeskInput.DispositionsRead(
            new Dispositions(List.of(new Disposition("sold"), new Disposition("later")))));
    logIn("anna", "/desk");
    browser.until(STATE + " === 'signed-out'");
  }

  private Agent anna() {
    return Objects.requireNonNull(site.boards.agents().row(ManualSite.ANNA)).agent();
  }

  private LegId callerNamed(String name) {
    LegId leg = new LegId("asterisk-hostile");
    site.centre.tell(
        new CallInput.LegArrived(
            ManualSite.EDGE,
            leg,
            "inbound",
            "100",
            "carrier",
            new Personal("+4930123456"),
            new Personal(name),
            false));
    site.centre.tell(new CallInput.LegUp(ManualSite.EDGE, leg));
    return leg;
  }

  @Test
  void an_agent_works_from_sign_in_to_sign_out_by_keyboard_alone_and_loses_nothing()
      throws Exception {
    desk();
    browser.press("s");
    browser.until(STATE + " === 'available'");
    LegId caller = callerNamed(HOSTILE);
    browser.until(STATE + " === 'offered'");
    site.centre.telephoneAnswers();
    browser.until(STATE + " === 'on-call'");
    browser.press("n");
    browser.until("document.activeElement.tagName === 'TEXTAREA'");
    browser.type("wants a blue one\nand a red one");
    browser.open(site.at("/desk"));
    browser.until("document.querySelector('textarea')?.value.includes('a red one')");
    browser.until("document.querySelector('[data-saved=true]')?.textContent === 'Saved'");
    browser.hold("f");
    browser.until("document.querySelector('[data-flags=\"1\"]')");
    browser.press("2");
    browser.until("document.querySelector('[data-disposition=later]').ariaPressed === 'true'");
    browser.press("1");
    browser.until("document.querySelector('[data-disposition=sold]').ariaPressed === 'true'");
    assertEquals("", browser.seriousFindings());
    browser.picture(PICTURES.resolve("desk-talk.png"));

    assertEquals(1, work().flags(), "a key that is held down is pressed once");

    site.centre.goes(caller);
    browser.until(STATE + " === 'wrap-up'");
    browser.until("document.querySelector('.state time').textContent.includes('left')");
    browser.press("e");
    browser.until(STATE + " === 'available'");
    browser.press("p");
    browser.until("document.querySelector('dialog[open]')");
    browser.press("1");
    browser.until(STATE + " === 'paused'");
    assertEquals(new PauseReason("lunch"), anna().reason());
    browser.press("r");
    browser.until(STATE + " === 'available'");
    browser.press("?");
    browser.until("document.querySelector('dialog[open]')?.textContent.includes('End wrap-up')");
    assertEquals("", browser.seriousFindings());
    browser.press("Escape");
    browser.until("!document.querySelector('dialog[open]')");
    browser.press("o");
    browser.until(STATE + " === 'signed-out'");
  }

  @Test
  void a_caller_is_parked_and_fetched_by_keyboard_alone() {
    desk();
    browser.press("s");
    browser.until(STATE + " === 'available'");
    callerNamed("Bo");
    browser.until(STATE + " === 'offered'");
    LegId leg = site.centre.telephoneAnswers();
    browser.until(STATE + " === 'on-call'");
    browser.press("k");
    browser.until("document.querySelector('[role=alert]').textContent === 'Parked in 701.'");
    site.centre.goes(leg);
    browser.until(STATE + " !== 'on-call'");
    browser.until("document.querySelector('[data-parked=\"701\"]') !== null");
    fetches("701");
    browser.until(STATE + " === 'offered'");
  }

  private void fetches(String slot) {
    browser.press("u");
    browser.until("document.activeElement.name === 'slot'");
    browser.type(slot);
    browser.press("Enter");
  }

  private DeskWork work() {
    return Objects.requireNonNull(site.boards.desks().row(ManualSite.ANNA).work());
  }

  /** Writes into the note, at once. */
  private void writes(String... texts) {
    for (String text : texts) {
      browser.value(
          "(() => { const at = document.querySelector('textarea'); at.value = '"
              + text
              + "'; at.dispatchEvent(new Event('input', {bubbles: true})); return ''; })()");
    }
  }

  private void untilNoted(String text) {
    long end = System.nanoTime() + 15_000_000_000L;
    while (noted().stream().noneMatch(new Personal(text)::equals) && System.nanoTime() < end) {
      LockSupport.parkNanos(20_000_000);
    }
    assertTrue(noted().contains(new Personal(text)), "never kept: " + text);
  }

  private List<Personal> noted() {
    synchronized (site.centre.facts) {
      return site.centre.facts.stream()
          .map(RecordedFact::fact)
          .filter(DeskFact.NoteKept.class::isInstance)
          .map(fact -> ((DeskFact.NoteKept) fact).text())
          .toList();
    }
  }

  @Test
  void a_note_goes_on_after_it_was_changed_back_and_its_end_outlives_the_next_caller()
      throws Exception {
    desk();
    browser.press("s");
    browser.until(STATE + " === 'available'");
    LegId caller = site.centre.callerArrives();
    LegId telephone = site.centre.telephoneAnswers();
    browser.until("document.querySelector('textarea')");
    writes("blue");
    untilNoted("blue");
    browser.until("document.querySelector('[data-saved=true]')?.textContent === 'Saved'");
    writes("blue or", "blue");
    browser.until("document.querySelector('[data-saved=true]')?.textContent === 'Saved'");
    writes("blue and red");
    untilNoted("blue and red");
    browser.until("document.querySelector('[data-saved=true]')?.textContent === 'Saved'");

    String first = site.centre.lastCall().value();
    writes("blue and red, by Monday");
    site.centre.goes(caller);
    site.centre.goes(telephone);
    site.centre.tell(new AgentInput.EndWrapUp(ManualSite.ANNA));
    site.centre.callerArrives();
    site.centre.telephoneAnswers();
    untilNoted("blue and red, by Monday");
    assertEquals(first, site.centre.lastFact(DeskFact.NoteKept.class).call().value());
    browser.until("document.querySelector('textarea')?.value === ''");
  }

  @Test
  void a_wire_that_dies_without_a_word_is_replaced() throws Exception {
    String link = link();
    try (DeadWire wire = new DeadWire(site.address())) {
      browser.open(wire.at(link));
      browser.until("document.querySelector('.page.tv')?.dataset.stale === 'false'");
      browser.until("document.querySelector('[data-queue=sales]')");
      wire.dies();
      browser.until("document.querySelector('.page.tv').dataset.stale === 'true'");
      browser.until("document.querySelector('.page.tv').dataset.stale === 'false'");
    }
  }

  @Test
  void the_history_page_counts_by_the_clocks_of_the_site_and_opens_the_calls_behind()
      throws Exception {
    try (JourneyStore store =
        StoredDay.of(StoredDay.inTheMiddle(5, 3_000), Duration.ofSeconds(60))) {
      History history = new History(store.readers(), 1, ZoneOffset.UTC);
      FactCodec codec = FactCodec.of(DialerCentre.names().build());
      site.past =
          Optional.of(
              new Past.Readers(
                  history,
                  new PastCalls(store.readers(), 1, codec),
                  new PastBoards(store.readers(), 1, codec, ZoneOffset.UTC),
                  new PastRecordings(store.readers(), 1),
                  new PastAttempts(store.readers(), 1)));
      site.centre.pass((StoredDay.START_MICROS - site.centre.nowMicros()) / 1_000 + 86_400_000);
      browser.zone("Asia/Tokyo");
      logIn("sue", "/#history");
      browser.until("document.querySelector('.asked input')");
      for (String[] each : new String[][] {{"0", "2026-03-04T23:20"}, {"1", "2026-03-06T00:00"}}) {
        browser.value(
            "(() => { const at = document.querySelectorAll('.asked input')["
                + each[0]
                + "]; at.value = '"
                + each[1]
                + "'; at.dispatchEvent(new Event('change', {bubbles: true})); return ''; })()");
      }
      browser.until("document.querySelector('.history tbody td .drill:not([disabled])')");
      browser.until("document.querySelector('.history tbody th')?.textContent.includes('11:00')");
      String offered =
          browser.value("document.querySelector('.history tbody td .drill').textContent");
      assertEquals("", browser.seriousFindings());
      browser.picture(PICTURES.resolve("history.png"));
      browser.value("document.querySelector('.history tbody td .drill').click(); ''");
      browser.until("document.querySelector('.behind li')");
      assertEquals(
          offered, browser.value("document.querySelectorAll('.behind .pair li').length + ''"));
      browser.value("document.querySelector('.behind li button').click(); ''");
      browser.until("document.querySelector('.behind .ladder li')");
      assertEquals("", browser.seriousFindings());
      browser.picture(PICTURES.resolve("history-calls.png"));
    } finally {
      browser.zone("");
    }
  }

  @Test
  void a_hostile_name_is_text_and_nothing_else() throws Exception {
    desk();
    browser.press("s");
    browser.until(STATE + " === 'available'");
    callerNamed(HOSTILE);
    browser.until("document.querySelector('.strange')?.textContent.startsWith('<script>')");
    assertEquals("Ringmaster", browser.value("document.title"));
    assertEquals(
        "0", browser.value("document.querySelectorAll('.caller img, .caller script').length + ''"));
    assertEquals(
        "true",
        browser.value("(document.documentElement.scrollWidth <= innerWidth) + ''"),
        "no name makes the page wider than it is");
    assertEquals("+4930123456", browser.value("document.querySelector('.number').textContent"));
  }

  @Test
  void two_pages_of_one_agent_agree_and_the_second_note_is_not_lost_in_silence() throws Exception {
    desk();
    browser.anotherTab();
    browser.open(site.at("/desk"));
    browser.until(STATE + " === 'signed-out'");
    browser.press("s");
    browser.until(STATE + " === 'available'");
    browser.firstTab();
    browser.until(STATE + " === 'available'");
    site.centre.callerArrives();
    site.centre.telephoneAnswers();
    browser.until(STATE + " === 'on-call'");
    browser.press("n");
    browser.type("from another page");
    String call = site.centre.lastCall().value();
    site.centre.tell(
        new DeskInput.KeepNote(ManualSite.ANNA, new CallId(call), 0, new Personal("first")));
    browser.until("document.querySelector('.note')?.textContent.includes('another page')");
    browser.until("document.querySelector('.note button')");
    browser.value("[...document.querySelectorAll('.note button')][1].click(); ''");
    browser.until("document.querySelector('[data-saved=true]')?.textContent === 'Saved'");
    assertEquals(
        "from another page",
        Objects.requireNonNull(
                Objects.requireNonNull(site.boards.desks().row(ManualSite.ANNA).work()).note())
            .text());
  }

  @Test
  void a_frozen_page_keeps_nobody_ready() throws Exception {
    desk();
    browser.press("s");
    browser.until(STATE + " === 'available'");
    browser.freeze(true);
    long end = System.nanoTime() + 30_000_000_000L;
    while (anna().state() != AgentState.PAUSED && System.nanoTime() < end) {
      LockSupport.parkNanos(50_000_000);
    }
    assertEquals(PauseReason.PAGE_LOST, anna().reason());
    browser.freeze(false);
    browser.until(STATE + " === 'paused'");
    browser.press("r");
    browser.until(STATE + " === 'available'");
  }

  @Test
  void of_two_supervisors_the_one_who_comes_later_is_told() throws Exception {
    logIn("sue", "/");
    browser.until("document.querySelector('.doors button')");
    browser.value("document.querySelector('.doors button').click(); ''");
    browser.until("document.querySelector('dialog[open] input[name=waitingRed]')");
    assertEquals("", browser.seriousFindings());
    site.centre.tell(
        new WallInput.SetThresholds(
            ManualSite.SALES, 0, new Thresholds(1, 2, 0, 0, 80, 0, 0), new Author("tim")));
    browser.until("document.querySelector('dialog').textContent.includes('tim has changed them')");
    browser.value("document.querySelector('dialog form').requestSubmit(); ''");
    browser.until(
        "document.querySelector('dialog').textContent.includes('tim has changed these thresholds')");
    browser.value("document.querySelector('dialog [role=alert] button').click(); ''");
    browser.until("document.querySelector('dialog input[name=waitingRed]').value === '2'");
    browser.value("document.querySelector('dialog form').requestSubmit(); ''");
    browser.until("!document.querySelector('dialog')");
    assertEquals(
        2, Objects.requireNonNull(site.boards.walls().thresholds(ManualSite.SALES)).version());

    browser.value("document.querySelectorAll('.doors button')[1].click(); ''");
    browser.until("document.querySelector('dialog[open] [data-door=calendar]')");
    browser.until("document.querySelector('dialog').textContent.includes('No supervisor')");
    assertEquals("", browser.seriousFindings());
    site.centre.tell(
        new SteeringInput.SetDoor(ManualSite.SALES, true, 0, List.of(), 0, new Author("tim")));
    browser.value("document.querySelector('dialog button[value=close]').click(); ''");
    browser.until("document.querySelector('dialog').textContent.includes('Meanwhile tim opened')");
    browser.until("document.querySelector('dialog [data-door=open]')");
    browser.value("document.querySelector('dialog button[value=close]').click(); ''");
    browser.until("document.querySelector('dialog [data-door=closed]')");
    browser.value("document.querySelector('dialog header button').click(); ''");
    browser.until("!document.querySelector('dialog')");
    browser.until(
        "document.querySelector('[data-queue=sales] [data-door=closed]')?.textContent.trim()"
            + " === 'Closed by a supervisor'");
    assertEquals("", browser.seriousFindings());

    site.centre.tell(new AgentInput.SignIn(ManualSite.ANNA, null));
    browser.until("document.querySelector('[data-agent=anna] button')");
    browser.value("document.querySelector('[data-agent=anna] button').click(); ''");
    browser.until("document.querySelector('dialog[open] input[name=reason]')");
    assertEquals("", browser.seriousFindings());
    browser.value("document.querySelector('dialog input[name=reason]').focus(); ''");
    browser.type("training");
    browser.press("Enter");
    browser.until("document.querySelector('[data-agent=anna]').textContent.includes('training')");
    browser.until("document.querySelector('dialog').textContent.includes('Last: sue paused')");
    browser.value("document.querySelector('dialog button[value=no]').click(); ''");
    browser.until("document.querySelector('dialog').textContent.includes('Does not serve sales')");
  }

  @Test
  void a_red_queue_sounds_once_and_is_said_in_words_on_every_layout() throws Exception {
    site.centre.tell(
        new WallInput.SetThresholds(
            ManualSite.SALES, 0, new Thresholds(1, 2, 0, 0, 80, 0, 0), new Author("tim")));
    logIn("sue", "/");
    browser.until("document.querySelector('[data-alarm=calm]')");
    browser.value(
        "[...document.querySelectorAll('button')].find(it => it.textContent === 'Sound off').click(); ''");
    site.centre.callerArrives();
    browser.until(
        "document.querySelector('[data-alarm=amber] .said')?.textContent.includes('amber')");
    site.centre.callerArrives();
    browser.until(
        "document.querySelector('[data-alarm=red] .said')?.textContent.includes('too many wait')");
    browser.until("document.documentElement.dataset.sounded === '1'");
    assertEquals("", browser.seriousFindings());
    browser.size(390, 844);
    browser.open(site.at("/"));
    browser.until("document.querySelector('[data-alarm=red]')");
    assertEquals("", browser.seriousFindings());
    assertEquals("undefined", browser.value("typeof document.documentElement.dataset.sounded"));
    assertEquals(
        "true", browser.value("(document.documentElement.scrollWidth <= innerWidth) + ''"));
    browser.picture(PICTURES.resolve("telephone.png"));
    browser.value("document.querySelector('.figure-waiting').click(); ''");
    browser.until("document.querySelector('[data-call]')");
    browser.value("document.querySelector('[data-call]').click(); ''");
    browser.until("document.querySelector('.sentences li')");
    assertEquals("", browser.seriousFindings());
    browser.picture(PICTURES.resolve("ladder.png"));
  }

  @Test
  void a_wall_shows_the_queues_by_its_link_until_that_is_over() throws Exception {
    String link = link();
    browser.open(site.at("/"));
    browser.value("fetch('/api/logout', {method: 'POST'}).then(() => '')");
    browser.open(site.at(link));
    site.centre.callerArrives();
    browser.until(
        "document.querySelector('[data-queue=sales] [data-figure=waiting]')?.textContent === '1'");
    assertEquals("", browser.seriousFindings());
    assertEquals("0", browser.value("document.querySelectorAll('button, a').length + ''"));
    browser.picture(PICTURES.resolve("tv.png"));
    site.centre.pass(61 * 60_000);
    browser.until("document.body.textContent.includes('This link is over')");
    assertEquals("", browser.seriousFindings());
  }

  private String link() throws Exception {
    HttpRequest asked =
        HttpRequest.newBuilder(site.at("/api/wall/links"))
            .header("cookie", site.cookieOf("sue"))
            .POST(HttpRequest.BodyPublishers.ofString("{\"label\":\"hall\",\"minutes\":60}"))
            .build();
    JsonNode answer =
        new ObjectMapper()
            .readTree(HttpClient.newHttpClient().send(asked, BodyHandlers.ofString()).body());
    assertTrue(answer.has("path"), answer.toString());
    return answer.get("path").asText();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.history.EntryFigures;
import org.ringmaster.core.history.History;
import org.ringmaster.core.history.HistoryBy;
import org.ringmaster.core.history.HistoryQuestion;
import org.ringmaster.core.history.HistorySpan;
import org.ringmaster.core.history.HistoryStep;
import org.ringmaster.core.store.JourneyStore;
import org.ringmaster.core.store.PostgresForTests;
import org.ringmaster.core.store.StoreAddress;
import org.ringmaster.core.store.StoredDay;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.dialer.store.DialerStore;
import org.ringmaster.server.list.JourneysUpToNow;

/** Lists out of a simulated day in a real journey store, over HTTP. */
@Tag("postgres")
class AudienceApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FACTS = 3_000;
  private static final long DAY_MICROS = 86_400_000_000L;
  private static final long FROM = StoredDay.START_MICROS - StoredDay.START_MICROS % DAY_MICROS;
  private static final String WHOLE = "&from=2026-03-04&until=2026-03-06";
  private static JourneyStore store;

  private SiteUnderTest site;
  private String[] sue;

  @BeforeAll
  static void aDayIsStored() throws Exception {
    FactCodec codec = FactCodec.of(DialerCentre.names().build());
    StoreAddress address = PostgresForTests.newDatabase();
    store =
        StoredDay.of(
            StoredDay.inTheMiddle(5, FACTS),
            Duration.ofSeconds(60),
            address,
            it -> DialerStore.options(it, 1, codec));
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @BeforeEach
  void start() throws Exception {
    site = SiteUnderTest.start();
    sue = new String[] {"cookie", site.cookieOf("sue")};
    site.journeys = upTo(FACTS);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private static JourneysUpToNow upTo(long sequence) {
    return new JourneysUpToNow(
        () -> Optional.of(store), () -> sequence, () -> "", 1, Duration.ofMillis(100));
  }

  private JsonNode get(String path) throws Exception {
    HttpResponse<String> answer = site.get(path, sue);
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }

  private JsonNode made(String query) throws Exception {
    HttpResponse<String> answer = site.post("/api/lists/journeys?" + query, "", sue);
    assertEquals(202, answer.statusCode(), answer.body());
    String id = JSON.readTree(answer.body()).path("id").asText();
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (System.nanoTime() < until) {
      JsonNode job = get("/api/imports/" + id);
      if (List.of("done", "refused").contains(job.path("state").asText())) {
        return job;
      }
      Thread.onSpinWait();
    }
    return fail("the import did not end");
  }

  private String refused(String query) throws Exception {
    HttpResponse<String> answer = site.post("/api/lists/journeys?" + query, "", sue);
    assertEquals(400, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body()).path("error").asText();
  }

  @Test
  void whoRangBecomesAListWhoseLedgerAddsUpAndThatCanBeTakenBack() throws Exception {
    String query = "what=offered&queue=sales&campaign=spring" + WHOLE;
    JsonNode job = made(query);
    assertEquals("done", job.path("state").asText(), job.toString());
    JsonNode shown = get("/api/lists/" + job.path("list").asText());
    assertEquals(
        "journeys: offered queue=sales from=2026-03-04T00:00:00Z until=2026-03-06T00:00:00Z",
        shown.path("fileName").asText());
    long rows = shown.path("ledger").path("rows").asLong();
    long loaded = shown.path("ledger").path("loaded").asLong();
    assertTrue(loaded > 0, shown.toString());
    assertTrue(shown.path("ledger").toString().contains("duplicate-in-file"), shown.toString());
    assertEquals(rows, loaded + shown.path("ledger").path("rejected").asLong());

    JsonNode again = made(query);
    assertTrue(again.path("why").asText().contains("loaded already"), again.toString());
    assertEquals(0, made(query + "&dryRun=true").path("ledger").path("loaded").asInt());
    String undo = "/api/lists/" + job.path("list").asText() + "/undo";
    assertEquals(200, site.post(undo, "{}", sue).statusCode());
    assertEquals(loaded, made(query).path("ledger").path("loaded").asLong());
  }

  @Test
  void aListHasARowForEachCallThatTheFigureOpens() throws Exception {
    History history = new History(store.readers(), 1, ZoneOffset.UTC);
    long end = FROM + 2 * DAY_MICROS;
    HistoryQuestion question =
        new HistoryQuestion(
            HistoryBy.QUEUE, HistoryStep.WHOLE, new HistorySpan(FROM, end, end), "sales", 7);
    int some = 0;
    for (String figure : EntryFigures.words()) {
      String name = figure.toUpperCase(java.util.Locale.ROOT).replace('-', '_');
      long behind = history.behind(question, name, 1, 0).count();
      JsonNode job = made("what=" + figure + "&queue=sales&dryRun=true" + WHOLE);
      // To count nobody is no failure; to load nobody is.
      assertEquals("done", job.path("state").asText(), job.toString());
      assertEquals(behind, job.path("ledger").path("rows").asLong(), figure);
      if (behind > 0) {
        some++;
      } else {
        JsonNode loaded = made("what=" + figure + "&queue=sales&campaign=spring" + WHOLE);
        assertTrue(loaded.path("why").asText().startsWith("Nobody is in 'journeys: "), figure);
      }
    }
    assertTrue(some >= 8, some + " figures have contacts");
  }

  @Test
  void whoMustNotBeCalledAndWhoIsInTheCampaignIsNotLoadedAgain() throws Exception {
    String query = "what=abandoned&queue=sales" + WHOLE;
    made(query + "&campaign=spring");
    JsonNode wider = made("what=offered&queue=sales&campaign=spring" + WHOLE);
    assertEquals("done", wider.path("state").asText(), wider.toString());
    assertTrue(wider.path("ledger").toString().contains("duplicate-in-campaign"));
    JsonNode other = made(query + "&campaign=autumn&waited=3&notTalkedSince=true");
    assertEquals("done", other.path("state").asText(), other.toString());
  }

  @Test
  void aStoreThatIsBehindOrAwayGivesNoHalfListButSaysHowFarBehindItIs() throws Exception {
    site.journeys = upTo(FACTS + 1_234);
    JsonNode behind = made("what=abandoned&campaign=spring" + WHOLE);
    assertEquals("refused", behind.path("state").asText());
    assertTrue(behind.path("why").asText().contains("1234 facts behind"), behind.toString());
    site.journeys =
        new JourneysUpToNow(
            Optional::empty, () -> 1, () -> "it is being started", 1, Duration.ofMillis(100));
    JsonNode away = made("what=abandoned&campaign=spring" + WHOLE);
    assertTrue(
        away.path("why").asText().contains("is not there (it is being started)"), away.toString());
    assertEquals(0, get("/api/lists").path("lists").size());
  }

  @Test
  void aWordThatIsNotUnderstoodIsRefusedWithWhatThereIs() throws Exception {
    String good = "what=abandoned&campaign=spring";
    assertTrue(refused("what=abandonned&campaign=spring").contains("flowed-out"));
    assertTrue(refused(good + "&waitd=30").contains("There is no 'waitd'; say "));
    assertTrue(refused(good + "&notTalkedSince=yes").contains("true or false"));
    assertTrue(refused(good + "&days=3&from=today").contains("not both"));
    assertTrue(refused(good + "&from=2020-01-01").contains("366 days"));
    assertTrue(refused("what=abandoned").contains("'campaign' must say"));
    assertTrue(refused("what=abandoned&campaign=winter").contains("No campaign is called"));
    assertTrue(refused(good + "&from=yesterday").contains("2026-01-31T14:30"));
    JsonNode queue = made(good + "&queue=sals" + WHOLE);
    assertTrue(queue.path("why").asText().contains("it knows late, sales"), queue.toString());
    String[] anna = {"cookie", site.cookieOf("anna")};
    assertEquals(403, site.post("/api/lists/journeys?" + good, "", anna).statusCode());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.board.ManualSite;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.history.History;
import org.ringmaster.core.history.PastBoards;
import org.ringmaster.core.history.PastCalls;
import org.ringmaster.core.history.PastRecordings;
import org.ringmaster.core.queue.QueueInput;
import org.ringmaster.core.store.JourneyStore;
import org.ringmaster.core.store.StoredDay;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.dialer.store.PastAttempts;

@Tag("postgres")
class HistoryApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WHOLE = "from=2026-03-04&until=2026-03-06";
  private static final long WEEK_MILLIS = 7 * 86_400_000L;
  private static SiteUnderTest site;
  private static JourneyStore store;

  @BeforeAll
  static void start() throws Exception {
    site = SiteUnderTest.start();
    store = StoredDay.of(StoredDay.inTheMiddle(5, 3_000), Duration.ofSeconds(60));
    site.centre.pass((StoredDay.START_MICROS - site.centre.nowMicros()) / 1_000 + WEEK_MILLIS / 2);
    FactCodec codec = FactCodec.of(DialerCentre.names().build());
    site.past =
        Optional.of(
            new Past.Readers(
                new History(store.readers(), 1, ZoneOffset.UTC),
                new PastCalls(store.readers(), 1, codec),
                new PastBoards(store.readers(), 1, codec, ZoneOffset.UTC),
                new PastRecordings(store.readers(), 1),
                new PastAttempts(store.readers(), 1)));
  }

  @AfterAll
  static void stop() {
    site.close();
    store.close();
  }

  @Test
  void eachFigureComesWithItsFormulaAndOpensItsCalls() throws Exception {
    JsonNode answer = get("/api/history?by=queue&step=whole&" + WHOLE);
    assertTrue(answer.path("formulas").size() >= 14, answer.toString());
    for (JsonNode line : answer.path("lines")) {
      String whom = "&whom=" + line.path("whom").asText() + "&" + WHOLE;
      for (String figure : List.of("OFFERED", "ABANDONED_RINGING", "HANDLED", "TALK_MICROS")) {
        JsonNode behind = get("/api/history/behind?limit=10000&figure=" + figure + whom);
        assertEquals(line.path("sums").path(figure).asLong(), behind.path("sum").asLong());
        assertEquals(behind.path("count").asInt(), behind.path("parts").size());
      }
    }
  }

  @Test
  void aCallThatNoBoardRemembersStillHasItsLadderAndItsReasons() throws Exception {
    JsonNode parts = get("/api/history/behind?figure=handled&" + WHOLE).path("parts");
    String call = parts.get(0).path("call").asText();
    List<String> steps =
        get("/api/calls/" + call + "/ladder").path("steps").findValuesAsText("name");
    assertEquals("CallStarted", steps.getFirst());
    assertTrue(steps.contains("CallEnded"), steps.toString());
    assertTrue(steps.contains("EntryConnected"), steps.toString());
    assertTrue(!get("/api/calls/" + call + "/explanation").path("sentences").isEmpty());
    assertEquals(404, ask("/api/calls/01-9-9/ladder").statusCode());
  }

  @Test
  void theCsvHasALineForEachLineAndFormulasInItsHead() throws Exception {
    int lines = get("/api/history?by=agent&step=interval&" + WHOLE).path("lines").size();
    HttpResponse<String> csv = ask("/api/history.csv?by=agent&step=interval&" + WHOLE);
    String[] rows = csv.body().strip().split("\r\n");
    assertEquals(lines + 1, rows.length);
    assertTrue(rows[0].contains("occupancy v1 = (ring + talk + hold + wrap-up) / "), rows[0]);
    assertTrue(rows[1].startsWith("2026-03-04T23:"), rows[1]);
    int columns = rows[0].replaceAll("\"[^\"]*\"", "").split(",", -1).length;
    for (String row : rows) {
      assertEquals(columns, row.replaceAll("\"[^\"]*\"", "").split(",", -1).length, row);
    }
  }

  @Test
  void aQueueHasItsNameBesideItsIdAndInTheLastColumnOfTheCsv() throws Exception {
    site.centre.tell(
        new QueueInput.QueuesRead(List.of(ManualSite.sales().named("=1+1 Sales, Berlin"))));
    try {
      JsonNode lines = get("/api/history?by=queue&step=whole&" + WHOLE).path("lines");
      for (JsonNode line : lines) {
        boolean isNamed = line.path("whom").asText().equals("sales");
        assertEquals(isNamed ? "=1+1 Sales, Berlin" : "null", line.path("name").asText());
      }
      String csv = ask("/api/history.csv?by=queue&step=whole&" + WHOLE).body();
      List<String> rows = csv.strip().lines().toList();
      assertTrue(rows.getFirst().endsWith(",queue name"), rows.getFirst());
      assertTrue(
          rows.stream().anyMatch(it -> it.endsWith(",\"'=1+1 Sales, Berlin\"")),
          "a spreadsheet takes it for text: " + csv);
      String agents = ask("/api/history.csv?by=agent&step=whole&" + WHOLE).body();
      assertTrue(!agents.contains("queue name"), agents);
    } finally {
      site.centre.tell(new QueueInput.QueuesRead(List.of(ManualSite.sales())));
    }
  }

  @Test
  void aFormulaThatWasInUseBeforeIsToldBesideTheOneInUse() throws Exception {
    JsonNode line = get("/api/history?by=queue&step=whole&" + WHOLE).path("lines").get(0);
    assertTrue(line.at("/figures/service-level-c/value").isNumber(), line.toString());
    assertEquals(
        line.at("/sums/ANSWERED_IN_TIME").asLong(),
        line.at("/earlier/service-level-c/above").asLong());
    String csv = ask("/api/history.csv?by=queue&step=whole&" + WHOLE).body();
    assertTrue(csv.contains("service level (d) strict v1 = answered in time / offered"), csv);
    assertTrue(csv.contains("service level (d) strict v2 = callers answered in time / "), csv);
    assertEquals(8, get("/api/figures").path("earlierFormulas").size());
  }

  @Test
  void theBoardOfAPastSecondSaysByWhichFactsItIsTold() throws Exception {
    String at = "at=" + (StoredDay.START_MICROS / 1_000 + 240_000);
    JsonNode shown = get("/api/board?" + at);
    JsonNode happened = get("/api/board?as=true&" + at);
    assertTrue(shown.path("facts").asInt() > 500, shown.toString());
    assertTrue(happened.path("facts").asInt() >= shown.path("facts").asInt());
    assertEquals(2, shown.path("queues").size());
    assertEquals(8, shown.path("agents").size());
    assertEquals("what had happened", happened.path("by").asText());
    assertEquals("'at' is missing.", refused("/api/board"));
    assertEquals("'at' lies in the future.", refused("/api/board?at=2030-01-01"));
  }

  @Test
  void theNextHoursAreStaffedByThePatternOfAWeekBefore() throws Exception {
    JsonNode none = JSON.readTree(ask("/api/queues/sales/staffing").body());
    assertTrue(none.path("error").asText().startsWith("Of queue sales nothing"), none.toString());
    site.centre.pass(WEEK_MILLIS / 2);
    JsonNode hint = get("/api/queues/sales/staffing?hours=1&percent=90");
    assertEquals(1, hint.path("days").asInt());
    assertEquals(4, hint.path("lines").size());
    long callers = 0;
    for (JsonNode line : hint.path("lines")) {
      callers += line.path("callers").asLong();
      assertTrue(line.path("agents").asInt() == 0 || line.path("servedShare").asDouble() >= 0.9);
    }
    assertTrue(callers > 50, hint.toString());
    assertEquals(404, ask("/api/queues/nobody/staffing").statusCode());
  }

  @Test
  void aQuestionThatMakesNoSenseIsRefusedWithAWordOfWhatWould() throws Exception {
    assertEquals(
        "'by' is 'moon' and must be one of queue, agent, trunk.",
        refused("/api/history?by=moon&" + WHOLE));
    assertEquals("'until' must be after 'from'.", refused("/api/history?from=now&until=today"));
    assertEquals("There is no figure 'HAPPY'.", refused("/api/history/behind?figure=happy"));
    assertTrue(refused("/api/history?from=2026-13-77").contains("must be like 2026-01-31"));
    assertEquals("'figure' is missing.", refused("/api/history/behind"));
  }

  @Test
  void whoIsNowhereIsNoQuietDay() throws Exception {
    for (String what : List.of("history?", "history.csv?", "history/behind?figure=offered&")) {
      HttpResponse<String> answer = ask("/api/" + what + "whom=nope&" + WHOLE);
      assertEquals(404, answer.statusCode(), answer.body());
      assertEquals(
          "No queue nope: the configuration has none, and nothing of it was counted in that time.",
          JSON.readTree(answer.body()).path("error").asText());
    }
    assertEquals(404, ask("/api/history?by=agent&whom=sales&" + WHOLE).statusCode());
    assertEquals(404, ask("/api/history?by=trunk&whom=sales&" + WHOLE).statusCode());
    assertEquals(200, ask("/api/history?whom=sales&from=2026-03-01&until=2026-03-02").statusCode());
    assertEquals(200, ask("/api/history?by=agent&whom=anna&" + WHOLE).statusCode());
  }

  private static String refused(String path) throws Exception {
    HttpResponse<String> answer = ask(path);
    assertEquals(400, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body()).path("error").asText();
  }

  private static JsonNode get(String path) throws Exception {
    HttpResponse<String> answer = ask(path);
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }

  private static HttpResponse<String> ask(String path) throws Exception {
    return site.get(path, "authorization", "Bearer " + site.token());
  }
}

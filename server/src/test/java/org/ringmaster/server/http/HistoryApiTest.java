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
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.history.History;
import org.ringmaster.core.history.PastCalls;
import org.ringmaster.core.store.JourneyStore;
import org.ringmaster.core.store.StoredDay;

@Tag("postgres")
class HistoryApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WHOLE = "from=2026-03-04&until=2026-03-06";
  private static SiteUnderTest site;
  private static JourneyStore store;

  @BeforeAll
  static void start() throws Exception {
    site = SiteUnderTest.start();
    store = StoredDay.of(StoredDay.inTheMiddle(5, 3_000), Duration.ofSeconds(60));
    site.past =
        Optional.of(
            new Past.Readers(
                new History(store.readers(), 1, ZoneOffset.UTC),
                new PastCalls(store.readers(), 1, FactCodec.of(Centre.names().build()))));
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

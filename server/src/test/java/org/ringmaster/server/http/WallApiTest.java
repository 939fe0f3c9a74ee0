// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.board.ManualSite;

class WallApiTest {

  private final SiteUnderTest site = SiteUnderTest.start();

  @AfterEach
  void stop() {
    site.close();
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return new ObjectMapper().readTree(answer.body());
  }

  private JsonNode sales() throws Exception {
    return json(site.get("/api/queues/sales", "cookie", site.cookieOf("wall")));
  }

  private static String limits(int seen) {
    return "{\"seenVersion\":"
        + seen
        + ",\"waitingAmber\":1,\"waitingRed\":2,\"longestAmberMillis\":20000,"
        + "\"longestRedMillis\":60000,\"levelTarget\":80,\"levelAmber\":80,\"levelRed\":60}";
  }

  private HttpResponse<String> set(String who, int seen) throws Exception {
    return site.post("/api/queues/sales/thresholds", limits(seen), "cookie", site.cookieOf(who));
  }

  @Test
  void theSecondOfTwoSupervisorsIsToldWhoWasQuicker() throws Exception {
    assertEquals(200, set("sue", 0).statusCode());
    HttpResponse<String> second = set("sue", 0);
    assertEquals(409, second.statusCode());
    assertTrue(second.body().contains("sue has changed these thresholds"), second.body());
    assertEquals(403, set("anna", 1).statusCode());
    JsonNode limits =
        json(site.get("/api/wall/limits", "cookie", site.cookieOf("wall"))).get("limits").get(0);
    assertEquals(1, limits.get("version").asInt());
    assertEquals("sue", limits.get("by").asText());
  }

  @Test
  void aQueueTurnsAmberAndRedAsItsThresholdsSay() throws Exception {
    set("sue", 0);
    assertEquals("calm", sales().at("/alarm/level").asText());
    site.centre.callerArrives();
    assertEquals("amber", sales().at("/alarm/level").asText());
    assertEquals("waiting", sales().at("/alarm/cause").asText());
    site.centre.callerArrives();
    assertEquals("red", sales().at("/alarm/level").asText());
  }

  @Test
  void thresholdsThatAreNoNumbersAreRefusedWithTheirName() throws Exception {
    HttpResponse<String> answer =
        site.post(
            "/api/queues/sales/thresholds",
            "{\"waitingRed\":\"many\"}",
            "cookie",
            site.cookieOf("sue"));
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("'waitingRed' must be a whole number"), answer.body());
  }

  @Test
  void theLastHalfHourIsThereForWhoeverOpensThePageNow() throws Exception {
    site.centre.callerArrives();
    site.centre.pass(95_000);
    JsonNode queue =
        json(site.get("/api/wall/history", "cookie", site.cookieOf("wall"))).at("/queues/0");
    assertEquals("sales", queue.get("id").asText());
    assertEquals(3, queue.get("samples").size());
    assertEquals(1, queue.at("/samples/2/1").asInt());
    assertEquals(90_000, queue.at("/samples/2/2").asInt());
    long last = queue.at("/samples/1/0").asLong();
    JsonNode rest =
        json(site.get("/api/wall/history?sinceMillis=" + last, "cookie", site.cookieOf("wall")));
    assertEquals(1, rest.at("/queues/0/samples").size());
  }

  @Test
  void whatAContactKeepsItsAgentCountsWhenTheWorkIsDone() throws Exception {
    site.centre.tell(new AgentInput.SignIn(ManualSite.ANNA, null));
    var caller = site.centre.callerArrives();
    site.centre.telephoneAnswers();
    site.centre.pass(60_000);
    site.centre.goes(caller);
    assertEquals(0, sales().at("/today/handled").asInt());
    site.centre.pass(8_000);
    site.centre.tell(new AgentInput.EndWrapUp(ManualSite.ANNA));
    assertEquals(1, sales().at("/today/handled").asInt());
    assertEquals(68_000, sales().at("/today/averageHandleMillis").asInt());
  }

  @Test
  void aCallOfTheQueueIsShownWithItsLegs() throws Exception {
    site.centre.tell(new AgentInput.SignIn(ManualSite.ANNA, null));
    site.centre.callerArrives();
    site.centre.telephoneAnswers();
    String sue = site.cookieOf("sue");
    JsonNode calls = json(site.get("/api/calls?queue=sales", "cookie", sue)).get("calls");
    assertEquals(1, calls.size());
    assertEquals(0, json(site.get("/api/calls?queue=else", "cookie", sue)).get("calls").size());
    String call = calls.get(0).get("id").asText();
    JsonNode legs = json(site.get("/api/calls/" + call + "/legs", "cookie", sue)).get("legs");
    assertEquals(2, legs.size());
    assertEquals("carrier", legs.get(0).get("party").asText());
    assertEquals("t-anna", legs.get(1).get("party").asText());
    assertTrue(legs.get(1).get("answeredMicros").isNull() == false, legs.toString());
  }

  // Links.

  private String link(int minutes) throws Exception {
    HttpResponse<String> answer =
        site.post(
            "/api/wall/links",
            "{\"label\":\"canteen\",\"minutes\":" + minutes + "}",
            "cookie",
            site.cookieOf("sue"));
    assertEquals(200, answer.statusCode(), answer.body());
    String path = json(answer).get("path").asText();
    assertTrue(path.startsWith("/tv#"), path);
    return path.substring(4);
  }

  private int history(String token) throws Exception {
    return site.post("/tv/history", "{\"token\":\"" + token + "\"}").statusCode();
  }

  @Test
  void aWallLooksByItsLinkWithoutALoginAndSeesNobodysName() throws Exception {
    site.centre.tell(new AgentInput.SignIn(ManualSite.ANNA, null));
    set("sue", 0);
    String token = link(60);
    assertEquals(200, history(token));
    try (Wall wall = new Wall(token)) {
      JsonNode first = new ObjectMapper().readTree(wall.next());
      assertEquals("sales", first.at("/queues/0/id").asText());
      assertFalse(first.has("agents"), first.toString());
      assertFalse(first.has("telephones"), first.toString());
      assertFalse(first.toString().contains("anna"), first.toString());
      assertFalse(first.toString().contains("sue"), first.toString());
    }
    assertEquals(401, site.get("/api/queues").statusCode());
  }

  @Test
  void aTokenThatIsForgedChangedOrOverOpensNothing() throws Exception {
    String token = link(60);
    assertEquals(401, history("none"));
    assertEquals(401, history(token.substring(0, token.length() - 2) + "AA"));
    String[] parts = token.split("\\.");
    assertEquals(401, history(parts[0] + "." + (Long.parseLong(parts[1]) + 1) + "." + parts[2]));
    site.centre.pass(59 * 60_000);
    assertEquals(200, history(token));
    site.centre.pass(61_000);
    assertEquals(401, history(token));
    try (Wall wall = new Wall(token)) {
      assertEquals("closed 4000", wall.next());
    }
  }

  @Test
  void aRevokedLinkEndsWhileItIsLookedAt() throws Exception {
    String token = link(60);
    try (Wall wall = new Wall(token)) {
      assertTrue(wall.next().contains("snapshot"));
      String sue = site.cookieOf("sue");
      String id = json(site.get("/api/wall/links", "cookie", sue)).at("/links/0/id").asText();
      assertEquals(
          200, site.post("/api/wall/links/" + id + "/revoke", "{}", "cookie", sue).statusCode());
      String last = wall.next();
      while (!last.startsWith("closed")) {
        last = wall.next();
      }
      assertEquals(401, history(token));
    }
  }

  @Test
  void onlySupervisorsMakeLinks() throws Exception {
    assertEquals(
        403,
        site.post("/api/wall/links", "{\"label\":\"x\"}", "cookie", site.cookieOf("anna"))
            .statusCode());
    assertEquals(
        409,
        site.post("/api/wall/links", "{\"label\":\"  \"}", "cookie", site.cookieOf("sue"))
            .statusCode());
  }

  /** A wall's WebSocket: what it hears, one after the other. */
  private final class Wall implements AutoCloseable, WebSocket.Listener {
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final StringBuilder text = new StringBuilder();
    private final WebSocket socket;

    Wall(String token) {
      URI live = URI.create("ws://127.0.0.1:" + site.address().getPort() + "/tv/live");
      socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(live, this).join();
      socket.sendText(token, true).join();
    }

    String next() throws InterruptedException {
      String next = heard.poll(10, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("heard nothing");
      }
      return next;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        heard.add(text.toString());
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String why) {
      heard.add("closed " + code);
      return null;
    }

    @Override
    public void close() {
      socket.abort();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.board.ManualSite;
import org.ringmaster.core.callback.CallbackFact;
import org.ringmaster.core.desk.DeskInput;
import org.ringmaster.core.desk.Disposition;
import org.ringmaster.core.desk.Dispositions;
import org.ringmaster.server.config.Role;

class DeskApiTest {

  private final SiteUnderTest site = SiteUnderTest.start();

  @AfterEach
  void stop() {
    site.close();
  }

  private HttpResponse<String> anna(String verb, String body) throws Exception {
    return site.post("/api/desk/" + verb, body, "cookie", site.cookieOf("anna"));
  }

  private AgentState state() {
    return Objects.requireNonNull(site.boards.agents().row(ManualSite.ANNA)).agent().state();
  }

  private String talk() throws Exception {
    anna("sign-in", "{}");
    site.centre.callerArrives();
    site.centre.telephoneAnswers();
    return site.centre.lastCall().value();
  }

  @Test
  void anAgentActsForThemselvesAndNobodyElseHasADesk() throws Exception {
    assertEquals(200, anna("sign-in", "{}").statusCode());
    assertEquals(AgentState.AVAILABLE, state());
    assertEquals(200, anna("pause", "{\"reason\":\"lunch\"}").statusCode());
    assertEquals(200, anna("resume", "{}").statusCode());
    assertEquals(200, anna("sign-out", "{}").statusCode());
    HttpResponse<String> sue = site.post("/api/desk/sign-in", "{}", "cookie", site.cookieOf("sue"));
    assertEquals(403, sue.statusCode());
    assertTrue(sue.body().contains("sue is no agent"), sue.body());
  }

  @Test
  void aNoteIsKeptAndTheSecondPageIsTold() throws Exception {
    String call = talk();
    String note = "{\"call\":\"" + call + "\",\"seenVersion\":0,\"text\":\"a\\nb\"}";
    assertEquals(200, anna("note", note).statusCode());
    assertEquals(409, anna("note", note).statusCode());
    String tooLong = "{\"call\":\"" + call + "\",\"text\":\"" + "x".repeat(4_001) + "\"}";
    assertEquals(400, anna("note", tooLong).statusCode());
    assertEquals(
        409, anna("note", "{\"call\":\"of-ben\",\"seenVersion\":1,\"text\":\"\"}").statusCode());
  }

  @Test
  void aDispositionMustBeOneOfTheConfiguration() throws Exception {
    String call = talk();
    String sold = "{\"call\":\"" + call + "\",\"disposition\":\"sold\"}";
    assertTrue(anna("disposition", sold).body().contains("ringmaster.yaml"));
    site.centre.tell(
        new DeskInput.DispositionsRead(new Dispositions(List.of(new Disposition("sold")))));
    assertEquals(200, anna("disposition", sold).statusCode());
    assertEquals(400, anna("disposition", "{\"call\":\"" + call + "\"}").statusCode());
    assertEquals(200, anna("flag", "{\"call\":\"" + call + "\"}").statusCode());
  }

  @Test
  void aCallbackIsAgreedInTheCustomersTimeZoneShownAndTakenBackByItsAgentAlone() throws Exception {
    String call = talk();
    String body =
        "{\"number\":\"+49 30 123456\",\"at\":\"2026-03-05T09:00\",\"zone\":\"%s\","
            + "\"whose\":\"mine\",\"note\":\"the offer\",\"call\":\""
            + call
            + "\"}";
    HttpResponse<String> refused = anna("callback", body.formatted("America/Sao_Paulo"));
    assertEquals(409, refused.statusCode());
    assertTrue(refused.body().contains("sales calls nobody back"), refused.body());
    assertEquals(400, anna("callback", body.formatted("Mars/Olympus")).statusCode());
    site.callsBack();
    assertEquals(200, anna("callback", body.formatted("America/Sao_Paulo")).statusCode());
    CallbackFact.Booked booked = site.centre.lastFact(CallbackFact.Booked.class);
    assertEquals(
        Instant.parse("2026-03-05T12:00:00Z").toEpochMilli(),
        booked.booking().fromMicros() / 1_000);
    assertEquals("+4930123456", booked.number().text());
    String shown = site.get("/api/desk/callbacks", "cookie", site.cookieOf("anna")).body();
    assertTrue(shown.contains("\"at\":\"2026-03-05T09:00\""), shown);
    assertTrue(shown.contains("the offer"), shown);
    String id = "{\"callback\":\"" + booked.callback() + "\"}";
    assertEquals(200, anna("callback/cancel", id).statusCode());
    assertEquals(404, anna("callback/cancel", id).statusCode());
  }

  @Test
  void aCallbackToANumberThatIsNotAllowedIsRefusedAtTheDeskAndForWhoeverAsksForAnAgent()
      throws Exception {
    talk();
    site.callsBack();
    String body =
        "{\"number\":\"+49900777777\",\"at\":\"2026-03-05T09:00\",\"zone\":\"UTC\","
            + "\"queue\":\"sales\"}";
    String[] token = {"authorization", "Bearer " + site.token()};
    for (HttpResponse<String> refused :
        List.of(anna("callback", body), site.post("/api/agents/anna/callback", body, token))) {
      assertEquals(409, refused.statusCode());
      assertTrue(refused.body().contains("This number is not allowed"), refused.body());
    }
    assertEquals(404, site.post("/api/agents/nobody/callback", body, token).statusCode());
    site.users.put("ben", new User("ben", Role.AGENT, ManualSite.BEN));
    String ben = site.cookieOf("ben");
    assertEquals(403, site.post("/api/agents/anna/callback", body, "cookie", ben).statusCode());
    site.allows("_+49900X.");
    assertEquals(200, anna("callback", body).statusCode());
    assertEquals(200, site.post("/api/agents/anna/callback", body, token).statusCode());
    assertEquals("command line", site.centre.lastFact(CallbackFact.Booked.class).author().value());
  }

  @Test
  void whereTheCallerHasBeenIsShownToTheAgentWhoWorksWithThem() throws Exception {
    assertEquals(404, site.get("/api/desk/caller", "cookie", site.cookieOf("anna")).statusCode());
    site.contacts =
        List.of(
            new Callers.Contact(
                "VOICE", 1_000, 61_000, "SERVED", "sales", "ben", "later", "calls again"));
    String call = talk();
    String body = site.get("/api/desk/caller", "cookie", site.cookieOf("anna")).body();
    assertTrue(body.contains("\"call\":\"" + call + "\""), body);
    assertTrue(body.contains("\"note\":\"calls again\""), body);
  }

  @Test
  void aPageIsClosedWhenItsUserIsThatAgentNoLonger() throws Exception {
    CompletableFuture<Boolean> told = new CompletableFuture<>();
    CompletableFuture<Boolean> closed = new CompletableFuture<>();
    WebSocket page =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .header("cookie", site.cookieOf("anna"))
            .buildAsync(
                URI.create(site.at("/desk/live").toString().replace("http:", "ws:")),
                new WebSocket.Listener() {
                  @Override
                  public @Nullable CompletionStage<?> onText(
                      WebSocket from, CharSequence text, boolean last) {
                    told.complete(true);
                    from.request(1);
                    return null;
                  }

                  @Override
                  public @Nullable CompletionStage<?> onClose(
                      WebSocket from, int code, String reason) {
                    closed.complete(true);
                    return null;
                  }

                  @Override
                  public void onError(WebSocket from, Throwable error) {
                    closed.complete(true);
                  }
                })
            .join();
    told.get(10, TimeUnit.SECONDS);
    site.users.put("anna", new User("anna", Role.AGENT, ManualSite.BEN));
    assertTrue(closed.get(10, TimeUnit.SECONDS));
    page.abort();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.campaign.Gate;
import org.ringmaster.dialer.list.ListId;

/** Forecasts of campaigns, over HTTP. */
class ForecastApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PATH = "/api/campaigns/spring/forecast";

  private SiteUnderTest site;
  private String[] sue;

  @BeforeEach
  void start() throws Exception {
    site = SiteUnderTest.start();
    sue = new String[] {"cookie", site.cookieOf("sue")};
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private void loads(int leads) throws Exception {
    StringBuilder text = new StringBuilder("phone,name\n");
    for (int i = 0; i < leads; i++) {
      text.append("+49309").append(1_000_000 + i).append(",lead ").append(i).append('\n');
    }
    HttpResponse<String> answer = site.post("/api/lists?campaign=spring", text.toString(), sue);
    assertEquals(202, answer.statusCode(), answer.body());
    String id = JSON.readTree(answer.body()).path("id").asText();
    until("/api/imports/" + id, List.of("done"));
  }

  private JsonNode until(String path, List<String> states) throws Exception {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    String last = "";
    while (System.nanoTime() < until) {
      site.beats();
      last = site.get(path, sue).body();
      JsonNode job = JSON.readTree(last);
      if (states.contains(job.path("state").asText())) {
        return job;
      }
    }
    return fail("it never came to " + states + ": " + last);
  }

  private JsonNode asked(String body) throws Exception {
    HttpResponse<String> answer = site.post(PATH, body, sue);
    assertEquals(202, answer.statusCode(), answer.body());
    return until(PATH, List.of("done", "refused", "cancelled"));
  }

  @Test
  void aListIsForeseenWithBandsWhatHoldsItBackAndWhatWasGuessed() throws Exception {
    loads(200);
    JsonNode job = asked("{\"agents\":\"5\",\"runs\":10}");
    assertEquals("done", job.path("state").asText(), job.toString());
    assertEquals(10, job.path("runsDone").asInt());
    JsonNode result = job.path("result");
    assertEquals(200, result.path("leads").asInt());
    assertEquals(7, result.path("figures").size());
    for (JsonNode figure : result.path("figures")) {
      assertTrue(figure.path("p10").asDouble() <= figure.path("p50").asDouble(), figure.toString());
      assertTrue(figure.path("p50").asDouble() <= figure.path("p90").asDouble(), figure.toString());
    }
    assertTrue(result.path("figures").path(0).path("p10").asDouble() >= 200, result.toString());
    assertTrue(
        result.path("finishMillis").path("p50").asLong() > result.path("startMillis").asLong());
    double all = 0;
    for (JsonNode share : result.path("shares")) {
      all += share.path("share").asDouble();
    }
    assertEquals(1, all, 1e-6);
    assertTrue(result.path("guesses").path(0).asText().contains("is a guess"), result.toString());
    assertTrue(result.path("words").path(0).asText().startsWith("It ends in"), result.toString());
    assertEquals(result, asked("{\"agents\":\"5\",\"runs\":10}").path("result"));
  }

  @Test
  void leadsThatRestCountInNoHourBeforeTheyAreDue() throws Exception {
    loads(30);
    CampaignId spring = new CampaignId("spring");
    ListId list = site.campaigns.row(spring).lists().getFirst();
    restUntil(spring, list, List.of(0, 1, 2, 3, 4), "2026-03-02T13:05:00Z");
    restUntil(spring, list, List.of(5, 6, 7), "2026-03-03T09:00:00Z");
    JsonNode counts = counted();
    assertEquals(30, counts.path("phases").path("fresh").asInt(), counts.toString());
    assertEquals(30, counts.path("zones").path(0).path("leads").asInt());
    assertEquals(22, counts.path("byHour").path(12).asInt());
    assertEquals(27, counts.path("byHour").path(13).asInt());
    assertEquals(27, counts.path("byHour").path(23).asInt());
  }

  private void restUntil(CampaignId campaign, ListId list, List<Integer> leads, String until) {
    long due = Instant.parse(until).toEpochMilli() * 1_000;
    site.campaigns.apply(
        new CampaignFact.LeadsPutOff(campaign, list, Gate.IN_CALL, leads, due),
        new Envelope(1, 1, 1, 1));
  }

  private JsonNode counted() throws Exception {
    CompletableFuture<HttpResponse<String>> asking =
        HttpClient.newHttpClient()
            .sendAsync(
                HttpRequest.newBuilder(site.at("/api/campaigns/spring/leads")).headers(sue).build(),
                HttpResponse.BodyHandlers.ofString());
    while (!asking.isDone()) {
      site.beats();
      Thread.onSpinWait();
    }
    HttpResponse<String> answer = asking.get();
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }

  @Test
  void theLeadsOfACampaignAreCountedByStateZoneAndHour() throws Exception {
    loads(30);
    JsonNode counts = counted();
    assertEquals(30, counts.path("phases").path("fresh").asInt(), counts.toString());
    assertEquals(0, counts.path("phases").path("spent").asInt());
    assertEquals(0, counts.path("forbidden").asInt());
    assertEquals(30, counts.path("zones").path(0).path("leads").asInt());
    assertEquals("Europe/Berlin", counts.path("zones").path(0).path("zone").asText());
    assertEquals(24, counts.path("byHour").size());
    assertEquals(30, counts.path("byHour").path(12).asInt());
  }

  @Test
  void whereNobodyIsSignedInItMustBeSaidHowManyAgentsThereWillBe() throws Exception {
    loads(10);
    JsonNode job = asked("");
    assertEquals("refused", job.path("state").asText(), job.toString());
    assertTrue(job.path("why").asText().contains("say how many agents"), job.toString());
  }

  @Test
  void telephonesThatMustBeRungAreKnownBeforeAnybodySignsIn() throws Exception {
    loads(20);
    site.configureCampaign("spring", "sales");
    JsonNode job = asked("{\"agents\":\"5\",\"runs\":10}");
    assertEquals("done", job.path("state").asText(), job.toString());
    assertTrue(
        job.path("notes")
            .toString()
            .contains("The telephones of 2 of 2 agents must be rung first, so it dials"),
        job.toString());
  }

  @Test
  void aCampaignWithoutALeadHasNothingToForesee() throws Exception {
    JsonNode job = asked("{\"agents\":\"5\"}");
    assertEquals("refused", job.path("state").asText(), job.toString());
    assertTrue(job.path("why").asText().contains("load a list first"), job.toString());
  }

  @Test
  void oneIsMadeAtATimeAndCanBeCancelled() throws Exception {
    loads(3_000);
    String many = "{\"agents\":\"20\",\"runs\":1000}";
    assertEquals(202, site.post(PATH, many, sue).statusCode());
    HttpResponse<String> second = site.post(PATH, many, sue);
    assertEquals(409, second.statusCode(), second.body());
    assertTrue(second.body().contains("wait for it, or cancel it"), second.body());
    assertEquals(200, site.post(PATH + "/cancel", "", sue).statusCode());
    JsonNode job = until(PATH, List.of("cancelled"));
    assertFalse(job.has("result"), job.toString());
    assertEquals("done", asked("{\"agents\":\"5\",\"runs\":10}").path("state").asText());
  }

  @Test
  void whatCannotBeForeseenIsRefusedWithASentence() throws Exception {
    assertEquals(404, site.get(PATH, sue).statusCode());
    assertEquals(404, site.post("/api/campaigns/none/forecast", "", sue).statusCode());
    HttpResponse<String> agents = site.post(PATH, "{\"agents\":\"many\"}", sue);
    assertEquals(400, agents.statusCode());
    assertTrue(agents.body().contains("9-13=20,13-17=12"), agents.body());
    assertEquals(400, site.post(PATH, "{\"runs\":5}", sue).statusCode());
    String[] anna = {"cookie", site.cookieOf("anna")};
    assertEquals(403, site.post(PATH, "", anna).statusCode());
  }
}

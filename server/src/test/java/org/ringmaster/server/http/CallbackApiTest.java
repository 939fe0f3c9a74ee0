// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.announcement.Announcing;
import org.ringmaster.core.board.ManualSite;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.Language;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.call.Trunk;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.callback.CallbackFact;
import org.ringmaster.core.callback.CallbackInput;
import org.ringmaster.core.callback.CallbackMode;
import org.ringmaster.core.callback.CallbackPlan;
import org.ringmaster.core.callback.NumberRule;
import org.ringmaster.core.journey.JourneyFact;
import org.ringmaster.core.queue.Hearing;
import org.ringmaster.core.queue.QueueInput;
import org.ringmaster.core.queue.WaitChoice;
import org.ringmaster.core.queue.WaitKey;

/** Callbacks and numbers that must not be called, over HTTP. */
class CallbackApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TrunkId OUT = new TrunkId("out");
  private static final List<Prompt> SAID = List.of(Prompt.sound("hello"));

  private SiteUnderTest site;
  private String[] token;

  @BeforeEach
  void start() throws Exception {
    site = SiteUnderTest.start();
    token = new String[] {"authorization", "Bearer " + site.token()};
    site.centre.tell(new CallInput.TrunksRead(List.of(new Trunk(OUT, ManualSite.EDGE, 0, 0))));
    site.centre.tell(
        new QueueInput.QueuesRead(
            List.of(
                ManualSite.sales()
                    .with(
                        new Hearing(
                            Language.EN,
                            Announcing.NOTHING,
                            List.of(new WaitKey("5", WaitChoice.CALLBACK, null)),
                            List.of()))
                    .named("Vertrieb S\u00fcd"))));
    site.centre.tell(new CallbackInput.PlansRead(List.of(plan())));
  }

  /** How the one queue of a site calls back. */
  static CallbackPlan plan() {
    return new CallbackPlan(
        ManualSite.SALES,
        CallbackMode.CUSTOMER_FIRST,
        OUT,
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
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private String taken() {
    LegId leg = site.centre.callerArrives();
    for (String key : List.of("5", "1")) {
      site.centre.tell(new CallInput.DigitPressed(ManualSite.EDGE, leg, key, 80));
    }
    site.centre.goes(leg);
    return site.centre.lastFact(CallbackFact.Taken.class).callback().value();
  }

  private JsonNode get(String path) throws Exception {
    HttpResponse<String> answer = site.get(path, token);
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }

  @Test
  void who_is_to_be_called_back_is_shown_and_taken_back_by_somebody_with_a_name() throws Exception {
    String id = taken();
    JsonNode row = get("/api/callbacks").get("callbacks").get(0);
    assertEquals(id, row.get("id").asText());
    assertEquals("waiting", row.get("state").asText());
    assertEquals("+4930123456", row.get("number").asText());
    assertEquals("sales", row.get("queue").asText());
    assertEquals("Vertrieb S\u00fcd", row.get("queueName").asText());
    assertEquals(1, get("/api/queues/sales").get("callbacks").asInt());
    HttpResponse<String> masked = site.get("/api/callbacks/" + id, "cookie", site.cookieOf("wall"));
    assertFalse(masked.body().contains("4930"), masked.body());

    String[] wall = {"cookie", site.cookieOf("wall")};
    assertEquals(403, site.post("/api/callbacks/" + id + "/cancel", "", wall).statusCode());
    String[] sue = {"cookie", site.cookieOf("sue")};
    assertEquals(200, site.post("/api/callbacks/" + id + "/cancel", "", sue).statusCode());
    assertEquals("sue", site.centre.lastFact(CallbackFact.Ended.class).author().value());
    assertEquals(404, site.get("/api/callbacks/" + id, token).statusCode());
    assertEquals(409, site.post("/api/callbacks/" + id + "/cancel", "", token).statusCode());
    assertEquals(0, get("/api/queues/sales").get("callbacks").asInt());
  }

  @Test
  void who_waits_to_be_called_back_is_a_figure_that_alerts_can_be_made_of() throws Exception {
    taken();
    site.centre.pass(90_000);
    String text = site.get("/metrics", token).body();
    assertTrue(text.contains("ringmaster_queue_callbacks{queue=\"sales\",} 1.0"), text);
    assertTrue(
        text.contains("ringmaster_queue_oldest_callback_seconds{queue=\"sales\",} 90.0"), text);
    assertTrue(text.contains("ringmaster_queue_messages{queue=\"sales\",} 0.0"), text);
  }

  @Test
  void a_callback_is_put_before_all_others() throws Exception {
    String id = taken();
    assertEquals(200, site.post("/api/callbacks/" + id + "/now", "", token).statusCode());
    assertEquals(1_001, get("/api/callbacks/" + id).get("priority").asInt());
  }

  @Test
  void a_call_explains_what_became_of_its_callback() throws Exception {
    taken();
    String call = site.centre.lastFact(CallbackFact.Taken.class).call().value();
    String sentences = get("/api/calls/" + call + "/explanation").toString();
    assertTrue(sentences.contains("the place in sales is kept"), sentences);
  }

  @Test
  void numbers_that_must_not_be_called_come_and_go() throws Exception {
    String body = "{\"number\":\"+49 30 555\",\"scope\":\"callback\"}";
    assertEquals(200, site.post("/api/dnc/add", body, token).statusCode());
    JsonNode row = get("/api/dnc").get("numbers").get(0);
    assertEquals("+4930555", row.get("number").asText());
    assertEquals("callback", row.get("scope").asText());
    assertEquals("command line", row.get("by").asText());
    assertEquals(200, site.post("/api/dnc/remove", body, token).statusCode());
    assertEquals(0, get("/api/dnc").get("numbers").size());
    assertEquals(409, site.post("/api/dnc/remove", body, token).statusCode());
    assertEquals(
        "command line", site.centre.lastFact(JourneyFact.ConsentGiven.class).author().value());
  }

  @Test
  void nonsense_is_refused_and_nothing_is_noted() throws Exception {
    for (String body :
        List.of(
            "{}",
            "{\"number\":\"hello\"}",
            "{\"number\":\"12\"}",
            "{\"number\":\"+4930555\",\"scope\":\"all\"}")) {
      assertEquals(400, site.post("/api/dnc/add", body, token).statusCode(), body);
    }
    String[] wall = {"cookie", site.cookieOf("wall")};
    assertEquals(403, site.get("/api/dnc", wall).statusCode());
    assertEquals(0, get("/api/dnc").get("numbers").size());
    assertEquals(409, site.post("/api/callbacks/nonsense/now", "", token).statusCode());
  }
}

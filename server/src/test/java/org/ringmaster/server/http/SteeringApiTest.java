// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.core.agent.PauseReasons;
import org.ringmaster.core.board.ManualSite;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.steering.SteeringFact;

/** What supervisors change while the centre is at work, over HTTP. */
class SteeringApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long MILLIS_A_DAY = 86_400_000;

  private SiteUnderTest site;
  private String[] sue;
  private String[] token;

  @BeforeEach
  void start() throws Exception {
    site = SiteUnderTest.start();
    sue = new String[] {"cookie", site.cookieOf("sue")};
    token = new String[] {"authorization", "Bearer " + site.token()};
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private JsonNode steering() throws Exception {
    HttpResponse<String> answer = site.get("/api/steering", sue);
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }

  private void done(String path, String body, String... who) throws Exception {
    HttpResponse<String> answer = site.post(path, body, who);
    assertEquals(200, answer.statusCode(), answer.body());
  }

  private String error(int code, String path, String body, String... who) throws Exception {
    HttpResponse<String> answer = site.post(path, body, who);
    assertEquals(code, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body()).get("error").asText();
  }

  @Test
  void what_a_supervisor_does_for_an_agent_has_an_author_and_the_second_is_told() throws Exception {
    site.centre.tell(new AgentInput.SignIn(ManualSite.ANNA, null));
    done("/api/agents/anna/pause", "{\"reason\":\"training\",\"seen\":0}", sue);
    assertEquals("sue", site.centre.lastFact(SteeringFact.AgentPaused.class).author().value());
    JsonNode change = steering().get("changes").get(0);
    assertEquals("anna", change.get("name").asText());
    assertEquals("paused agent anna (training)", change.get("what").asText());

    String told = error(409, "/api/agents/anna/logout", "{\"seen\":0}", token);
    assertTrue(told.startsWith("Meanwhile sue paused agent anna (training)"), told);
    String seen = "{\"when\":\"now\",\"seen\":" + change.get("version").asLong() + "}";
    done("/api/agents/anna/logout", seen, token);
    assertTrue(site.centre.lastFact(SteeringFact.AgentSignedOut.class).now());
  }

  @Test
  void a_supervisor_sees_for_what_an_agent_can_be_paused() throws Exception {
    assertTrue(steering().get("pauseReasons").isEmpty());
    PauseReasons.Code lunch = new PauseReasons.Code(new PauseReason("lunch"), 1);
    PauseReasons.Code training = new PauseReasons.Code(new PauseReason("training"), 2);
    site.centre.tell(
        new AgentInput.PauseReasonsRead(new PauseReasons(java.util.List.of(lunch, training))));
    assertEquals("[\"lunch\",\"training\"]", steering().get("pauseReasons").toString());
  }

  @Test
  void an_agent_is_moved_until_the_day_ends_or_the_time_named() throws Exception {
    done("/api/agents/anna/move", "{\"queue\":\"sales\",\"serves\":\"no\"}", sue);
    JsonNode seat = steering().get("seats").get(0);
    long now = site.centre.nowMicros() / 1_000;
    assertEquals(MILLIS_A_DAY - now % MILLIS_A_DAY + now, seat.get("untilMillis").asLong());
    assertEquals(
        java.util.List.of(ManualSite.BEN),
        site.centre.lastFact(QueueFact.QueueConfigured.class).queue().agents());
    done("/api/agents/anna/move", "{\"queue\":\"sales\",\"penalty\":2,\"minutes\":5}", sue);
    assertEquals(now + 300_000, steering().get("seats").get(0).get("untilMillis").asLong());
    done("/api/agents/anna/restore", "{\"queue\":\"sales\"}", sue);
    assertEquals(0, steering().get("seats").size());
  }

  @Test
  void a_call_is_pulled_made_urgent_and_nobody_else_may() throws Exception {
    site.centre.callerArrives();
    String call = "/api/calls/" + site.centre.lastCall();
    String[] anna = {"cookie", site.cookieOf("anna")};
    error(403, call + "/pull", "{\"agent\":\"anna\"}", anna);
    error(400, call + "/pull", "", sue);
    error(400, call + "/priority", "{\"priority\":5000}", sue);
    done(call + "/priority", "{\"priority\":7}", sue);
    assertEquals(7, site.centre.lastFact(QueueFact.EntryPrioritised.class).priority());
    assertEquals(
        "Agent anna is signed out.", error(409, call + "/pull", "{\"agent\":\"anna\"}", sue));
    assertEquals("No queue help.", error(409, call + "/requeue", "{\"queue\":\"help\"}", sue));
  }

  @Test
  void a_queue_is_closed_with_what_callers_hear_and_opened_again() throws Exception {
    done("/api/queues/sales/close", "{\"minutes\":30,\"say\":\"closed, goodbye\"}", sue);
    JsonNode door = steering().get("doors").get(0);
    assertEquals("goodbye", door.get("say").get(1).asText());
    site.centre.callerArrives();
    assertTrue(site.centre.lastFact(QueueFact.Turned.class).closed());
    error(400, "/api/queues/sales/close", "{\"say\":\"../etc\"}", sue);
    done("/api/queues/sales/restore", "", sue);
    assertEquals(0, steering().get("doors").size());
    site.centre.callerArrives();
    assertEquals(ManualSite.SALES, site.centre.lastFact(QueueFact.EntryJoined.class).queue());
  }
}

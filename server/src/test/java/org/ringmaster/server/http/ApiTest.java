// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.call.LegId;
import org.yaml.snakeyaml.Yaml;

class ApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SiteUnderTest site;
  private String[] token;

  @BeforeEach
  void start() throws Exception {
    site = SiteUnderTest.start();
    token = new String[] {"authorization", "Bearer " + site.token()};
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void an_agent_is_signed_in_paused_and_signed_out() throws Exception {
    assertEquals(200, site.post("/api/agents/anna/login", "", token).statusCode());
    assertEquals("available", get("/api/agents/anna").get("state").asText());
    assertEquals("t-anna", get("/api/agents/anna").get("telephone").asText());
    assertEquals(1, get("/api/queues/sales").get("agents").get("available").asInt());

    site.post("/api/agents/anna/pause", "{\"reason\":\"lunch\"}", token);
    assertEquals("lunch", get("/api/agents/anna").get("reason").asText());
    site.post("/api/agents/anna/unpause", "", token);
    site.post("/api/agents/anna/logout", "", token);
    assertEquals("signed-out", get("/api/agents/anna").get("state").asText());
    assertEquals(Set.of("command line"), Set.copyOf(site.authors));
  }

  @Test
  void what_the_kernel_refuses_says_why() throws Exception {
    HttpResponse<String> answer = site.post("/api/agents/anna/unpause", "", token);
    assertEquals(409, answer.statusCode());
    assertEquals(
        "Agent anna is not signed in.", JSON.readTree(answer.body()).get("error").asText());
  }

  @Test
  void an_agent_may_act_for_themselves_only_and_a_viewer_for_nobody() throws Exception {
    String[] anna = {"cookie", site.cookieOf("anna")};
    String[] wall = {"cookie", site.cookieOf("wall")};
    String[] sue = {"cookie", site.cookieOf("sue")};
    assertEquals(200, site.post("/api/agents/anna/login", "", anna).statusCode());
    assertEquals(403, site.post("/api/agents/ben/login", "", anna).statusCode());
    assertEquals(403, site.post("/api/agents/ben/login", "", wall).statusCode());
    assertEquals(200, site.post("/api/agents/ben/login", "", sue).statusCode());
    assertEquals(List.of("anna", "sue"), site.authors);
  }

  @Test
  void what_is_asked_of_a_call_in_hand_is_refused_with_the_reason() throws Exception {
    site.post("/api/agents/anna/login", "", token);
    for (String verb :
        List.of("hold", "resume", "complete", "cancel", "swap", "conference", "park")) {
      HttpResponse<String> answer = site.post("/api/agents/anna/call/" + verb, "", token);
      assertEquals(409, answer.statusCode(), verb);
      assertTrue(answer.body().contains("no call in hand"), answer.body());
    }
    String call = "/api/agents/anna/call/";
    assertEquals(409, site.post(call + "transfer", "{\"queue\":\"sales\"}", token).statusCode());
    assertEquals(409, site.post(call + "consult", "{\"agent\":\"ben\"}", token).statusCode());
    assertEquals(409, site.post(call + "retrieve", "{\"slot\":\"701\"}", token).statusCode());
    assertEquals(409, site.post(call + "dial", "{\"number\":\"110\"}", token).statusCode());
    for (String body :
        List.of("", "{}", "{\"agent\":\"ben\",\"queue\":\"sales\"}", "{\"number\":\"0;x\"}")) {
      assertEquals(400, site.post(call + "transfer", body, token).statusCode(), body);
    }
    assertEquals(400, site.post(call + "retrieve", "{\"slot\":\"x\"}", token).statusCode());
    assertTrue(get("/api/agents/anna").get("talk").isNull());
  }

  @Test
  void bodies_that_are_nonsense_are_refused() throws Exception {
    for (String body : List.of("{", "[]", "7", "{\"telephone\":7}", "{\"telephone\":\"a b\"}")) {
      assertEquals(400, site.post("/api/agents/anna/login", body, token).statusCode(), body);
    }
    assertEquals(404, site.post("/api/agents/nobody/login", "", token).statusCode());
    assertTrue(site.authors.isEmpty());
  }

  @Test
  void calls_show_their_ladder_and_mask_the_caller_for_those_who_only_look() throws Exception {
    LegId caller = site.centre.callerArrives();
    String call = site.centre.lastCall().value();
    assertEquals(1, get("/api/calls").get("calls").size());
    assertEquals("+4930123456", get("/api/calls/" + call).get("caller").asText());
    HttpResponse<String> masked = site.get("/api/calls/" + call, "cookie", site.cookieOf("wall"));
    assertFalse(masked.body().contains("4930"), masked.body());
    JsonNode steps = get("/api/calls/" + call + "/ladder").get("steps");
    assertEquals("LegArrived", steps.get(0).get("name").asText());
    assertFalse(steps.toString().contains("4930"));

    site.centre.goes(caller);
    assertEquals(0, get("/api/calls").get("calls").size());
    assertEquals("ended", get("/api/calls?ended=true").get("calls").get(0).get("stage").asText());
    assertEquals(404, site.get("/api/calls/nonsense", token).statusCode());
    JsonNode sentences = get("/api/calls/" + call + "/explanation").get("sentences");
    assertEquals("Joined sales.", sentences.get(0).get("text").asText(), sentences.toString());
    assertEquals(404, site.get("/api/calls/nonsense/explanation", token).statusCode());
    assertEquals(404, site.get("/api/calls/nonsense/ladder", token).statusCode());
    assertEquals(404, site.get("/api/calls/nonsense/follow", token).statusCode());
  }

  @Test
  void a_call_is_followed_until_it_ends() throws Exception {
    LegId caller = site.centre.callerArrives();
    String call = site.centre.lastCall().value();
    Thread end =
        Thread.ofPlatform()
            .start(
                () -> {
                  site.centre.pass(4_000);
                  site.centre.goes(caller);
                });
    HttpResponse<String> stream = site.get("/api/calls/" + call + "/follow", token);
    end.join();
    List<String> names = new ArrayList<>();
    for (String line : stream.body().lines().filter(it -> !it.isBlank()).toList()) {
      names.add(JSON.readTree(line).get("name").asText());
    }
    assertEquals("LegArrived", names.get(0));
    assertTrue(names.contains("EntryAbandoned"), names.toString());
    assertTrue(names.contains("CallEnded"), names.toString());
  }

  @Test
  void trunks_nodes_and_health_are_told() throws Exception {
    assertEquals(30, get("/api/trunks").get("trunks").get(0).get("maxLegs").asInt());
    assertEquals("connected", get("/api/nodes").get("nodes").get(0).get("state").asText());
    assertTrue(get("/api/health").get("well").asBoolean());
  }

  @Test
  void metrics_are_in_base_units_and_name_no_person() throws Exception {
    site.post("/api/agents/anna/login", "", token);
    site.centre.callerArrives();
    site.centre.callerArrives();
    site.centre.pass(7_000);
    String text = site.get("/metrics", token).body();
    assertTrue(text.contains("ringmaster_queue_waiting{queue=\"sales\",} 2.0"), text);
    assertTrue(
        text.contains("ringmaster_queue_agents{queue=\"sales\",state=\"offered\",} 1.0"), text);
    assertTrue(text.contains("ringmaster_queue_longest_wait_seconds{queue=\"sales\",} 7.0"), text);
    assertTrue(text.contains("ringmaster_trunk_legs{trunk=\"carrier\",direction=\"in\",} 2.0"));
    for (String person : List.of("anna", "Anna", "ben", "4930")) {
      assertFalse(text.contains(person), person);
    }
  }

  @Test
  void openapi_describes_exactly_what_can_be_asked() throws Exception {
    Map<String, Object> description = new Yaml().load(site.get("/api/openapi.yaml").body());
    Set<String> described = new TreeSet<>();
    for (Map.Entry<?, ?> path : ((Map<?, ?>) description.get("paths")).entrySet()) {
      for (Object method : ((Map<?, ?>) path.getValue()).keySet()) {
        if (!method.equals("parameters")) {
          described.add(method.toString().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey());
        }
      }
    }
    assertEquals(new TreeSet<>(site.site().paths()), described);
  }

  private JsonNode get(String path) throws Exception {
    HttpResponse<String> answer = site.get(path, token);
    assertEquals(200, answer.statusCode(), path + ": " + answer.body());
    return JSON.readTree(answer.body());
  }
}

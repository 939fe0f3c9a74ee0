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
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.announcement.Announcing;
import org.ringmaster.core.board.ManualSite;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.Language;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.queue.Hearing;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.queue.QueueInput;
import org.ringmaster.core.queue.WaitChoice;
import org.ringmaster.core.queue.WaitKey;
import org.ringmaster.core.voicemail.VoicemailFact;
import org.ringmaster.core.voicemail.VoicemailInput;
import org.ringmaster.core.voicemail.VoicemailPlan;

/** Messages that callers left, over HTTP. */
class MessageApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<Prompt> SAID = List.of(Prompt.sound("hello"));

  private SiteUnderTest site;
  private String[] sue;
  private String[] anna;

  @BeforeEach
  void start() throws Exception {
    site = SiteUnderTest.start();
    sue = new String[] {"cookie", site.cookieOf("sue")};
    anna = new String[] {"cookie", site.cookieOf("anna")};
    serves(ManualSite.ANNA);
    site.centre.tell(
        new VoicemailInput.PlansRead(
            List.of(
                new VoicemailPlan(
                    ManualSite.SALES,
                    SAID,
                    SAID,
                    SAID,
                    SAID,
                    SAID,
                    60_000,
                    5_000,
                    1_000,
                    10,
                    86_400_000))));
  }

  private void serves(AgentId... agents) {
    var sales = ManualSite.sales();
    site.centre.tell(
        new QueueInput.QueuesRead(
            List.of(
                new Queue(
                        sales.id(),
                        sales.strategy(),
                        List.of(agents),
                        sales.ringMillis(),
                        sales.retryMillis(),
                        sales.wrapUpMillis(),
                        sales.autoPause(),
                        sales.maxWaitMillis(),
                        sales.overflow(),
                        sales.musicClass(),
                        sales.serviceLevelMillis())
                    .with(
                        new Hearing(
                            Language.EN,
                            Announcing.NOTHING,
                            List.of(new WaitKey("9", WaitChoice.VOICEMAIL, null)),
                            List.of())))));
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private String left() {
    LegId leg = site.centre.callerArrives();
    site.centre.tell(new CallInput.DigitPressed(ManualSite.EDGE, leg, "9", 80));
    VoicemailFact.Greeted greeted = site.centre.lastFact(VoicemailFact.Greeted.class);
    site.centre.tell(new CallInput.PlaybackEnded(ManualSite.EDGE, greeted.playback(), false));
    VoicemailFact.SpeakingBegan began = site.centre.lastFact(VoicemailFact.SpeakingBegan.class);
    site.centre.tell(
        new CallInput.RecordingEnded(ManualSite.EDGE, began.recording(), false, 7_000, 6_000));
    site.centre.goes(leg);
    return greeted.message().value();
  }

  private JsonNode get(String path, String... who) throws Exception {
    HttpResponse<String> answer = site.get(path, who);
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }

  @Test
  void who_serves_the_queue_sees_its_messages_and_is_done_with_them() throws Exception {
    String id = left();
    JsonNode row = get("/api/messages?queue=sales", anna).get("messages").get(0);
    assertEquals(id, row.get("id").asText());
    assertEquals("new", row.get("state").asText());
    assertEquals("+4930123456", row.get("number").asText());
    assertEquals(7_000, row.get("durationMillis").asLong());
    assertEquals(1, get("/api/queues/sales", anna).get("messages").asInt());
    assertEquals(200, site.post("/api/messages/" + id + "/done", "", anna).statusCode());
    assertEquals("anna", site.centre.lastFact(VoicemailFact.Done.class).author().value());
    assertEquals(404, site.get("/api/messages/" + id, anna).statusCode());
    assertEquals(404, site.post("/api/messages/" + id + "/done", "", anna).statusCode());
    assertEquals(0, get("/api/queues/sales", anna).get("messages").asInt());
  }

  @Test
  void who_does_not_serve_the_queue_knows_of_nothing_and_only_supervisors_delete()
      throws Exception {
    String id = left();
    assertEquals(403, site.post("/api/messages/" + id + "/delete", "", anna).statusCode());
    serves(ManualSite.BEN);
    assertEquals(0, get("/api/messages", anna).get("messages").size());
    assertEquals(404, site.get("/api/messages/" + id, anna).statusCode());
    String[] wall = {"cookie", site.cookieOf("wall")};
    assertEquals(403, site.get("/api/messages", wall).statusCode());
    assertEquals(1, get("/api/messages", sue).get("messages").size());
    assertEquals(200, site.post("/api/messages/" + id + "/delete", "", sue).statusCode());
    assertEquals("sue", site.centre.lastFact(VoicemailFact.Deleted.class).author().value());
  }

  @Test
  void calling_back_says_why_not() throws Exception {
    String id = left();
    HttpResponse<String> answer = site.post("/api/messages/" + id + "/call-back", "", anna);
    assertEquals(409, answer.statusCode());
    assertTrue(answer.body().contains("not signed in"), answer.body());
    String other = "{\"agent\":\"ben\"}";
    assertEquals(403, site.post("/api/messages/" + id + "/call-back", other, anna).statusCode());
    assertEquals(400, site.post("/api/messages/" + id + "/call-back", "", sue).statusCode());
  }

  @Test
  void a_call_explains_what_became_of_its_message() throws Exception {
    String id = left();
    String call = site.centre.lastFact(VoicemailFact.Left.class).call().value();
    String sentences = get("/api/calls/" + call + "/explanation", sue).toString();
    assertTrue(sentences.contains("Left message " + id + " of 7 s."), sentences);
    assertFalse(sentences.contains("4930123456"), sentences);
  }

  @Test
  void a_queue_that_is_not_there_is_said_to_be_missing() throws Exception {
    assertEquals(404, site.get("/api/messages?queue=nonsense", sue).statusCode());
  }
}

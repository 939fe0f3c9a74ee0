// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.RecordingId;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.file.FileFact;
import org.ringmaster.core.file.FileUse;
import org.ringmaster.core.history.History;
import org.ringmaster.core.history.PastBoards;
import org.ringmaster.core.history.PastCalls;
import org.ringmaster.core.history.PastRecordings;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.recording.PartBegin;
import org.ringmaster.core.recording.PartEnd;
import org.ringmaster.core.recording.RecordingFact;
import org.ringmaster.core.recording.RecordingPolicy;
import org.ringmaster.core.recording.SceneKind;
import org.ringmaster.core.store.JourneyStore;
import org.ringmaster.core.store.StoredDay;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.dialer.store.PastAttempts;
import org.ringmaster.server.file.KeptFile;

/** One call with two parts: the first is kept, the second is on its way. */
@Tag("postgres")
class RecordingApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final CallId CALL = new CallId("c01-t3k9a2-0000000007");
  private static final RecordingId FIRST = new RecordingId("r01-t3k9a2-0000000017");
  private static final RecordingId SECOND = new RecordingId("r01-t3k9a2-0000000027");
  private static final QueueId SALES = new QueueId("sales");
  private static final AgentId ANNA = new AgentId("anna");
  private static SiteUnderTest site;
  private static JourneyStore store;

  @BeforeAll
  static void start() throws Exception {
    site = SiteUnderTest.start();
    KeptFile kept =
        site.files
            .files()
            .keep(FIRST, CALL, 0, target -> Files.write(target, SoundFile.ofMillis(1_500)));
    store = StoredDay.of(facts(kept), Duration.ofSeconds(60));
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

  private static List<RecordedFact> facts(KeptFile kept) {
    NodeId edge = new NodeId("edge");
    List<Fact> facts =
        List.of(
            new RecordingFact.Began(CALL, SALES, RecordingPolicy.ALL, null),
            new RecordingFact.PartBegan(
                CALL, FIRST, 1, edge, SceneKind.TALK, ANNA, SALES, 0, PartBegin.TALK),
            new RecordingFact.Paused(CALL, new Author("anna")),
            new RecordingFact.PartEnded(CALL, FIRST, PartEnd.PAUSED),
            new FileFact.Wanted(FIRST, CALL, edge, 0),
            new FileFact.Kept(FIRST, CALL, kept.sha256(), kept.bytes(), kept.lengthMillis()),
            new RecordingFact.Resumed(CALL, new Author("anna")),
            new RecordingFact.PartBegan(
                CALL, SECOND, 2, edge, SceneKind.TALK, ANNA, SALES, 0, PartBegin.RESUMED),
            new RecordingFact.PartEnded(CALL, SECOND, PartEnd.TALK_ENDED),
            new FileFact.Wanted(SECOND, CALL, edge, 0),
            new FileFact.FetchFailed(SECOND, CALL, 3, "the node answers 503", false),
            new FileFact.Used(FIRST, CALL, FileUse.HEARD, new Author("sue")),
            new RecordingFact.Ended(CALL));
    List<RecordedFact> recorded = new ArrayList<>();
    for (Fact fact : facts) {
      long sequence = recorded.size() + 1L;
      long at = site.centre.nowMicros() + sequence * 1_000_000;
      recorded.add(new RecordedFact(new Envelope(sequence, sequence, at, at), fact));
    }
    return recorded;
  }

  private static JsonNode get(String path) throws Exception {
    HttpResponse<String> answer = site.get(path, "cookie", site.cookieOf("sue"));
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }

  @Test
  void recordingsAreListedByQueueAndAgent() throws Exception {
    JsonNode all = get("/api/recordings").path("recordings");
    assertEquals(1, all.size(), all.toString());
    assertEquals(CALL.value(), all.get(0).path("call").asText());
    assertEquals(2, all.get(0).path("parts").asInt());
    assertEquals(1, all.get(0).path("kept").asInt());
    assertEquals(1_500, all.get(0).path("lengthMillis").asInt());
    assertEquals("anna", all.get(0).path("agents").asText());
    assertEquals(1, get("/api/recordings?queue=sales&agent=anna").path("recordings").size());
    assertEquals(0, get("/api/recordings?queue=support").path("recordings").size());
    assertEquals(0, get("/api/recordings?agent=bruno").path("recordings").size());
  }

  @Test
  void aRecordingHasItsPartsAndWhoDidWhatWithIt() throws Exception {
    JsonNode one = get("/api/calls/" + CALL + "/recording");
    JsonNode parts = one.path("partList");
    assertEquals("kept", parts.get(0).path("file").asText());
    assertEquals("paused", parts.get(0).path("endedWhy").asText());
    assertEquals("to be fetched", parts.get(1).path("file").asText());
    assertEquals("the node answers 503", parts.get(1).path("lastFailure").asText());
    assertEquals("paused", one.path("acts").get(0).path("what").asText());
    assertEquals("sue", one.path("uses").get(0).path("author").asText());
  }

  @Test
  void aPartIsHeardAfterItIsWrittenDownWhoHearsIt() throws Exception {
    int before = site.authors.size();
    HttpResponse<String> sound =
        site.get("/api/recordings/" + FIRST + "/file", "cookie", site.cookieOf("sue"));
    assertEquals(200, sound.statusCode());
    assertEquals("audio/wav", sound.headers().firstValue("content-type").orElseThrow());
    assertEquals("sue", site.authors.getLast());
    assertEquals(before + 1, site.authors.size());
    HttpResponse<String> copy =
        site.get(
            "/api/recordings/" + FIRST + "/file?download=true", "cookie", site.cookieOf("sue"));
    assertTrue(
        copy.headers().firstValue("content-disposition").orElseThrow().contains(FIRST + ".wav"));
  }

  @Test
  void whatIsNotFetchedOrNotThereSaysSo() throws Exception {
    String cookie = site.cookieOf("sue");
    assertEquals(
        409, site.get("/api/recordings/" + SECOND + "/file", "cookie", cookie).statusCode());
    assertEquals(404, site.get("/api/recordings/x/file", "cookie", cookie).statusCode());
    assertEquals(404, site.get("/api/calls/x/recording", "cookie", cookie).statusCode());
  }

  @Test
  void agentsMayNotListenAndSupervisorsNotDelete() throws Exception {
    String anna = site.cookieOf("anna");
    for (String path :
        List.of(
            "/api/recordings",
            "/api/calls/" + CALL + "/recording",
            "/api/recordings/" + FIRST + "/file")) {
      assertEquals(403, site.get(path, "cookie", anna).statusCode(), path);
    }
    assertEquals(
        403,
        site.post("/api/recordings/" + FIRST + "/delete", "{}", "cookie", site.cookieOf("sue"))
            .statusCode());
    assertEquals(
        403, site.post("/api/agents/bruno/call/record/start", "{}", "cookie", anna).statusCode());
  }

  @Test
  void anAgentAsksForTheirOwnTalkAndHearsWhyNot() throws Exception {
    HttpResponse<String> answer =
        site.post("/api/agents/anna/call/record/start", "{}", "cookie", site.cookieOf("anna"));
    assertEquals(409, answer.statusCode());
    assertTrue(answer.body().contains("talks with nobody"), answer.body());
    assertEquals(
        400,
        site.post("/api/agents/anna/call/record/dance", "{}", "cookie", site.cookieOf("anna"))
            .statusCode());
  }

  @Test
  void aFileThatWasChangedIsNotServed() throws Exception {
    RecordingId changed = FIRST;
    Path file = site.files.files().find(changed).orElseThrow();
    byte[] was = Files.readAllBytes(file);
    byte[] other = was.clone();
    other[100] ^= 1;
    Files.write(file, other);
    HttpResponse<String> answer =
        site.get("/api/recordings/" + changed + "/file", "cookie", site.cookieOf("sue"));
    Files.write(file, was);
    assertEquals(500, answer.statusCode());
    assertTrue(answer.body().contains("was changed after it was recorded"), answer.body());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.AgentProfile;
import org.ringmaster.core.board.ManualSite;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.queue.QueueInput;
import org.ringmaster.core.talk.TalkInput;
import org.ringmaster.server.http.SiteUnderTest;

@Timeout(60)
class LiveFeedTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SiteUnderTest site = SiteUnderTest.start();
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void a_snapshot_with_the_changes_since_is_what_the_api_says() throws Exception {
    try (LiveClient viewer = viewer()) {
      assertEquals("snapshot", viewer.until(message -> true).message().get("type").asText());
      site.centre.tell(new AgentInput.SignIn(ManualSite.ANNA, null));
      site.centre.callerArrives();
      site.centre.telephoneAnswers();
      LegId waits = site.centre.callerArrives();
      site.centre.callerArrives();
      site.centre.goes(waits);
      viewer.untilQueue("sales", row -> row.get("today").get("abandoned").asInt() == 1);
      for (String table : List.of("queues", "agents", "trunks", "nodes")) {
        assertEquals(api(table), viewer.tables.get(table), table);
      }

      site.centre.tell(new QueueInput.QueuesRead(List.of()));
      viewer.until(message -> message.path("gone").has("queues"));
      assertEquals(Map.of(), viewer.tables.get("queues"));
    }
  }

  @Test
  void a_parked_caller_is_told_of_with_a_masked_number_until_they_are_fetched() throws Exception {
    try (LiveClient viewer = viewer()) {
      site.centre.tell(new AgentInput.SignIn(ManualSite.ANNA, null));
      site.centre.callerArrives();
      LegId telephone = site.centre.telephoneAnswers();
      site.centre.tell(new TalkInput.Park(ManualSite.ANNA, "anna"));
      site.centre.goes(telephone);
      viewer.until(message -> message.path("parked").size() == 1);
      JsonNode parked = viewer.tables.get("parked").values().iterator().next();
      assertEquals(701, parked.get("slot").asInt());
      assertEquals("anna", parked.get("handedBy").asText());
      assertEquals(new Personal("+4930123456").toString(), parked.get("caller").asText());
      site.centre.tell(new TalkInput.Retrieve(ManualSite.ANNA, 701, "anna"));
      viewer.until(message -> message.path("gone").has("parked"));
    }
  }

  @Test
  void the_first_change_comes_at_once_and_then_at_most_ten_frames_a_second() throws Exception {
    try (LiveClient viewer = viewer()) {
      int callers = 0;
      long quickestMillis = Long.MAX_VALUE;
      // A busy machine may be late now and then; a feed that waits for its gap is late always.
      while (quickestMillis >= 50 && callers < 5) {
        viewer.until(message -> message.get("type").asText().equals("beat"));
        long told = System.nanoTime();
        site.centre.callerArrives();
        callers++;
        long heard =
            viewer.until(message -> message.get("type").asText().equals("change")).atNanos();
        quickestMillis = Math.min(quickestMillis, TimeUnit.NANOSECONDS.toMillis(heard - told));
      }
      assertTrue(quickestMillis < 50, "the first change took " + quickestMillis + " ms");

      int before = viewer.all.size();
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
      while (System.nanoTime() < end) {
        site.centre.callerArrives();
        callers++;
        java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
      }
      int all = callers;
      viewer.untilQueue("sales", row -> row.get("waiting").asInt() == all);
      long frames =
          viewer.all.subList(before, viewer.all.size()).stream()
              .filter(heard -> heard.message().get("type").asText().equals("change"))
              .count();
      assertTrue(frames >= 2 && frames <= 23, frames + " frames in two seconds");
    }
  }

  @Test
  void a_viewer_who_asks_gets_a_fresh_snapshot_but_not_twice_a_second() throws Exception {
    try (LiveClient viewer = viewer()) {
      viewer.until(message -> message.get("type").asText().equals("beat"));
      viewer.until(message -> message.get("type").asText().equals("beat"));
      viewer.ask("snapshot");
      viewer.until(message -> message.get("type").asText().equals("snapshot"));
      viewer.ask("snapshot");
      viewer.ask("nonsense");
      LiveClient.Heard next = viewer.until(message -> true);
      assertEquals("beat", next.message().get("type").asText());
    }
  }

  @Test
  void a_viewer_who_does_not_read_costs_nobody_and_is_given_a_snapshot_later() throws Exception {
    bigTeam();
    try (Socket sleeper = rawViewer();
        LiveClient viewer = viewer()) {
      viewer.until(message -> true);
      for (int i = 0; leftOut() < 5; i++) {
        bigTeam(i);
        viewer.until(message -> message.get("type").asText().equals("change"));
      }
      site.centre.callerArrives();
      viewer.untilQueue("sales", row -> row.get("waiting").asInt() == 1);

      DataInputStream in = new DataInputStream(sleeper.getInputStream());
      List<String> types = new ArrayList<>();
      JsonNode message;
      do {
        message = readMessage(in);
        types.add(message.get("type").asText());
      } while (!message.path("queues").path(0).path("waiting").asText().equals("1"));
      assertEquals("snapshot", types.getLast());
      assertTrue(types.contains("change"), "it had some changes first");
    }
  }

  @Test
  void the_stream_ends_with_the_session() throws Exception {
    String cookie = site.cookieOf("wall");
    try (LiveClient viewer = new LiveClient(client, site.at("/live"), "cookie", cookie)) {
      viewer.until(message -> true);
      HttpRequest logout =
          HttpRequest.newBuilder(site.at("/api/logout"))
              .header("cookie", cookie)
              .POST(HttpRequest.BodyPublishers.noBody())
              .build();
      client.send(logout, BodyHandlers.discarding());
      viewer.closed.get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void strangers_and_other_sites_see_nothing() throws Exception {
    assertThrows(
        CompletionException.class,
        () -> new LiveClient(client, site.at("/live"), "cookie", "ringmaster=guess"));
    String evil =
        handshake("Cookie: " + site.cookieOf("wall") + "\r\nOrigin: http://evil.example\r\n");
    assertTrue(evil.startsWith("HTTP/1.1 403"), evil);
  }

  @Test
  void many_viewers_share_what_was_made_once() throws Exception {
    List<LiveClient> viewers = new ArrayList<>();
    try {
      for (int i = 0; i < 100; i++) {
        viewers.add(viewer());
      }
      for (LiveClient viewer : viewers) {
        viewer.until(message -> true);
      }
      double before = sample("ringmaster_live_frames_total");
      site.centre.callerArrives();
      for (LiveClient viewer : viewers) {
        viewer.untilQueue("sales", row -> row.get("waiting").asInt() == 1);
      }
      double made = sample("ringmaster_live_frames_total") - before;
      assertTrue(made <= 5, made + " frames were made for 100 viewers");
      assertEquals(100.0, sample("ringmaster_live_viewers"));
    } finally {
      viewers.forEach(LiveClient::close);
    }
  }

  private LiveClient viewer() throws IOException {
    return new LiveClient(client, site.at("/live"), "authorization", "Bearer " + site.token());
  }

  private Map<String, JsonNode> api(String table) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(site.at("/api/" + table))
            .header("authorization", "Bearer " + site.token())
            .build();
    Map<String, JsonNode> rows = new TreeMap<>();
    JSON.readTree(client.send(request, BodyHandlers.ofString()).body())
        .get(table)
        .forEach(row -> rows.put(row.get("id").asText(), row));
    return rows;
  }

  private void bigTeam() {
    bigTeam(-1);
  }

  /** Two thousand agents with new names, so that one change is some hundred kilobytes. */
  private void bigTeam(int round) {
    List<AgentProfile> team = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      Personal name = new Personal("Agent number " + i + " in round " + round);
      team.add(new AgentProfile(new AgentId("a" + i), name, "n" + i, null));
    }
    site.centre.tell(new AgentInput.AgentsRead(team));
  }

  private double leftOut() {
    return sample("ringmaster_live_frames_left_out_total");
  }

  private double sample(String name) {
    Double value = site.metrics.getSampleValue(name);
    return value == null ? 0 : value;
  }

  private Socket rawViewer() throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(8_192);
    socket.connect(site.address());
    socket.setSoTimeout(10_000);
    send(socket, "Authorization: Bearer " + site.token() + "\r\n");
    DataInputStream in = new DataInputStream(socket.getInputStream());
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readByte());
    }
    assertTrue(head.toString().startsWith("HTTP/1.1 101"), head.toString());
    return socket;
  }

  private String handshake(String headers) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(site.address());
      send(socket, headers);
      return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    }
  }

  private static void send(Socket socket, String headers) throws IOException {
    String request =
        "GET /live HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            + headers
            + "\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
  }

  /** Reads one unmasked, unfragmented text message. */
  private static JsonNode readMessage(DataInputStream in) throws IOException {
    assertEquals(0x81, in.readUnsignedByte());
    long length = in.readUnsignedByte();
    if (length == 126) {
      length = in.readUnsignedShort();
    } else if (length == 127) {
      length = in.readLong();
    }
    return JSON.readTree(in.readNBytes((int) length));
  }
}

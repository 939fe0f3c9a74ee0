// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Pretends to be an Asterisk: takes the requests that calls are made of and says what Asterisk
 * would say to them, in its words. Whatever it does not know it grants. Any thread.
 */
final class StageAsterisk implements AutoCloseable {
  static final String USER = "ringmaster";
  static final String SECRET = "rehearsal";
  private static final String APP = "ringmaster";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TAIL =
      ",\"asterisk_id\":\"00:16:3e:00:00:01\",\"application\":\"%s\"}";

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
  private final Map<String, StageSocket> sockets = new ConcurrentHashMap<>();
  private final Map<String, StageLeg> legs = new HashMap<>();
  private final CountDownLatch listed = new CountDownLatch(1);
  private final String startedAt = StageLeg.now();
  private final long ringMillis;
  private int made;

  /**
   * Begins to listen.
   *
   * @param ringMillis after how long a telephone that is rung answers
   */
  StageAsterisk(long ringMillis) throws IOException {
    this.ringMillis = ringMillis;
    Thread.ofPlatform().name("stage").daemon().start(this::serve);
  }

  /** Where its ARI is. */
  String url() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/ari";
  }

  /** Waits until the platform has asked what lives here. */
  boolean awaitListed(long seconds) throws InterruptedException {
    return listed.await(seconds, TimeUnit.SECONDS);
  }

  private void serve() {
    try {
      while (true) {
        Socket socket = server.accept();
        Thread.ofPlatform().name("stage-socket").daemon().start(() -> serve(socket));
      }
    } catch (IOException closed) {
      // The play is over.
      return;
    }
  }

  private void serve(Socket accepted) {
    try (StageSocket socket = new StageSocket(accepted)) {
      String app = socket.shake();
      sockets.put(app, socket);
      while (true) {
        JsonNode request = JSON.readTree(socket.text());
        socket.send(answer(app, request));
      }
    } catch (IOException gone) {
      // The platform has closed it, or begins anew.
      return;
    }
  }

  private String answer(String app, JsonNode request) throws JsonProcessingException {
    String method = request.path("method").asText();
    String uri = request.path("uri").asText();
    String[] parts = uri.split("\\?", 2);
    String body = asked(method, parts[0].split("/"), parts.length > 1 ? parts[1] : "");
    String content =
        body == null
            ? ""
            : ",\"content_type\":\"application/json\",\"message_body\":"
                + JSON.writeValueAsString(body);
    return """
        {"type":"RESTResponse","transaction_id":"","request_id":"%s","status_code":%d,\
        "reason_phrase":"%s","uri":"%s"%s,"timestamp":"%s"\
        """
            .formatted(
                request.path("request_id").asText(),
                body == null ? 204 : 200,
                body == null ? "No Content" : "OK",
                uri,
                content,
                StageLeg.now())
        + TAIL.formatted(app);
  }

  /** Does what is asked; the answer's body, or null for none. */
  private synchronized @Nullable String asked(String method, String[] path, String query) {
    String verb = path.length > 2 ? path[2] : "";
    return switch (path[0]) {
      case "asterisk" -> path[1].equals("info") ? info() : null;
      case "applications" ->
          "{\"name\":\"%s\",\"channel_ids\":[],\"bridge_ids\":[]}".formatted(path[1]);
      case "channels" -> path.length == 1 ? "[]" : channel(method, decoded(path[1]), verb, query);
      case "bridges" -> path.length == 1 ? bridges() : bridge(method, path[1], verb, query);
      default -> null;
    };
  }

  private String bridges() {
    listed.countDown();
    return "[]";
  }

  private String info() {
    return "{\"system\":{\"version\":\"22.10.1\",\"entity_id\":\"00:16:3e:00:00:01\"},"
        + "\"status\":{\"startup_time\":\"%s\"}}".formatted(startedAt);
  }

  private @Nullable String channel(String method, String idOrName, String verb, String query) {
    if (method.equals("POST") && verb.isEmpty()) {
      return rung(idOrName, parameter(query, "endpoint"));
    }
    StageLeg leg = found(idOrName);
    if (leg == null) {
      return null;
    }
    if (method.equals("DELETE")) {
      gone(leg, "16");
    } else if (verb.equals("answer")) {
      up(leg);
    } else if (verb.equals("continue")) {
      gone(leg, "16");
    }
    return null;
  }

  private @Nullable StageLeg found(String idOrName) {
    StageLeg byId = legs.get(idOrName);
    if (byId != null) {
      return byId;
    }
    return legs.values().stream().filter(leg -> leg.name.equals(idOrName)).findFirst().orElse(null);
  }

  private String rung(String id, String endpoint) {
    StageLeg leg = new StageLeg(id, "%s-%08x".formatted(endpoint, ++made), "Down", "1001");
    legs.put(id, leg);
    timer.execute(() -> tellState(leg, "Ringing"));
    timer.schedule(() -> pickedUp(leg), ringMillis, TimeUnit.MILLISECONDS);
    return leg.json();
  }

  private synchronized void tellState(StageLeg leg, String state) {
    if (legs.containsKey(leg.id)) {
      leg.state(state);
      tell("ChannelStateChange", "", leg);
    }
  }

  private synchronized void pickedUp(StageLeg leg) {
    if (legs.containsKey(leg.id)) {
      up(leg);
      tell("StasisStart", ",\"args\":[\"out\"]", leg);
    }
  }

  private void up(StageLeg leg) {
    leg.state("Up");
    tell("ChannelStateChange", "", leg);
  }

  private @Nullable String bridge(String method, String id, String verb, String query) {
    if (verb.equals("addChannel")) {
      for (String channel : parameter(query, "channel").split(",")) {
        StageLeg leg = legs.get(channel);
        if (leg != null) {
          leave(leg);
          leg.bridge(id);
          tell("ChannelEnteredBridge", bridgeMember(id), leg);
        }
      }
    } else if (verb.equals("removeChannel")) {
      StageLeg leg = legs.get(parameter(query, "channel"));
      if (leg != null) {
        leave(leg);
      }
    } else if (verb.isEmpty() && method.equals("DELETE")) {
      tell("BridgeDestroyed", bridgeMember(id), null);
    } else if (verb.isEmpty()) {
      return bridgeJson(id);
    }
    return null;
  }

  private void leave(StageLeg leg) {
    String bridge = leg.bridge();
    if (bridge != null) {
      leg.bridge(null);
      tell("ChannelLeftBridge", bridgeMember(bridge), leg);
    }
  }

  private static String bridgeMember(String id) {
    return ",\"bridge\":" + bridgeJson(id);
  }

  private static String bridgeJson(String id) {
    return """
        {"id":"%s","technology":"simple_bridge","bridge_type":"mixing","bridge_class":"stasis",\
        "creator":"Stasis","name":"TALK","channels":[],"creationtime":"%s","video_mode":"talker"}"""
        .formatted(id, StageLeg.now());
  }

  private void gone(StageLeg leg, String cause) {
    String why = ",\"cause\":%s,\"cause_txt\":\"Normal Clearing\"".formatted(cause);
    tell("ChannelHangupRequest", why, leg);
    leave(leg);
    tell("StasisEnd", "", leg);
    legs.remove(leg.id);
    tell("ChannelDestroyed", why, leg);
  }

  /** A caller arrives at a number, under this channel id. */
  synchronized void arrives(String id, String number) {
    made++;
    StageLeg leg = new StageLeg(id, "PJSIP/outside-%08x".formatted(made), "Ring", "4930555" + made);
    legs.put(id, leg);
    tell("StasisStart", ",\"args\":[\"inbound\",\"%s\"]".formatted(number), leg);
  }

  /** A caller hangs up, unless that has been done already. */
  synchronized void hangsUp(String id) {
    StageLeg leg = legs.get(id);
    if (leg != null) {
      gone(leg, "16");
    }
  }

  private void tell(String type, String members, @Nullable StageLeg leg) {
    StageSocket socket = sockets.get(APP);
    if (socket == null) {
      return;
    }
    String channel = leg == null ? "" : ",\"channel\":" + leg.json();
    try {
      socket.send(
          "{\"type\":\"%s\",\"timestamp\":\"%s\"".formatted(type, StageLeg.now())
              + members
              + channel
              + TAIL.formatted(APP));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static String parameter(String query, String name) {
    for (String pair : query.split("&")) {
      if (pair.startsWith(name + "=")) {
        return decoded(pair.substring(name.length() + 1));
      }
    }
    return "";
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    timer.shutdownNow();
    server.close();
    for (StageSocket socket : sockets.values()) {
      socket.close();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Just enough of a platform to hold calls in Stasis, to bridge them, and to die. */
final class TinyPlatform implements WebSocket.Listener {
  private static final Pattern STARTED =
      Pattern.compile(
          "\"type\":\"StasisStart\".*?\"args\":\\[(.*?)\\].*?\"channel\":\\{\"id\":\"(.*?)\"");

  private static final Pattern DESTROYED =
      Pattern.compile(
          "\"type\":\"ChannelDestroyed\".*?\"cause\":(\\d+).*?\"channel\":\\{\"id\":\"(.*?)\"");
  private static final Pattern PRESSED =
      Pattern.compile(
          "\"type\":\"ChannelDtmfReceived\".*?\"digit\":\"(.)\".*?\"channel\":\\{\"id\":\"(.*?)\"");

  /** A leg that entered: its id and the words of the dialplan. */
  record Entered(String id, String arguments) {}

  private final List<Entered> entered = new CopyOnWriteArrayList<>();
  private final Map<String, Integer> causes = new ConcurrentHashMap<>();
  private final Map<String, String> digits = new ConcurrentHashMap<>();
  private final StringBuilder frame = new StringBuilder();
  private final AriRequests ari;
  private final WebSocket socket;

  TinyPlatform(LabAsterisk edge) {
    ari = new AriRequests(edge);
    URI uri =
        URI.create(
            "ws://127.0.0.1:%d/ari/events?app=ringmaster&api_key=%s:%s"
                .formatted(edge.httpPort(), edge.ariUser(), edge.ariSecret()));
    socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(uri, this).join();
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
    frame.append(text);
    if (last) {
      Matcher started = STARTED.matcher(frame);
      if (started.find()) {
        entered.add(new Entered(started.group(2), started.group(1)));
      }
      Matcher destroyed = DESTROYED.matcher(frame);
      if (destroyed.find()) {
        causes.put(destroyed.group(2), Integer.valueOf(destroyed.group(1)));
      }
      Matcher pressed = PRESSED.matcher(frame);
      if (pressed.find()) {
        digits.merge(pressed.group(2), pressed.group(1), String::concat);
      }
      frame.setLength(0);
    }
    from.request(1);
    return null;
  }

  List<Entered> entered() {
    return entered;
  }

  /** The cause a leg ended with; null while it is up. */
  @Nullable Integer cause(String leg) {
    return causes.get(leg);
  }

  /** What was pressed on a leg so far. */
  String digits(String leg) {
    return digits.getOrDefault(leg, "");
  }

  boolean hasEntered(String leg) {
    return entered.stream().anyMatch(one -> one.id().equals(leg));
  }

  void hangUp(String leg) {
    ari.send("DELETE", "channels/" + leg, Map.of(), "");
  }

  /** Rings a telephone with a SIP header of ours. */
  void ring(String telephone, String leg, String header, String value) {
    ari.send(
        "POST",
        "channels/" + leg,
        Map.of("endpoint", "PJSIP/" + telephone, "app", "ringmaster"),
        "{\"variables\":{\"PJSIP_HEADER(add," + header + ")\":\"" + value + "\"}}");
  }

  void answer(String leg) {
    ari.send("POST", "channels/" + leg + "/answer", Map.of(), "");
  }

  void ring(String telephone, String leg) {
    ari.send(
        "POST",
        "channels/" + leg,
        Map.of("endpoint", "PJSIP/" + telephone, "app", "ringmaster"),
        "");
  }

  void bridge(String id, String type, String... legs) {
    ari.send("POST", "bridges/" + id, Map.of("type", type), "");
    ari.send(
        "POST", "bridges/" + id + "/addChannel", Map.of("channel", String.join(",", legs)), "");
  }

  void music(String bridge) {
    ari.send("POST", "bridges/" + bridge + "/moh", Map.of(), "");
  }

  /** Writes the beat that tells the guard of a platform that is alive. */
  void beat(long epochSeconds) {
    ari.send(
        "POST",
        "asterisk/variable",
        Map.of("variable", "RINGMASTER_BEAT", "value", Long.toString(epochSeconds)),
        "");
  }

  /** Dies the way a killed process does: the socket is gone, and nobody said good-bye. */
  void die() {
    socket.abort();
  }
}

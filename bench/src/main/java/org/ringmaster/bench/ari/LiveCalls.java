// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ringmaster.aribridge.transport.AriAddress;
import org.ringmaster.aribridge.transport.UriText;

/**
 * Calls that are up and do nothing, two channels each, so that Asterisk has much to look through.
 */
final class LiveCalls implements AutoCloseable {
  private static final int WINDOW = 32;
  private static final String PREFIX = "live-";

  /** What Asterisk puts behind the id of a Local channel's second half. */
  private static final String SECOND = ";2";

  private final BenchEdge edge;
  private final int others;
  private int made;

  /** Begins with none; channels that are up already are not ours and stay. */
  LiveCalls(BenchEdge edge) {
    this.edge = edge;
    others = edge.asterisk().legs();
  }

  /** How many channels are up when nobody adds any. */
  int channels() {
    return others + 2 * made;
  }

  /** Adds calls until there are so many. */
  void raiseTo(int calls) throws Exception {
    int first = made;
    flood(
        calls - first,
        i ->
            RawSocket.request(
                "1",
                "POST",
                "channels/"
                    + "%s%06d".formatted(PREFIX, first + i)
                    + "?endpoint=Local%2F"
                    + BenchEdge.STAYS
                    + "%40"
                    + BenchEdge.CONTEXT
                    + "&context="
                    + BenchEdge.CONTEXT
                    + "&extension="
                    + BenchEdge.STAYS
                    + "&priority=1"));
    made = Math.max(made, calls);
  }

  private void flood(int count, Function<Integer, String> requests) throws Exception {
    if (count <= 0) {
      return;
    }
    try (RawSocket socket = new RawSocket(edge.address(), "live-calls")) {
      RawFlood flood = new RawFlood(socket, WINDOW, count, i -> RawSocket.ascii(requests.apply(i)));
      flood.perSecond();
      if (flood.failed() > 0) {
        throw new IllegalStateException(flood.failed() + " calls could not be made");
      }
    }
  }

  /** The first channel of each call: its name by its id. */
  Map<String, String> names() throws Exception {
    AriAddress address = edge.address();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address.url() + "channels"))
            .header("Authorization", address.authorization())
            .build();
    Map<String, String> names = new LinkedHashMap<>();
    try (HttpClient client = HttpClient.newHttpClient()) {
      String json = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
      for (JsonNode channel : new ObjectMapper().readTree(json)) {
        String id = channel.path("id").asText();
        if (id.startsWith(PREFIX) && !id.endsWith(SECOND)) {
          names.put(id, channel.path("name").asText());
        }
      }
    }
    return names;
  }

  /** These calls have been hung up. */
  void gone(int calls) {
    made -= calls;
  }

  /** A channel's name as a part of a path. */
  static String inPath(String name) {
    return UriText.of("channels").path(name).toString();
  }

  @Override
  public void close() throws Exception {
    List<String> left = new ArrayList<>(names().values());
    try (RawSocket socket = new RawSocket(edge.address(), "live-calls")) {
      new RawFlood(
              socket,
              WINDOW,
              left.size(),
              i -> RawSocket.ascii(RawSocket.request("1", "DELETE", inPath(left.get(i)))))
          .perSecond();
    }
    made = 0;
    edge.settle(0);
  }
}

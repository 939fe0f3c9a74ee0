// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A viewer that folds what it hears, as a page does. */
final class LiveClient implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> TABLES =
      List.of("queues", "agents", "trunks", "telephones", "nodes", "parked");

  /** A message and when it came, {@code System.nanoTime()}. */
  record Heard(JsonNode message, long atNanos) {}

  final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
  final List<Heard> all = new ArrayList<>();
  final Map<String, Map<String, JsonNode>> tables = new TreeMap<>();
  final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final WebSocket socket;
  private long sequence = -1;

  LiveClient(HttpClient client, URI site, String header, String value) {
    URI live = URI.create(site.toString().replace("http:", "ws:"));
    socket =
        client
            .newWebSocketBuilder()
            .header(header, value)
            .buildAsync(live, new Listener())
            .orTimeout(10, TimeUnit.SECONDS)
            .join();
  }

  void ask(String text) {
    socket.sendText(text, true).join();
  }

  /** Folds messages until one fits; that one. */
  Heard until(Predicate<JsonNode> fits) throws InterruptedException {
    while (true) {
      Heard next = heard.poll(10, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("nothing more was heard; last was " + all.getLast());
      }
      all.add(next);
      fold(next.message());
      if (fits.test(next.message())) {
        return next;
      }
    }
  }

  /** Folds until the queue's row fits. */
  void untilQueue(String id, Predicate<JsonNode> fits) throws InterruptedException {
    until(
        message -> {
          JsonNode row = tables.getOrDefault("queues", Map.of()).get(id);
          return row != null && fits.test(row);
        });
  }

  private void fold(JsonNode message) {
    String type = message.get("type").asText();
    long next = message.get("sequence").asLong();
    if (type.equals("snapshot")) {
      TABLES.forEach(table -> tables.put(table, new TreeMap<>()));
    } else {
      long expected = sequence + (type.equals("change") ? 1 : 0);
      if (next != expected) {
        throw new AssertionError("a gap: " + next + " after " + sequence + " in a " + type);
      }
    }
    sequence = next;
    for (String table : TABLES) {
      Map<String, JsonNode> rows = tables.computeIfAbsent(table, name -> new TreeMap<>());
      message.path(table).forEach(row -> rows.put(row.get("id").asText(), row));
      message.path("gone").path(table).forEach(id -> rows.remove(id.asText()));
    }
  }

  @Override
  public void close() {
    socket.abort();
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        try {
          heard.add(new Heard(JSON.readTree(text.toString()), System.nanoTime()));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closed.complete(code);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      closed.complete(-1);
    }
  }
}

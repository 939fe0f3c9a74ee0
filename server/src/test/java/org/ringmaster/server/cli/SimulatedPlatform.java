// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Answers the API's routes with texts that were written down beforehand. */
final class SimulatedPlatform implements AutoCloseable {
  static final String TOKEN = "a-token-of-forty-three-characters-or-so-1234";

  private record Answer(int code, String body) {}

  private final HttpServer server;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new ArrayList<>();

  SimulatedPlatform(Path varFolder) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    Files.writeString(Whereabouts.tokenFile(varFolder), TOKEN + "\n");
    Whereabouts.tell(varFolder, URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  /** What a request such as {@code GET /api/queues} is answered with. */
  SimulatedPlatform answers(String request, int code, String body) {
    answers.put(request, new Answer(code, body));
    return this;
  }

  /** Requests with their bodies, in order. */
  synchronized List<String> asked() {
    return List.copyOf(asked);
  }

  private void answer(HttpExchange exchange) {
    try (exchange) {
      String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      synchronized (this) {
        asked.add((request + " " + body).strip());
      }
      boolean known =
          ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
      Answer answer =
          known
              ? answers.getOrDefault(request, new Answer(404, "{\"error\":\"No such thing.\"}"))
              : new Answer(401, "{\"error\":\"Log in first.\"}");
      byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.code(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

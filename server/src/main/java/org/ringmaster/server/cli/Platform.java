// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The running platform, asked over its HTTP API on loopback. */
final class Platform {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration UPLOAD_PATIENCE = Duration.ofHours(6);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FIRST_REFUSAL = 400;
  private static final int UNAUTHORISED = 401;
  private static final int UNAVAILABLE = 503;

  private final Whereabouts where;
  private final HttpClient client;

  private Platform(Whereabouts where) {
    this.where = where;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
  }

  /** The platform of a var folder; a failure with exit code 3 if none has told where it is. */
  static Platform of(Path varFolder) throws Failure {
    return new Platform(Whereabouts.readFrom(varFolder).orElseThrow(Platform::notRunning));
  }

  /** Where pages and API are. */
  URI address() {
    return where.address();
  }

  /** What a route answers. */
  JsonNode get(String route) throws Failure {
    return answered(request(route).GET().build());
  }

  /** What a route answers that does not speak JSON. */
  String text(String route) throws Failure {
    HttpResponse<String> answer =
        sent(
            request(route).GET().build(),
            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (answer.statusCode() >= FIRST_REFUSAL) {
      throw refused(answer.statusCode(), answer.body());
    }
    return answer.body();
  }

  /** What a route answers that is no text. */
  byte[] bytes(String route) throws Failure {
    HttpResponse<byte[]> answer =
        sent(request(route).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() >= FIRST_REFUSAL) {
      throw refused(answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8));
    }
    return answer.body();
  }

  /** How the platform's parts are; an unwell one is no refusal. */
  JsonNode health() throws Failure {
    HttpResponse<String> answer =
        sent(
            request("/api/health").GET().build(),
            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    return answer.statusCode() == UNAVAILABLE ? read(answer.body()) : accepted(answer);
  }

  /** Asks for something to be done; the body is an object of these fields. */
  JsonNode post(String route, Map<String, ?> body) throws Failure {
    String text;
    try {
      text = JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("plain texts cannot be written as JSON", e);
    }
    return answered(
        request(route)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(text))
            .build());
  }

  /** Sends bytes. */
  JsonNode postBytes(String route, byte[] body) throws Failure {
    return answered(request(route).POST(HttpRequest.BodyPublishers.ofByteArray(body)).build());
  }

  /** Sends a file, piece by piece. */
  JsonNode upload(String route, Path file) throws Failure {
    try {
      return answered(
          request(route)
              .timeout(UPLOAD_PATIENCE)
              .POST(HttpRequest.BodyPublishers.ofFile(file))
              .build());
    } catch (FileNotFoundException e) {
      throw Failure.of("cannot read " + file);
    }
  }

  /** An answer that goes on until the platform ends it. */
  InputStream stream(String route) throws Failure {
    HttpRequest request = request(route).header("Accept", "application/x-ndjson").GET().build();
    HttpResponse<InputStream> answer = sent(request, HttpResponse.BodyHandlers.ofInputStream());
    if (answer.statusCode() >= FIRST_REFUSAL) {
      try (InputStream body = answer.body()) {
        throw refused(answer.statusCode(), new String(body.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw refused(answer.statusCode(), "");
      }
    }
    return answer.body();
  }

  /** A name as part of a route. */
  static String part(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private HttpRequest.Builder request(String route) {
    return HttpRequest.newBuilder(where.address().resolve(route))
        .header("Authorization", "Bearer " + where.token())
        .timeout(PATIENCE);
  }

  private JsonNode answered(HttpRequest request) throws Failure {
    return accepted(sent(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
  }

  private JsonNode accepted(HttpResponse<String> answer) throws Failure {
    if (answer.statusCode() >= FIRST_REFUSAL) {
      throw refused(answer.statusCode(), answer.body());
    }
    return read(answer.body());
  }

  private JsonNode read(String body) throws Failure {
    try {
      return body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw Failure.of("the platform at " + where.address() + " does not answer in JSON");
    }
  }

  private <T> HttpResponse<T> sent(HttpRequest request, HttpResponse.BodyHandler<T> as)
      throws Failure {
    try {
      return client.send(request, as);
    } catch (java.net.ConnectException e) {
      throw notRunning();
    } catch (IOException e) {
      throw Failure.of(
          "the platform at " + where.address() + " does not answer: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failure.of("interrupted");
    }
  }

  private Failure refused(int status, String body) {
    if (status == UNAUTHORISED) {
      return Failure.of("the platform at " + where.address() + " does not know our token");
    }
    try {
      String why = JSON.readTree(body).path("error").asText("");
      if (!why.isEmpty()) {
        return Failure.of(why);
      }
    } catch (JsonProcessingException e) {
      // Not from our API, or cut off: the code alone is told.
    }
    return Failure.of("refused (HTTP " + status + ")");
  }

  private static Failure notRunning() {
    return new Failure(
        ExitCode.NOT_RUNNING, "the platform is not running; ./ringmaster up starts it");
  }
}

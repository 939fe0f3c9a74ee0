// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.ringmaster.server.cli.Whereabouts;

/** The running platform's API, as the command line uses it. */
public final class PlatformApi {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CONFLICT = 409;
  private static final int FAILED = 400;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Whereabouts where;

  /** The API of the platform that is found there. */
  public PlatformApi(Whereabouts where) {
    this.where = where;
  }

  /** What it answers. */
  public JsonNode get(String path) throws IOException, InterruptedException {
    return send(request(path).GET().build());
  }

  /** Asks for something; that it is so already is no failure. */
  public void post(String path, String body) throws IOException, InterruptedException {
    send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  String address() {
    return where.address().toString();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(where.address().resolve(path))
        .timeout(Duration.ofSeconds(10))
        .header("Authorization", "Bearer " + where.token());
  }

  /** What it answers, as text. */
  public String text(String path) throws IOException, InterruptedException {
    return answer(request(path).GET().build());
  }

  private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
    String body = answer(request);
    return body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body);
  }

  private String answer(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= FAILED && answer.statusCode() != CONFLICT) {
      throw new IOException(request.uri() + " answered " + answer.statusCode());
    }
    return answer.body();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The few ARI requests the lab itself needs, to an Asterisk of its own, one at a time. Ringmaster's
 * ARI lives elsewhere and is another thing altogether.
 */
final class AriRequests {
  private static final Pattern VALUE = Pattern.compile("\"value\"\\s*:\\s*\"([^\"]*)\"");
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final LabAsterisk asterisk;

  AriRequests(LabAsterisk asterisk) {
    this.asterisk = asterisk;
  }

  /** Sends a request and returns its status code. */
  int send(String method, String path, Map<String, String> query, String jsonBody) {
    return answer(method, path, query, jsonBody).statusCode();
  }

  /** The value of a variable that a request names. */
  String value(String path, String variable) {
    String body = answer("GET", path, Map.of("variable", variable), "").body();
    Matcher value = VALUE.matcher(body);
    if (!value.find()) {
      throw new IllegalStateException("no " + variable + ": " + body);
    }
    return value.group(1);
  }

  private HttpResponse<String> answer(
      String method, String path, Map<String, String> query, String jsonBody) {
    String words =
        query.entrySet().stream()
            .map(word -> word.getKey() + "=" + encoded(word.getValue()))
            .collect(Collectors.joining("&"));
    URI uri = URI.create("http://127.0.0.1:" + asterisk.httpPort() + "/ari/" + path + "?" + words);
    String login = asterisk.ariUser() + ":" + asterisk.ariSecret();
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
            .method(method, HttpRequest.BodyPublishers.ofString(jsonBody))
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(method + " " + path + " failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted in " + method + " " + path, e);
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}

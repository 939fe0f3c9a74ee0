// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.typed;

import ch.loway.oss.ari4java.tools.HttpParam;
import ch.loway.oss.ari4java.tools.HttpResponse;
import ch.loway.oss.ari4java.tools.RestException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.ringmaster.aribridge.transport.AriAddress;

/**
 * Fetches what is no text, such as a recording: Asterisk refuses that over a WebSocket. One HTTP
 * request each. Any thread.
 */
final class BinaryRequests implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final AriAddress address;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  BinaryRequests(AriAddress address) {
    this.address = address;
  }

  byte[] fetch(
      String uri,
      String method,
      @Nullable List<HttpParam> query,
      @Nullable String body,
      @Nullable List<HttpResponse> errors)
      throws RestException {
    try {
      return judged(
          client.send(request(uri, method, query, body), BodyHandlers.ofByteArray()), errors);
    } catch (IOException failure) {
      throw new RestException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new RestException(interrupted);
    }
  }

  CompletableFuture<byte[]> fetchLater(
      String uri,
      String method,
      @Nullable List<HttpParam> query,
      @Nullable String body,
      @Nullable List<HttpResponse> errors) {
    return client
        .sendAsync(request(uri, method, query, body), BodyHandlers.ofByteArray())
        .thenCompose(
            response -> {
              try {
                return CompletableFuture.completedFuture(judged(response, errors));
              } catch (RestException failure) {
                return CompletableFuture.failedFuture(failure);
              }
            });
  }

  private HttpRequest request(
      String uri, String method, @Nullable List<HttpParam> query, @Nullable String body) {
    String below = TypedRequests.request(method, uri, query, body).uri();
    return HttpRequest.newBuilder(URI.create(address.url() + below))
        .timeout(TIMEOUT)
        .header("Authorization", address.authorization())
        .header("Content-Type", "application/json")
        .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
        .build();
  }

  private static byte[] judged(
      java.net.http.HttpResponse<byte[]> response, @Nullable List<HttpResponse> errors)
      throws RestException {
    int status = response.statusCode();
    if (status < 200 || status > 299) {
      String text = new String(response.body(), StandardCharsets.UTF_8);
      throw TypedRequests.failure(status, text, errors);
    }
    return response.body();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}

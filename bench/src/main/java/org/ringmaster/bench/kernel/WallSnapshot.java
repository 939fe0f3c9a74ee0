// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.kernel;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The first message a wallboard gets: all rows. */
final class WallSnapshot implements WebSocket.Listener {
  private final StringBuilder text = new StringBuilder();
  private final CompletableFuture<String> whole = new CompletableFuture<>();

  private WallSnapshot() {}

  /** Looks once. */
  static ObjectNode of(URI wall, String token) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      WallSnapshot listener = new WallSnapshot();
      WebSocket socket =
          client
              .newWebSocketBuilder()
              .header("Authorization", "Bearer " + token)
              .buildAsync(URI.create("ws://" + wall.getAuthority() + "/live"), listener)
              .get(10, TimeUnit.SECONDS);
      try {
        return (ObjectNode) new ObjectMapper().readTree(listener.whole.get(10, TimeUnit.SECONDS));
      } finally {
        socket.abort();
      }
    }
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    text.append(part);
    if (last) {
      whole.complete(text.toString());
    }
    from.request(1);
    return null;
  }
}

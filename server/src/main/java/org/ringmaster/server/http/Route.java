// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ringmaster.server.config.Role;

/**
 * One thing that can be asked.
 *
 * @param path such as {@code /api/queues/{queue}}; a part in braces matches any one part
 * @param role who may ask at least; null: anybody, without a login
 * @param serve answers on an event loop, so it never waits
 */
public record Route(
    String method,
    String path,
    @Nullable Role role,
    Function<WebRequest, CompletionStage<Reply>> serve) {

  static Route get(String path, @Nullable Role role, Function<WebRequest, Reply> serve) {
    return now("GET", path, role, serve);
  }

  static Route now(
      String method, String path, @Nullable Role role, Function<WebRequest, Reply> serve) {
    return new Route(
        method, path, role, asked -> CompletableFuture.completedFuture(serve.apply(asked)));
  }

  static Route later(
      String method,
      String path,
      @Nullable Role role,
      Function<WebRequest, CompletionStage<Reply>> serve) {
    return new Route(method, path, role, serve);
  }

  /** The variable parts where the path fits, else null. */
  @Nullable Map<String, String> match(String asked) {
    return match(path, asked);
  }

  /** The variable parts where the asked path fits the pattern, else null. */
  static @Nullable Map<String, String> match(String pattern, String asked) {
    String[] ours = pattern.split("/", -1);
    String[] theirs = asked.split("/", -1);
    if (ours.length != theirs.length) {
      return null;
    }
    Map<String, String> parts = new LinkedHashMap<>();
    for (int i = 0; i < ours.length; i++) {
      if (ours[i].startsWith("{") && !theirs[i].isEmpty()) {
        parts.put(ours[i].substring(1, ours[i].length() - 1), theirs[i]);
      } else if (!ours[i].equals(theirs[i])) {
        return null;
      }
    }
    return parts;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.ringmaster.server.config.ConfigurationRefused;
import org.ringmaster.server.config.ConfigurationSource.Reload;
import org.ringmaster.server.config.Role;

/** What can be asked about the configuration. */
final class ConfigRoutes {

  private final Reloading reloading;

  ConfigRoutes(Reloading reloading) {
    this.reloading = reloading;
  }

  List<Route> routes() {
    return List.of(Route.later("POST", "/api/config/reload", Role.ADMIN, asked -> reload()));
  }

  private CompletionStage<Reply> reload() {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            Reload done = reloading.reload();
            return Reply.json(200, out -> write(out, done));
          } catch (ConfigurationRefused e) {
            return Reply.error(409, String.valueOf(e.getMessage()));
          }
        });
  }

  private static void write(JsonGenerator out, Reload done) throws IOException {
    out.writeStartObject();
    words(out, "changed", done.changed());
    words(out, "atNextStart", done.atNextStart());
    words(out, "warnings", done.warnings());
    out.writeEndObject();
  }

  private static void words(JsonGenerator out, String name, List<String> words) throws IOException {
    out.writeArrayFieldStart(name);
    for (String word : words) {
      out.writeString(word);
    }
    out.writeEndArray();
  }
}

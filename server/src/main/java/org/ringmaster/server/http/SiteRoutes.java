// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.common.TextFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.ringmaster.server.config.Role;

/** What concerns the platform itself: its health, its metrics, the description of the API. */
final class SiteRoutes {

  private final Health health;
  private final CollectorRegistry metrics;
  private final byte[] openApi;

  SiteRoutes(Health health, CollectorRegistry metrics) {
    this.health = health;
    this.metrics = metrics;
    this.openApi = openApi();
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/health", Role.VIEWER, asked -> health()),
        Route.get(
            "/api/openapi.yaml",
            null,
            asked ->
                new Reply(200, "application/yaml", openApi, List.of("cache-control", "no-cache"))),
        Route.get("/metrics", Role.VIEWER, asked -> metrics()));
  }

  private Reply health() {
    List<Health.Part> parts = health.parts();
    boolean well = parts.stream().allMatch(Health.Part::well);
    return Reply.json(
        well ? 200 : 503,
        out -> {
          out.writeStartObject();
          out.writeBooleanField("well", well);
          out.writeArrayFieldStart("parts");
          for (Health.Part part : parts) {
            out.writeStartObject();
            out.writeStringField("name", part.name());
            out.writeBooleanField("well", part.well());
            out.writeStringField("detail", part.detail());
            out.writeEndObject();
          }
          out.writeEndArray();
          out.writeEndObject();
        });
  }

  private Reply metrics() {
    StringWriter text = new StringWriter(8_192);
    try {
      TextFormat.write004(text, metrics.metricFamilySamples());
    } catch (IOException e) {
      throw new UncheckedIOException("a string refused text", e);
    }
    return new Reply(
        200,
        TextFormat.CONTENT_TYPE_004,
        text.toString().getBytes(StandardCharsets.UTF_8),
        List.of("cache-control", "no-store"));
  }

  private static byte[] openApi() {
    try (InputStream in = SiteRoutes.class.getResourceAsStream("openapi.yaml")) {
      return Objects.requireNonNull(in, "openapi.yaml is not in the jar").readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("openapi.yaml cannot be read from the jar", e);
    }
  }
}

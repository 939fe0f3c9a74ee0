// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that can be asked, and which of it a request means. Immutable; any thread. */
final class Routes {

  /** A route with the variable parts of its path, or the methods that the path does allow. */
  record Found(@Nullable Route route, Map<String, String> parts, List<String> allowed) {}

  /** A takeover with the variable parts of its path. */
  record FoundTakeover(Takeover takeover, Map<String, String> parts) {}

  private final List<Route> routes;
  private final List<Takeover> takeovers;

  Routes(List<Route> routes, List<Takeover> takeovers) {
    this.routes = List.copyOf(routes);
    this.takeovers = List.copyOf(takeovers);
  }

  List<Route> all() {
    return routes;
  }

  List<Takeover> takeovers() {
    return takeovers;
  }

  Found find(String method, String path) {
    List<String> allowed = new ArrayList<>();
    for (Route route : routes) {
      Map<String, String> parts = route.match(path);
      if (parts != null && route.method().equals(method)) {
        return new Found(route, parts, List.of());
      }
      if (parts != null) {
        allowed.add(route.method());
      }
    }
    return new Found(null, Map.of(), allowed);
  }

  @Nullable FoundTakeover findTakeover(String path) {
    for (Takeover takeover : takeovers) {
      Map<String, String> parts = Route.match(takeover.path(), path);
      if (parts != null) {
        return new FoundTakeover(takeover, parts);
      }
    }
    return null;
  }
}

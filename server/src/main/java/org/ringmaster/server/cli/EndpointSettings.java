// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What must stand at an endpoint of an Asterisk of the user's own, so that nobody but the platform
 * moves its legs. Each setting works without, but badly: a leg that moves itself is lost to the
 * books.
 */
final class EndpointSettings {
  private static final Set<String> NO = Set.of("no", "false", "off", "0");
  private static final Set<String> YES = Set.of("yes", "true", "on", "1", "always", "required");

  private final List<String> lines = new ArrayList<>();
  private final List<String> found = new ArrayList<>();

  /**
   * Compares one endpoint with what it should have.
   *
   * @param transferKey whether its own transfer key is to be heeded
   * @param attributes what Asterisk has, as ARI tells it: pairs of attribute and value
   */
  void compare(String endpoint, boolean transferKey, JsonNode attributes) {
    Map<String, String> has = new LinkedHashMap<>();
    attributes.forEach(one -> has.put(one.path("attribute").asText(), one.path("value").asText()));
    List<String> other = new ArrayList<>();
    must(has, "allow_transfer", transferKey, other);
    must(has, "direct_media", false, other);
    must(has, "timers", true, other);
    must(has, "send_connected_line", false, other);
    if (!other.isEmpty()) {
      lines.add("[" + endpoint + "]   ; in pjsip.conf, the section of type endpoint");
      lines.addAll(other);
      found.add(endpoint);
    }
  }

  private static void must(
      Map<String, String> has, String attribute, boolean yes, List<String> other) {
    String value = has.getOrDefault(attribute, "");
    if (!(yes ? YES : NO).contains(value)) {
      other.add(attribute + " = " + (yes ? "yes" : "no"));
    }
  }

  /** What is found of a node. */
  Check check(String what) {
    return found.isEmpty()
        ? Check.ok(what, "legs are moved by nobody else")
        : Check.warn(
            what,
            "others may move legs, or see who is on the line, at " + String.join(", ", found),
            lines.toArray(String[]::new));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was asked, once it is whole and its asker is known.
 *
 * @param user who asks; null only on routes open to all
 * @param session the token of the session it came with; null for a bearer or none
 * @param path the variable parts of the path by name
 * @param query the first value of each query parameter
 */
public record WebRequest(
    @Nullable User user,
    @Nullable String session,
    Map<String, String> path,
    Map<String, List<String>> query,
    byte[] body,
    boolean encrypted,
    InetAddress from) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Who asks, on a route that needs a login. */
  public User who() {
    return Objects.requireNonNull(user);
  }

  /** A variable part of the path. */
  public String part(String name) {
    return Objects.requireNonNull(path.get(name));
  }

  /** The first value of a query parameter, or what is usual where it was not given. */
  public String first(String name, String usual) {
    List<String> values = query.getOrDefault(name, List.of());
    return values.isEmpty() ? usual : values.getFirst();
  }

  /**
   * The first value of a query parameter.
   *
   * @throws RefusedRequest where it was not given
   */
  public String wanted(String name) {
    String value = first(name, "");
    if (value.isEmpty()) {
      throw new RefusedRequest(400, "'" + name + "' is missing.", null);
    }
    return value;
  }

  /** Whether a query parameter is {@code true}. */
  public boolean wants(String name) {
    return query.getOrDefault(name, List.of()).contains("true");
  }

  /**
   * The body as a JSON object; an empty one where there is no body.
   *
   * @throws RefusedRequest when it is not a JSON object
   */
  public JsonNode json() {
    if (body.length == 0) {
      return JsonNodeFactory.instance.objectNode();
    }
    try {
      JsonNode node = MAPPER.readTree(body);
      if (node != null && node.isObject()) {
        return node;
      }
    } catch (IOException e) {
      throw new RefusedRequest(400, "The body is not JSON.", e);
    }
    throw new RefusedRequest(400, "The body must be a JSON object.", null);
  }

  /** A text of the body's object, or null where it has none. */
  public @Nullable String text(String name) {
    JsonNode value = json().get(name);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isTextual() || value.textValue().length() > 256) {
      throw new RefusedRequest(400, "'" + name + "' must be a short text.", null);
    }
    return value.textValue();
  }

  /** A long text of the body's object with its line breaks; empty where it has none. */
  public String prose(String name, int most) {
    JsonNode value = json().path(name);
    String text = value.isTextual() ? value.textValue() : "";
    boolean fits = value.isTextual() || value.isMissingNode() || value.isNull();
    if (!fits || text.length() > most || text.indexOf('\0') >= 0) {
      throw new RefusedRequest(
          400, "'" + name + "' must be a text of " + most + " letters at most.", null);
    }
    return text;
  }

  /**
   * A whole number of the body's object.
   *
   * @param otherwise what it is where the body has none
   */
  public long whole(String name, long least, long most, long otherwise) {
    JsonNode value = json().get(name);
    if (value == null || value.isNull()) {
      return otherwise;
    }
    boolean fits =
        value.isIntegralNumber()
            && value.canConvertToLong()
            && value.longValue() >= least
            && value.longValue() <= most;
    if (!fits) {
      throw new RefusedRequest(
          400, "'" + name + "' must be a whole number from " + least + " to " + most + ".", null);
    }
    return value.longValue();
  }

  /** A query parameter that is a whole number; 0 where it is missing. */
  public long number(String name) {
    String text = query.getOrDefault(name, List.of("0")).getFirst();
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new RefusedRequest(400, "'" + name + "' must be a whole number.", e);
    }
  }

  /** What to throw where the request cannot be served; the sentence goes to the one who asked. */
  public RuntimeException refusal(int code, String why) {
    return new RefusedRequest(code, why, null);
  }

  /** Never shows the body: it may hold a password. */
  @Override
  public String toString() {
    return "WebRequest[path=" + path + "]";
  }
}

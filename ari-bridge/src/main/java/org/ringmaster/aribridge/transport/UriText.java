// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.transport;

import java.nio.charset.StandardCharsets;

/**
 * Builds a request's path and query with every value percent-encoded, so that no text can become
 * another path or parameter. Not thread-safe.
 */
public final class UriText {
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private final StringBuilder text = new StringBuilder(96);
  private boolean query;

  /** Begins with a resource, such as {@code channels}; must be plain text of the code itself. */
  public static UriText of(String resource) {
    UriText uri = new UriText();
    uri.text.append(resource);
    return uri;
  }

  /** Adds a path segment. */
  public UriText path(String segment) {
    text.append('/');
    encode(text, segment);
    return this;
  }

  /** Adds a query parameter. */
  public UriText with(String name, String value) {
    text.append(query ? '&' : '?').append(name).append('=');
    query = true;
    encode(text, value);
    return this;
  }

  /** Adds a query parameter. */
  public UriText with(String name, long value) {
    return with(name, Long.toString(value));
  }

  /** The path and query so far. */
  @Override
  public String toString() {
    return text.toString();
  }

  /** Encodes everything but RFC 3986's unreserved characters. */
  static void encode(StringBuilder into, String value) {
    for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
      if (isUnreserved(b)) {
        into.append((char) b);
      } else {
        into.append('%').append(HEX[(b >> 4) & 15]).append(HEX[b & 15]);
      }
    }
  }

  private static boolean isUnreserved(byte b) {
    return (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || (b >= '0' && b <= '9')
        || b == '-'
        || b == '.'
        || b == '_'
        || b == '~';
  }
}

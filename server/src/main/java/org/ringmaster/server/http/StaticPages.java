// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The pages, read once from the jar. Only files on the build's own list are known, so no path leads
 * anywhere else. Immutable; any thread.
 */
final class StaticPages {

  private static final String FOLDER = "/org/ringmaster/server/web/";
  private static final String LIST = "files.txt";

  /** One page that shows itself differently: to staff, on a wall, to an agent. */
  private static final List<String> PLACES = List.of("/", "/tv", "/desk");

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; media-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  /** One file as it is served. */
  record Page(Reply reply, String tag) {}

  private final Map<String, Page> pages = new LinkedHashMap<>();

  StaticPages() {
    for (String name : new String(read(LIST), StandardCharsets.UTF_8).split("\n")) {
      pages.put("/" + name.strip(), page(name.strip()));
    }
    Page index = Objects.requireNonNull(pages.get("/index.html"), "index.html is not built");
    for (String place : PLACES) {
      pages.put(place, index);
    }
  }

  /** The page at a path, or null. */
  @Nullable Page at(String path) {
    return pages.get(path);
  }

  private static Page page(String name) {
    byte[] body = read(name);
    String tag = "\"" + hash(body) + "\"";
    // Names of assets carry a hash of their content; the one page that names them is asked anew.
    String caching = name.startsWith("assets/") ? "max-age=31536000, immutable" : "no-cache";
    Reply reply =
        new Reply(
            200,
            type(name),
            body,
            List.of("cache-control", caching, "etag", tag, "content-security-policy", POLICY));
    return new Page(reply, tag);
  }

  private static String type(String name) {
    String end = name.substring(name.lastIndexOf('.') + 1);
    return switch (end) {
      case "html" -> "text/html; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      case "svg" -> "image/svg+xml";
      default -> "application/octet-stream";
    };
  }

  private static byte[] read(String name) {
    try (InputStream in = StaticPages.class.getResourceAsStream(FOLDER + name)) {
      return Objects.requireNonNull(in, () -> FOLDER + name + " is not on the class path")
          .readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read from the jar", e);
    }
  }

  private static String hash(byte[] body) {
    try {
      byte[] whole = MessageDigest.getInstance("SHA-256").digest(body);
      return HexFormat.of().formatHex(whole, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}

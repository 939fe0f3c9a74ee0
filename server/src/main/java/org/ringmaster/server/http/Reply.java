// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What we answer.
 *
 * @param type the content type
 * @param headers further headers, as name and value in turn
 */
public record Reply(int code, String type, byte[] body, List<String> headers) {

  static final JsonFactory JSON = new JsonFactory();

  /** Writes one JSON value. */
  @FunctionalInterface
  public interface Json {
    /** Writes it. */
    void write(JsonGenerator out) throws IOException;
  }

  /** A JSON value. */
  public static Reply json(int code, Json json) {
    return new Reply(code, "application/json", bytes(json), List.of("cache-control", "no-store"));
  }

  /** Why not, as a sentence. */
  public static Reply error(int code, String why) {
    return json(
        code,
        out -> {
          out.writeStartObject();
          out.writeStringField("error", why);
          out.writeEndObject();
        });
  }

  /** The same with one more header. */
  public Reply with(String header, String value) {
    List<String> more = new ArrayList<>(headers);
    more.add(header);
    more.add(value);
    return new Reply(code, type, body, List.copyOf(more));
  }

  /** A JSON value as bytes. */
  public static byte[] bytes(Json json) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      json.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException("a byte array refused bytes", e);
    }
    return bytes.toByteArray();
  }
}

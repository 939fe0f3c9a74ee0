// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintStream;
import java.util.List;

/**
 * Where a verb prints. Always UTF-8, because names are.
 *
 * @param out answers
 * @param err what went wrong
 */
public record Terminal(PrintStream out, PrintStream err) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  void line(String text) {
    out.println(Plain.text(text));
  }

  void lines(List<String> lines) {
    lines.forEach(this::line);
  }

  /** What programs read, as it is: CSV and JSON. */
  void raw(String text) {
    out.println(text);
  }

  /** One JSON value over several lines. */
  void json(Object value) {
    try {
      out.println(Plain.json(JSON.writeValueAsString(value)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer cannot be written as JSON", e);
    }
  }

  void error(String sentence) {
    err.println("ringmaster: " + Plain.text(sentence));
  }
}

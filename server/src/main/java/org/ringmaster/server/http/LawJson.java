// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.ringmaster.server.config.Law;
import org.ringmaster.server.config.LawRule;
import org.ringmaster.server.config.Laws;

/** The presets of law that a campaign names, as JSON, with what each value rests on. */
final class LawJson {

  private LawJson() {}

  /**
   * Writes them.
   *
   * @param held names with the dates from which their values hold, as a plan has them
   */
  static void write(JsonGenerator out, List<String> held) throws IOException {
    out.writeArrayFieldStart("laws");
    for (String each : held) {
      String[] parts = each.split(" ", 2);
      out.writeStartObject();
      out.writeStringField("name", parts[0]);
      out.writeStringField("date", parts.length > 1 ? parts[1] : "");
      List<Law> known = Laws.of(List.of(parts[0]));
      out.writeStringField("title", known.isEmpty() ? "" : known.getFirst().title());
      out.writeArrayFieldStart("values");
      for (LawRule rule : known.isEmpty() ? List.<LawRule>of() : known.getFirst().rules()) {
        out.writeStartObject();
        out.writeStringField("key", rule.field().key());
        out.writeStringField("value", rule.bound());
        out.writeStringField("status", rule.status());
        out.writeStringField("source", rule.source());
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeEndObject();
    }
    out.writeEndArray();
  }
}

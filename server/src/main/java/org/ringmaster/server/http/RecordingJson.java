// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.history.PastRecordings;

/** Recordings as JSON. */
final class RecordingJson {

  private RecordingJson() {}

  static void list(JsonGenerator out, List<PastRecordings.Line> lines) throws IOException {
    out.writeStartObject();
    out.writeArrayFieldStart("recordings");
    for (PastRecordings.Line line : lines) {
      out.writeStartObject();
      line(out, line);
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  static void whole(JsonGenerator out, PastRecordings.Whole whole) throws IOException {
    out.writeStartObject();
    line(out, whole.line());
    out.writeArrayFieldStart("partList");
    for (PastRecordings.PartLine part : whole.parts()) {
      part(out, part);
    }
    out.writeEndArray();
    acts(out, "acts", whole.acts());
    acts(out, "uses", whole.uses());
    out.writeEndObject();
  }

  private static void line(JsonGenerator out, PastRecordings.Line line) throws IOException {
    out.writeStringField("call", line.call());
    out.writeStringField("queue", line.queue());
    out.writeStringField("policy", word(line.policy()));
    out.writeStringField("askedBy", line.askedBy());
    at(out, "beganAtMillis", line.beganMillis());
    at(out, "endedAtMillis", line.endedMillis());
    out.writeNumberField("parts", line.parts());
    out.writeNumberField("kept", line.kept());
    out.writeNumberField("lengthMillis", line.lengthMillis());
    out.writeStringField("agents", line.agents());
  }

  private static void part(JsonGenerator out, PastRecordings.PartLine part) throws IOException {
    out.writeStartObject();
    out.writeStringField("recording", part.recording());
    out.writeNumberField("part", part.part());
    out.writeStringField("node", part.node());
    out.writeStringField("scene", word(part.scene()));
    out.writeStringField("agent", part.agent());
    out.writeStringField("queue", part.queue());
    at(out, "beganAtMillis", part.beganMillis());
    out.writeStringField("beganWhy", word(part.beganWhy()));
    at(out, "endedAtMillis", part.endedMillis());
    out.writeStringField("endedWhy", word(part.endedWhy()));
    out.writeStringField("file", state(part));
    out.writeStringField("sha256", part.sha256());
    out.writeNumberField("bytes", part.bytes());
    out.writeNumberField("lengthMillis", part.lengthMillis());
    at(out, "expiresAtMillis", part.expiresMillis());
    at(out, "deletedAtMillis", part.deletedMillis());
    out.writeStringField("deletedWhy", word(part.deletedWhy()));
    out.writeStringField("deletedBy", part.deletedBy());
    out.writeNumberField("failedTries", part.failedTries());
    out.writeStringField("lastFailure", part.lastFailure());
    out.writeEndObject();
  }

  /** What became of the file, in a word. */
  private static String state(PastRecordings.PartLine part) {
    if (part.deletedMillis() > 0) {
      return "deleted";
    }
    if (part.keptMillis() > 0) {
      return "kept";
    }
    if (part.notThereMillis() > 0) {
      return "not there";
    }
    return part.endedMillis() > 0 ? "to be fetched" : "under way";
  }

  private static void acts(JsonGenerator out, String name, List<PastRecordings.Act> acts)
      throws IOException {
    out.writeArrayFieldStart(name);
    for (PastRecordings.Act act : acts) {
      out.writeStartObject();
      if (act.part() != null) {
        out.writeStringField("recording", act.part());
      }
      out.writeStringField("what", word(act.what()));
      out.writeStringField("author", act.author());
      at(out, "atMillis", act.atMillis());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void at(JsonGenerator out, String name, long millis) throws IOException {
    if (millis == 0) {
      out.writeNullField(name);
    } else {
      out.writeNumberField(name, millis);
    }
  }

  private static @Nullable String word(@Nullable String constant) {
    return constant == null ? null : constant.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}

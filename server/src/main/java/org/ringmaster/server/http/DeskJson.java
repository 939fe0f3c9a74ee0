// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.board.AgentRow;
import org.ringmaster.core.board.CallRow;
import org.ringmaster.core.board.DeskRow;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.desk.DeskBooks;
import org.ringmaster.core.desk.DeskWork;
import org.ringmaster.core.desk.DispositionRule;
import org.ringmaster.core.recording.CallRecording;
import org.ringmaster.server.config.DispositionSettings;
import org.ringmaster.server.config.PauseReasonSettings;

/** What an agent's page shows, as JSON. */
public final class DeskJson {

  private static final long MICROS_PER_MILLI = 1_000;

  private DeskJson() {}

  /** The words that a page offers. */
  public record Words(
      List<PauseReasonSettings> pauseReasons,
      List<DispositionSettings> dispositions,
      List<DispositionRule> rules) {

    /** The same dispositions for all queues. */
    public Words(List<PauseReasonSettings> pauseReasons, List<DispositionSettings> dispositions) {
      this(pauseReasons, dispositions, List.of());
    }

    /** What can be said of a contact. */
    List<DispositionSettings> dispositionsOf(@Nullable DeskWork work) {
      for (DispositionRule rule : rules) {
        if (work != null && rule.queue().equals(work.queue()) && !rule.codes().isEmpty()) {
          return dispositions.stream()
              .filter(one -> rule.codes().contains(one.disposition()))
              .toList();
        }
      }
      return dispositions;
    }
  }

  /**
   * A desk.
   *
   * @param agent null where the configuration has none of that name
   * @param call the call that the agent is rung for, is in, or was in last
   * @param names how people read that call's queue
   */
  public static void desk(
      JsonGenerator out,
      @Nullable AgentRow agent,
      DeskRow desk,
      @Nullable CallRow call,
      Words words,
      QueueNames names)
      throws IOException {
    out.writeFieldName("agent");
    if (agent == null) {
      out.writeNull();
    } else {
      BoardJson.agent(out, agent);
    }
    out.writeBooleanField("attends", desk.attends());
    out.writeFieldName("call");
    if (call == null) {
      out.writeNull();
    } else {
      BoardJson.call(out, call, true, names);
    }
    work(out, desk.work());
    out.writeStringField("talk", desk.talk() == null ? null : BoardJson.word(desk.talk().state()));
    recording(out, desk);
    refusal(out, desk.refusal());
    out.writeArrayFieldStart("pauseReasons");
    for (PauseReasonSettings one : words.pauseReasons()) {
      out.writeStartObject();
      fields(out, one.reason().value(), one.name(), one.digit());
      out.writeNumberField("mostMillis", one.limit().mostMillis());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeArrayFieldStart("dispositions");
    for (DispositionSettings one : words.dispositionsOf(desk.work())) {
      out.writeStartObject();
      fields(out, one.disposition().value(), one.name(), one.digit());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  /** Whom agents have parked: any of them may fetch one, with the number masked until then. */
  public static void parked(JsonGenerator out, List<CallRow> parked, QueueNames names)
      throws IOException {
    out.writeArrayFieldStart("parked");
    for (CallRow row : parked) {
      BoardJson.call(out, row, false, names);
    }
    out.writeEndArray();
  }

  private static void recording(JsonGenerator out, DeskRow desk) throws IOException {
    out.writeBooleanField("records", desk.records());
    out.writeFieldName("recording");
    CallRecording recording = desk.recording();
    if (recording == null) {
      out.writeNull();
      return;
    }
    out.writeStartObject();
    out.writeStringField("state", BoardJson.word(recording.state()));
    out.writeBooleanField("recorded", recording.isRecorded());
    out.writeEndObject();
  }

  private static void refusal(JsonGenerator out, DeskBooks.@Nullable Refusal refusal)
      throws IOException {
    if (refusal == null) {
      out.writeNullField("refusal");
      return;
    }
    out.writeObjectFieldStart("refusal");
    out.writeStringField("why", refusal.why());
    out.writeNumberField("atMillis", refusal.atMicros() / MICROS_PER_MILLI);
    out.writeEndObject();
  }

  private static void fields(JsonGenerator out, String id, @Nullable String name, int digit)
      throws IOException {
    out.writeStringField("id", id);
    out.writeStringField("name", name);
    out.writeNumberField("digit", digit);
  }

  private static void work(JsonGenerator out, @Nullable DeskWork work) throws IOException {
    out.writeFieldName("work");
    if (work == null) {
      out.writeNull();
      return;
    }
    out.writeStartObject();
    out.writeStringField("call", work.call().value());
    out.writeStringField("note", work.note() == null ? "" : work.note().text());
    out.writeNumberField("noteVersion", work.noteVersion());
    out.writeStringField(
        "disposition", work.disposition() == null ? null : work.disposition().value());
    out.writeNumberField("flags", work.flags());
    out.writeEndObject();
  }

  /** Where a caller has been before. */
  static Reply contacts(CallId call, List<Callers.Contact> contacts, QueueNames names) {
    return Reply.json(
        200,
        out -> {
          out.writeStartObject();
          out.writeStringField("call", call.value());
          out.writeArrayFieldStart("contacts");
          for (Callers.Contact one : contacts) {
            contact(out, one, names);
          }
          out.writeEndArray();
          out.writeEndObject();
        });
  }

  private static void contact(JsonGenerator out, Callers.Contact one, QueueNames names)
      throws IOException {
    out.writeStartObject();
    out.writeStringField("medium", one.medium());
    out.writeNumberField("beganAtMillis", one.beganAtMillis());
    if (one.endedAtMillis() == 0) {
      out.writeNullField("endedAtMillis");
    } else {
      out.writeNumberField("endedAtMillis", one.endedAtMillis());
    }
    out.writeStringField("outcome", one.outcome());
    names.write(out, one.queue());
    out.writeStringField("agent", one.agent());
    out.writeStringField("disposition", one.disposition());
    out.writeStringField("note", one.note());
    out.writeEndObject();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.util.List;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.voicemail.VoicemailFact;

/** Who left a message, where it is, and what came of it. */
final class VoicemailProjection implements Projection {
  private final StoreTable messages =
      StoreTable.of("messages")
          .key("message_id", ColumnKind.TEXT)
          .column(ColumnKind.TEXT, "queue_id", "call_id", "node", "customer_id", "number")
          .column(ColumnKind.TEXT, "recording_id")
          .column(ColumnKind.BIGINT, "duration_ms")
          .column(ColumnKind.INSTANT, "greeted_at", "left_at", "heard_at", "called_back_at")
          .column(ColumnKind.TEXT, "heard_by", "called_back_by", "called_back_call_id")
          .column(ColumnKind.INSTANT, "ended_at")
          .column(ColumnKind.TEXT, "outcome", "ended_by")
          .build();

  @Override
  public String name() {
    return "messages";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<StoreTable> tables() {
    return List.of(messages);
  }

  @Override
  public void apply(RecordedFact recorded) {
    if (recorded.fact() instanceof VoicemailFact fact) {
      apply(fact, recorded.envelope().occurredAtMicros());
    }
  }

  private void apply(VoicemailFact fact, long at) {
    switch (fact) {
      case VoicemailFact.Greeted f ->
          messages
              .fresh(f.message())
              .text("queue_id", f.queue())
              .text("call_id", f.call())
              .text("node", f.node())
              .text("customer_id", f.customer())
              .personal("number", f.number())
              .at("greeted_at", at);
      case VoicemailFact.SpeakingBegan f ->
          messages.row(f.message()).text("recording_id", f.recording());
      case VoicemailFact.Left f -> {
        StoreRow row = messages.row(f.message()).at("left_at", at);
        if (f.durationMillis() >= 0) {
          row.number("duration_ms", f.durationMillis());
        }
      }
      case VoicemailFact.NotLeft f ->
          messages.row(f.message()).at("ended_at", at).text("outcome", f.end());
      case VoicemailFact.Heard f ->
          messages.row(f.message()).at("heard_at", at).text("heard_by", f.author());
      case VoicemailFact.CalledBack f ->
          messages
              .row(f.message())
              .at("called_back_at", at)
              .text("called_back_by", f.agent())
              .text("called_back_call_id", f.by());
      case VoicemailFact.Done f ->
          messages
              .row(f.message())
              .at("ended_at", at)
              .text("outcome", "DONE")
              .text("ended_by", f.author());
      case VoicemailFact.Deleted f ->
          messages
              .row(f.message())
              .at("ended_at", at)
              .text("outcome", f.end())
              .text("ended_by", f.author());
      default -> {}
    }
  }
}

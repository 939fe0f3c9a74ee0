// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.recording.RecordingFact;

/** What of calls was recorded, part by part, and who paused it. */
final class RecordingProjection implements Projection {
  private final StoreTable recordings =
      StoreTable.of("call_recordings")
          .key("call_id", ColumnKind.TEXT)
          .column(ColumnKind.TEXT, "queue_id", "policy", "asked_by")
          .column(ColumnKind.INSTANT, "began_at", "ended_at")
          .build();
  private final StoreTable parts =
      StoreTable.of("recording_parts")
          .key("recording_id", ColumnKind.TEXT)
          .column(ColumnKind.TEXT, "call_id")
          .column(ColumnKind.INTEGER, "part")
          .column(ColumnKind.TEXT, "node", "scene", "agent_id", "queue_id")
          .column(ColumnKind.INSTANT, "began_at")
          .column(ColumnKind.TEXT, "began_why")
          .column(ColumnKind.INSTANT, "ended_at")
          .column(ColumnKind.TEXT, "ended_why")
          .build();
  private final StoreTable acts =
      StoreTable.of("recording_acts")
          .key("call_id", ColumnKind.TEXT)
          .key("sequence", ColumnKind.BIGINT)
          .column(ColumnKind.TEXT, "act", "author")
          .column(ColumnKind.INSTANT, "done_at")
          .build();

  @Override
  public String name() {
    return "recordings";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<StoreTable> tables() {
    return List.of(recordings, parts, acts);
  }

  @Override
  public void apply(RecordedFact recorded) {
    if (recorded.fact() instanceof RecordingFact fact) {
      apply(fact, recorded.sequence(), recorded.envelope().occurredAtMicros());
    }
  }

  private void apply(RecordingFact fact, long sequence, long at) {
    switch (fact) {
      case RecordingFact.Began f ->
          recordings
              .fresh(f.call())
              .text("queue_id", f.queue())
              .text("policy", f.policy())
              .text("asked_by", f.author())
              .at("began_at", at);
      case RecordingFact.PartBegan f ->
          parts
              .fresh(f.part())
              .text("call_id", f.call())
              .number("part", f.number())
              .text("node", f.node())
              .text("scene", f.scene())
              .text("agent_id", f.agent())
              .text("queue_id", f.queue())
              .at("began_at", at)
              .text("began_why", f.why());
      case RecordingFact.PartEnded f ->
          parts.row(f.part()).at("ended_at", at).text("ended_why", f.why());
      // The recording's own row says by which policy it began.
      case RecordingFact.PolicySet f -> {}
      case RecordingFact.Ended f -> recordings.row(f.call()).at("ended_at", at);
      case RecordingFact.Paused f -> act(f, "PAUSED", f.author(), sequence, at);
      case RecordingFact.Resumed f -> act(f, "RESUMED", f.author(), sequence, at);
      case RecordingFact.CardBegan f -> act(f, "CARD", f.author(), sequence, at);
      case RecordingFact.Stopped f -> act(f, "STOPPED", f.author(), sequence, at);
      case RecordingFact.Told f -> act(f, f.caller() ? "CALLER_TOLD" : "TOLD", null, sequence, at);
    }
  }

  private void act(
      RecordingFact fact, String what, @Nullable Author author, long sequence, long at) {
    acts.fresh(fact.call(), sequence).text("act", what).text("author", author).at("done_at", at);
  }
}

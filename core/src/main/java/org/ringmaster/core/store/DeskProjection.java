// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.util.List;
import org.ringmaster.core.desk.DeskFact;
import org.ringmaster.core.kernel.RecordedFact;

/** What agents wrote and said about their calls. */
final class DeskProjection implements Projection {
  private final StoreTable notes =
      StoreTable.of("call_notes")
          .key("call_id", ColumnKind.TEXT)
          .key("agent_id", ColumnKind.TEXT)
          .column(ColumnKind.TEXT, "note", "disposition")
          .column(ColumnKind.INSTANT, "noted_at", "disposed_at")
          .build();
  private final StoreTable flags =
      StoreTable.of("call_flags")
          .key("call_id", ColumnKind.TEXT)
          .key("agent_id", ColumnKind.TEXT)
          .key("number", ColumnKind.BIGINT)
          .column(ColumnKind.INSTANT, "flagged_at")
          .build();

  @Override
  public String name() {
    return "desks";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<StoreTable> tables() {
    return List.of(notes, flags);
  }

  @Override
  public void apply(RecordedFact recorded) {
    long at = recorded.envelope().occurredAtMicros();
    switch (recorded.fact()) {
      case DeskFact.NoteKept f ->
          notes.row(f.call(), f.agent()).personal("note", f.text()).at("noted_at", at);
      case DeskFact.Disposed f ->
          notes.row(f.call(), f.agent()).text("disposition", f.disposition()).at("disposed_at", at);
      case DeskFact.MomentFlagged f ->
          flags.row(f.call(), f.agent(), (long) f.number()).at("flagged_at", at);
      default -> {}
    }
  }
}

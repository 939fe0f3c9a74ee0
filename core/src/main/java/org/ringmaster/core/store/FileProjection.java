// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.util.List;
import org.ringmaster.core.file.FileFact;
import org.ringmaster.core.kernel.RecordedFact;

/** Files that nodes have recorded, and who used them. */
final class FileProjection implements Projection {
  private final StoreTable files =
      StoreTable.of("recorded_files")
          .key("recording_id", ColumnKind.TEXT)
          .column(ColumnKind.TEXT, "call_id", "node")
          .column(ColumnKind.INSTANT, "wanted_at", "expires_at")
          .column(ColumnKind.INTEGER, "failed_tries")
          .column(ColumnKind.TEXT, "last_failure")
          .column(ColumnKind.INSTANT, "not_there_at", "kept_at")
          .column(ColumnKind.TEXT, "sha256")
          .column(ColumnKind.BIGINT, "bytes", "length_ms")
          .column(ColumnKind.INSTANT, "deleted_at")
          .column(ColumnKind.TEXT, "deleted_why", "deleted_by")
          .build();
  private final StoreTable uses =
      StoreTable.of("recorded_file_uses")
          .key("recording_id", ColumnKind.TEXT)
          .key("sequence", ColumnKind.BIGINT)
          .column(ColumnKind.TEXT, "use", "used_by")
          .column(ColumnKind.INSTANT, "used_at")
          .build();

  @Override
  public String name() {
    return "files";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<StoreTable> tables() {
    return List.of(files, uses);
  }

  @Override
  public void apply(RecordedFact recorded) {
    if (recorded.fact() instanceof FileFact fact) {
      apply(fact, recorded.sequence(), recorded.envelope().occurredAtMicros());
    }
  }

  private void apply(FileFact fact, long sequence, long at) {
    switch (fact) {
      case FileFact.Wanted f -> {
        StoreRow row =
            files
                .fresh(f.file())
                .text("call_id", f.call())
                .text("node", f.node())
                .at("wanted_at", at);
        if (f.expiresMicros() > 0) {
          row.at("expires_at", f.expiresMicros());
        }
      }
      case FileFact.FetchFailed f ->
          files.row(f.file()).number("failed_tries", f.tries()).text("last_failure", f.why());
      case FileFact.Kept f ->
          files
              .row(f.file())
              .at("kept_at", at)
              .text("sha256", f.sha256())
              .number("bytes", f.bytes())
              .number("length_ms", f.lengthMillis());
      case FileFact.NotThere f -> files.row(f.file()).at("not_there_at", at);
      case FileFact.Used f ->
          uses.fresh(f.file(), sequence)
              .text("use", f.use())
              .text("used_by", f.author())
              .at("used_at", at);
      case FileFact.Deleted f ->
          files
              .row(f.file())
              .at("deleted_at", at)
              .text("deleted_why", f.end())
              .text("deleted_by", f.author());
    }
  }
}

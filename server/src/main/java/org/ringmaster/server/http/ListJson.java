// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ringmaster.dialer.board.ListBoard;
import org.ringmaster.dialer.list.ImportLedger;
import org.ringmaster.dialer.list.LedgerLine;
import org.ringmaster.dialer.list.LoadedList;
import org.ringmaster.dialer.load.ListGuess;
import org.ringmaster.dialer.load.ListMapping;
import org.ringmaster.dialer.load.MappedColumn;
import org.ringmaster.server.list.ImportJob;

/** Lists and imports as JSON. */
final class ListJson {

  private static final long MICROS_PER_MILLI = 1_000;
  private static final int SAMPLE_ROWS = 10;

  private ListJson() {}

  static void lists(JsonGenerator out, List<ListBoard.Row> rows) throws IOException {
    out.writeStartObject();
    out.writeArrayFieldStart("lists");
    for (ListBoard.Row row : rows) {
      list(out, row);
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  static void list(JsonGenerator out, ListBoard.Row row) throws IOException {
    LoadedList list = row.list();
    out.writeStartObject();
    out.writeStringField("id", list.list().value());
    out.writeStringField("use", word(list.use()));
    out.writeStringField("campaign", list.campaign());
    out.writeStringField("fileName", list.fileName());
    out.writeNumberField("leads", list.leads());
    out.writeBooleanField("called", list.called());
    out.writeBooleanField("missing", row.leads() == null && !list.retired());
    out.writeBooleanField("retired", list.retired());
    out.writeStringField("author", list.author().value());
    out.writeNumberField("loadedAtMillis", list.loadedMicros() / MICROS_PER_MILLI);
    out.writeStringField("sha256", list.sha256());
    out.writeFieldName("ledger");
    ledger(out, list.ledger());
    out.writeEndObject();
  }

  private static void ledger(JsonGenerator out, ImportLedger ledger) throws IOException {
    out.writeStartObject();
    out.writeNumberField("rows", ledger.rows());
    out.writeNumberField("loaded", ledger.loaded());
    out.writeNumberField("rejected", ledger.rejectedRows());
    out.writeNumberField("numbers", ledger.numbers());
    out.writeNumberField("numbersLeftOut", ledger.numbersLeftOut());
    out.writeNumberField("postalCodesUnknown", ledger.codesUnknown());
    out.writeArrayFieldStart("kinds");
    for (LedgerLine line : ledger.rejected()) {
      out.writeStartObject();
      out.writeStringField("kind", ListDownload.word(line.kind()));
      out.writeStringField("why", line.kind().words());
      out.writeNumberField("rows", line.rows());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  static void job(JsonGenerator out, ImportJob job) throws IOException {
    ImportJob.Seen seen = job.seen();
    out.writeStartObject();
    out.writeStringField("id", job.id());
    out.writeStringField("state", word(seen.state()));
    out.writeNumberField("bytes", job.bytes());
    out.writeNumberField("totalBytes", job.totalBytes());
    out.writeNumberField("rows", job.rows());
    out.writeNumberField("loaded", job.loaded());
    out.writeBooleanField("dryRun", job.plan().dryRun());
    text(out, "list", seen.list());
    text(out, "why", seen.why());
    if (seen.ledger() != null) {
      out.writeFieldName("ledger");
      ledger(out, seen.ledger());
    }
    if (seen.mapping() != null) {
      out.writeFieldName("mapping");
      mapping(out, seen.mapping());
    }
    out.writeEndObject();
  }

  private static void text(JsonGenerator out, String name, @Nullable String text)
      throws IOException {
    if (text == null || text.isEmpty()) {
      out.writeNullField(name);
    } else {
      out.writeStringField(name, text);
    }
  }

  private static void mapping(JsonGenerator out, ListMapping mapping) throws IOException {
    out.writeStartObject();
    out.writeStringField(
        "delimiter", mapping.delimiter() == '\t' ? "tab" : String.valueOf(mapping.delimiter()));
    out.writeStringField("encoding", mapping.charset().name());
    out.writeBooleanField("header", mapping.header());
    text(out, "region", mapping.region());
    out.writeArrayFieldStart("columns");
    for (MappedColumn column : mapping.columns()) {
      out.writeStartObject();
      out.writeStringField("name", column.name());
      out.writeStringField("use", word(column.use()));
      out.writeNumberField("order", column.order());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  static void guess(JsonGenerator out, ListGuess guess) throws IOException {
    out.writeStartObject();
    out.writeFieldName("mapping");
    mapping(out, guess.mapping());
    text(out, "why", guess.mapping().trouble());
    out.writeArrayFieldStart("sample");
    for (List<String> row : guess.sample().stream().limit(SAMPLE_ROWS).toList()) {
      out.writeStartArray();
      for (String cell : row) {
        out.writeString(cell);
      }
      out.writeEndArray();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

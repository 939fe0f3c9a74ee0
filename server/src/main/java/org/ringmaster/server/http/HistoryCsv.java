// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ringmaster.core.history.HistoryLine;
import org.ringmaster.core.history.Spread;
import org.ringmaster.core.interval.Formula;
import org.ringmaster.core.interval.Kpi;

/**
 * Figures of the past as CSV (RFC 4180): a first line that names each column, figures with version
 * and formula; times in seconds, shares of one; nothing where there is no figure.
 */
final class HistoryCsv {
  private static final double MICROS_PER_SECOND = 1_000_000;
  private static final String MICROS = "_MICROS";

  private HistoryCsv() {}

  static byte[] of(List<HistoryLine> lines, ZoneId zone) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      if (!lines.isEmpty()) {
        csv.writeRecord(head(lines.getFirst()));
      }
      for (HistoryLine line : lines) {
        csv.writeRecord(cells(line, zone));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a string refused text", e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> head(HistoryLine line) {
    List<String> head = new ArrayList<>();
    head.add("begin");
    head.add(line.by().name().toLowerCase(Locale.ROOT));
    for (String name : HistoryJson.sums(line).keySet()) {
      head.add(name(name));
    }
    for (String name : List.of("talk", "hold", "wrap-up")) {
      head.add(name + " p50, s");
      head.add(name + " p90, s");
    }
    for (Kpi kpi : line.kpis()) {
      Formula formula = kpi.formula();
      head.add(formula.name() + " v" + formula.version() + " = " + formula.text());
    }
    return head;
  }

  private static String name(String figure) {
    String word = figure.toLowerCase(Locale.ROOT).replace('_', ' ');
    return figure.endsWith(MICROS)
        ? word.substring(0, word.length() - MICROS.length()) + ", s"
        : word;
  }

  private static List<String> cells(HistoryLine line, ZoneId zone) {
    List<String> cells = new ArrayList<>();
    cells.add(
        Instant.EPOCH
            .plus(line.atMicros(), ChronoUnit.MICROS)
            .atZone(zone)
            .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    cells.add(line.whom());
    for (Map.Entry<String, Long> sum : HistoryJson.sums(line).entrySet()) {
      cells.add(
          sum.getKey().endsWith(MICROS) ? seconds(sum.getValue()) : sum.getValue().toString());
    }
    for (Spread spread : List.of(line.talk(), line.hold(), line.wrapUp())) {
      cells.add(seconds(spread.p50Micros()));
      cells.add(seconds(spread.p90Micros()));
    }
    for (Kpi kpi : line.kpis()) {
      cells.add(cell(kpi));
    }
    return cells;
  }

  private static String cell(Kpi kpi) {
    if (kpi.value().isEmpty()) {
      return "";
    }
    double value = kpi.value().getAsDouble();
    return kpi.formula().unit() == Formula.Unit.MICROS
        ? seconds(value)
        : String.format(Locale.ROOT, "%.6f", value);
  }

  private static String seconds(double micros) {
    return String.format(Locale.ROOT, "%.3f", micros / MICROS_PER_SECOND);
  }
}

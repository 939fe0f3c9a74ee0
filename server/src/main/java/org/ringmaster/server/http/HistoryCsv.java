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
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ringmaster.core.history.HistoryBy;
import org.ringmaster.core.history.HistoryLine;
import org.ringmaster.core.history.Spread;
import org.ringmaster.core.interval.AgentFigure;
import org.ringmaster.core.interval.Formula;
import org.ringmaster.core.interval.Kpi;
import org.ringmaster.core.interval.QueueFigure;

/**
 * Figures of the past as CSV (RFC 4180): a first line that names each column, figures with version
 * and formula; times in seconds, shares of one; nothing where there is no figure.
 */
final class HistoryCsv {
  private static final double MICROS_PER_SECOND = 1_000_000;
  private static final String MICROS = "_MICROS";

  private HistoryCsv() {}

  static byte[] of(List<HistoryLine> lines, ZoneId zone, QueueNames queues) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      Set<String> names = names(lines);
      if (!lines.isEmpty()) {
        csv.writeRecord(head(lines.getFirst(), names));
      }
      for (HistoryLine line : lines) {
        csv.writeRecord(cells(line, names, zone, queues));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a string refused text", e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The sums that some line has: an agent's line has those alone that are not 0. */
  private static Set<String> names(List<HistoryLine> lines) {
    Set<String> some = new HashSet<>();
    lines.forEach(line -> some.addAll(HistoryJson.sums(line).keySet()));
    Set<String> inOrder = new LinkedHashSet<>();
    for (QueueFigure figure : QueueFigure.values()) {
      inOrder.add(figure.name());
    }
    for (AgentFigure figure : AgentFigure.values()) {
      inOrder.add(figure.name());
    }
    inOrder.retainAll(some);
    return inOrder;
  }

  private static List<String> head(HistoryLine line, Set<String> names) {
    List<String> head = new ArrayList<>();
    head.add("begin");
    head.add(line.by().name().toLowerCase(Locale.ROOT));
    for (String name : names) {
      head.add(name(name));
    }
    for (String name : List.of("talk", "hold", "wrap-up")) {
      head.add(name + " p50, s");
      head.add(name + " p90, s");
    }
    for (Kpi kpi : kpis(line)) {
      Formula formula = kpi.formula();
      head.add(formula.name() + " v" + formula.version() + " = " + formula.text());
    }
    if (line.by() == HistoryBy.QUEUE) {
      head.add("queue name"); // Last, so that no column before it moves.
    }
    return head;
  }

  private static String name(String figure) {
    String word = figure.toLowerCase(Locale.ROOT).replace('_', ' ');
    return figure.endsWith(MICROS)
        ? word.substring(0, word.length() - MICROS.length()) + ", s"
        : word;
  }

  /** What was in use before comes last; its column keeps the name that it had. */
  private static List<Kpi> kpis(HistoryLine line) {
    List<Kpi> all = new ArrayList<>(line.kpis());
    all.addAll(line.earlier());
    return all;
  }

  private static List<String> cells(
      HistoryLine line, Set<String> names, ZoneId zone, QueueNames queues) {
    List<String> cells = new ArrayList<>();
    cells.add(
        Instant.EPOCH
            .plus(line.atMicros(), ChronoUnit.MICROS)
            .atZone(zone)
            .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    cells.add(line.whom());
    Map<String, Long> sums = HistoryJson.sums(line);
    for (String name : names) {
      long sum = sums.getOrDefault(name, 0L);
      cells.add(name.endsWith(MICROS) ? seconds(sum) : Long.toString(sum));
    }
    for (Spread spread : List.of(line.talk(), line.hold(), line.wrapUp())) {
      cells.add(seconds(spread.p50Micros()));
      cells.add(seconds(spread.p90Micros()));
    }
    for (Kpi kpi : kpis(line)) {
      cells.add(cell(kpi));
    }
    if (line.by() == HistoryBy.QUEUE) {
      String name = HistoryJson.name(line, queues);
      cells.add(name == null ? "" : plain(name));
    }
    return cells;
  }

  /** A spreadsheet would work out what begins so; with a quote before it, it is text. */
  private static String plain(String name) {
    return "=+-@".indexOf(name.charAt(0)) < 0 ? name : "'" + name;
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

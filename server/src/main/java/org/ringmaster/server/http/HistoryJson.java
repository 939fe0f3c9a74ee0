// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.history.BehindFigure;
import org.ringmaster.core.history.BehindLine;
import org.ringmaster.core.history.HistoryBy;
import org.ringmaster.core.history.HistoryLine;
import org.ringmaster.core.history.HistoryQuestion;
import org.ringmaster.core.history.HistorySpan;
import org.ringmaster.core.history.Spread;
import org.ringmaster.core.interval.AgentFigure;
import org.ringmaster.core.interval.Formula;
import org.ringmaster.core.interval.Kpi;
import org.ringmaster.core.interval.QueueFigure;
import org.ringmaster.core.queue.QueueId;

/** Figures of the past as JSON. */
final class HistoryJson {
  private static final long MICROS_PER_MILLI = 1_000;

  private HistoryJson() {}

  static void lines(
      JsonGenerator out,
      HistoryQuestion question,
      ZoneId zone,
      List<HistoryLine> lines,
      QueueNames names)
      throws IOException {
    out.writeStartObject();
    out.writeStringField("by", word(question.by()));
    out.writeStringField("step", word(question.step()));
    out.writeNumberField("fromMillis", question.span().fromMicros() / MICROS_PER_MILLI);
    out.writeNumberField("untilMillis", question.span().untilMicros() / MICROS_PER_MILLI);
    out.writeStringField("zone", zone.getId());
    out.writeNumberField("withinDays", question.withinDays());
    List<Formula> shown =
        lines.isEmpty() ? List.of() : lines.getFirst().kpis().stream().map(Kpi::formula).toList();
    formulas(out, "formulas", shown);
    List<Formula> before =
        lines.isEmpty()
            ? List.of()
            : lines.getFirst().earlier().stream().map(Kpi::formula).toList();
    formulas(out, "earlierFormulas", before);
    out.writeArrayFieldStart("lines");
    for (HistoryLine line : lines) {
      line(out, question, zone, line, names);
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  static void formulas(JsonGenerator out, String name, List<Formula> formulas) throws IOException {
    out.writeArrayFieldStart(name);
    for (Formula formula : formulas) {
      out.writeStartObject();
      out.writeStringField("id", formula.id());
      out.writeStringField("name", formula.name());
      out.writeNumberField("version", formula.version());
      out.writeStringField("unit", word(formula.unit()));
      out.writeStringField("formula", formula.text());
      out.writeStringField("source", formula.source());
      out.writeStringField("opens", formula.opens());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void line(
      JsonGenerator out, HistoryQuestion question, ZoneId zone, HistoryLine line, QueueNames names)
      throws IOException {
    HistorySpan span = question.span();
    long until = question.step().endOf(line.atMicros(), zone, span.untilMicros());
    out.writeStartObject();
    out.writeStringField("whom", line.whom());
    out.writeStringField("name", name(line, names));
    out.writeNumberField("atMillis", line.atMicros() / MICROS_PER_MILLI);
    out.writeNumberField(
        "fromMillis", Math.max(line.atMicros(), span.fromMicros()) / MICROS_PER_MILLI);
    out.writeNumberField("untilMillis", Math.ceilDiv(until, MICROS_PER_MILLI));
    out.writeObjectFieldStart("sums");
    for (Map.Entry<String, Long> sum : sums(line).entrySet()) {
      out.writeNumberField(sum.getKey(), sum.getValue());
    }
    out.writeEndObject();
    out.writeObjectFieldStart("spread");
    spread(out, "talk", line.talk());
    spread(out, "hold", line.hold());
    spread(out, "wrapUp", line.wrapUp());
    out.writeEndObject();
    out.writeObjectFieldStart("figures");
    for (Kpi kpi : line.kpis()) {
      figure(out, kpi);
    }
    out.writeEndObject();
    out.writeObjectFieldStart("earlier");
    for (Kpi kpi : line.earlier()) {
      figure(out, kpi);
    }
    out.writeEndObject();
    out.writeEndObject();
  }

  /** How people read of whom a line tells, now; null where it is no queue or has no name. */
  static @Nullable String name(HistoryLine line, QueueNames names) {
    boolean isQueue = line.by() == HistoryBy.QUEUE && !line.whom().isEmpty();
    return isQueue ? names.of(new QueueId(line.whom())) : null;
  }

  /** What was counted and timed, by the figures' names. */
  static Map<String, Long> sums(HistoryLine line) {
    Map<String, Long> all = new LinkedHashMap<>();
    for (QueueFigure figure : QueueFigure.values()) {
      boolean ofCallers = line.by() != HistoryBy.AGENT || line.contacts().of(figure) != 0;
      if (ofCallers) {
        all.put(figure.name(), line.contacts().of(figure));
      }
    }
    if (line.by() == HistoryBy.AGENT) {
      for (AgentFigure figure : AgentFigure.values()) {
        all.put(figure.name(), line.work().of(figure));
      }
    }
    return all;
  }

  private static void figure(JsonGenerator out, Kpi kpi) throws IOException {
    out.writeObjectFieldStart(kpi.formula().id());
    OptionalDouble value = kpi.value();
    if (value.isPresent()) {
      out.writeNumberField("value", value.getAsDouble());
    } else {
      out.writeNullField("value");
    }
    out.writeNumberField("above", kpi.above());
    out.writeNumberField("below", kpi.below());
    out.writeEndObject();
  }

  private static void spread(JsonGenerator out, String name, Spread spread) throws IOException {
    out.writeObjectFieldStart(name);
    out.writeNumberField("p50Micros", spread.p50Micros());
    out.writeNumberField("p90Micros", spread.p90Micros());
    out.writeEndObject();
  }

  static void behind(JsonGenerator out, String figure, long offset, BehindFigure behind)
      throws IOException {
    out.writeStartObject();
    out.writeStringField("figure", figure);
    out.writeNumberField("count", behind.count());
    out.writeNumberField("sum", behind.sum());
    out.writeNumberField("offset", offset);
    out.writeArrayFieldStart("parts");
    for (BehindLine line : behind.lines()) {
      out.writeStartObject();
      out.writeStringField("call", line.call());
      out.writeStringField("entry", line.entry());
      out.writeStringField("agent", line.agent());
      out.writeNumberField("atMicros", line.atMicros());
      out.writeNumberField("amount", line.amount());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}

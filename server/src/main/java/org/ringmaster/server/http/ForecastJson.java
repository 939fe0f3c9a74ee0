// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.ringmaster.dialer.campaign.LeadPhase;
import org.ringmaster.server.forecast.ForecastJob;
import org.ringmaster.server.forecast.ForecastWords;
import org.ringmaster.server.forecast.LeadCounts;
import org.ringmaster.simulation.forecast.Band;
import org.ringmaster.simulation.forecast.Bottleneck;
import org.ringmaster.simulation.forecast.ForecastFigure;
import org.ringmaster.simulation.forecast.ForecastResult;

/** Forecasts as JSON. */
final class ForecastJson {

  private static final long MICROS_PER_MILLI = 1_000;

  private ForecastJson() {}

  static void job(JsonGenerator out, ForecastJob job) throws IOException {
    ForecastJob.Seen seen = job.seen();
    out.writeStartObject();
    out.writeStringField("campaign", job.campaign().value());
    out.writeStringField("state", BoardJson.word(seen.state()));
    out.writeNumberField("runs", job.runs());
    out.writeNumberField("runsDone", job.done());
    out.writeStringField("why", seen.why());
    if (seen.staffing() == null) {
      out.writeNullField("agents");
    } else {
      out.writeStringField("agents", seen.staffing().toString());
    }
    out.writeStringField("zone", seen.zone().getId());
    texts(out, "notes", seen.notes());
    if (seen.result() != null) {
      out.writeFieldName("result");
      result(out, seen.result(), ForecastWords.of(seen.result(), seen.zone()));
    }
    out.writeEndObject();
  }

  private static void result(JsonGenerator out, ForecastResult result, List<String> words)
      throws IOException {
    out.writeStartObject();
    out.writeNumberField("leads", result.leads());
    out.writeNumberField("startMillis", result.startMicros() / MICROS_PER_MILLI);
    out.writeNumberField("days", result.days());
    out.writeNumberField("finishedRuns", result.finished());
    out.writeArrayFieldStart("figures");
    for (ForecastFigure figure : result.bands().keySet()) {
      Band band = result.band(figure);
      out.writeStartObject();
      out.writeStringField("figure", BoardJson.word(figure));
      out.writeStringField("words", figure.words());
      out.writeStringField("unit", result.unit(figure));
      number(out, "p10", band.p10());
      number(out, "p50", band.p50());
      number(out, "p90", band.p90());
      out.writeEndObject();
    }
    out.writeEndArray();
    Band finish = result.band(ForecastFigure.FINISH);
    out.writeObjectFieldStart("finishMillis");
    instant(out, "p10", result, finish.p10());
    instant(out, "p50", result, finish.p50());
    instant(out, "p90", result, finish.p90());
    out.writeEndObject();
    out.writeStringField("binds", BoardJson.word(result.binds()));
    out.writeNumberField("bindsRuns", result.bindsRuns());
    out.writeNumberField("moneyGoneRuns", result.moneyGoneRuns());
    out.writeArrayFieldStart("shares");
    for (Bottleneck which : Bottleneck.values()) {
      out.writeStartObject();
      out.writeStringField("limit", BoardJson.word(which));
      out.writeStringField("words", which.words());
      out.writeNumberField("share", result.share(which));
      out.writeEndObject();
    }
    out.writeEndArray();
    texts(out, "guesses", result.guesses());
    texts(out, "words", words);
    out.writeEndObject();
  }

  static void leads(JsonGenerator out, LeadCounts counts) throws IOException {
    out.writeStartObject();
    out.writeObjectFieldStart("phases");
    for (Map.Entry<LeadPhase, Integer> phase : counts.phases().entrySet()) {
      out.writeNumberField(BoardJson.word(phase.getKey()), phase.getValue());
    }
    out.writeEndObject();
    out.writeNumberField("forbidden", counts.forbidden());
    out.writeArrayFieldStart("zones");
    for (LeadCounts.Zone zone : counts.zones()) {
      out.writeStartObject();
      out.writeStringField("zone", zone.words());
      out.writeNumberField("leads", zone.leads());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeStringField("day", counts.day().toString());
    out.writeStringField("zone", counts.zone().getId());
    out.writeArrayFieldStart("byHour");
    for (int open : counts.byHour()) {
      out.writeNumber(open);
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  /** What is infinite did not come to its end: null. */
  private static void number(JsonGenerator out, String name, double value) throws IOException {
    if (Double.isInfinite(value)) {
      out.writeNullField(name);
    } else {
      out.writeNumberField(name, value);
    }
  }

  private static void instant(JsonGenerator out, String name, ForecastResult result, double hours)
      throws IOException {
    if (Double.isInfinite(hours)) {
      out.writeNullField(name);
    } else {
      out.writeNumberField(name, ForecastWords.finishMillis(result, hours));
    }
  }

  private static void texts(JsonGenerator out, String name, List<String> texts) throws IOException {
    out.writeArrayFieldStart(name);
    for (String text : texts) {
      out.writeString(text);
    }
    out.writeEndArray();
  }
}

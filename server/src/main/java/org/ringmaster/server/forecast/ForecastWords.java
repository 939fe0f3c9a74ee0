// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.forecast;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ringmaster.simulation.forecast.Band;
import org.ringmaster.simulation.forecast.Bottleneck;
import org.ringmaster.simulation.forecast.ForecastFigure;
import org.ringmaster.simulation.forecast.ForecastResult;

/** A forecast in sentences, for whoever does not want to read a table. */
public final class ForecastWords {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);
  private static final double PERCENT = 100;
  private static final double HOUR_MICROS = 3_600e6;
  private static final long MICROS_PER_MILLI = 1_000;
  private static final double WORTH_SAYING = 0.02;

  private ForecastWords() {}

  /** The sentences, the most important first. */
  public static List<String> of(ForecastResult result, ZoneId zone) {
    List<String> words = new ArrayList<>();
    words.add(finish(result, zone));
    Band calls = result.band(ForecastFigure.CALLS);
    Band connects = result.band(ForecastFigure.CONNECTS);
    Band abandoned = result.band(ForecastFigure.ABANDONED);
    words.add(
        String.format(
            Locale.ROOT,
            "In eight of ten cases %.0f to %.0f calls, of which %.0f to %.0f come to an agent%s, and"
                + " %.1f to %.1f %% of the live answers are abandoned.",
            calls.p10(),
            calls.p90(),
            connects.p10(),
            connects.p90(),
            machines(result),
            abandoned.p10(),
            abandoned.p90()));
    words.addAll(money(result));
    if (result.binds() != Bottleneck.SPEND || result.share(Bottleneck.SPEND) >= WORTH_SAYING) {
      words.add(
          String.format(
              Locale.ROOT,
              "What keeps it most from getting on faster is the %s (%.0f %% of the agents' time, in"
                  + " %d of %d runs).",
              result.binds().words(),
              PERCENT * result.share(result.binds()),
              result.bindsRuns(),
              result.runs()));
    }
    return List.copyOf(words);
  }

  /** What it costs, where rates are known, and whether that is all that it may spend. */
  private static List<String> money(ForecastResult result) {
    List<String> words = new ArrayList<>();
    Band cost = result.bands().get(ForecastFigure.COST);
    if (cost != null) {
      words.add(
          String.format(
              Locale.ROOT,
              "Its calls cost %.2f to %.2f %s in eight of ten cases.",
              cost.p10(),
              cost.p90(),
              result.unit(ForecastFigure.COST)));
    }
    if (result.moneyGoneRuns() > 0) {
      words.add(
          String.format(
              Locale.ROOT,
              "In %d of %d runs all that it may spend is spent before its leads are done: it ends"
                  + " there, and what is told of it is told until then.",
              result.moneyGoneRuns(),
              result.runs()));
    }
    return words;
  }

  /** Where the campaign does not screen for machines nothing is said of them. */
  private static String machines(ForecastResult result) {
    Band machines = result.bands().get(ForecastFigure.MACHINES);
    return machines == null
        ? ""
        : String.format(
            Locale.ROOT,
            ", %.0f to %.0f are machines that are given up and cost an agent seconds only",
            machines.p10(),
            machines.p90());
  }

  private static String finish(ForecastResult result, ZoneId zone) {
    int late = result.runs() - result.finished() - result.moneyGoneRuns();
    if (result.finished() == 0) {
      return late == 0
          ? "It does not come to its end."
          : "Within " + result.days() + " days it does not come to its end.";
    }
    Band hours = result.band(ForecastFigure.FINISH);
    String words = "It ends in eight of ten cases between " + moment(result, hours.p10(), zone);
    words += Double.isInfinite(hours.p90()) ? "" : " and " + moment(result, hours.p90(), zone);
    if (!Double.isInfinite(hours.p50())) {
      words += ", half of the time by " + moment(result, hours.p50(), zone);
    }
    return late == 0
        ? words + "."
        : words
            + "; in "
            + late
            + " of "
            + result.runs()
            + " runs not within "
            + result.days()
            + " days.";
  }

  private static String moment(ForecastResult result, double hours, ZoneId zone) {
    return Double.isInfinite(hours)
        ? "a day after that"
        : MOMENT.format(Instant.ofEpochMilli(finishMillis(result, hours)).atZone(zone));
  }

  /** The instant that comes so many hours after the beginning, epoch milliseconds. */
  public static long finishMillis(ForecastResult result, double hours) {
    return (result.startMicros() + (long) (hours * HOUR_MICROS)) / MICROS_PER_MILLI;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.campaign;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.ringmaster.aribridge.cel.BookCheck;
import org.ringmaster.bench.measure.Aim;
import org.ringmaster.bench.measure.Report;
import org.ringmaster.bench.measure.Row;
import org.ringmaster.bench.measure.Spread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bench {@code campaign}: a list of 1,000 leads worked through by ten agents, and an hour of
 * twenty agents beside 200 simulated hours with the same leads.
 */
final class CampaignBench {
  private static final Logger LOG = LoggerFactory.getLogger(CampaignBench.class);
  private static final long MICROS = 1_000_000;
  private static final int LIST_AGENTS = 10;
  private static final int LIST_LEADS = 1_000;
  private static final int LIST_WRAP_UP = 2;
  private static final double LIST_TALK = 8;
  private static final int HOUR_AGENTS = 20;
  private static final int HOUR_WRAP_UP = 8;
  private static final double HOUR_TALK = 60;
  private static final int HOUR_LEADS = 8_000;
  private static final double LIMIT = 0.03;
  private static final double LOW = 0.05;
  private static final double HIGH = 0.95;
  private static final double P99 = 0.99;
  private static final double DIGITS = 1_000;

  private final Path folder;
  private final long seed;
  private final boolean quick;
  private final Set<CampaignPart> parts;

  CampaignBench(Path folder, long seed, boolean quick, Set<CampaignPart> parts) {
    this.folder = folder;
    this.seed = seed;
    this.quick = quick;
    this.parts = parts;
  }

  Report run() throws Exception {
    Report report = new Report("campaign", quick).part(parts.size() < CampaignPart.values().length);
    for (CampaignPart part : parts) {
      LOG.info("measuring {}", part);
      Path own = Files.createDirectory(folder.resolve(part.name().toLowerCase(Locale.ROOT)));
      switch (part) {
        case LIST -> list(report, own);
        case HOUR -> hour(report, own);
      }
    }
    return report;
  }

  private void list(Report report, Path own) throws Exception {
    int agents = quick ? 3 : LIST_AGENTS;
    int leads = quick ? 20 : LIST_LEADS;
    List<LeadFate> fates = LeadFate.draw(seed, leads, LIST_TALK);
    Course course;
    BookCheck.Outcome books;
    try (LabCampaign campaign = LabCampaign.start(own, agents, LIST_WRAP_UP, fates)) {
      campaign.run(Integer.MAX_VALUE);
      course = campaign.course();
      books = campaign.witnessed();
    }
    String conditions = leads + " leads, " + agents + " agents on open telephones";
    report.add(
        new Row(
                "leads not dialled exactly once, and attempts without exactly one outcome, "
                    + conditions,
                "attempts",
                new Spread(course.withoutOneOutcome() + course.notDialledOnce(leads)))
            .aim(Aim.atMost(0))
            .note(course.attempts() + " attempts: " + course.outcomes()));
    report.add(
        new Row(
                "legs on which our books and CEL differ, " + conditions,
                "legs",
                new Spread(books.differences().size()))
            .aim(Aim.atMost(0))
            .note(books.agreed() + " legs agree in every field"));
    int live = course.connected() + course.abandoned();
    report.add(
        new Row(
                "abandoned beyond 3 % of live answers, " + conditions,
                "calls",
                new Spread(Math.max(0, course.abandoned() - LIMIT * live)))
            .aim(Aim.atMost(2))
            .note(course.abandoned() + " of " + live + " live answers had no agent in time"));
    double[] idle = course.togetherMillis(true);
    double[] waited = course.togetherMillis(false);
    if (idle.length == 0) {
      throw new IllegalStateException(
          "nobody who answered found an agent idle: " + course.outcomes());
    }
    report.add(
        new Row(
                "answer to both in one bridge, an agent was idle, p99",
                "ms",
                new Spread(Course.quantile(idle, P99)))
            .aim(Aim.atMost(200))
            .note(times(idle) + "; never seen together: " + course.neverTogether()));
    if (waited.length > 0) {
      report.add(
          new Row(
                  "answer to both in one bridge, no agent was idle, p99",
                  "ms",
                  new Spread(Course.quantile(waited, P99)))
              .note(times(waited)));
    }
  }

  private static String times(double[] millis) {
    return String.format(
        Locale.ROOT,
        "%d calls, p50 %.1f, p90 %.1f, longest %.1f ms",
        millis.length,
        Course.quantile(millis, 0.5),
        Course.quantile(millis, 0.9),
        millis[millis.length - 1]);
  }

  private void hour(Report report, Path own) throws Exception {
    int agents = quick ? 3 : HOUR_AGENTS;
    long warm = quick ? 5 : 600;
    long seconds = quick ? 20 : 4_200;
    int hours = quick ? 3 : 200;
    int leads = quick ? 100 : HOUR_LEADS;
    List<LeadFate> fates = LeadFate.draw(seed, leads, quick ? 5 : HOUR_TALK);
    Course real;
    try (LabCampaign campaign = LabCampaign.start(own, agents, HOUR_WRAP_UP, fates)) {
      campaign.run(seconds);
      real = campaign.course();
    }
    SimulatedHours simulated =
        new SimulatedHours(
            agents,
            HOUR_WRAP_UP,
            fates,
            real.saysMicros(fates, false),
            real.saysMicros(fates, true));
    List<Course.Hour> foretold = new ArrayList<>();
    for (int run = 0; run < hours; run++) {
      Course course = simulated.run(seed * 1_000 + run, seconds);
      foretold.add(course.between(warm * MICROS, seconds * MICROS, agents));
    }
    Course.Hour lived = real.between(warm * MICROS, seconds * MICROS, agents);
    LOG.info("{} beside {}", lived, foretold.getFirst());
    row(report, "agents busy, talk and wrap-up", "%", lived, foretold, Course.Hour::busyPercent);
    row(report, "abandoned of live answers", "%", lived, foretold, Course.Hour::abandonedPercent);
    row(
        report,
        "idle time for each who was connected",
        "s",
        lived,
        foretold,
        Course.Hour::idleSeconds);
    // Not asked for, but it tells whether the two hours had the same work.
    report.add(
        beside(
            "talk and wrap-up of each who was connected",
            "s",
            lived,
            foretold,
            Course.Hour::busySeconds));
  }

  private void row(
      Report report,
      String what,
      String unit,
      Course.Hour lived,
      List<Course.Hour> foretold,
      ToDoubleFunction<Course.Hour> figure) {
    double[] values = foretold.stream().mapToDouble(figure).toArray();
    Row row = beside(what, unit, lived, foretold, figure);
    report.add(
        quick
            ? row
            : row.aim(Aim.atLeast(rounded(Course.quantileOf(values, LOW))))
                .aim(Aim.atMost(rounded(Course.quantileOf(values, HIGH)))));
  }

  private static Row beside(
      String what,
      String unit,
      Course.Hour lived,
      List<Course.Hour> foretold,
      ToDoubleFunction<Course.Hour> figure) {
    double[] values = foretold.stream().mapToDouble(figure).toArray();
    return new Row(what + ", an hour", unit, new Spread(figure.applyAsDouble(lived)))
        .peer("simulated, p5", new Spread(Course.quantileOf(values, LOW)))
        .peer("simulated, p50", new Spread(Course.quantileOf(values, 0.5)))
        .peer("simulated, p95", new Spread(Course.quantileOf(values, HIGH)))
        .note(
            String.format(
                Locale.ROOT,
                "%d talks in the real hour; %d simulated hours with the same leads in the same"
                    + " order, other luck at the nodes; how long people and machines speak"
                    + " first is drawn from those of the real hour",
                lived.talks(),
                foretold.size()));
  }

  private static double rounded(double value) {
    return Math.rint(value * DIGITS) / DIGITS;
  }
}

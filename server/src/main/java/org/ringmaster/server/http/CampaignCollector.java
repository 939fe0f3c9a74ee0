// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import io.prometheus.client.Collector;
import io.prometheus.client.CounterMetricFamily;
import io.prometheus.client.GaugeMetricFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ringmaster.core.board.Boards;
import org.ringmaster.dialer.board.CampaignBoard;
import org.ringmaster.dialer.board.CarrierResults;
import org.ringmaster.dialer.callerid.CallerIdUse;
import org.ringmaster.dialer.campaign.AttemptOutcome;
import org.ringmaster.dialer.campaign.CampaignBooks;
import org.ringmaster.dialer.campaign.CampaignRow;
import org.ringmaster.dialer.campaign.CampaignState;
import org.ringmaster.dialer.compliance.ScreeningFigures;

/**
 * The campaigns as metrics, read when they are scraped. Labels are names of campaigns and words for
 * outcomes, and numbers of the house; never of a person.
 */
public final class CampaignCollector extends Collector {

  private static final double PERCENT = 100;
  private static final List<String> NUMBER = List.of("campaign", "number");
  private static final List<String> OWN = List.of("campaign", "number", "what");

  private final CampaignBoard campaigns;
  private final Boards boards;

  /** Metrics of these campaigns; the boards tell of the agents of their queues. */
  public CampaignCollector(CampaignBoard campaigns, Boards boards) {
    this.campaigns = campaigns;
    this.boards = boards;
  }

  @Override
  public List<MetricFamilySamples> collect() {
    List<String> one = List.of("campaign");
    GaugeMetricFamily running = gauge("running", "1 while it dials.", one);
    GaugeMetricFamily lines =
        gauge("lines", "Its lines by what they do.", List.of("campaign", "phase"));
    GaugeMetricFamily dialable = gauge("dialable_leads", "Leads to be called now or later.", one);
    GaugeMetricFamily due = gauge("due_leads", "Leads to be called now, up to 1,000.", one);
    GaugeMetricFamily kept =
        gauge("limit", "1 for what keeps it from dialling more.", List.of("campaign", "limit"));
    GaugeMetricFamily level = gauge("dial_level", "Lines for each agent at work.", one);
    GaugeMetricFamily agents = gauge("agents_waiting", "Free agents of its queue.", one);
    GaugeMetricFamily today =
        gauge("today", "Calls of today by what became of them.", List.of("campaign", "what"));
    GaugeMetricFamily abandoned =
        gauge("abandoned_ratio", "Share of today's live answers that was abandoned.", one);
    GaugeMetricFamily limit = gauge("abandoned_limit_ratio", "The share that may be.", one);
    GaugeMetricFamily budget =
        gauge("abandon_budget_calls", "Calls that may still be abandoned.", one);
    GaugeMetricFamily shown =
        gauge("caller_id_calls", "Calls of 24 hours that showed it, by what came of them.", OWN);
    GaugeMetricFamily low =
        gauge("caller_id_low", "1 while a number of ours is answered too little.", NUMBER);
    for (CampaignRow row : campaigns.rows()) {
      for (CallerIdUse use : row.callerIds()) {
        shown.addMetric(List.of(row.id().value(), use.number(), "shown"), use.shown());
        shown.addMetric(List.of(row.id().value(), use.number(), "ended"), use.ended());
        shown.addMetric(List.of(row.id().value(), use.number(), "answered"), use.answered());
        low.addMetric(List.of(row.id().value(), use.number()), use.lowSinceMicros() > 0 ? 1 : 0);
      }
      CampaignBooks.Numbers numbers = row.numbers();
      String name = row.id().value();
      List<String> label = List.of(name);
      running.addMetric(label, row.state() == CampaignState.RUNNING && !row.stopped() ? 1 : 0);
      lines.addMetric(List.of(name, "ringing"), numbers.ringing());
      lines.addMetric(List.of(name, "waiting"), numbers.waiting());
      lines.addMetric(List.of(name, "talking"), numbers.talking());
      dialable.addMetric(label, numbers.dialable());
      due.addMetric(label, row.hopper());
      kept.addMetric(List.of(name, BoardJson.word(row.limit())), 1);
      level.addMetric(label, row.level());
      agents.addMetric(label, CampaignJson.agentsWaiting(boards, row));
      today.addMetric(List.of(name, "calls"), numbers.calls());
      today.addMetric(List.of(name, "answered"), numbers.answered());
      today.addMetric(List.of(name, "abandoned"), numbers.abandoned());
      abandoned.addMetric(label, numbers.abandonedPercent() / PERCENT);
      limit.addMetric(label, row.plan().abandonPercent() / PERCENT);
      budget.addMetric(label, row.budget());
    }
    List<MetricFamilySamples> all =
        new ArrayList<>(
            List.of(
                running,
                lines,
                dialable,
                due,
                kept,
                level,
                agents,
                today,
                abandoned,
                limit,
                budget,
                shown,
                low,
                attempts(),
                connected()));
    all.addAll(screening(campaigns.rows()));
    return all;
  }

  private static List<MetricFamilySamples> screening(List<CampaignRow> rows) {
    GaugeMetricFamily screened =
        gauge(
            "screening", "Calls of 30 days by what a detector said.", List.of("campaign", "what"));
    GaugeMetricFamily wrong =
        gauge(
            "false_machine_ratio",
            "Share of people among what is taken for machines, and its bounds.",
            List.of("campaign", "bound"));
    rows.forEach(row -> screening(row, screened, wrong));
    return List.of(screened, wrong);
  }

  private static void screening(
      CampaignRow row, GaugeMetricFamily screened, GaugeMetricFamily wrong) {
    ScreeningFigures figures = row.screening();
    String name = row.id().value();
    if (row.plan().screening() == null && figures.equals(ScreeningFigures.NONE)) {
      return;
    }
    screened.addMetric(List.of(name, "human"), figures.humans());
    screened.addMetric(List.of(name, "machine"), figures.machines());
    screened.addMetric(List.of(name, "unknown"), figures.unknown());
    screened.addMetric(List.of(name, "given-up"), figures.givenUp());
    screened.addMetric(List.of(name, "audited"), figures.audited());
    screened.addMetric(List.of(name, "person"), figures.people());
    if (figures.audited() > 0) {
      wrong.addMetric(List.of(name, "estimate"), figures.falsePercent() / PERCENT);
      wrong.addMetric(List.of(name, "least"), figures.leastFalsePercent() / PERCENT);
      wrong.addMetric(List.of(name, "most"), figures.mostFalsePercent() / PERCENT);
    }
  }

  private CounterMetricFamily attempts() {
    CounterMetricFamily ended =
        new CounterMetricFamily(
            "ringmaster_campaign_attempts",
            "Attempts that are over, by outcome.",
            List.of("campaign", "outcome"));
    for (CampaignRow row : campaigns.rows()) {
      CarrierResults all = campaigns.live(row.id()).all();
      for (Map.Entry<AttemptOutcome, Long> each : all.ended().entrySet()) {
        ended.addMetric(List.of(row.id().value(), BoardJson.word(each.getKey())), each.getValue());
      }
    }
    return ended;
  }

  private CounterMetricFamily connected() {
    CounterMetricFamily calls =
        new CounterMetricFamily(
            "ringmaster_campaign_answers",
            "Answered attempts by what became of them.",
            List.of("campaign", "what"));
    for (CampaignRow row : campaigns.rows()) {
      CarrierResults all = campaigns.live(row.id()).all();
      calls.addMetric(List.of(row.id().value(), "answered"), all.answered());
      calls.addMetric(List.of(row.id().value(), "connected"), all.connected());
      calls.addMetric(List.of(row.id().value(), "abandoned"), all.abandoned());
    }
    return calls;
  }

  private static GaugeMetricFamily gauge(String name, String help, List<String> labels) {
    return new GaugeMetricFamily("ringmaster_campaign_" + name, help, labels);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.ScreeningVerdict;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.store.ColumnKind;
import org.ringmaster.core.store.FactJson;
import org.ringmaster.core.store.Projection;
import org.ringmaster.core.store.StoreTable;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.CampaignState;
import org.ringmaster.dialer.campaign.MachineTreatment;
import org.ringmaster.dialer.campaign.SpendLimit;

/**
 * Campaigns, the rules that they had, and every attempt to reach a lead. Counts nothing: days are a
 * view of the attempts, so that facts which are read again make the same figures. Holds no number
 * of anybody: that stands with the attempt's call.
 */
final class CampaignProjection implements Projection {
  private static final String STATE = "state";
  private static final String ENDED_AT = "ended_at";
  private static final String ABANDONED = "abandoned";
  private static final String MACHINE = "machine";
  private static final String CURRENCY = "currency";

  private final StoreTable campaigns =
      StoreTable.of("campaigns")
          .key("campaign_id", ColumnKind.TEXT)
          .column(ColumnKind.TEXT, "queue_id", "trunk_id", "mode", "zone")
          .column(ColumnKind.BIGINT, "hold_ms")
          .column(ColumnKind.TEXT, STATE, "moved_by")
          .column(ColumnKind.INSTANT, "moved_at", "configured_at", "removed_at")
          .column(ColumnKind.TEXT, CURRENCY)
          .build();
  private final StoreTable rules =
      StoreTable.of("campaign_rules")
          .key("campaign_id", ColumnKind.TEXT)
          .key("sequence", ColumnKind.BIGINT)
          .column(ColumnKind.INSTANT, "configured_at")
          .column(ColumnKind.JSON, "rules")
          .build();
  private final StoreTable attempts =
      StoreTable.of("attempts")
          .key("leg_id", ColumnKind.TEXT)
          .column(ColumnKind.TEXT, "campaign_id", "list_id")
          .column(ColumnKind.INTEGER, "lead", "slot", "attempt")
          .column(ColumnKind.TEXT, "identity_id", "call_id")
          .column(ColumnKind.BIGINT, "sequence")
          .column(ColumnKind.INSTANT, "dialled_at", "rang_at", "given_up_at", "answered_at")
          .column(ColumnKind.INSTANT, "connected_at", "abandoned_at", "locked_until", ENDED_AT)
          .column(ColumnKind.BIGINT, "ended_sequence")
          .column(ColumnKind.TEXT, "agent_id")
          .column(ColumnKind.BIGINT, "waited_ms")
          .column(ColumnKind.BOOLEAN, ABANDONED)
          .column(ColumnKind.TEXT, "outcome")
          .column(ColumnKind.INTEGER, "cause_code")
          .column(ColumnKind.TEXT, "cause", "lead_phase")
          .column(ColumnKind.INSTANT, "again_at", "screened_at")
          .column(ColumnKind.TEXT, "verdict", "verdict_cause", "treatment")
          .column(ColumnKind.BIGINT, "verdict_ms", "greeting_ms")
          .column(ColumnKind.INSTANT, "message_at")
          .column(ColumnKind.TEXT, "audited_as", "audited_by")
          .column(ColumnKind.BOOLEAN, MACHINE)
          .column(ColumnKind.TEXT, "abandon_reason")
          .column(ColumnKind.BIGINT, "billed_s", "cost_millionths")
          .column(ColumnKind.TEXT, CURRENCY)
          .build();
  private final FactJson json = new FactJson();

  /** The attempts that are not over, and what they count as already: each counts once. */
  private final Map<String, Counted> live = new HashMap<>();

  private final Map<String, Long> holdMillis = new HashMap<>();
  private final Map<String, String> currencies = new HashMap<>();

  private record Counted(boolean connected, boolean abandoned, long greetingMillis) {
    static final Counted NOTHING = new Counted(false, false, -1);
  }

  @Override
  public String name() {
    return "campaigns";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<StoreTable> tables() {
    return List.of(campaigns, rules, attempts);
  }

  @Override
  public void load(Connection connection, int cell) throws SQLException {
    live.clear();
    holdMillis.clear();
    currencies.clear();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select leg_id, connected_at is not null, coalesce(abandoned, false),"
                + " coalesce(greeting_ms, -1) from attempts where cell = ? and ended_at is null")) {
      statement.setInt(1, cell);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          live.put(
              row.getString(1), new Counted(row.getBoolean(2), row.getBoolean(3), row.getLong(4)));
        }
      }
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select campaign_id, hold_ms, currency from campaigns"
                + " where cell = ? and hold_ms is not null")) {
      statement.setInt(1, cell);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          holdMillis.put(row.getString(1), row.getLong(2));
          String currency = row.getString(3);
          if (currency != null) {
            currencies.put(row.getString(1), currency);
          }
        }
      }
    }
  }

  @Override
  public void apply(RecordedFact recorded) {
    long at = recorded.envelope().occurredAtMicros();
    switch (recorded.fact()) {
      case CampaignFact.CampaignConfigured f -> configured(f.plan(), recorded.sequence(), at);
      case CampaignFact.CampaignRemoved f -> campaigns.row(f.campaign()).at("removed_at", at);
      case CampaignFact.Started f -> moves(f, CampaignState.RUNNING, f.author(), at);
      case CampaignFact.Paused f -> moves(f, CampaignState.PAUSED, f.author(), at);
      case CampaignFact.Exhausted f -> moves(f, CampaignState.EXHAUSTED, "", at);
      case CampaignFact.Resumed f -> moves(f, CampaignState.RUNNING, "", at);
      case CampaignFact.Closed f -> moves(f, CampaignState.CLOSED, f.author(), at);
      case CampaignFact fact -> applyAttempt(fact, recorded.sequence(), at);
      case CallFact.LegRang f when live.containsKey(f.leg().value()) ->
          attempts.row(f.leg()).at("rang_at", at);
      case CallFact.LegEnded f when live.containsKey(f.leg().value()) -> cause(f.leg(), f.cause());
      default -> {}
    }
  }

  private void configured(CampaignPlan plan, long sequence, long at) {
    holdMillis.put(plan.id().value(), plan.holdMillis());
    SpendLimit spend = plan.limits().spend();
    String currency = spend == null ? "" : spend.tariff().currency();
    currencies.put(plan.id().value(), currency);
    campaigns
        .row(plan.id())
        .text("queue_id", plan.queue())
        .text("trunk_id", plan.trunk())
        .text("mode", plan.mode())
        .text("zone", plan.hours().zone())
        .number("hold_ms", plan.holdMillis())
        .text(CURRENCY, currency)
        .at("configured_at", at);
    rules.fresh(plan.id(), sequence).at("configured_at", at).json("rules", json.text(plan));
  }

  private void moves(CampaignFact fact, CampaignState to, Object author, long at) {
    Object id =
        switch (fact) {
          case CampaignFact.Started f -> f.campaign();
          case CampaignFact.Paused f -> f.campaign();
          case CampaignFact.Exhausted f -> f.campaign();
          case CampaignFact.Resumed f -> f.campaign();
          case CampaignFact.Closed f -> f.campaign();
          default -> throw new IllegalArgumentException(fact + " moves no campaign");
        };
    campaigns.row(id).text(STATE, to).text("moved_by", author).at("moved_at", at);
  }

  private void applyAttempt(CampaignFact fact, long sequence, long at) {
    switch (fact) {
      case CampaignFact.Dialled f -> dialled(f, sequence, at);
      case CampaignFact.RingingGivenUp f -> attempts.row(f.leg()).at("given_up_at", at);
      case CampaignFact.Answered f -> attempts.row(f.leg()).at("answered_at", f.atMicros(at));
      case CampaignFact.Connected f -> connected(f, at);
      case CampaignFact.Abandoned f -> {
        Counted before = counted(f.leg());
        live.put(f.leg().value(), new Counted(before.connected(), true, before.greetingMillis()));
        attempts
            .row(f.leg())
            .at("abandoned_at", at)
            .at("locked_until", f.lockedUntilMicros())
            .flag(ABANDONED, true);
        if (f.reason() != null) {
          attempts.row(f.leg()).text("abandon_reason", f.reason());
        }
      }
      case CampaignFact.GreetingHeard f when f.millis() > 0 -> greeted(f.leg(), f.millis());
      case CampaignFact.AttemptScreened f -> screened(f, at);
      case CampaignFact.AttemptAudited f -> audited(f);
      case CampaignFact.MessageLeft f -> attempts.row(f.leg()).at("message_at", at);
      case CampaignFact.AttemptEnded f -> ended(f, sequence, at);
      case CampaignFact.LinePriced f ->
          attempts.row(f.leg()).text(CURRENCY, currencies.getOrDefault(f.campaign().value(), ""));
      // May come when the attempt is over: where nobody saw the line end.
      case CampaignFact.LineBilled f ->
          attempts.row(f.leg()).number("billed_s", f.seconds()).number("cost_millionths", f.cost());
      default -> {}
    }
  }

  private Counted counted(LegId leg) {
    return live.getOrDefault(leg.value(), Counted.NOTHING);
  }

  /** Whoever is put through a second time, the first agent being lost, was connected before. */
  private void connected(CampaignFact.Connected f, long at) {
    Counted before = counted(f.leg());
    if (before.connected()) {
      return;
    }
    Long hold = holdMillis.get(f.campaign().value());
    boolean isLate = before.abandoned() || (hold != null && f.waitedMillis() > hold);
    live.put(f.leg().value(), new Counted(true, isLate, before.greetingMillis()));
    attempts
        .row(f.leg())
        .at("connected_at", at)
        .text("agent_id", f.agent())
        .number("waited_ms", f.waitedMillis())
        .flag(ABANDONED, isLate);
  }

  private void dialled(CampaignFact.Dialled f, long sequence, long at) {
    live.put(f.leg().value(), Counted.NOTHING);
    attempts
        .fresh(f.leg())
        .text("campaign_id", f.campaign())
        .text("list_id", f.list())
        .number("lead", f.lead())
        .number("slot", f.slot())
        .number("attempt", f.attempt())
        .text("identity_id", f.identity())
        .text("call_id", f.call())
        .number("sequence", sequence)
        .at("dialled_at", at);
  }

  /** What is taken for a machine is no live answer, unless an agent is to say what it is. */
  private void screened(CampaignFact.AttemptScreened f, long at) {
    if (f.verdict() == ScreeningVerdict.MACHINE && f.treatment() != MachineTreatment.AUDITED) {
      attempts.row(f.leg()).flag(MACHINE, true);
    }
    attempts
        .row(f.leg())
        .at("screened_at", at)
        .text("verdict", f.verdict())
        .text("verdict_cause", f.cause())
        .text("treatment", f.treatment())
        .number("verdict_ms", f.millis());
    if (f.noDrop()) {
      Counted before = counted(f.leg());
      live.put(f.leg().value(), new Counted(before.connected(), false, before.greetingMillis()));
      attempts.row(f.leg()).flag(ABANDONED, false);
    }
    if (f.greetingMillis() >= 0) {
      greeted(f.leg(), f.greetingMillis());
    }
  }

  /** Of two that know the end of a greeting the earlier counts. */
  private void greeted(LegId leg, long millis) {
    Counted before = counted(leg);
    if (before.greetingMillis() < 0 || millis < before.greetingMillis()) {
      live.put(leg.value(), new Counted(before.connected(), before.abandoned(), millis));
      attempts.row(leg).number("greeting_ms", millis);
    }
  }

  private void audited(CampaignFact.AttemptAudited f) {
    attempts
        .row(f.leg())
        .text("audited_as", f.person() ? "PERSON" : "MACHINE")
        .text("audited_by", f.agent());
    if (!f.person()) {
      attempts.row(f.leg()).flag(MACHINE, true);
    }
  }

  private void ended(CampaignFact.AttemptEnded f, long sequence, long at) {
    live.remove(f.leg().value());
    attempts
        .row(f.leg())
        .at(ENDED_AT, at)
        .number("ended_sequence", sequence)
        .text("outcome", f.outcome())
        .text("lead_phase", f.next());
    if (f.dueMicros() > 0) {
      attempts.row(f.leg()).at("again_at", f.dueMicros());
    }
  }

  private void cause(LegId leg, HangupCause cause) {
    attempts.row(leg).number("cause_code", cause.code()).text("cause", cause.word());
  }
}

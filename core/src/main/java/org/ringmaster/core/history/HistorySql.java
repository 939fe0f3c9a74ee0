// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.history;

import java.time.ZoneId;
import java.util.List;
import org.ringmaster.core.interval.QueueFigure;

/**
 * The statements of a history. Each has the cell as its first parameter and, where one queue, agent
 * or trunk was asked for, its name as the second.
 */
final class HistorySql {
  /** The figures that are counts of waiting contacts, in the order of their columns. */
  static final List<QueueFigure> COUNTS = List.copyOf(EntryCounts.CONDITIONS.keySet());

  /** The figures that are sums of waits, in the order of their columns. */
  static final List<QueueFigure> WAITS = List.copyOf(EntryCounts.WAITS.keySet());

  private static final String ENTRIES =
      " from figure_entries e left join calls c on c.cell = e.cell and c.call_id = e.call_id";
  private static final String SPELLS =
      " from figure_spells s left join calls c on c.cell = s.cell and c.call_id = s.call_id";

  /** Whether the agent passed the customer on while the contact was theirs. */
  private static final String HANDED =
      ", exists (select from handoffs h join touchpoints t"
          + " on t.cell = h.cell and t.touchpoint_id = h.touchpoint_id"
          + " where t.cell = s.cell and t.call_id = s.call_id"
          + " and h.from_kind = 'AGENT' and h.from_name = s.agent_id and h.made_at <= s.to_at"
          + " and h.made_at >= (select min(p.from_at) from figure_spells p"
          + " where p.cell = s.cell and p.offer_id = s.offer_id)) as handed";

  /** Whether all three heard each other in some part of the contact. */
  private static final String CONFERENCE =
      ", exists (select from figure_spells p where p.cell = s.cell and p.offer_id = s.offer_id"
          + " and p.conference) as conference";

  private final HistoryQuestion question;
  private final ZoneId zone;

  HistorySql(HistoryQuestion question, ZoneId zone) {
    this.question = question;
    this.zone = zone;
  }

  private String head(String whom, String instant) {
    return "select " + whom + ", " + HistorySpan.micros(slot(instant) + " - timestamptz 'epoch'");
  }

  private String slot(String instant) {
    return question.step().beginOf(instant, zone, question.span().fromMicros());
  }

  /** Counts, waits, the longest wait, then of how many a wait was foreseen, and came true. */
  String entries() {
    String key = question.by().ofEntry();
    StringBuilder sql = new StringBuilder(head(key, "e.joined_at"));
    for (QueueFigure figure : COUNTS) {
      sql.append(", count(*) filter (where ");
      sql.append(EntryCounts.CONDITIONS.get(figure)).append(')');
    }
    for (QueueFigure figure : WAITS) {
      sql.append(", coalesce(sum(e.waited_us) filter (where ");
      sql.append(EntryCounts.WAITS.get(figure)).append("), 0)");
    }
    sql.append(", coalesce(max(e.waited_us), 0), count(e.foreseen_s) filter (where e.answered)");
    sql.append(", count(*) filter (where e.foreseen_kept and e.answered)").append(ENTRIES);
    return sql.append(entriesWhere()).append(" group by 1, 2").toString();
  }

  /** Of whom the contacts are that count; an agent's are those that they answered. */
  private String entriesWhere() {
    return " where e.cell = ? and "
        + question.only(question.by().ofEntry())
        + (question.by() == HistoryBy.AGENT ? " and e.answered" : "")
        + " and "
        + question.span().holds("e.joined_at");
  }

  /** Work and its time, split at the borders of intervals. */
  String work() {
    HistorySpan span = question.span();
    String part =
        HistorySpan.micros(
            "least("
                + span.endOf("s")
                + ", g.b + interval '15 minutes', "
                + span.until()
                + ") - greatest(s.from_at, g.b, "
                + span.from()
                + ")");
    return head(question.by().ofSpell(), "g.b")
        + ", s.work, sum("
        + part
        + ")"
        + SPELLS
        + " cross join lateral generate_series("
        + "date_bin('15 minutes', greatest(s.from_at, "
        + span.from()
        + "), timestamptz 'epoch'), least("
        + span.endOf("s")
        + ", "
        + span.until()
        + ") - interval '1 microsecond', interval '15 minutes') g(b)"
        + spellsWhere(span.touches("s"))
        + " group by 1, 2, 3";
  }

  private String spellsWhere(String when) {
    return " where s.cell = ? and " + question.only(question.by().ofSpell()) + " and " + when;
  }

  /**
   * Handled contacts, how many were on hold, then p50 and p90 of talk, hold and wrap-up, then how
   * many were passed on, and how many became a conference.
   */
  String handled() {
    return head("x.whom", "x.to_at")
        + ", count(*), count(*) filter (where hold > 0)"
        + spread("talk")
        + spread("hold")
        + spread("wrap_up")
        + ", count(*) filter (where handed), count(*) filter (where conference)"
        + " from (select "
        + question.by().ofSpell()
        + " as whom, s.to_at"
        + ofContact("TALKING", "talk")
        + ofContact("HOLDING", "hold")
        + ofContact("WRAPPING_UP", "wrap_up")
        + HANDED
        + CONFERENCE
        + SPELLS
        + spellsWhere("s.closes and " + question.span().holds("s.to_at"))
        + ") x group by 1, 2";
  }

  private static String spread(String length) {
    return ", percentile_disc(0.5) within group (order by "
        + length
        + "), percentile_disc(0.9) within group (order by "
        + length
        + ")";
  }

  /** The whole time of a kind that a handled contact took, whenever that was. */
  private static String ofContact(String work, String name) {
    return ", (select coalesce(sum("
        + HistorySpan.micros("p.to_at - p.from_at")
        + "), 0) from figure_spells p where p.cell = s.cell and p.offer_id = s.offer_id"
        + " and p.work = '"
        + work
        + "') as "
        + name;
  }

  /** Contacts that were served, and of these those after which the customer did not come again. */
  String firstContacts() {
    return head(question.by().ofEntry(), "e.joined_at")
        + ", count(*), count(*) filter (where not exists (select from touchpoints n"
        + " where n.cell = t.cell and n.customer_id = t.customer_id"
        + " and n.demand_id = t.demand_id and n.began_at > t.began_at"
        + " and n.began_at <= t.began_at + interval '"
        + question.withinDays()
        + " days'))"
        + ENTRIES
        + " join touchpoints t on t.cell = e.cell and t.call_id = e.call_id"
        + entriesWhere()
        + " and e.answered and e.ended_at is not null group by 1, 2";
  }

  /**
   * Who joined a queue because they were called back, having waited in that very queue before. A
   * callback that an agent agreed was no caller of the queue until it was dialled.
   */
  String calledBack() {
    return "select "
        + HistorySpan.micros(slot("e.joined_at") + " - timestamptz 'epoch'")
        + ", count(*) from figure_entries e where e.cell = ? and "
        + question.only("e.queue_id")
        + " and "
        + question.span().holds("e.joined_at")
        + " and exists (select from callback_tries t join callbacks k"
        + " on k.cell = t.cell and k.callback_id = t.callback_id"
        + " where t.cell = e.cell and t.call_id = e.call_id"
        + " and k.queue_id = e.queue_id and k.entry_id is not null) group by 1";
  }

  /** Callers of a trunk who went before they joined any queue. */
  String inFlow() {
    return head("c.trunk_id", "c.started_at")
        + ", count(*) from calls c"
        + " where c.cell = ? and "
        + question.only("c.trunk_id")
        + " and "
        + question.span().holds("c.started_at")
        + " and "
        + wentInFlow()
        + " group by 1, 2";
  }

  /** Over {@code calls c}: they rang, hung up themselves, and had come nowhere yet. */
  static String wentInFlow() {
    return "c.direction = 'INBOUND' and c.ended_at is not null and c.turned_away is null"
        + " and not exists (select from figure_entries e where e.cell = c.cell"
        + " and e.call_id = c.call_id)"
        + " and not exists (select from legs l where l.cell = c.cell and l.call_id = c.call_id"
        + " and (l.role = 'FORWARD' or l.hang_up_asked_at is not null))";
  }

  /** The contacts behind a count, or behind a sum of waits. */
  String contactsBehind(String condition, String amount) {
    return behind(
        "e.call_id, e.entry_id, e.agent_id, "
            + HistorySpan.micros("e.joined_at - timestamptz 'epoch'")
            + ", "
            + amount,
        ENTRIES + entriesWhere() + " and " + condition);
  }

  /** The spells behind a time, or behind the count of handled contacts. */
  String spellsBehind(String condition, String amount) {
    return behind(
        "s.call_id, s.entry_id, s.agent_id, "
            + HistorySpan.micros("s.from_at - timestamptz 'epoch'")
            + ", "
            + amount,
        SPELLS + spellsWhere(condition));
  }

  /** The calls behind those who went in a flow. */
  String callsInFlow() {
    return behind(
        "c.call_id, null, null, "
            + HistorySpan.micros("c.started_at - timestamptz 'epoch'")
            + ", 1",
        " from calls c where c.cell = ? and "
            + question.only("c.trunk_id")
            + " and "
            + question.span().holds("c.started_at")
            + " and "
            + wentInFlow());
  }

  private static String behind(String columns, String from) {
    return "select x.*, count(*) over (), coalesce(sum(x.amount) over (), 0) from (select "
        + columns
        + from
        + ") x (call_id, entry_id, agent_id, at, amount) order by at, call_id, entry_id"
        + " limit ? offset ?";
  }

  String timeOfSpell() {
    return question.span().partOf("s");
  }

  String touches() {
    return question.span().touches("s");
  }

  String closed() {
    return "s.closes and " + question.span().holds("s.to_at");
  }
}

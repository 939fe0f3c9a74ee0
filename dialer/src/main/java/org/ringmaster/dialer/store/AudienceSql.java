// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.history.EntryFigures;

/**
 * The statement of an audience, and what its parameters are, in their order. Texts never join it.
 */
final class AudienceSql {

  /** What happened of waiting contacts, of messages and of attempts, in the same columns. */
  private static final String CONTACTS =
      """
      select e.cell, e.call_id, e.entry_id as id, e.queue_id, null::text as campaign_id,
             null::text as number, e.joined_at as at, coalesce(e.ended_at, e.joined_at) as since,
             e.waited_us
        from figure_entries e
        left join calls c on c.cell = e.cell and c.call_id = e.call_id
       where e.cell = ? and e.joined_at >= ? and e.joined_at < ?""";

  private static final String MESSAGES =
      """
      select m.cell, m.call_id, m.message_id as id, m.queue_id, null::text as campaign_id,
             m.number, m.left_at as at, m.left_at as since, null::bigint as waited_us
        from messages m
       where m.cell = ? and m.left_at >= ? and m.left_at < ?""";

  private static final String UNANSWERED =
      " and m.called_back_at is null and (m.ended_at is null or m.outcome in ('EXPIRED', 'LOST'))";

  private static final String ATTEMPTS =
      """
      select a.cell, a.call_id, a.leg_id as id, null::text as queue_id, a.campaign_id,
             null::text as number, a.dialled_at as at, coalesce(a.ended_at, a.dialled_at) as since,
             null::bigint as waited_us
        from attempts a
       where a.cell = ? and a.dialled_at >= ? and a.dialled_at < ?""";

  /**
   * One of our own telephones is nobody's number. What a campaign dials before a number is not part
   * of it.
   */
  private static final String COLUMNS =
      """
      select case when c.direction = 'INTERNAL' then null
                  when starts_with(c.caller_number, r.prefix)
                  then '+' || substr(c.caller_number, length(r.prefix) + 1)
                  else coalesce(x.number, c.caller_number) end,
             case when c.direction = 'INBOUND' then c.caller_name end,
             coalesce(x.queue_id, ''), coalesce(x.campaign_id, a.campaign_id, ''),
             to_char(x.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
             coalesce((x.waited_us / 1000000)::text, ''), x.call_id
        from (""";

  private static final String ABOUT =
      """
      ) x
        left join calls c on c.cell = x.cell and c.call_id = x.call_id
        left join lateral
          (select t.campaign_id, t.sequence, t.identity_id from attempts t
            where t.cell = x.cell and t.call_id = x.call_id order by t.sequence limit 1) a on true
        left join lateral
          (select rules->>'prefix' as prefix from campaign_rules u
            where u.cell = x.cell and u.campaign_id = a.campaign_id and u.sequence < a.sequence
            order by u.sequence desc limit 1) r on true
       where true""";

  private static final String DISPOSITION =
      " and exists (select from call_notes n where n.cell = x.cell and n.call_id = x.call_id"
          + " and n.disposition = ?)";

  /**
   * Whoever the number belongs to has talked with an agent after that, in whatever call: in a queue
   * from when the agent was there. An agent's own call to them joins no queue, and is a contact
   * from when they answer.
   */
  private static final String NOT_TALKED_SINCE =
      """
       and not exists (select from touchpoints n
         left join figure_entries f on f.cell = n.cell and f.call_id = n.call_id and f.answered
         left join calls d on d.cell = n.cell and d.call_id = n.call_id
        where n.cell = x.cell and coalesce(n.ended_at, 'infinity') >= x.since
          and (f.answered_at >= x.since
            or (n.began_at >= x.since and d.direction = 'OUTBOUND'
              and not exists (select from figure_entries g
                where g.cell = n.cell and g.call_id = n.call_id)
              and not exists (select from attempts o
                where o.cell = n.cell and o.call_id = n.call_id)
              and not exists (select from callback_tries k
                where k.cell = n.cell and k.call_id = n.call_id)))
          and n.customer_id = coalesce(
                (select p.customer_id from touchpoints p
                  where p.cell = x.cell and p.call_id = x.call_id order by p.began_at limit 1),
                (select i.customer_id from identities i
                  where i.cell = x.cell and i.identity_id = a.identity_id)))""";

  private final Audience audience;
  private final List<Object> parameters = new ArrayList<>();

  AudienceSql(Audience audience, int cell) {
    this.audience = audience;
    parameters.add(cell);
    parameters.add(PastAttempts.instant(audience.fromMicros()));
    parameters.add(PastAttempts.instant(audience.untilMicros()));
  }

  /** What stands for the question marks; known once {@link #statement} was made. */
  List<Object> parameters() {
    return parameters;
  }

  /** Number, name, queue, campaign, instant, seconds waited and call; the latest first. */
  String statement() {
    String source = source();
    String wanted = "";
    if (audience.disposition() != null) {
      wanted += equal(DISPOSITION, audience.disposition());
    }
    if (audience.notTalkedSince()) {
      wanted += "\n" + NOT_TALKED_SINCE;
    }
    return COLUMNS + source + ABOUT + wanted + " order by x.at desc, x.id";
  }

  private String source() {
    return switch (audience.what()) {
      case Audience.MESSAGE_LEFT -> MESSAGES + equal(" and m.queue_id = ?", audience.queue());
      case Audience.MESSAGE_UNANSWERED ->
          MESSAGES + UNANSWERED + equal(" and m.queue_id = ?", audience.queue());
      case Audience.DIALLED ->
          ATTEMPTS
              + equal(" and a.campaign_id = ?", audience.campaign())
              + equal(" and a.outcome = ?", stored(audience.outcome()));
      default ->
          CONTACTS
              + " and ("
              + Objects.requireNonNull(EntryFigures.condition(audience.what()))
              + ")"
              + equal(" and e.queue_id = ?", audience.queue())
              + waited();
    };
  }

  private String waited() {
    return audience.waitedSeconds() == 0
        ? ""
        : " and e.waited_us >= " + audience.waitedSeconds() * 1_000_000L;
  }

  private String equal(String condition, @Nullable String value) {
    if (value == null) {
      return "";
    }
    parameters.add(value);
    return condition;
  }

  private static @Nullable String stored(@Nullable String word) {
    return word == null ? null : word.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.util.List;

/** What must hold in the core's own tables. */
final class CoreChecks {

  private CoreChecks() {}

  static final List<StoreCheck> CHECKS =
      List.of(
          new StoreCheck(
              "facts.gap",
              "a sequence is missing before",
              """
              select sequence::text from
                (select sequence, lag(sequence) over (order by sequence) as before
                   from facts where cell = ?) s
               where sequence > before + 1"""),
          new StoreCheck(
              "facts.double",
              "a sequence is there more than once",
              "select sequence::text from facts where cell = ? group by sequence having count(*) > 1"),
          new StoreCheck(
              "facts.order",
              "a fact was recorded earlier than the one before it",
              """
              select sequence::text from
                (select sequence, recorded_at, lag(recorded_at) over (order by sequence) as before
                   from facts where cell = ?) s
               where recorded_at < before"""),
          new StoreCheck(
              "projections.behind",
              "a projection is not where the facts are",
              """
              select projection || ' at ' || applied_sequence from projections p
               where cell = ? and applied_sequence is distinct from
                 coalesce((select max(sequence) from facts f where f.cell = p.cell), 0)"""),
          new StoreCheck(
              "calls.legs",
              "an ended call has a leg that has not ended",
              """
              select l.call_id || ' ' || l.leg_id from legs l
                join calls c on c.cell = l.cell and c.call_id = l.call_id
               where l.cell = ? and c.ended_at is not null and l.ended_at is null
                 and l.role <> 'STANDING'"""),
          new StoreCheck(
              "calls.none",
              "a leg belongs to a call that is not there",
              """
              select l.leg_id from legs l where l.cell = ? and l.call_id is not null and not exists
                (select from calls c where c.cell = l.cell and c.call_id = l.call_id)"""),
          new StoreCheck(
              "legs.stays",
              "an ended leg is still in a bridge",
              """
              select s.leg_id || ' in ' || s.bridge_id from bridge_stays s
                join legs l on l.cell = s.cell and l.leg_id = s.leg_id
               where s.cell = ? and l.ended_at is not null and s.left_at is null"""),
          new StoreCheck(
              "legs.end-twice",
              "a leg ended more than once",
              """
              select fact->>'leg' from facts where cell = ? and kind = 'fact.call.leg-ended'
               group by fact->>'leg' having count(*) > 1"""),
          new StoreCheck(
              "entries.open",
              "an ended call has a queue entry or an offer that has not ended",
              """
              select x.id from
                (select cell, call_id, entry_id as id from queue_entries where ended_at is null
                 union all
                 select cell, call_id, offer_id from offers where ended_at is null) x
                join calls c on c.cell = x.cell and c.call_id = x.call_id
               where x.cell = ? and c.ended_at is not null"""),
          new StoreCheck(
              "entries.end-twice",
              "a queue entry ended more than once",
              """
              select fact->>'entry' from facts where cell = ? and kind in
                ('fact.queue.entry-completed', 'fact.queue.entry-abandoned',
                 'fact.queue.entry-overflowed')
               group by fact->>'entry' having count(*) > 1"""),
          new StoreCheck(
              "entries.two-agents",
              "a caller was answered by two agents",
              """
              select fact->>'entry' from facts
               where cell = ? and kind in
                 ('fact.queue.entry-connected', 'fact.queue.entry-returned')
               group by fact->>'entry' having
                 count(*) filter (where kind = 'fact.queue.entry-connected')
                 - count(*) filter (where kind = 'fact.queue.entry-returned') > 1"""),
          new StoreCheck(
              "offers.two-at-once",
              "an agent was made an offer while another was live",
              """
              select agent || ' ' || sequence from
                (select fact->>'agent' as agent, sequence, kind, lag(kind) over w as before
                   from facts where cell = ? and kind in
                     ('fact.agent.offer-made', 'fact.agent.offer-ended', 'fact.agent.talk-ended')
                 window w as (partition by fact->>'agent' order by sequence)) s
               where kind = 'fact.agent.offer-made' and before = kind"""),
          new StoreCheck(
              "agents.tiles",
              "the intervals of an agent have a gap, an overlap or two ends",
              """
              select agent_id || ' ' || sequence from
                (select agent_id, sequence, state, from_at, lag(to_at) over w as before,
                        lag(sequence) over w as other
                   from agent_states where cell = ?
                 window w as (partition by agent_id order by sequence)) s
               where other is not null
                 and (before is null or from_at < before
                      or (from_at > before and state <> 'SIGNING_IN'))"""),
          new StoreCheck(
              "agents.backwards",
              "an interval of an agent ends before it begins",
              """
              select agent_id || ' ' || sequence from agent_states
               where cell = ? and to_at < from_at"""));

  static final List<StoreSum> SUMS =
      List.of(
          StoreSum.of("calls", "fact.call.call-started"),
          StoreSum.of("calls where ended_at is not null", "fact.call.call-ended"),
          StoreSum.of("legs", "fact.call.leg-arrived", "fact.call.leg-requested"),
          StoreSum.of("legs where ended_at is not null", "fact.call.leg-ended"),
          StoreSum.of("legs where answered_at is not null", "fact.call.leg-answered"),
          StoreSum.of("legs where end_source = 'WITNESSED'", "fact.call.end-witnessed"),
          StoreSum.of("bridges", "fact.call.bridge-opened"),
          StoreSum.of("bridge_stays", "fact.call.leg-joined"),
          StoreSum.of("recordings", "fact.call.recording-started"),
          StoreSum.of("call_recordings", "fact.recording.began"),
          StoreSum.of("call_recordings where ended_at is not null", "fact.recording.ended"),
          StoreSum.of("recording_parts", "fact.recording.part-began"),
          StoreSum.of("recording_parts where ended_at is not null", "fact.recording.part-ended"),
          StoreSum.of("recorded_files", "fact.file.wanted"),
          StoreSum.of("recorded_files where kept_at is not null", "fact.file.kept"),
          StoreSum.of("recorded_file_uses", "fact.file.used"),
          StoreSum.of("queue_entries", "fact.queue.entry-joined"),
          StoreSum.of("queue_entries where outcome = 'COMPLETED'", "fact.queue.entry-completed"),
          StoreSum.of("queue_entries where outcome = 'ABANDONED'", "fact.queue.entry-abandoned"),
          StoreSum.of("queue_entries where outcome = 'OVERFLOWED'", "fact.queue.entry-overflowed"),
          StoreSum.of("offers", "fact.agent.offer-made"),
          StoreSum.of("offers where entry_id is not null", "fact.queue.entry-offered"),
          StoreSum.of("offers where accepted_at is not null", "fact.agent.offer-accepted"),
          StoreSum.of("offers where offer_end is not null", "fact.agent.offer-ended"),
          StoreSum.of("offers where talk_end is not null", "fact.agent.talk-ended"),
          StoreSum.of(
              "agent_states",
              "fact.agent.signed-in",
              "fact.agent.ready",
              "fact.agent.paused",
              "fact.agent.unpaused",
              "fact.agent.reconnecting",
              "fact.agent.offer-made",
              "fact.agent.offer-accepted",
              "fact.agent.offer-ended",
              "fact.agent.wrap-up-started",
              "fact.agent.freed"),
          StoreSum.of("customers", "fact.journey.customer-met"),
          StoreSum.of("journeys", "fact.journey.journey-began"),
          StoreSum.of("journeys where ended_at is not null", "fact.journey.journey-ended"),
          StoreSum.of("demands", "fact.journey.demand-opened"),
          StoreSum.of("touchpoints", "fact.journey.touchpoint-began"),
          StoreSum.of("touchpoints where ended_at is not null", "fact.journey.touchpoint-ended"),
          StoreSum.of("handoffs", "fact.journey.handoff-made"));
}

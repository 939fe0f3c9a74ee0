-- SPDX-License-Identifier: Apache-2.0

-- A caller whose agent was lost before the two could hear each other waits again: connected_at then stays from that time
-- until another agent takes the caller, and tells nothing of one who has gone without.
alter table queue_entries
  drop column wait_ms,
  drop column talk_ms;
alter table queue_entries
  add column wait_ms bigint generated always as ((extract(epoch from
    case when outcome in ('ABANDONED', 'OVERFLOWED') then ended_at else coalesce(connected_at, ended_at) end
    - joined_at) * 1000)::bigint) stored,
  add column talk_ms bigint generated always as ((extract(epoch from
    case when outcome = 'COMPLETED' then ended_at - connected_at end) * 1000)::bigint) stored;

comment on column queue_entries.connected_at is 'When an agent took the caller; empty where none did. Of an abandoned or overflowed entry: when an agent took the caller who was lost before a word was spoken.';
comment on column queue_entries.agent_id is 'The agent who took the caller, last.';
comment on column queue_entries.talk_end is 'Who ended the talk: CALLER, AGENT, or LOST where a leg was lost. UNHEARD: the agent''s leg ended before the two could hear each other, and the caller''s too.';
comment on column queue_entries.wait_ms is 'From joining to the agent, or to the end without one, milliseconds.';
comment on column queue_entries.talk_ms is 'From the agent to the end of the talk, milliseconds.';
comment on column offers.offer_end is 'Why it came to nothing: NO_ANSWER, DECLINED, UNREACHABLE, WITHDRAWN because the caller went or another agent was quicker, or LOST from sight. Empty where it was accepted.';
comment on column offers.talk_end is 'Who ended the talk: CALLER, AGENT or LOST; UNHEARD where the agent''s leg ended before the two could hear each other.';

-- SPDX-License-Identifier: Apache-2.0

create table queue_entries (
  cell          smallint not null,
  entry_id      text     not null,
  queue_id      text,
  call_id       text,
  leg_id        text,
  node          text,
  joined_at     timestamptz,
  connected_at  timestamptz,
  ended_at      timestamptz,
  outcome       text,
  while_ringing boolean,
  agent_id      text,
  agent_leg_id  text,
  offer_id      text,
  talk_end      text,
  overflow_kind text,
  overflow_to   text,
  wait_ms       bigint generated always as ((extract(epoch from coalesce(connected_at, ended_at) - joined_at) * 1000)::bigint) stored,
  talk_ms       bigint generated always as ((extract(epoch from ended_at - connected_at) * 1000)::bigint) stored,
  primary key (cell, entry_id)
) with (fillfactor = 70);

create index queue_entries_joined on queue_entries (queue_id, joined_at);
create index queue_entries_call on queue_entries (call_id);

comment on table queue_entries is 'One contact waiting in one queue, and what came of it. A caller who is sent on to another queue has another entry there.';
comment on column queue_entries.cell is 'The cell.';
comment on column queue_entries.entry_id is 'Names the entry.';
comment on column queue_entries.queue_id is 'The queue.';
comment on column queue_entries.call_id is 'The call.';
comment on column queue_entries.leg_id is 'The caller''s leg.';
comment on column queue_entries.node is 'The Asterisk it is on.';
comment on column queue_entries.joined_at is 'When the caller joined the queue.';
comment on column queue_entries.connected_at is 'When an agent took the caller; empty where none did.';
comment on column queue_entries.ended_at is 'When the talk, or the waiting in vain, was over; empty until then.';
comment on column queue_entries.outcome is 'COMPLETED: talked with an agent. ABANDONED: went before one came. OVERFLOWED: waited too long and was sent on. Empty until it ends.';
comment on column queue_entries.while_ringing is 'Of an abandoned entry: whether an agent was being rung for it.';
comment on column queue_entries.agent_id is 'The agent who took the caller.';
comment on column queue_entries.agent_leg_id is 'That agent''s leg.';
comment on column queue_entries.offer_id is 'The offer by which the agent took the caller.';
comment on column queue_entries.talk_end is 'Who ended the talk: CALLER, AGENT, or LOST where a leg was lost.';
comment on column queue_entries.overflow_kind is 'Of an overflowed entry, where the caller was sent: QUEUE, NUMBER, PROMPT or HANG_UP.';
comment on column queue_entries.overflow_to is 'Its name: the other queue, or the trunk to the outside number.';
comment on column queue_entries.wait_ms is 'From joining to the agent, or to the end without one, milliseconds.';
comment on column queue_entries.talk_ms is 'From the agent to the end, milliseconds.';

create table offers (
  cell        smallint not null,
  offer_id    text     not null,
  entry_id    text,
  agent_id    text,
  call_id     text,
  leg_id      text,
  made_at     timestamptz,
  due_at      timestamptz,
  accepted_at timestamptz,
  ended_at    timestamptz,
  offer_end   text,
  talk_end    text,
  ring_ms     bigint generated always as ((extract(epoch from coalesce(accepted_at, ended_at) - made_at) * 1000)::bigint) stored,
  primary key (cell, offer_id)
) with (fillfactor = 70);

create index offers_agent on offers (agent_id, made_at);
create index offers_entry on offers (entry_id);

comment on table offers is 'One agent being rung for one waiting contact, and the talk that came of it.';
comment on column offers.cell is 'The cell.';
comment on column offers.offer_id is 'Names the offer.';
comment on column offers.entry_id is 'The waiting contact.';
comment on column offers.agent_id is 'The agent.';
comment on column offers.call_id is 'The call.';
comment on column offers.leg_id is 'The agent''s leg: a new one, or the open telephone''s.';
comment on column offers.made_at is 'When the agent''s telephone was first asked to ring.';
comment on column offers.due_at is 'When the ringing would be given up.';
comment on column offers.accepted_at is 'When the agent answered; empty where they did not.';
comment on column offers.ended_at is 'When the offer came to nothing, or the talk was over; empty until then.';
comment on column offers.offer_end is 'Why it came to nothing: NO_ANSWER, DECLINED, UNREACHABLE, or WITHDRAWN because the caller went or another agent was quicker. Empty where it was accepted.';
comment on column offers.talk_end is 'Who ended the talk: CALLER, AGENT or LOST.';
comment on column offers.ring_ms is 'From the first ring to the answer, or to the end without one, milliseconds.';

create table agent_states (
  cell         smallint not null,
  agent_id     text     not null,
  sequence     bigint   not null,
  state        text,
  reason       text,
  telephone_id text,
  offer_id     text,
  from_at      timestamptz,
  to_at        timestamptz,
  duration_ms  bigint generated always as ((extract(epoch from to_at - from_at) * 1000)::bigint) stored,
  primary key (cell, agent_id, sequence)
) with (fillfactor = 80);

create index agent_states_from on agent_states (agent_id, from_at);
create index agent_states_open on agent_states (cell) where to_at is null;

comment on table agent_states is 'What each agent did from when to when. From sign-in to sign-out the intervals lie end to end, without gap or overlap.';
comment on column agent_states.cell is 'The cell.';
comment on column agent_states.agent_id is 'The agent.';
comment on column agent_states.sequence is 'Sequence of the fact that began the interval.';
comment on column agent_states.state is 'SIGNING_IN, AVAILABLE, OFFERED, ON_CALL, WRAP_UP or PAUSED. An agent who is signed out has no interval.';
comment on column agent_states.reason is 'Why they were paused.';
comment on column agent_states.telephone_id is 'Where they were signed in.';
comment on column agent_states.offer_id is 'The offer they were rung for or talked by, or whose work they finished.';
comment on column agent_states.from_at is 'When the interval began.';
comment on column agent_states.to_at is 'When it ended; empty while it lasts.';
comment on column agent_states.duration_ms is 'How long it was, milliseconds.';

create view call_legs as
select l.cell, l.call_id, l.leg_id, l.role, l.agent_id, l.telephone_id,
       l.started_at, l.answered_at, l.ended_at, l.cause_code, l.cause
  from legs l
 where l.call_id is not null
union all
select o.cell, o.call_id, l.leg_id, l.role, o.agent_id, l.telephone_id,
       o.made_at, o.accepted_at, o.ended_at, null::integer, null::text
  from offers o
  join legs l on l.cell = o.cell and l.leg_id = o.leg_id
 where l.role = 'STANDING';

comment on view call_legs is 'Every leg of every call, an agent''s open telephone included for the time in which it was lent to the call.';
comment on column call_legs.cell is 'The cell.';
comment on column call_legs.call_id is 'The call.';
comment on column call_legs.leg_id is 'The leg.';
comment on column call_legs.role is 'Whose connection it is; see legs.';
comment on column call_legs.agent_id is 'The agent, where it is one''s.';
comment on column call_legs.telephone_id is 'The telephone, where it is one of ours.';
comment on column call_legs.started_at is 'When the leg began, or a lent one was offered the caller.';
comment on column call_legs.answered_at is 'When it was answered, or a lent one took the caller.';
comment on column call_legs.ended_at is 'When it ended, or a lent one''s talk was over.';
comment on column call_legs.cause_code is 'Why it ended, Q.850; empty for a lent one.';
comment on column call_legs.cause is 'The cause in words; empty for a lent one.';

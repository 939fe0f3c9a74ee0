-- SPDX-License-Identifier: Apache-2.0

create table figure_entries (
  cell         smallint not null,
  entry_id     text     not null,
  queue_id     text,
  call_id      text,
  joined_at    timestamptz,
  answered     boolean,
  answered_at  timestamptz,
  agent_id     text,
  agent_leg_id text,
  in_time      boolean,
  waited_us    bigint,
  went         text,
  flowed_out   boolean,
  held         boolean,
  ended_at     timestamptz,
  primary key (cell, entry_id)
) with (fillfactor = 70);

create index figure_entries_joined on figure_entries (joined_at);
create index figure_entries_call on figure_entries (call_id);
create index figure_entries_open on figure_entries (cell) where ended_at is null;

comment on table figure_entries is 'What each waiting contact counts for in the figures. Instants are those at which facts count: when the outside says, but never after they were recorded, and never going back.';
comment on column figure_entries.cell is 'The cell.';
comment on column figure_entries.entry_id is 'The waiting contact: see queue_entries.';
comment on column figure_entries.queue_id is 'The queue.';
comment on column figure_entries.call_id is 'The call.';
comment on column figure_entries.joined_at is 'When the caller joined; the interval they count in.';
comment on column figure_entries.answered is 'Whether an agent has the caller, or had; taken back where the two never heard each other.';
comment on column figure_entries.answered_at is 'When an agent took the caller, last.';
comment on column figure_entries.agent_id is 'The agent who took the caller, last.';
comment on column figure_entries.agent_leg_id is 'That agent''s leg.';
comment on column figure_entries.in_time is 'Whether the answer, or the going without one, came within the service level that was in force.';
comment on column figure_entries.waited_us is 'From joining to the answer, or to the end without one, microseconds.';
comment on column figure_entries.went is 'Of who went before an agent came: WAITING, or RINGING where an agent was being rung. Empty otherwise.';
comment on column figure_entries.flowed_out is 'Whether the caller was sent on before an agent came.';
comment on column figure_entries.held is 'Whether the caller went while their agent had put them on hold.';
comment on column figure_entries.ended_at is 'When it was over; empty until then.';

create table figure_spells (
  cell     smallint not null,
  agent_id text     not null,
  sequence bigint   not null,
  work     text,
  queue_id text,
  entry_id text,
  offer_id text,
  call_id  text,
  leg_id   text,
  heard    boolean,
  from_at  timestamptz,
  to_at    timestamptz,
  closes   boolean,
  primary key (cell, agent_id, sequence)
) with (fillfactor = 70);

create index figure_spells_from on figure_spells (from_at);
create index figure_spells_to on figure_spells (to_at) where closes;
create index figure_spells_offer on figure_spells (offer_id) where offer_id is not null;
create index figure_spells_open on figure_spells (cell) where to_at is null;

comment on table figure_spells is 'What each agent did without a break, as it is timed in the figures: spells lie end to end from sign-in to sign-out. A talk is a new spell at each hold and after it.';
comment on column figure_spells.cell is 'The cell.';
comment on column figure_spells.agent_id is 'The agent.';
comment on column figure_spells.sequence is 'Sequence of the fact it began with.';
comment on column figure_spells.work is 'SIGNING_IN, IDLE, RINGING (until the two hear each other), TALKING, HOLDING, WRAPPING_UP or PAUSED.';
comment on column figure_spells.queue_id is 'The queue it was done for; empty where for none.';
comment on column figure_spells.entry_id is 'The waiting contact it was done for.';
comment on column figure_spells.offer_id is 'The offer it follows from: all spells of one contact with one agent share it.';
comment on column figure_spells.call_id is 'The call.';
comment on column figure_spells.leg_id is 'The agent''s leg.';
comment on column figure_spells.heard is 'Whether agent and caller have heard each other.';
comment on column figure_spells.from_at is 'When it began.';
comment on column figure_spells.to_at is 'When it ended; empty while it lasts.';
comment on column figure_spells.closes is 'Whether a handled contact is done with at its end.';

create table figure_holds (
  cell     smallint not null,
  leg_id   text     not null,
  sequence bigint   not null,
  from_at  timestamptz,
  to_at    timestamptz,
  primary key (cell, leg_id, sequence)
) with (fillfactor = 70);

create index figure_holds_open on figure_holds (cell) where to_at is null;

comment on table figure_holds is 'When each leg''s party had put the other one on hold.';
comment on column figure_holds.cell is 'The cell.';
comment on column figure_holds.leg_id is 'The leg whose party did it.';
comment on column figure_holds.sequence is 'Sequence of the fact it began with.';
comment on column figure_holds.from_at is 'When it began.';
comment on column figure_holds.to_at is 'When it ended; empty while it lasts.';

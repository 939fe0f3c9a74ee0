-- SPDX-License-Identifier: Apache-2.0

create table call_notes (
  cell        smallint not null,
  call_id     text     not null,
  agent_id    text     not null,
  note        text,
  disposition text,
  noted_at    timestamptz,
  disposed_at timestamptz,
  primary key (cell, call_id, agent_id)
) with (fillfactor = 70);

comment on table call_notes is 'What each agent wrote and said about a call.';
comment on column call_notes.cell is 'The cell.';
comment on column call_notes.call_id is 'The call.';
comment on column call_notes.agent_id is 'The agent.';
comment on column call_notes.note is 'What they wrote, as it stands last. Personal.';
comment on column call_notes.disposition is 'What they say it was: a word of the configuration.';
comment on column call_notes.noted_at is 'When the note was last changed.';
comment on column call_notes.disposed_at is 'When they last said what it was.';

create table call_flags (
  cell       smallint not null,
  call_id    text     not null,
  agent_id   text     not null,
  number     bigint   not null,
  flagged_at timestamptz,
  primary key (cell, call_id, agent_id, number)
);

comment on table call_flags is 'Moments of calls that agents want to be found again.';
comment on column call_flags.cell is 'The cell.';
comment on column call_flags.call_id is 'The call.';
comment on column call_flags.agent_id is 'The agent.';
comment on column call_flags.number is 'Counted from 1 over the agent''s work on the call.';
comment on column call_flags.flagged_at is 'When.';

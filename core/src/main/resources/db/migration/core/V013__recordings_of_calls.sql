-- SPDX-License-Identifier: Apache-2.0

create table call_recordings (
  cell       smallint not null,
  call_id    text     not null,
  queue_id   text,
  policy     text,
  asked_by   text,
  began_at   timestamptz,
  ended_at   timestamptz,
  primary key (cell, call_id)
) with (fillfactor = 80);

create index call_recordings_began on call_recordings using brin (began_at);

comment on table call_recordings is 'Calls of which something was recorded: one recording each, made of parts.';
comment on column call_recordings.cell is 'The cell.';
comment on column call_recordings.call_id is 'The call, which names its recording.';
comment on column call_recordings.queue_id is 'The queue for which they talked when it began; empty in a call that an agent made.';
comment on column call_recordings.policy is 'ON_DEMAND, ALL or FORCED.';
comment on column call_recordings.asked_by is 'Who asked for it; empty where the policy did.';
comment on column call_recordings.began_at is 'When it began.';
comment on column call_recordings.ended_at is 'When the call was over.';

create table recording_parts (
  cell         smallint not null,
  recording_id text     not null,
  call_id      text,
  part         integer,
  node         text,
  scene        text,
  agent_id     text,
  queue_id     text,
  began_at     timestamptz,
  began_why    text,
  ended_at     timestamptz,
  ended_why    text,
  primary key (cell, recording_id)
) with (fillfactor = 80);

create index recording_parts_call on recording_parts (call_id);

comment on table recording_parts is 'The parts of the recordings of calls; what became of their files is in recorded_files.';
comment on column recording_parts.cell is 'The cell.';
comment on column recording_parts.recording_id is 'Names the part and its file.';
comment on column recording_parts.call_id is 'The call.';
comment on column recording_parts.part is 'Which part of the call''s recording, from 1.';
comment on column recording_parts.node is 'The Asterisk that recorded it.';
comment on column recording_parts.scene is 'TALK of an agent with a customer, CONSULT of an agent with whom they asked, CONFERENCE of all three, TAKEN_OVER by a supervisor.';
comment on column recording_parts.agent_id is 'Who led the talk; empty where a supervisor did.';
comment on column recording_parts.queue_id is 'The queue for which they talked; empty in a call that an agent made.';
comment on column recording_parts.began_at is 'When it began.';
comment on column recording_parts.began_why is 'TALK, ASKED, TAKEN_BACK, CONSULT, CONFERENCE, HANDED_ON, TAKEN_OVER, RESUMED, CARD_DIGITS_TAKEN, AFTER_FAILURE or AFTER_LOSS.';
comment on column recording_parts.ended_at is 'When it ended; nothing that was said later is in it.';
comment on column recording_parts.ended_why is 'TALK_ENDED, HELD, CONSULT, CONFERENCE, HANDED_ON, PARKED, TAKEN_OVER, PAUSED, CARD_DIGITS, STOPPED, NOT_RECORDED any more, FAILED or LOST from sight.';

create table recording_acts (
  cell     smallint not null,
  call_id  text     not null,
  sequence bigint   not null,
  act      text,
  author   text,
  done_at  timestamptz,
  primary key (cell, call_id, sequence)
);

comment on table recording_acts is 'What was done to the recordings of calls, and by whom.';
comment on column recording_acts.cell is 'The cell.';
comment on column recording_acts.call_id is 'The call.';
comment on column recording_acts.sequence is 'The fact that tells of it.';
comment on column recording_acts.act is 'PAUSED, RESUMED, CARD (paused for the digits of a card), STOPPED; TOLD and CALLER_TOLD: the agent, or both, were told that the call is recorded.';
comment on column recording_acts.author is 'Who did it; empty where nobody did.';
comment on column recording_acts.done_at is 'When.';

-- SPDX-License-Identifier: Apache-2.0

create table calls (
  cell          smallint not null,
  call_id       text     not null,
  node          text,
  direction     text,
  dialled       text,
  trunk_id      text,
  caller_number text,
  caller_name   text,
  first_leg_id  text,
  started_at    timestamptz,
  ended_at      timestamptz,
  turned_away   text,
  duration_ms   bigint generated always as ((extract(epoch from ended_at - started_at) * 1000)::bigint) stored,
  primary key (cell, call_id)
) with (fillfactor = 80);

create index calls_started on calls using brin (started_at);

comment on table calls is 'The legs of one contact by voice, from the first leg''s start to the last leg''s end.';
comment on column calls.cell is 'The cell the call lives in.';
comment on column calls.call_id is 'Names the call.';
comment on column calls.node is 'The Asterisk it lives on.';
comment on column calls.direction is 'INBOUND: they rang us. OUTBOUND: we rang them. INTERNAL: one of our telephones rang us.';
comment on column calls.dialled is 'What was dialled. Personal in an outbound call.';
comment on column calls.trunk_id is 'The carrier it came or went through.';
comment on column calls.caller_number is 'The caller''s number as the network told it. Personal.';
comment on column calls.caller_name is 'The caller''s name as the network told it. Personal.';
comment on column calls.first_leg_id is 'The leg that an inbound or internal call began with.';
comment on column calls.started_at is 'When it began.';
comment on column calls.ended_at is 'When its last leg ended; empty while it lives.';
comment on column calls.turned_away is 'CLOSED: the number was out of its hours. NOWHERE: the number leads nowhere. Empty otherwise.';
comment on column calls.duration_ms is 'From start to end, milliseconds.';

create table legs (
  cell                smallint not null,
  leg_id              text     not null,
  call_id             text,
  node                text,
  role                text,
  telephone_id        text,
  trunk_id            text,
  agent_id            text,
  partner_leg_id      text,
  started_at          timestamptz,
  rang_at             timestamptz,
  answered_at         timestamptz,
  entered_at          timestamptz,
  hang_up_asked_at    timestamptz,
  hang_up_asked_cause integer,
  ended_at            timestamptz,
  cause_code          integer,
  cause               text,
  end_source          text,
  duration_ms         bigint generated always as ((extract(epoch from ended_at - started_at) * 1000)::bigint) stored,
  up_ms               bigint generated always as ((extract(epoch from ended_at - answered_at) * 1000)::bigint) stored,
  primary key (cell, leg_id)
) with (fillfactor = 70);

create index legs_call on legs (call_id);
create index legs_started on legs using brin (started_at);

comment on table legs is 'One party''s connection: a channel of Asterisk.';
comment on column legs.cell is 'The cell the leg lives in.';
comment on column legs.leg_id is 'Names the leg: Asterisk''s channel id.';
comment on column legs.call_id is 'The call it was begun for. Empty for an agent''s open telephone, which is lent to calls: see call_legs.';
comment on column legs.node is 'The Asterisk it lives on.';
comment on column legs.role is 'CALLER: somebody outside. AGENT: a telephone rung for an offer. STANDING: an agent''s open telephone. TELEPHONE: a telephone of ours that dialled us. FORWARD: an outside number a caller is passed on to.';
comment on column legs.telephone_id is 'The telephone, where it is one of ours.';
comment on column legs.trunk_id is 'The carrier it came or went through.';
comment on column legs.agent_id is 'The agent it was rung for, or whose open telephone it is.';
comment on column legs.partner_leg_id is 'For a forwarded leg: the caller''s leg.';
comment on column legs.started_at is 'When it arrived, or when we asked for it.';
comment on column legs.rang_at is 'When the far end rang.';
comment on column legs.answered_at is 'When it was answered.';
comment on column legs.entered_at is 'When a leg that we had asked for came under our control.';
comment on column legs.hang_up_asked_at is 'When we asked for its end; empty where the other side hung up first.';
comment on column legs.hang_up_asked_cause is 'The cause we gave with that.';
comment on column legs.ended_at is 'When it ended; empty while it lives. Where end_source is NOT_SEEN: when we found it gone.';
comment on column legs.cause_code is 'Why it ended: Q.850 cause as Asterisk numbers it, 0 where unknown.';
comment on column legs.cause is 'The cause in words.';
comment on column legs.end_source is 'SEEN: Asterisk told us. NOT_SEEN: it was gone when we looked. WITNESSED: it was gone, and CEL has told when and why.';
comment on column legs.duration_ms is 'From start to end, milliseconds.';
comment on column legs.up_ms is 'From answer to end, milliseconds.';

create table bridges (
  cell        smallint not null,
  bridge_id   text     not null,
  node        text,
  kind        text,
  call_id     text,
  music_class text,
  opened_at   timestamptz,
  closed_at   timestamptz,
  primary key (cell, bridge_id)
) with (fillfactor = 80);

create index bridges_call on bridges (call_id);

comment on table bridges is 'Places where legs are together.';
comment on column bridges.cell is 'The cell the bridge lives in.';
comment on column bridges.bridge_id is 'Names the bridge: Asterisk''s bridge id.';
comment on column bridges.node is 'The Asterisk it lives on.';
comment on column bridges.kind is 'TALK: those in it hear each other. WAITING_ROOM: callers hear music. AGENT_ROOM: open telephones rest in silence.';
comment on column bridges.call_id is 'The call it joins; empty for a room that is shared.';
comment on column bridges.music_class is 'What is heard in a waiting room.';
comment on column bridges.opened_at is 'When it was asked for.';
comment on column bridges.closed_at is 'When it went, or was asked to go; empty while it is there.';

create table bridge_stays (
  cell      smallint not null,
  leg_id    text     not null,
  sequence  bigint   not null,
  bridge_id text,
  call_id   text,
  joined_at timestamptz,
  left_at   timestamptz,
  stay_ms   bigint generated always as ((extract(epoch from left_at - joined_at) * 1000)::bigint) stored,
  primary key (cell, leg_id, sequence)
) with (fillfactor = 80);

create index bridge_stays_bridge on bridge_stays (bridge_id);
create index bridge_stays_call on bridge_stays (call_id);
create index bridge_stays_open on bridge_stays (cell) where left_at is null;

comment on table bridge_stays is 'Which leg was in which bridge from when to when: who heard whom.';
comment on column bridge_stays.cell is 'The cell.';
comment on column bridge_stays.leg_id is 'The leg.';
comment on column bridge_stays.sequence is 'Sequence of the fact that the leg joined.';
comment on column bridge_stays.bridge_id is 'The bridge.';
comment on column bridge_stays.call_id is 'The call the leg took part in.';
comment on column bridge_stays.joined_at is 'When the leg joined.';
comment on column bridge_stays.left_at is 'When it left; empty while it is there.';
comment on column bridge_stays.stay_ms is 'From joining to leaving, milliseconds.';

create table recordings (
  cell         smallint not null,
  recording_id text     not null,
  call_id      text,
  bridge_id    text,
  node         text,
  started_at   timestamptz,
  ended_at     timestamptz,
  failed       boolean,
  duration_ms  bigint,
  primary key (cell, recording_id)
) with (fillfactor = 80);

create index recordings_call on recordings (call_id);

comment on table recordings is 'Recordings of talks.';
comment on column recordings.cell is 'The cell.';
comment on column recordings.recording_id is 'Names the recording, and its file on the node.';
comment on column recordings.call_id is 'The call that was recorded.';
comment on column recordings.bridge_id is 'The bridge that was recorded.';
comment on column recordings.node is 'The Asterisk that keeps the file.';
comment on column recordings.started_at is 'When it began.';
comment on column recordings.ended_at is 'When it ended; empty while it runs.';
comment on column recordings.failed is 'Whether it failed.';
comment on column recordings.duration_ms is 'How long it is, milliseconds, as the node says.';

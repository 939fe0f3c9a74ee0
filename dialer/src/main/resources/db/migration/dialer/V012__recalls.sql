-- SPDX-License-Identifier: Apache-2.0
-- The leads that are to be called again at an agreed time.

create table recalls (
  cell          smallint not null,
  sequence      bigint   not null,
  campaign_id   text,
  list_id       text,
  lead          integer,
  agent_id      text,
  agreed_by     text,
  agreed_for    text,
  agreed_at     timestamptz,
  due_at        timestamptz,
  until_at      timestamptz,
  opened_at     timestamptz,
  put_off_until timestamptz,
  over_at       timestamptz,
  result        text,
  gate          text,
  ended_by      text,
  primary key (cell, sequence)
);

comment on table recalls is 'What was agreed with leads: when they are called again, a row each time.';
comment on column recalls.cell is 'The cell.';
comment on column recalls.sequence is 'The fact that tells it.';
comment on column recalls.campaign_id is 'The campaign.';
comment on column recalls.list_id is 'The list.';
comment on column recalls.lead is 'The lead, counted from 0 within its list.';
comment on column recalls.agent_id is 'Who was to call; empty for anyone.';
comment on column recalls.agreed_by is 'Who agreed it.';
comment on column recalls.agreed_for is 'The time as it was agreed, by the clock where the lead is, and the zone.';
comment on column recalls.agreed_at is 'When it was agreed.';
comment on column recalls.due_at is 'When they are to be called.';
comment on column recalls.until_at is 'After which they are not called any more for that.';
comment on column recalls.opened_at is 'When it became anyone''s, because its agent was not there.';
comment on column recalls.put_off_until is 'When it is asked again whether they may be called, where something forbade it.';
comment on column recalls.over_at is 'When it was over; empty while it is not.';
comment on column recalls.result is 'DIALLED, EXPIRED, FORBIDDEN, REPLACED by another one, CANCELLED, or LIST_GONE. Empty while it is not over.';
comment on column recalls.gate is 'What forbade to call them last; see campaign explain.';
comment on column recalls.ended_by is 'Who took it back or agreed something else.';

create index recalls_open on recalls (cell, campaign_id) where over_at is null;

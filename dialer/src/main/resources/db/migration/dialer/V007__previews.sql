-- SPDX-License-Identifier: Apache-2.0
-- The leads that were shown to agents before they were dialled.

create table previews (
  cell        smallint not null,
  sequence    bigint   not null,
  campaign_id text,
  list_id     text,
  lead        integer,
  agent_id    text,
  shown_at    timestamptz,
  until_at    timestamptz,
  wanted_at   timestamptz,
  by_time     boolean,
  call_id     text,
  over_at     timestamptz,
  result      text,
  gate        text,
  reason      text,
  primary key (cell, sequence)
);

comment on table previews is 'The leads that agents looked at in modes preview and manual, a row each time one was shown.';
comment on column previews.cell is 'The cell.';
comment on column previews.sequence is 'The fact that tells it.';
comment on column previews.campaign_id is 'The campaign.';
comment on column previews.list_id is 'The list.';
comment on column previews.lead is 'The lead, counted from 0 within its list.';
comment on column previews.agent_id is 'To whom it was shown.';
comment on column previews.shown_at is 'When.';
comment on column previews.until_at is 'How long they could look at most; empty for as long as they liked.';
comment on column previews.wanted_at is 'When it was to be dialled; empty where it never was.';
comment on column previews.by_time is 'Whether it was to be dialled because the time ran out, and not by a key.';
comment on column previews.call_id is 'The call in which it was to be dialled.';
comment on column previews.over_at is 'When it was shown no more; empty while it is.';
comment on column previews.result is 'DIALLED, SKIPPED, RAN_OUT, or why it was taken back: AGENT_GONE, AGENT_UNREACHED, CAMPAIGN, KILL_SWITCH, LIST_GONE, FORBIDDEN, NOT_NOW, NO_LINE. Empty while it is shown.';
comment on column previews.gate is 'What forbade to dial it; see campaign explain.';
comment on column previews.reason is 'What the agent said when they skipped it.';

create index previews_open on previews (cell) where over_at is null;

comment on column campaigns.mode is 'PROGRESSIVE, POWER, PREDICTIVE, PREVIEW or MANUAL.';

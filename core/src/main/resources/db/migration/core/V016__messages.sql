-- SPDX-License-Identifier: Apache-2.0

create table messages (
  cell                smallint not null,
  message_id          text     not null,
  queue_id            text,
  call_id             text,
  node                text,
  customer_id         text,
  number              text,
  recording_id        text,
  duration_ms         bigint,
  greeted_at          timestamptz,
  left_at             timestamptz,
  heard_at            timestamptz,
  called_back_at      timestamptz,
  heard_by            text,
  called_back_by      text,
  called_back_call_id text,
  ended_at            timestamptz,
  outcome             text,
  ended_by            text,
  primary key (cell, message_id)
) with (fillfactor = 80);

create index messages_greeted on messages using brin (greeted_at);
create index messages_customer on messages (customer_id);

comment on table messages is 'Messages that callers left for a queue, and those that they did not leave in the end.';
comment on column messages.cell is 'The cell.';
comment on column messages.message_id is 'Names the message.';
comment on column messages.queue_id is 'For which queue.';
comment on column messages.call_id is 'The call in which it was left.';
comment on column messages.node is 'On which it was recorded.';
comment on column messages.customer_id is 'Who left it.';
comment on column messages.number is 'From which number. Personal.';
comment on column messages.recording_id is 'The recording; empty where the caller went before the tone.';
comment on column messages.duration_ms is 'How long it is, milliseconds; empty where nobody saw its end, so that only the file tells.';
comment on column messages.greeted_at is 'When the caller began to hear the greeting.';
comment on column messages.left_at is 'When it was left; empty where it was not.';
comment on column messages.heard_at is 'When it was first heard.';
comment on column messages.called_back_at is 'When an agent last called the person back because of it.';
comment on column messages.heard_by is 'Who heard it first.';
comment on column messages.called_back_by is 'The agent who last did.';
comment on column messages.called_back_call_id is 'The call in which they did.';
comment on column messages.ended_at is 'When it was over; empty until then.';
comment on column messages.outcome is 'DONE by somebody. DELETED by somebody, or EXPIRED: kept long enough. LOST: its file is. Not left: HUNG_UP before the tone, TOO_SHORT, FAILED to be recorded.';
comment on column messages.ended_by is 'Who was done with it, or deleted it.';

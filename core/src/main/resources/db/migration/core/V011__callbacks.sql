-- SPDX-License-Identifier: Apache-2.0

create table callbacks (
  cell            smallint not null,
  callback_id     text     not null,
  queue_id        text,
  entry_id        text,
  call_id         text,
  customer_id     text,
  number          text,
  waits_since     timestamptz,
  taken_at        timestamptz,
  expires_at      timestamptz,
  ended_at        timestamptz,
  outcome         text,
  ended_by        text,
  served_entry_id text,
  primary key (cell, callback_id)
) with (fillfactor = 80);

create index callbacks_taken on callbacks using brin (taken_at);
create index callbacks_customer on callbacks (customer_id);

comment on table callbacks is 'Callers who asked to be called back, and whose place was kept.';
comment on column callbacks.cell is 'The cell.';
comment on column callbacks.callback_id is 'Names the callback.';
comment on column callbacks.queue_id is 'The queue in which the place is kept.';
comment on column callbacks.entry_id is 'The queue entry by which they had waited; it ended as OVERFLOWED to CALLBACK.';
comment on column callbacks.call_id is 'The call in which they asked for it.';
comment on column callbacks.customer_id is 'Who asked.';
comment on column callbacks.number is 'Where they are called back. Personal.';
comment on column callbacks.waits_since is 'Since when they wait: this is their place, and it counts when they are called back.';
comment on column callbacks.taken_at is 'When they asked for it.';
comment on column callbacks.expires_at is 'When it is worth nothing any more.';
comment on column callbacks.ended_at is 'When it was over; empty until then.';
comment on column callbacks.outcome is 'TALKED: called back, and talked with an agent. GAVE_UP, SENT_ON: called back, and went or was sent on before. REACHED: in another way. CANCELLED by somebody. EXPIRED. UNREACHED: every try was in vain. FORBIDDEN: must not be called. RENEWED: asked for another one. QUEUE_REMOVED.';
comment on column callbacks.ended_by is 'Who took it back, where somebody did.';
comment on column callbacks.served_entry_id is 'The queue entry by which they waited when they had been called back.';

create table callback_tries (
  cell        smallint not null,
  callback_id text     not null,
  attempt     bigint   not null,
  call_id     text,
  leg_id      text,
  dialled_at  timestamptz,
  primary key (cell, callback_id, attempt)
);

comment on table callback_tries is 'Each time a customer was dialled for a callback.';
comment on column callback_tries.cell is 'The cell.';
comment on column callback_tries.callback_id is 'The callback.';
comment on column callback_tries.attempt is 'Which try, from 1.';
comment on column callback_tries.call_id is 'The call to the customer.';
comment on column callback_tries.leg_id is 'The leg to the customer.';
comment on column callback_tries.dialled_at is 'When.';

create table callback_failures (
  cell        smallint not null,
  callback_id text     not null,
  sequence    bigint   not null,
  outcome     text,
  failed_at   timestamptz,
  again_at    timestamptz,
  primary key (cell, callback_id, sequence)
);

comment on table callback_failures is 'Each try that was in vain.';
comment on column callback_failures.cell is 'The cell.';
comment on column callback_failures.callback_id is 'The callback.';
comment on column callback_failures.sequence is 'The fact that tells of it.';
comment on column callback_failures.outcome is 'NO_ANSWER, BUSY, UNREACHABLE, MACHINE: nobody said that it was a person; LOST from sight.';
comment on column callback_failures.failed_at is 'When.';
comment on column callback_failures.again_at is 'When the next try may be.';

create table contact_bans (
  cell         smallint not null,
  identity_id  text     not null,
  scope        text     not null,
  kind         text,
  address      text,
  forbidden_at timestamptz,
  forbidden_by text,
  permitted_at timestamptz,
  permitted_by text,
  primary key (cell, identity_id, scope)
);

comment on table contact_bans is 'Addresses that must not, or might for a time not, be contacted.';
comment on column contact_bans.cell is 'The cell.';
comment on column contact_bans.identity_id is 'A digest of kind and address in normal form.';
comment on column contact_bans.scope is 'For what: ANY, CALLBACK or CAMPAIGN.';
comment on column contact_bans.kind is 'TELEPHONE, MAIL, WHATSAPP, COOKIE or CRM.';
comment on column contact_bans.address is 'The address itself. Personal.';
comment on column contact_bans.forbidden_at is 'When it was last forbidden.';
comment on column contact_bans.forbidden_by is 'Who did.';
comment on column contact_bans.permitted_at is 'When it was last permitted again; in force if later than the other.';
comment on column contact_bans.permitted_by is 'Who did.';

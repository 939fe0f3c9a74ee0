-- SPDX-License-Identifier: Apache-2.0

create table queues (
  cell              smallint not null,
  queue_id          text     not null,
  strategy          text,
  agents            jsonb,
  ring_ms           bigint,
  retry_ms          bigint,
  wrap_up_ms        bigint,
  auto_pause        boolean,
  max_wait_ms       bigint,
  overflow          jsonb,
  music_class       text,
  service_level_ms  bigint,
  configured_at     timestamptz,
  removed_at        timestamptz,
  primary key (cell, queue_id)
);

comment on table queues is 'The queues as last configured; earlier settings are in the facts.';
comment on column queues.cell is 'The cell.';
comment on column queues.queue_id is 'Its name in the configuration.';
comment on column queues.strategy is 'How it chooses among free agents.';
comment on column queues.agents is 'Who serves it, in its own order.';
comment on column queues.ring_ms is 'How long one agent is rung, milliseconds.';
comment on column queues.retry_ms is 'How long an agent who did not answer is left in peace, milliseconds.';
comment on column queues.wrap_up_ms is 'How long an agent finishes work after a talk, milliseconds.';
comment on column queues.auto_pause is 'Whether an agent who does not answer is paused.';
comment on column queues.max_wait_ms is 'How long a caller waits before the overflow, milliseconds; 0 means for ever.';
comment on column queues.overflow is 'Where a caller goes who has waited too long.';
comment on column queues.music_class is 'What waiting callers hear.';
comment on column queues.service_level_ms is 'Answered within this counts for the service level, milliseconds.';
comment on column queues.configured_at is 'Since when it has been so.';
comment on column queues.removed_at is 'When it was taken out of the configuration; empty while it is in.';

create table agents (
  cell          smallint not null,
  agent_id      text     not null,
  name          text,
  number        text,
  telephone_id  text,
  configured_at timestamptz,
  removed_at    timestamptz,
  primary key (cell, agent_id)
);

comment on table agents is 'The agents as last configured.';
comment on column agents.cell is 'The cell.';
comment on column agents.agent_id is 'Their name in the configuration.';
comment on column agents.name is 'Their name for people to read. Personal.';
comment on column agents.number is 'What they type to sign in from a telephone that is not theirs.';
comment on column agents.telephone_id is 'The telephone they sign in on unless they name another.';
comment on column agents.configured_at is 'Since when it has been so.';
comment on column agents.removed_at is 'When they were taken out of the configuration; empty while they are in.';

create table trunks (
  cell            smallint not null,
  trunk_id        text     not null,
  node            text,
  max_legs        integer,
  legs_per_second integer,
  configured_at   timestamptz,
  removed_at      timestamptz,
  primary key (cell, trunk_id)
);

comment on table trunks is 'The carriers as last configured.';
comment on column trunks.cell is 'The cell.';
comment on column trunks.trunk_id is 'Its name in the configuration, also its endpoint''s on the node.';
comment on column trunks.node is 'The Asterisk it hangs on.';
comment on column trunks.max_legs is 'Most legs at once, in both directions; 0 means no limit.';
comment on column trunks.legs_per_second is 'Most new outbound legs a second; 0 means no limit.';
comment on column trunks.configured_at is 'Since when it has been so.';
comment on column trunks.removed_at is 'When it was taken out of the configuration; empty while it is in.';

create table telephones (
  cell          smallint not null,
  telephone_id  text     not null,
  node          text,
  use           text,
  configured_at timestamptz,
  removed_at    timestamptz,
  primary key (cell, telephone_id)
);

comment on table telephones is 'The agents'' telephones as last configured.';
comment on column telephones.cell is 'The cell.';
comment on column telephones.telephone_id is 'Its name in the configuration, also its endpoint''s on the node.';
comment on column telephones.node is 'The Asterisk it registers with.';
comment on column telephones.use is 'RUNG for each offer; AUTO_ANSWERED by itself; OPEN from sign-in to sign-out.';
comment on column telephones.configured_at is 'Since when it has been so.';
comment on column telephones.removed_at is 'When it was taken out of the configuration; empty while it is in.';

create table numbers (
  cell          smallint not null,
  number        text     not null,
  queue_id      text,
  calendar_id   text,
  configured_at timestamptz,
  removed_at    timestamptz,
  primary key (cell, number)
);

comment on table numbers is 'Where dialled numbers lead, as last configured.';
comment on column numbers.cell is 'The cell.';
comment on column numbers.number is 'The number that is dialled.';
comment on column numbers.queue_id is 'The queue it leads to.';
comment on column numbers.calendar_id is 'The calendar it obeys; empty: always open.';
comment on column numbers.configured_at is 'Since when it has been so.';
comment on column numbers.removed_at is 'When it was taken out of the configuration; empty while it is in.';

create table nodes (
  cell          smallint not null,
  node          text     not null,
  version       text,
  connected     boolean,
  fenced        boolean,
  asterisk_started_at timestamptz,
  changed_at    timestamptz,
  reconciled_at timestamptz,
  primary key (cell, node)
);

comment on table nodes is 'The Asterisks as last seen.';
comment on column nodes.cell is 'The cell.';
comment on column nodes.node is 'Its name in the configuration.';
comment on column nodes.version is 'The version it told.';
comment on column nodes.connected is 'Whether we see and command it.';
comment on column nodes.fenced is 'Whether another instance has it.';
comment on column nodes.asterisk_started_at is 'When its Asterisk started.';
comment on column nodes.changed_at is 'When we last found or lost it.';
comment on column nodes.reconciled_at is 'When its books and ours were last compared.';

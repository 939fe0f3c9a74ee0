-- SPDX-License-Identifier: Apache-2.0

create table facts (
  cell           smallint    not null,
  sequence       bigint      not null,
  input_sequence bigint      not null,
  recorded_at    timestamptz not null,
  occurred_at    timestamptz not null,
  kind           text        not null,
  fact           jsonb       not null,
  payload        bytea       not null,
  primary key (cell, sequence, recorded_at)
) partition by range (recorded_at);

comment on table facts is 'Everything the platform has decided is true, in order. All other tables are readings of this one and can be filled anew from it. One partition for each day (UTC) of recorded_at.';
comment on column facts.cell is 'The cell (some Asterisks and their platform) whose journal the fact comes from.';
comment on column facts.sequence is 'Number of the fact within the cell: dense, from 1.';
comment on column facts.input_sequence is 'Number of the input that the fact was decided on; facts of one input share it.';
comment on column facts.recorded_at is 'When the platform took that input; never goes back.';
comment on column facts.occurred_at is 'When the outside says that it happened.';
comment on column facts.kind is 'What kind of fact, such as leg.answered.';
comment on column facts.fact is 'The fact for people and their tools. Holds personal text: names, numbers, digits.';
comment on column facts.payload is 'The fact as the journal holds it (protobuf wire format), from which projections are filled anew. Holds personal text.';

create table projections (
  cell             smallint    not null,
  projection       text        not null,
  version          integer     not null,
  applied_sequence bigint      not null,
  applied_at       timestamptz not null,
  primary key (cell, projection)
) with (fillfactor = 10);

comment on table projections is 'How far each family of tables has come; saved in one transaction with the rows themselves.';
comment on column projections.cell is 'The cell.';
comment on column projections.projection is 'Name of the family; facts is the table of facts itself.';
comment on column projections.version is 'Version of the code that filled the tables; another one fills them anew.';
comment on column projections.applied_sequence is 'Sequence of the last fact applied.';
comment on column projections.applied_at is 'When that was.';

-- SPDX-License-Identifier: Apache-2.0
-- What agents said of calls that a detector took for machines.

alter table attempts
  add column audited_as text,
  add column audited_by text;

comment on column attempts.audited_as is 'PERSON or MACHINE, as an agent found what a detector took for a machine; empty where nobody was asked or said it.';
comment on column attempts.audited_by is 'The agent who said so.';

-- SPDX-License-Identifier: Apache-2.0
alter table legs add column made_at timestamptz;

comment on column legs.made_at is 'When Asterisk made it, for a leg that we asked for; one that arrived began at started_at.';

-- SPDX-License-Identifier: Apache-2.0

alter table figure_entries add column foreseen_s integer;
alter table figure_entries add column foreseen_kept boolean;
alter table figure_spells add column conference boolean;

comment on column figure_entries.foreseen_s is 'Within how many seconds four in five of such callers were foreseen to be answered, when this one was first told a wait; empty where none was told or no agent came.';
comment on column figure_entries.foreseen_kept is 'Whether this one was answered within that time.';
comment on column figure_spells.conference is 'Whether agent, customer and whom the agent had asked heard each other in it.';

-- SPDX-License-Identifier: Apache-2.0
-- Somebody may have answered while nobody saw it, and be abandoned without a time for an agent.

alter table attempts add column abandon_reason text;

comment on column attempts.abandoned_at is 'When the time for an agent was over; for who answered UNSEEN, when that was known.';
comment on column attempts.abandon_reason is 'Why nobody was there for who had answered: NO_AGENT in time, TAKEN_BACK in that very moment, or UNSEEN: they answered while the node was out of sight, and were gone before it was back, as its event log (CEL) tells. Empty for calls that were not abandoned, or before this was recorded.';

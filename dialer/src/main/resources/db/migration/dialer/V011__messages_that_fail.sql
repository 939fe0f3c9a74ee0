-- SPDX-License-Identifier: Apache-2.0
-- A message of a campaign without agents that cannot be played is an outcome of its own.

create or replace view campaign_days as
select a.cell, a.campaign_id, (a.dialled_at at time zone coalesce(c.zone, 'UTC'))::date as day,
       count(*) as dialled,
       count(a.answered_at) as answered,
       count(a.connected_at) as connected,
       count(*) filter (where a.abandoned) as abandoned,
       count(*) filter (where a.outcome = 'TALKED') as talked,
       count(*) filter (where a.outcome = 'HUNG_UP') as hung_up,
       count(*) filter (where a.outcome = 'NO_ANSWER') as no_answer,
       count(*) filter (where a.outcome = 'BUSY') as busy,
       count(*) filter (where a.outcome = 'UNREACHABLE') as unreachable,
       count(*) filter (where a.outcome = 'CONGESTED') as congested,
       count(*) filter (where a.outcome = 'LOST') as lost,
       count(*) filter (where a.ended_at is null) as live,
       count(*) filter (where a.outcome = 'MACHINE') as machine,
       count(*) filter (where a.outcome = 'MESSAGE_LEFT') as message_left,
       count(*) filter (where a.verdict = 'MACHINE') as taken_for_machine,
       count(*) filter (where a.verdict = 'HUMAN') as taken_for_human,
       count(*) filter (where a.verdict = 'UNKNOWN') as not_told_apart,
       count(*) filter (where a.outcome = 'CALLBACK') as callbacks,
       count(*) filter (where a.outcome = 'HEARD') as heard,
       count(*) filter (where a.outcome = 'OPTED_OUT') as opted_out,
       count(*) filter (where a.outcome = 'QUEUED') as queued,
       count(*) filter (where a.outcome = 'ABANDONED') as ended_abandoned,
       count(*) filter (where a.outcome = 'MESSAGE_FAILED') as message_failed
  from attempts a
  left join campaigns c on c.cell = a.cell and c.campaign_id = a.campaign_id
 group by 1, 2, 3;

comment on column campaign_days.callbacks is 'Outcome CALLBACK: answered, and asked to be called back.';
comment on column campaign_days.message_failed is 'Outcome MESSAGE_FAILED: answered a campaign without agents, whose message could not be played.';
comment on column attempts.outcome is 'TALKED, ABANDONED, HUNG_UP, NO_ANSWER, BUSY, UNREACHABLE, CONGESTED, LOST from sight, MACHINE that we hung up, MESSAGE_LEFT with one, or CALLBACK: answered, and asked to be called back; in mode agentless HEARD to the end, OPTED_OUT, QUEUED by key, or MESSAGE_FAILED: it could not be played. Empty until it ends.';

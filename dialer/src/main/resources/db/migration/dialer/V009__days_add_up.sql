-- SPDX-License-Identifier: Apache-2.0
-- Every outcome has its column, so that they and the attempts that are not over make up what was dialled.

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
       count(*) filter (where a.outcome = 'ABANDONED') as ended_abandoned
  from attempts a
  left join campaigns c on c.cell = a.cell and c.campaign_id = a.campaign_id
 group by 1, 2, 3;

comment on column campaign_days.heard is 'Outcome HEARD: a message without agents, to its end.';
comment on column campaign_days.opted_out is 'Outcome OPTED_OUT: wants not to be called again.';
comment on column campaign_days.queued is 'Outcome QUEUED: asked for the queue by key.';
comment on column campaign_days.ended_abandoned is 'Outcome ABANDONED: no agent was there in time, and none later. The outcomes and live add up to dialled.';
comment on column campaign_days.abandoned is 'Those for which no agent was there in time, also where one came later.';

comment on column attempts.waited_ms is 'From the answer, or from the end of the greeting where answers are screened and it is known, to the agent, milliseconds.';
comment on column campaign_attempts.waited_ms is 'From the answer, or from the end of the greeting where answers are screened and it is known, to the agent, milliseconds.';

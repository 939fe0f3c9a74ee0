-- SPDX-License-Identifier: Apache-2.0
-- What a detector took for a person or a machine, and what followed.

alter table attempts
  add column screened_at timestamptz,
  add column verdict text,
  add column verdict_cause text,
  add column verdict_ms bigint,
  add column greeting_ms bigint,
  add column treatment text,
  add column message_at timestamptz;

comment on column attempts.screened_at is 'When a detector said what has answered; empty where none listened.';
comment on column attempts.verdict is 'HUMAN, MACHINE, or UNKNOWN: no clear verdict, none in time, or the call was over before. UNKNOWN is treated as a person.';
comment on column attempts.verdict_cause is 'The verdict in the detector''s words; LATE and GONE are the platform''s.';
comment on column attempts.verdict_ms is 'From the answer to the verdict, milliseconds.';
comment on column attempts.greeting_ms is 'From the answer to the end of what a person said first, milliseconds; empty where it is not known, and the time for an agent runs from the answer.';
comment on column attempts.treatment is 'What followed: NONE, HUNG_UP, MESSAGE, or AUDITED: an agent was to say whether it was a machine.';
comment on column attempts.message_at is 'When a message was told to its end.';
comment on column attempts.outcome is 'TALKED, ABANDONED, HUNG_UP, NO_ANSWER, BUSY, UNREACHABLE, CONGESTED, LOST from sight, MACHINE that we hung up, or MESSAGE_LEFT with one. Empty until it ends.';

create or replace view campaign_attempts as
select a.cell, a.campaign_id, a.list_id, a.lead, a.attempt, a.call_id, a.leg_id, c.caller_number as number,
       coalesce(t.customer_id, i.customer_id) as customer_id, t.journey_id, t.touchpoint_id,
       a.dialled_at, a.answered_at, a.connected_at, a.ended_at, a.agent_id, a.waited_ms, a.talk_ms, a.abandoned, a.outcome,
       a.verdict, a.verdict_cause, a.verdict_ms, a.treatment
  from attempts a
  left join calls c on c.cell = a.cell and c.call_id = a.call_id
  left join identities i on i.cell = a.cell and i.identity_id = a.identity_id
  left join lateral
    (select customer_id, journey_id, touchpoint_id from touchpoints p
      where p.cell = a.cell and p.call_id = a.call_id order by p.began_at limit 1) t on true;

comment on column campaign_attempts.verdict is 'What a detector took it for; see attempts.';
comment on column campaign_attempts.verdict_cause is 'In the detector''s words.';
comment on column campaign_attempts.verdict_ms is 'From the answer to the verdict, milliseconds.';
comment on column campaign_attempts.treatment is 'What followed from it; see attempts.';

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
       count(*) filter (where a.verdict = 'UNKNOWN') as not_told_apart
  from attempts a
  left join campaigns c on c.cell = a.cell and c.campaign_id = a.campaign_id
 group by 1, 2, 3;

comment on column campaign_days.machine is 'Outcome MACHINE: taken for an answering machine and hung up.';
comment on column campaign_days.message_left is 'Outcome MESSAGE_LEFT: an answering machine was told a message.';
comment on column campaign_days.taken_for_machine is 'Those that a detector took for a machine, whatever followed.';
comment on column campaign_days.taken_for_human is 'Those that it took for a person.';
comment on column campaign_days.not_told_apart is 'Those of which it could not say.';

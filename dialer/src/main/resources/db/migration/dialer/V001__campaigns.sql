-- SPDX-License-Identifier: Apache-2.0

create table campaigns (
  cell          smallint not null,
  campaign_id   text     not null,
  queue_id      text,
  trunk_id      text,
  mode          text,
  zone          text,
  hold_ms       bigint,
  state         text,
  moved_by      text,
  moved_at      timestamptz,
  configured_at timestamptz,
  removed_at    timestamptz,
  primary key (cell, campaign_id)
);

comment on table campaigns is 'The campaigns as they are configured now, and what they are doing.';
comment on column campaigns.cell is 'The cell.';
comment on column campaigns.campaign_id is 'The campaign.';
comment on column campaigns.queue_id is 'The queue that answered attempts join.';
comment on column campaigns.trunk_id is 'The carrier through which leads are dialled.';
comment on column campaigns.mode is 'PROGRESSIVE, POWER or PREDICTIVE.';
comment on column campaigns.zone is 'The time zone by whose clocks its days begin.';
comment on column campaigns.hold_ms is 'How long who has answered may wait for an agent before they count as abandoned.';
comment on column campaigns.state is 'RUNNING, PAUSED, EXHAUSTED or CLOSED; empty before the first start.';
comment on column campaigns.moved_by is 'Who did that; empty where nobody did.';
comment on column campaigns.moved_at is 'When.';
comment on column campaigns.configured_at is 'When it was last configured.';
comment on column campaigns.removed_at is 'When it was last taken out of the configuration; in force if later than configured_at.';

create table campaign_rules (
  cell          smallint not null,
  campaign_id   text     not null,
  sequence      bigint   not null,
  configured_at timestamptz,
  rules         jsonb,
  primary key (cell, campaign_id, sequence)
);

comment on table campaign_rules is 'By which rules a campaign has been dialled since when: each configuration that it had.';
comment on column campaign_rules.cell is 'The cell.';
comment on column campaign_rules.campaign_id is 'The campaign.';
comment on column campaign_rules.sequence is 'The fact that tells it.';
comment on column campaign_rules.configured_at is 'From when on these rules hold.';
comment on column campaign_rules.rules is 'The rules: hours, limits, tries, recycling, prompts.';

create table attempts (
  cell           smallint not null,
  leg_id         text     not null,
  campaign_id    text,
  list_id        text,
  lead           integer,
  slot           integer,
  attempt        integer,
  identity_id    text,
  call_id        text,
  sequence       bigint,
  dialled_at     timestamptz,
  rang_at        timestamptz,
  given_up_at    timestamptz,
  answered_at    timestamptz,
  connected_at   timestamptz,
  abandoned_at   timestamptz,
  locked_until   timestamptz,
  ended_at       timestamptz,
  ended_sequence bigint,
  agent_id       text,
  waited_ms      bigint,
  abandoned      boolean,
  outcome        text,
  cause_code     integer,
  cause          text,
  lead_phase     text,
  again_at       timestamptz,
  ring_ms        bigint generated always as ((extract(epoch from coalesce(answered_at, ended_at) - dialled_at) * 1000)::bigint) stored,
  talk_ms        bigint generated always as ((extract(epoch from ended_at - connected_at) * 1000)::bigint) stored,
  primary key (cell, leg_id)
) with (fillfactor = 70);

create index attempts_campaign on attempts (campaign_id, dialled_at);
create index attempts_call on attempts (call_id);
create index attempts_identity on attempts (identity_id);
create index attempts_open on attempts (cell) where ended_at is null;

comment on table attempts is 'Every try to reach a lead, and what came of it. The number that was dialled stands with its call: see campaign_attempts.';
comment on column attempts.cell is 'The cell.';
comment on column attempts.leg_id is 'The leg to the lead; names the attempt.';
comment on column attempts.campaign_id is 'The campaign.';
comment on column attempts.list_id is 'The list the lead is of.';
comment on column attempts.lead is 'Which lead of the list, from 0.';
comment on column attempts.slot is 'Which of the lead''s numbers, from 0.';
comment on column attempts.attempt is 'How often the lead had been dialled, this one included.';
comment on column attempts.identity_id is 'A digest of the number; see identities.';
comment on column attempts.call_id is 'The call.';
comment on column attempts.sequence is 'The fact that tells of the intent to dial; it holds what the pacer saw when it decided.';
comment on column attempts.dialled_at is 'When it was decided, before anything was asked of the telephone.';
comment on column attempts.rang_at is 'When the far end rang.';
comment on column attempts.given_up_at is 'When we gave the ringing up; empty where we did not.';
comment on column attempts.answered_at is 'When somebody, or something, answered and was ours to pass on.';
comment on column attempts.connected_at is 'When an agent was there.';
comment on column attempts.abandoned_at is 'When the time for an agent was over.';
comment on column attempts.locked_until is 'Until when the number is left in peace after that.';
comment on column attempts.ended_at is 'When it was over; empty until then.';
comment on column attempts.ended_sequence is 'The fact that tells it.';
comment on column attempts.agent_id is 'The agent who was there.';
comment on column attempts.waited_ms is 'From the answer to the agent, milliseconds.';
comment on column attempts.abandoned is 'Whether it counts as abandoned: no agent was there in time. Empty where nobody could have been abandoned.';
comment on column attempts.outcome is 'TALKED, ABANDONED, HUNG_UP, NO_ANSWER, BUSY, UNREACHABLE, CONGESTED, or LOST from sight. Empty until it ends.';
comment on column attempts.cause_code is 'Why the leg ended: Q.850 cause, 0 where unknown.';
comment on column attempts.cause is 'The cause in words.';
comment on column attempts.lead_phase is 'Where the lead stands after it: REACHED, RESTING until the next try, or SPENT.';
comment on column attempts.again_at is 'When the lead may be dialled again.';
comment on column attempts.ring_ms is 'From the intent to the answer, or to the end without one, milliseconds.';
comment on column attempts.talk_ms is 'From the agent to the end, milliseconds.';

create view campaign_attempts as
select a.cell, a.campaign_id, a.list_id, a.lead, a.attempt, a.call_id, a.leg_id, c.caller_number as number,
       coalesce(t.customer_id, i.customer_id) as customer_id, t.journey_id, t.touchpoint_id,
       a.dialled_at, a.answered_at, a.connected_at, a.ended_at, a.agent_id, a.waited_ms, a.talk_ms, a.abandoned, a.outcome
  from attempts a
  left join calls c on c.cell = a.cell and c.call_id = a.call_id
  left join identities i on i.cell = a.cell and i.identity_id = a.identity_id
  left join lateral
    (select customer_id, journey_id, touchpoint_id from touchpoints p
      where p.cell = a.cell and p.call_id = a.call_id order by p.began_at limit 1) t on true;

comment on view campaign_attempts is 'Every attempt with whom it was meant for and the contact of their journey that came of it. The legs are in call_legs, by call_id.';
comment on column campaign_attempts.cell is 'The cell.';
comment on column campaign_attempts.campaign_id is 'The campaign.';
comment on column campaign_attempts.list_id is 'The list.';
comment on column campaign_attempts.lead is 'Which lead of the list, from 0.';
comment on column campaign_attempts.attempt is 'How often the lead had been dialled, this one included.';
comment on column campaign_attempts.call_id is 'The call.';
comment on column campaign_attempts.leg_id is 'The leg to the lead.';
comment on column campaign_attempts.number is 'The number that was dialled. Personal.';
comment on column campaign_attempts.customer_id is 'Whose number it is; empty while nobody was ever met by it.';
comment on column campaign_attempts.journey_id is 'The journey that the contact is a station of.';
comment on column campaign_attempts.touchpoint_id is 'The contact; empty where nobody answered.';
comment on column campaign_attempts.dialled_at is 'When it was decided to dial.';
comment on column campaign_attempts.answered_at is 'When somebody, or something, answered.';
comment on column campaign_attempts.connected_at is 'When an agent was there.';
comment on column campaign_attempts.ended_at is 'When it was over.';
comment on column campaign_attempts.agent_id is 'The agent.';
comment on column campaign_attempts.waited_ms is 'From the answer to the agent, milliseconds.';
comment on column campaign_attempts.talk_ms is 'From the agent to the end, milliseconds.';
comment on column campaign_attempts.abandoned is 'Whether no agent was there in time.';
comment on column campaign_attempts.outcome is 'What came of it; see attempts.';

create view campaign_days as
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
       count(*) filter (where a.ended_at is null) as live
  from attempts a
  left join campaigns c on c.cell = a.cell and c.campaign_id = a.campaign_id
 group by 1, 2, 3;

comment on view campaign_days is 'What each campaign did on each day, by the day on which its attempts were dialled.';
comment on column campaign_days.cell is 'The cell.';
comment on column campaign_days.campaign_id is 'The campaign.';
comment on column campaign_days.day is 'The day, by the clocks of the campaign''s zone.';
comment on column campaign_days.dialled is 'Attempts.';
comment on column campaign_days.answered is 'Those that somebody, or something, answered.';
comment on column campaign_days.connected is 'Those that came to an agent.';
comment on column campaign_days.abandoned is 'Those for which no agent was there in time.';
comment on column campaign_days.talked is 'Outcome TALKED.';
comment on column campaign_days.hung_up is 'Outcome HUNG_UP: answered, and gone before an agent was there.';
comment on column campaign_days.no_answer is 'Outcome NO_ANSWER: rang in vain, or we gave it up.';
comment on column campaign_days.busy is 'Outcome BUSY.';
comment on column campaign_days.unreachable is 'Outcome UNREACHABLE: no such number, or no way there.';
comment on column campaign_days.congested is 'Outcome CONGESTED: the network was full.';
comment on column campaign_days.lost is 'Outcome LOST: nobody saw how it ended.';
comment on column campaign_days.live is 'Attempts that are not over.';

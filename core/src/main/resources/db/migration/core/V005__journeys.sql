-- SPDX-License-Identifier: Apache-2.0

create table customers (
  cell        smallint not null,
  customer_id text     not null,
  met_at      timestamptz,
  primary key (cell, customer_id)
);

comment on table customers is 'Persons or households. One without an identity stays nameless and is never met again.';
comment on column customers.cell is 'The cell.';
comment on column customers.customer_id is 'Names the customer.';
comment on column customers.met_at is 'When they were first met.';

create table identities (
  cell        smallint not null,
  identity_id text     not null,
  customer_id text,
  kind        text,
  address     text,
  linked_at   timestamptz,
  primary key (cell, identity_id)
);

create index identities_customer on identities (customer_id);

comment on table identities is 'The addresses that are a customer''s.';
comment on column identities.cell is 'The cell.';
comment on column identities.identity_id is 'A digest of kind and address in normal form.';
comment on column identities.customer_id is 'The customer whose it is.';
comment on column identities.kind is 'TELEPHONE, MAIL, WHATSAPP, COOKIE or CRM.';
comment on column identities.address is 'The address itself. Personal.';
comment on column identities.linked_at is 'When it was found to be theirs.';

create table journeys (
  cell        smallint not null,
  journey_id  text     not null,
  customer_id text,
  purpose     text,
  began_at    timestamptz,
  ended_at    timestamptz,
  primary key (cell, journey_id)
) with (fillfactor = 80);

create index journeys_customer on journeys (customer_id);
create index journeys_began on journeys using brin (began_at);

comment on table journeys is 'A customer''s touchpoints toward one goal.';
comment on column journeys.cell is 'The cell.';
comment on column journeys.journey_id is 'Names the journey.';
comment on column journeys.customer_id is 'Whose it is.';
comment on column journeys.purpose is 'What it is toward: INFORMATION, PURCHASE, PROMOTION, SUPPORT or OTHER.';
comment on column journeys.began_at is 'When it began.';
comment on column journeys.ended_at is 'When it came to its end or had rested too long; empty until then.';

create table touchpoints (
  cell          smallint not null,
  touchpoint_id text     not null,
  journey_id    text,
  customer_id   text,
  demand_id     text,
  medium        text,
  phase         text,
  call_id       text,
  began_at      timestamptz,
  ended_at      timestamptz,
  outcome       text,
  primary key (cell, touchpoint_id)
) with (fillfactor = 70);

create index touchpoints_journey on touchpoints (journey_id);
create index touchpoints_customer on touchpoints (customer_id, began_at);
create index touchpoints_call on touchpoints (call_id);

comment on table touchpoints is 'One contact over one medium.';
comment on column touchpoints.cell is 'The cell.';
comment on column touchpoints.touchpoint_id is 'Names the touchpoint.';
comment on column touchpoints.journey_id is 'The journey it belongs to.';
comment on column touchpoints.customer_id is 'The customer.';
comment on column touchpoints.demand_id is 'What it was about.';
comment on column touchpoints.medium is 'VOICE, SMS, WHATSAPP, EMAIL, WEBCHAT, BOT, STORE, SOCIAL or OTHER.';
comment on column touchpoints.phase is 'BEFORE, DURING or AFTER the customer''s contact with us.';
comment on column touchpoints.call_id is 'The call, of a contact by voice.';
comment on column touchpoints.began_at is 'When it began.';
comment on column touchpoints.ended_at is 'When it ended; empty while it lasts.';
comment on column touchpoints.outcome is 'SERVED: spoke with an agent. ABANDONED: went before one came. SENT_ON: waited too long. TURNED_AWAY: nobody is there. ENDED: none of these.';

create table demands (
  cell        smallint not null,
  demand_id   text     not null,
  journey_id  text,
  customer_id text,
  state       text,
  opened_at   timestamptz,
  moved_at    timestamptz,
  resolved_at timestamptz,
  primary key (cell, demand_id)
) with (fillfactor = 70);

create index demands_journey on demands (journey_id);
create index demands_customer on demands (customer_id);

comment on table demands is 'What customers need.';
comment on column demands.cell is 'The cell.';
comment on column demands.demand_id is 'Names the demand.';
comment on column demands.journey_id is 'The journey it came up on.';
comment on column demands.customer_id is 'Whose it is.';
comment on column demands.state is 'OPEN: nobody has dealt with it. PENDING: somebody has, or does. RESOLVED: it is settled.';
comment on column demands.opened_at is 'When it came up.';
comment on column demands.moved_at is 'When its state last changed; empty while it is as it came up.';
comment on column demands.resolved_at is 'When it was last settled.';

create table handoffs (
  cell          smallint not null,
  handoff_id    text     not null,
  journey_id    text,
  touchpoint_id text,
  from_kind     text,
  from_name     text,
  to_kind       text,
  to_name       text,
  reason        text,
  made_at       timestamptz,
  primary key (cell, handoff_id)
);

create index handoffs_journey on handoffs (journey_id);
create index handoffs_touchpoint on handoffs (touchpoint_id);

comment on table handoffs is 'Conversations passing from one owner to another.';
comment on column handoffs.cell is 'The cell.';
comment on column handoffs.handoff_id is 'Names the handoff.';
comment on column handoffs.journey_id is 'The journey.';
comment on column handoffs.touchpoint_id is 'The contact in which it was made.';
comment on column handoffs.from_kind is 'What kind of owner had it: QUEUE, AGENT, FLOW, NUMBER or MESSAGE.';
comment on column handoffs.from_name is 'That owner''s name in the configuration.';
comment on column handoffs.to_kind is 'What kind of owner got it.';
comment on column handoffs.to_name is 'That owner''s name in the configuration.';
comment on column handoffs.reason is 'Why.';
comment on column handoffs.made_at is 'When.';

create view journey_path as
select t.cell, t.journey_id, t.customer_id, t.began_at as at, 'contact' as what, t.medium as detail, t.outcome, t.touchpoint_id
  from touchpoints t
union all
select h.cell, h.journey_id, t.customer_id, h.made_at, 'handoff', h.from_name || ' > ' || h.to_name, h.reason, h.touchpoint_id
  from handoffs h
  left join touchpoints t on t.cell = h.cell and t.touchpoint_id = h.touchpoint_id;

comment on view journey_path is 'The stations of each journey, contacts and handoffs, to be ordered by at.';
comment on column journey_path.cell is 'The cell.';
comment on column journey_path.journey_id is 'The journey.';
comment on column journey_path.customer_id is 'Whose it is.';
comment on column journey_path.at is 'When.';
comment on column journey_path.what is 'contact or handoff.';
comment on column journey_path.detail is 'The medium of a contact; from whom to whom, of a handoff.';
comment on column journey_path.outcome is 'How a contact came out; why a handoff was made.';
comment on column journey_path.touchpoint_id is 'The contact.';

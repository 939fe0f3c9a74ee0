-- SPDX-License-Identifier: Apache-2.0
-- What the line of an attempt has cost, where its trunk has rates.

alter table campaigns add column currency text;
alter table attempts add column billed_s bigint;
alter table attempts add column cost_millionths bigint;
alter table attempts add column currency text;

-- Rates may be older than this column.
update campaigns c
   set currency = (select r.rules #>> '{bounds,spend,tariff,currency}' from campaign_rules r
                    where r.cell = c.cell and r.campaign_id = c.campaign_id
                    order by r.sequence desc limit 1);

comment on column campaigns.currency is 'In which its calls cost something by the rates of its trunk; empty where it has none.';
comment on column attempts.billed_s is 'How many seconds of it are paid for, in the steps in which its trunk bills. Empty where nobody answered, its trunk has no rate for it, or before this was recorded.';
comment on column attempts.cost_millionths is 'What that costs, millionths of the currency; by our own clock and the rates of the configuration, not by any bill.';
comment on column attempts.currency is 'In which it costs something, as the rates of its trunk said when it was dialled. Empty as above, but not where nobody answered.';

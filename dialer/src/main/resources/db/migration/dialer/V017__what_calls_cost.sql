-- SPDX-License-Identifier: Apache-2.0
-- What the line of an attempt has cost, where its trunk has rates.

alter table campaigns add column currency text;
alter table attempts add column billed_s bigint;
alter table attempts add column cost_millionths bigint;
alter table attempts add column currency text;

comment on column campaigns.currency is 'In which its calls cost something by the rates of its trunk; empty where it has none.';
comment on column attempts.billed_s is 'How many seconds of it are paid for, in the steps in which its trunk bills. Empty where nobody answered, its trunk has no rate for it, or before this was recorded.';
comment on column attempts.cost_millionths is 'What that costs, millionths of the currency; by our own clock and the rates of the configuration, not by any bill.';
comment on column attempts.currency is 'Of which currency.';

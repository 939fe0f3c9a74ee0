-- SPDX-License-Identifier: Apache-2.0
-- A greeting may be heard without screening, and ends where an agent comes.

comment on column attempts.greeting_ms is 'From the answer to the end of what a person said first, or to the agent where one came while they still spoke, milliseconds; of two ends the earlier. Empty where it is not known, and the time for an agent runs from the answer.';
comment on column attempts.waited_ms is 'From the answer, or from the end of the greeting where it is known, to the agent, milliseconds.';
comment on column campaign_attempts.waited_ms is 'From the answer, or from the end of the greeting where it is known, to the agent, milliseconds.';

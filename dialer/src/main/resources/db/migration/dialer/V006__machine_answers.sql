-- SPDX-License-Identifier: Apache-2.0
-- Which answers were machines', and are therefore no live answers.

alter table attempts add column machine boolean;

comment on column attempts.machine is 'Whether it counts as a machine''s answer, which is no live answer: a detector took it for one and nobody was asked, or an agent found it to be one. Who was abandoned before stays abandoned. Empty else.';

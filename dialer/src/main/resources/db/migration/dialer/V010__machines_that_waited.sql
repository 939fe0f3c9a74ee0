-- SPDX-License-Identifier: Apache-2.0
-- A machine that is given up was not abandoned, whatever came first.

comment on column attempts.machine is 'Whether it counts as a machine''s answer, which is no live answer: a detector took it for one and nobody was asked, or an agent found it to be one. Who was abandoned before stays abandoned, unless it is given up as a machine. Empty else.';

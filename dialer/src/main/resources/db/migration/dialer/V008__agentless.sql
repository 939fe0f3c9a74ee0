-- SPDX-License-Identifier: Apache-2.0
-- What came of calls of campaigns without agents.

comment on column attempts.outcome is 'TALKED, ABANDONED, HUNG_UP, NO_ANSWER, BUSY, UNREACHABLE, CONGESTED, LOST from sight, MACHINE that we hung up, MESSAGE_LEFT with one, or CALLBACK: answered, and chose to be called back; in mode agentless HEARD to the end, OPTED_OUT, or QUEUED by key. Empty until it ends.';
comment on column campaigns.mode is 'PROGRESSIVE, POWER, PREDICTIVE, PREVIEW, MANUAL or AGENTLESS.';

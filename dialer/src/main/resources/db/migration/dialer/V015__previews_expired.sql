-- SPDX-License-Identifier: Apache-2.0
-- A lead that was shown for what was agreed, and was not called within a day, has a word of its own.

comment on column previews.result is 'DIALLED, SKIPPED, RAN_OUT, or why it was taken back: AGENT_GONE, AGENT_CALLED, AGENT_UNREACHED, AGENT_DECLINED, LINE_ENDED, CAMPAIGN, MODE, MANUAL, QUEUE_GONE, KILL_SWITCH, LIST_GONE, PROTECTION_MISSING, FORBIDDEN, NOT_NOW, OTHER_NUMBER, TAKEN_BACK, AGREED_LATER, AGREED_EXPIRED, NO_LINE, NO_CALLER_ID. Empty while it is shown.';

-- SPDX-License-Identifier: Apache-2.0

create table recorded_files (
  cell          smallint not null,
  recording_id  text     not null,
  call_id       text,
  node          text,
  wanted_at     timestamptz,
  expires_at    timestamptz,
  failed_tries  integer,
  last_failure  text,
  not_there_at  timestamptz,
  kept_at       timestamptz,
  sha256        text,
  bytes         bigint,
  length_ms     bigint,
  deleted_at    timestamptz,
  deleted_why   text,
  deleted_by    text,
  primary key (cell, recording_id)
) with (fillfactor = 80);

create index recorded_files_call on recorded_files (call_id);
create index recorded_files_kept on recorded_files using brin (kept_at);

comment on table recorded_files is 'Files that nodes have recorded, whatever is in them, and what became of them.';
comment on column recorded_files.cell is 'The cell.';
comment on column recorded_files.recording_id is 'Names the file, here and on its node.';
comment on column recorded_files.call_id is 'The call in which it was recorded.';
comment on column recorded_files.node is 'The Asterisk that recorded it.';
comment on column recorded_files.wanted_at is 'When it was finished, and to be fetched.';
comment on column recorded_files.expires_at is 'Until when it is kept at least; empty: for ever.';
comment on column recorded_files.failed_tries is 'How often fetching it failed.';
comment on column recorded_files.last_failure is 'Why it failed the last time.';
comment on column recorded_files.not_there_at is 'When its node said that it has no such file.';
comment on column recorded_files.kept_at is 'When it was whole on our disk.';
comment on column recorded_files.sha256 is 'The hash of the file as it is kept, hexadecimal.';
comment on column recorded_files.bytes is 'Its size.';
comment on column recorded_files.length_ms is 'How long its sound lasts.';
comment on column recorded_files.deleted_at is 'When it was deleted.';
comment on column recorded_files.deleted_why is 'EXPIRED or ASKED.';
comment on column recorded_files.deleted_by is 'Who asked for it, where somebody did.';

create table recorded_file_uses (
  cell         smallint not null,
  recording_id text     not null,
  sequence     bigint   not null,
  use          text,
  used_by      text,
  used_at      timestamptz,
  primary key (cell, recording_id, sequence)
);

comment on table recorded_file_uses is 'Who listened to a recorded file or took a copy of it, and when.';
comment on column recorded_file_uses.cell is 'The cell.';
comment on column recorded_file_uses.recording_id is 'The file.';
comment on column recorded_file_uses.sequence is 'The fact that tells of it.';
comment on column recorded_file_uses.use is 'HEARD or TAKEN.';
comment on column recorded_file_uses.used_by is 'Who, by the name they log in with.';
comment on column recorded_file_uses.used_at is 'When.';

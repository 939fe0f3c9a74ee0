// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.file;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.RecordingId;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Fact;

/** What has become true of recorded files. */
public sealed interface FileFact extends Fact {

  /** The file. */
  RecordingId file();

  /** The call in which it was recorded. */
  CallId call();

  /**
   * A file lies on a node and shall be kept.
   *
   * @param expiresMicros until when, epoch microseconds; 0 for ever
   */
  record Wanted(RecordingId file, CallId call, NodeId node, long expiresMicros)
      implements FileFact {}

  /**
   * Fetching it failed; it is tried again.
   *
   * @param tries how often so far
   * @param absent whether its node said that it has no such file
   */
  record FetchFailed(RecordingId file, CallId call, int tries, String why, boolean absent)
      implements FileFact {}

  /**
   * It is kept here, whole and on the disk.
   *
   * @param sha256 of the file as it is kept, hexadecimal
   * @param lengthMillis how long its sound lasts
   */
  record Kept(RecordingId file, CallId call, String sha256, long bytes, long lengthMillis)
      implements FileFact {}

  /**
   * Its node has said several times that it has no such file: nothing was recorded, or it is lost.
   */
  record NotThere(RecordingId file, CallId call) implements FileFact {}

  /** Somebody listened to it or took a copy. */
  record Used(RecordingId file, CallId call, FileUse use, Author author) implements FileFact {}

  /** It is kept no longer. After a crash in the middle of a deletion it may be told twice. */
  record Deleted(RecordingId file, CallId call, FileEnd end, @Nullable Author author)
      implements FileFact {}
}

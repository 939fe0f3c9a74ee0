// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.file;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.RecordingId;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Input;

/** What is told of recorded files by those who handle them. */
public sealed interface FileInput extends Input {

  /** A file was fetched, and is on our disk. */
  record Fetched(RecordingId file, String sha256, long bytes, long lengthMillis)
      implements FileInput {}

  /** A file could not be fetched this time. */
  record FetchFailed(RecordingId file, String why) implements FileInput {}

  /** The node says that it has no such file. */
  record NotThere(RecordingId file) implements FileInput {}

  /** A file may be tried again; the number of tries tells a stale one. */
  record FetchDue(RecordingId file, int tries) implements FileInput {}

  /** Somebody is about to listen to a kept file or to take a copy of it. */
  record Use(RecordingId file, CallId call, FileUse use, Author author) implements FileInput {}

  /** A kept file is about to be deleted; it is deleted after this is in the journal. */
  record Delete(RecordingId file, CallId call, FileEnd end, @Nullable Author author)
      implements FileInput {}
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.file;

import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.RecordingId;
import org.ringmaster.core.kernel.Command;

/** What we ask of those who handle recorded files. */
public sealed interface FileCommand extends Command {

  /**
   * Bring a file from its node to our disk; the answer is {@link FileInput.Fetched}, {@link
   * FileInput.NotThere} or {@link FileInput.FetchFailed}. Asking again for what is being fetched
   * does no harm.
   *
   * @param expiresMicros until when it is to be kept, epoch microseconds; 0 for ever
   */
  record Fetch(NodeId node, RecordingId file, CallId call, long expiresMicros)
      implements FileCommand {}

  /** Delete the node's own copy of a file that is kept here. */
  record Clear(NodeId node, RecordingId file) implements FileCommand {}
}

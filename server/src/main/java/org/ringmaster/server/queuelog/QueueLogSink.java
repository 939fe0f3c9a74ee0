// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.queuelog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where lines go, and where it is kept how far they have come. Used by one thread. */
interface QueueLogSink extends AutoCloseable {

  /** Where to go on: after this fact, with what the log knew then. */
  record Bookmark(long sequence, byte[] state) {}

  /**
   * Where to go on; null where nothing was written yet.
   *
   * @throws Exception where it cannot be read now; it is tried again later
   */
  @Nullable Bookmark bookmark() throws Exception;

  /**
   * Writes the lines of further facts and keeps the bookmark behind them. Whatever happens in
   * between, no line is lost and none is doubled.
   *
   * @throws Exception where that cannot be done now; it is tried again from the bookmark
   */
  void write(List<QueueLogLine> lines, Bookmark behind) throws Exception;

  @Override
  void close();
}

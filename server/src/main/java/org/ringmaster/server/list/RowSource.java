// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.list;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.ringmaster.dialer.load.MappedColumn;
import org.ringmaster.dialer.store.AudienceRows;

/** Where the rows of a list come from that nobody sends. Asked by the thread that imports. */
public interface RowSource {

  /** What its columns are. */
  List<MappedColumn> columns();

  /**
   * Writes all rows as CSV in UTF-8 with commas, a header first.
   *
   * @param pace to be asked now and then, so that the platform can stop
   * @return how many rows there are
   * @throws IllegalArgumentException where there can be none: the sentence for who asked
   */
  long write(OutputStream to, AudienceRows.Pace pace) throws IOException;
}

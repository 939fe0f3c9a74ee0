// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.queue.QueueId;

/**
 * What agents must say of the contacts of a queue.
 *
 * @param codes what a contact of it can have been; any configured one where none is named
 * @param otherwise what it was where an agent who must say it does not in time; null where they
 *     need not say anything
 */
public record DispositionRule(
    QueueId queue, List<Disposition> codes, @Nullable Disposition otherwise) {

  /** Takes a copy of the list. */
  public DispositionRule {
    codes = List.copyOf(codes);
  }
}

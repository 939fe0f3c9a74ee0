// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.list;

import org.ringmaster.dialer.load.DialledNumbers;

/** Who was dialled in the last days. Asked by the thread that imports; may wait. */
@FunctionalInterface
public interface RecentCalls {

  /**
   * The numbers that any campaign has dialled.
   *
   * @param days of 24 hours, back from now
   * @throws IllegalArgumentException where that cannot be known now: a sentence that says why
   * @throws InterruptedException where the platform stops
   */
  DialledNumbers within(int days) throws InterruptedException;
}

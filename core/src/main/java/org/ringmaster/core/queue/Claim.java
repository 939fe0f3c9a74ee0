// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.Language;

/**
 * What a caller brings along to a queue.
 *
 * @param priority higher ones go first in the same queue
 * @param creditMillis what they have waited before, which counts for their place
 * @param language in which they are spoken to; null for the queue's own
 */
public record Claim(int priority, long creditMillis, @Nullable Language language) {

  /** Nothing at all. */
  public static final Claim NONE = new Claim(0, 0, null);

  /** The same after another wait. */
  public Claim credit(long millis) {
    return new Claim(priority, millis, language);
  }
}

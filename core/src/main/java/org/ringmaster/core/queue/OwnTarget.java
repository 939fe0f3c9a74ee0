// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.Leg;

/**
 * Where somebody goes who waits in a queue because we have called them, in place of the queue's own
 * overflow: such a call has rules of its own. Asked on the kernel thread; answers from the state
 * only.
 */
@FunctionalInterface
public interface OwnTarget {

  /** Where a leg goes that is sent on; null for where its queue sends its callers. */
  @Nullable Overflow of(Leg leg);
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.callback;

/** How a callback ended. */
public enum CallbackEnd {
  /** The customer was called back and talked with an agent. */
  TALKED,
  /** The customer was called back and hung up before an agent came. */
  GAVE_UP,
  /** The customer was called back, and the queue sent them on. */
  SENT_ON,
  /** The customer was reached in another way. */
  REACHED,
  /** Somebody took it back. */
  CANCELLED,
  /** Its time was over. */
  EXPIRED,
  /** Every try to reach the customer was in vain. */
  UNREACHED,
  /** The number must not be called any more. */
  FORBIDDEN,
  /** The customer asked for another one in its place. */
  RENEWED,
  /** Its queue is no longer there. */
  QUEUE_REMOVED,
  /** Agents may no longer call the number that an agent agreed on. */
  NOT_ALLOWED
}

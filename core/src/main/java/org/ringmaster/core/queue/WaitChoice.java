// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

/**
 * What somebody who waits can choose by a key. A callback is carried out by whoever reacts to
 * {@link QueueFact.KeyChosen}.
 */
public enum WaitChoice {
  /** To be sent where the queue's overflow leads. */
  OVERFLOW,
  /** To wait in another queue. */
  QUEUE,
  /** To hear their place and wait now. */
  ANNOUNCE,
  /** To be called back. */
  CALLBACK,
  /** To leave a message. */
  VOICEMAIL
}

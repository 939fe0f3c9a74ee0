// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

/** What became of a caller in the queue that they joined last. */
public enum CallOutcome {
  /** They got an agent. */
  SERVED,
  /** They went before an agent came. */
  ABANDONED,
  /** They were sent on: to another queue or number, to be called back, or to leave a message. */
  SENT_ON
}

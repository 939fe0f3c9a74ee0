// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journey;

/** How a contact came out. */
public enum TouchpointEnd {
  /** They spoke with an agent. */
  SERVED,
  /** They went before anybody came. */
  ABANDONED,
  /** They waited too long and were sent elsewhere. */
  SENT_ON,
  /** They were told that nobody is there. */
  TURNED_AWAY,
  /** They left a message. */
  MESSAGE_LEFT,
  /** It ended without any of these. */
  ENDED
}

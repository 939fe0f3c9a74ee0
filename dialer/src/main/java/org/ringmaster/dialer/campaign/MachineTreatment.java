// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

/** What follows from a verdict for one call. */
public enum MachineTreatment {
  /** The call goes on as that of a person. */
  NONE,
  /** It is hung up. */
  HUNG_UP,
  /** It is left a message. */
  MESSAGE,
  /**
   * It goes on to an agent, who says whether it was a person: so that it is known how often not.
   */
  AUDITED
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.agent;

/** Why an offer came to nothing. */
public enum OfferEnd {
  /** The telephone rang in vain. */
  NO_ANSWER,
  /** The telephone was busy, or the agent rejected it. */
  DECLINED,
  /** The telephone could not be reached. */
  UNREACHABLE,
  /** The caller went, or another agent was quicker. */
  WITHDRAWN,
  /** Nobody can say: the leg was lost from sight. */
  LOST
}

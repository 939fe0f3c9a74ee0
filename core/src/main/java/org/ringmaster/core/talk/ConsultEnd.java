// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.talk;

/** Why somebody who was asked for advice is not in a conversation any more. */
public enum ConsultEnd {
  /** The agent took it back. */
  CANCELLED,
  /** They did not answer, were busy or could not be reached. */
  NOT_ANSWERED,
  /** They hung up. */
  HUNG_UP
}

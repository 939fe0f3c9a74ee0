// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.asterisk;

import org.ringmaster.core.call.NodeId;

/**
 * One message between a node and the platform, as faults see it.
 *
 * @param content a {@link org.ringmaster.core.call.CallCommand} that goes there or whose answer
 *     comes back, a {@link org.ringmaster.core.call.CallInput} that is told, or the name of a
 *     request that the connection itself needs
 * @param status the answer's status, else 0
 */
public record Frame(NodeId node, Way way, Object content, int status) {

  /** Where a frame goes. */
  public enum Way {
    /** To Asterisk. */
    REQUEST,
    /** Back from Asterisk. */
    ANSWER,
    /** What Asterisk tells by itself. */
    TOLD
  }
}

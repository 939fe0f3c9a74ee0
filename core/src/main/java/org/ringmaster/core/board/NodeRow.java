// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.NodeId;

/**
 * A node as we see it now.
 *
 * @param version what its Asterisk says it is; null until it was connected in this run
 * @param startedAtMicros when its Asterisk started, epoch microseconds; 0 until known
 * @param sinceMicros since when it is connected, lost or fenced, epoch microseconds; 0: since the
 *     platform began
 * @param legs live legs on it
 * @param reconciled whether its calls and our books have been compared since it was connected
 */
public record NodeRow(
    NodeId id,
    Sight sight,
    @Nullable String version,
    long startedAtMicros,
    long sinceMicros,
    int legs,
    boolean reconciled) {

  NodeRow compared() {
    return new NodeRow(id, sight, version, startedAtMicros, sinceMicros, legs, true);
  }

  /** Whether we see a node. */
  public enum Sight {
    /** We see and command it. */
    CONNECTED,
    /** We cannot see it; calls may go on there. */
    LOST,
    /** Another instance has it. */
    FENCED
  }
}

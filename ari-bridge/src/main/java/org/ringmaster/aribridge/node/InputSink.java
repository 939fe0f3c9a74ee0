// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.node;

import org.ringmaster.core.kernel.Input;

/** Where inputs go: the engine's ring. */
@FunctionalInterface
public interface InputSink {
  /**
   * Takes an input, without blocking.
   *
   * @param occurredAtMicros when it happened outside, in epoch microseconds
   * @return false when there is no room now; it is then offered again, in order
   */
  boolean offer(Input input, long occurredAtMicros);
}

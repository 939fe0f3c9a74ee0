// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.PauseLimit;
import org.ringmaster.core.agent.PauseReason;

/**
 * Why agents pause.
 *
 * @param digit what follows {@code *12} on the telephone
 * @param name how people read it
 * @param limit how much of it is allowed
 */
public record PauseReasonSettings(
    PauseReason reason, int digit, @Nullable String name, PauseLimit limit) {

  /** A reason without limits. */
  public PauseReasonSettings(PauseReason reason, int digit, @Nullable String name) {
    this(reason, digit, name, PauseLimit.NONE);
  }
}

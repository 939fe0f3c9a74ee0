// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.engine;

import org.ringmaster.core.kernel.Turn;

/**
 * The flight recorder: keeps the inputs beside the facts, so that a day can be repeated. Called by
 * the journal thread.
 */
@FunctionalInterface
public interface InputRecorder {

  /** Keeps nothing. */
  InputRecorder OFF = turn -> {};

  /** Keeps the input of a turn that is decided; may not throw for a full disk, but count it. */
  void keep(Turn turn);
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.engine;

import java.util.Objects;
import org.ringmaster.core.journal.FlightRecorder;
import org.ringmaster.core.journal.TakenInput;
import org.ringmaster.core.kernel.Forgettable;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.kernel.Turn;

/**
 * Keeps the inputs beside the facts, so that a day can be repeated. Called by the journal thread.
 */
@FunctionalInterface
public interface InputRecorder {

  /** Keeps nothing. */
  InputRecorder OFF = (turn, endOfBatch) -> {};

  /** Keeps the input of a turn that is decided; never throws for a full disk. */
  void keep(Turn turn, boolean endOfBatch);

  /**
   * Keeps them in the flight recorder, written out once for each group. What is nobody's business
   * is left out where nothing came of it: the day can be repeated without it.
   */
  static InputRecorder into(FlightRecorder recorder) {
    return (turn, endOfBatch) -> {
      recorder.take(
          new TakenInput(
              turn.inputSequence,
              turn.recordedAtMicros,
              turn.occurredAtMicros,
              turn.aheadMicros,
              turn.request,
              kept(turn)));
      if (endOfBatch) {
        recorder.write();
      }
    };
  }

  private static Input kept(Turn turn) {
    Input input = Objects.requireNonNull(turn.input);
    boolean isInVain = turn.facts.isEmpty() && turn.commands.isEmpty();
    return isInVain && input instanceof Forgettable told ? told.forgotten() : input;
  }
}

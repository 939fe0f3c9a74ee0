// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.kernel.RecordedFact;

/**
 * Something that must hold, whatever happens. It is shown every fact in order, every state after a
 * turn and now and then the whole; each time it says how it is broken, or null. Owned by one
 * thread.
 */
public interface Invariant {

  /** What must hold. */
  String sentence();

  /**
   * From the next fact on the platform's clock is so far ahead of its machine's, because somebody
   * has set that back.
   */
  default void clockIsAhead(long micros) {}

  /** How one more fact breaks it. Costs the same however many facts there were. */
  default @Nullable String brokenBy(RecordedFact fact) {
    return null;
  }

  /** How the state after a turn breaks it. Costs as much as lives now. */
  default @Nullable String brokenAfterTurn(Centre centre) {
    return null;
  }

  /**
   * How one more step breaks it, looked at beside all that is worked out from the facts. Costs as
   * much as lives now and as those did so far whom the step touched.
   *
   * @param step the facts since the last step, of one turn but for those of an earlier life
   */
  default @Nullable String brokenByStep(List<RecordedFact> step, Checkpoint now) {
    return null;
  }

  /** How the whole breaks it. Costs as much as there were facts. */
  default @Nullable String brokenAt(Checkpoint whole) {
    return null;
  }

  /** How it is broken by what is left when every caller has gone. */
  default @Nullable String brokenInTheEnd() {
    return null;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.RecordedFact;

/** The numbers and the clock of the envelopes. */
final class SequencesAreDense implements Invariant {
  private Envelope last = new Envelope(0, 0, 0, 0);

  @Override
  public String sentence() {
    return "Facts are numbered without a gap, and their clock never goes back.";
  }

  @Override
  public @Nullable String brokenBy(RecordedFact fact) {
    Envelope before = last;
    last = fact.envelope();
    if (last.sequence() != before.sequence() + 1) {
      return last.sequence() + " follows " + before.sequence();
    }
    if (last.inputSequence() < before.inputSequence()) {
      return "input " + last.inputSequence() + " follows input " + before.inputSequence();
    }
    return last.recordedAtMicros() < before.recordedAtMicros()
        ? "recorded at " + last.recordedAtMicros() + " after " + before.recordedAtMicros()
        : null;
  }
}

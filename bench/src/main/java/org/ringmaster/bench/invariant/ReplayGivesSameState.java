// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.engine.Centre;

/** Only facts change state: whoever was told the same facts is in the same state. */
final class ReplayGivesSameState implements Invariant {
  @Override
  public String sentence() {
    return "The facts alone, and a snapshot too, lead to the same state.";
  }

  @Override
  public @Nullable String brokenAt(Checkpoint whole) {
    long lives = whole.centre().hash(whole.codec());
    long replayed = whole.replayed().hash(whole.codec());
    if (lives != replayed) {
      return "state " + lives + " lives, and the facts lead to " + replayed;
    }
    Centre restored = whole.empty().get();
    whole
        .centre()
        .snapshot(
            entity ->
                restored.restore(
                    whole
                        .codec()
                        .decode(whole.codec().nameOf(entity), whole.codec().encode(entity))));
    long back = restored.hash(whole.codec());
    if (lives != back) {
      return "state " + lives + " lives, and its snapshot leads to " + back;
    }
    String torn = new BooksAgree().brokenAfterTurn(restored);
    return torn == null ? null : "from a snapshot: " + torn;
  }
}

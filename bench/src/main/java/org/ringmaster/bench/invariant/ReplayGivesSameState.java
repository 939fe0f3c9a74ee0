// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.kernel.RecordedFact;

/** Only facts change state: whoever was told the same facts is in the same state. */
final class ReplayGivesSameState implements Invariant {
  private List<Record> livedBefore = List.of();
  private List<Record> ledBefore = List.of();

  @Override
  public String sentence() {
    return "The facts alone, and a snapshot too, lead to the same state.";
  }

  /**
   * Compares what lives record by record, which costs less than a hash of all of it: a pair that is
   * the very one of the last step was found equal then. What a turn changes without a fact is seen
   * with the next one that has some.
   */
  @Override
  public @Nullable String brokenByStep(List<RecordedFact> step, Checkpoint now) {
    if (step.isEmpty()) {
      return null;
    }
    List<Record> lives = new ArrayList<>(livedBefore.size());
    now.centre().snapshot(lives::add);
    List<Record> led = new ArrayList<>(ledBefore.size());
    now.replayed().snapshot(led::add);
    int known = Math.min(livedBefore.size(), ledBefore.size());
    for (int i = 0; i < lives.size() && i < led.size(); i++) {
      Record one = lives.get(i);
      boolean isKnown =
          i < known && isVery(one, livedBefore.get(i)) && isVery(led.get(i), ledBefore.get(i));
      if (!isKnown && !one.equals(led.get(i))) {
        return one + " lives, and the facts lead to " + led.get(i);
      }
    }
    livedBefore = lives;
    ledBefore = led;
    return lives.size() == led.size()
        ? null
        : lives.size() + " records live, and the facts lead to " + led.size();
  }

  @SuppressWarnings("ReferenceEquality") // What is the very same record need not be compared.
  private static boolean isVery(Record one, Record other) {
    return one == other;
  }

  @Override
  public @Nullable String brokenAt(Checkpoint whole) {
    long hash = whole.centre().hash(whole.codec());
    long replayed = whole.replayed().hash(whole.codec());
    if (hash != replayed) {
      return "state " + hash + " lives, and the facts lead to " + replayed;
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
    if (hash != back) {
      return "state " + hash + " lives, and its snapshot leads to " + back;
    }
    String torn = new BooksAgree().brokenAfterTurn(restored);
    return torn == null ? null : "from a snapshot: " + torn;
  }
}

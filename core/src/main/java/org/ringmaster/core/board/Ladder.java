// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps of one call. The board thread hangs each step before the last one and publishes the
 * newest; readers walk back from there, so nothing is copied and nothing locked.
 */
final class Ladder {

  /** More steps of one call than this are not kept. */
  private static final int MAX_STEPS = 2_000;

  private static final Comparator<LadderStep> ORDER =
      Comparator.comparingLong(LadderStep::inputSequence)
          .thenComparing(LadderStep::kind)
          .thenComparingLong(LadderStep::sequence);

  private record Rung(LadderStep step, @Nullable Rung before) {}

  private @Nullable Rung newest;
  private volatile @Nullable Rung published;
  private int size;
  private boolean over;

  /** Whether the step was kept. Board thread. */
  boolean add(LadderStep step) {
    if (size == MAX_STEPS) {
      return false;
    }
    newest = new Rung(step, newest);
    size++;
    return true;
  }

  /** The call is over; what comes now is an afterthought. Board thread. */
  void end() {
    over = true;
  }

  /** Whether the call is over. Board thread. */
  boolean isOver() {
    return over;
  }

  /** How many steps are kept. Board thread. */
  int size() {
    return size;
  }

  void publish() {
    published = newest;
  }

  /** The published steps in the order of turns, and within a turn input, facts, commands. */
  List<LadderStep> steps() {
    List<LadderStep> steps = new ArrayList<>();
    for (Rung rung = published; rung != null; rung = rung.before()) {
      steps.add(rung.step());
    }
    Collections.reverse(steps);
    steps.sort(ORDER);
    return List.copyOf(steps);
  }
}

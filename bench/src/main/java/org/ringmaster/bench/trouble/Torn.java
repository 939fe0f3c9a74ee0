// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.trouble;

import java.util.List;
import org.ringmaster.core.kernel.RecordedFact;

/** Where a journal may end when the platform dies. */
public final class Torn {
  private Torn() {}

  /** A journal keeps turns whole: the last fact, up to this one, with which a turn ends. */
  public static long turnEnd(List<RecordedFact> facts, long sequence) {
    int end = (int) sequence;
    while (end > 0 && end < facts.size() && isOneTurn(facts.get(end - 1), facts.get(end))) {
      end--;
    }
    return end;
  }

  private static boolean isOneTurn(RecordedFact one, RecordedFact next) {
    return one.envelope().inputSequence() == next.envelope().inputSequence();
  }
}

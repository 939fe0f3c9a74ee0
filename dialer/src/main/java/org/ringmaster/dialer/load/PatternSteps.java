// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Several patterns as steps from digit to digit, all followed at once: where a number stands in
 * them is a set of steps, sorted. Equal steps are one, so that equal rests of patterns are as well.
 * For one thread.
 */
final class PatternSteps {

  /** One digit of the set leads to {@code next}; an empty set is a fork to both, or an end. */
  private record Step(int set, int next, int other) {}

  private static final int NOWHERE = -1;

  private final List<Step> steps = new ArrayList<>();
  private final Map<Step, Integer> places = new HashMap<>();
  private final BitSet starts = new BitSet();
  private int ends;

  /** Adds a pattern that a number must match as a whole; tells the end at which it does. */
  int whole(NumberPattern pattern) {
    int end = end();
    starts.set(before(pattern, end));
    return end;
  }

  /** Adds a pattern that a number's beginning must match; tells the end at which it does. */
  int beginning(NumberPattern pattern) {
    int end = end();
    // Behind the beginning each further digit leads to the same place.
    int rest = steps.size();
    steps.add(new Step(NumberPattern.ANY_DIGIT, rest, end));
    starts.set(before(pattern, rest));
    return end;
  }

  private int end() {
    ends++;
    return place(new Step(0, NOWHERE, -ends));
  }

  private int place(Step step) {
    Integer known = places.putIfAbsent(step, steps.size());
    if (known == null) {
      steps.add(step);
      return steps.size() - 1;
    }
    return known;
  }

  /** The step where a pattern begins that leads to another. */
  private int before(NumberPattern pattern, int next) {
    return switch (pattern) {
      case NumberPattern.Digit digit -> place(new Step(digit.set(), next, NOWHERE));
      case NumberPattern.Row row -> {
        int at = next;
        for (NumberPattern part : row.parts().reversed()) {
          at = before(part, at);
        }
        yield at;
      }
      case NumberPattern.Choice choice -> {
        int at = before(choice.parts().getFirst(), next);
        for (NumberPattern part : choice.parts().subList(1, choice.parts().size())) {
          at = place(new Step(0, at, before(part, next)));
        }
        yield at;
      }
      case NumberPattern.Times times -> {
        int at = next;
        for (int i = times.least(); i < times.most(); i++) {
          at = place(new Step(0, before(times.part(), at), next));
        }
        for (int i = 0; i < times.least(); i++) {
          at = before(times.part(), at);
        }
        yield at;
      }
    };
  }

  /** Where a number stands of which nothing was read. */
  int[] start() {
    return closed(starts);
  }

  /** Where a number stands after one more digit. */
  int[] after(int[] standing, int digit) {
    BitSet reached = new BitSet(steps.size());
    for (int at : standing) {
      Step step = steps.get(at);
      if ((step.set() & 1 << digit) != 0) {
        reached.set(step.next());
      }
    }
    return closed(reached);
  }

  /** Whether a number that ends where it stands has come to an end of a pattern. */
  static boolean has(int[] standing, int end) {
    return Arrays.binarySearch(standing, end) >= 0;
  }

  /** All that is reached without a further digit; forks themselves are nothing to stand on. */
  private int[] closed(BitSet from) {
    BitSet all = new BitSet(steps.size());
    BitSet open = (BitSet) from.clone();
    for (int at = open.nextSetBit(0); at >= 0; at = open.nextSetBit(0)) {
      open.clear(at);
      if (all.get(at)) {
        continue;
      }
      all.set(at);
      Step step = steps.get(at);
      if (step.set() == 0 && step.next() >= 0) {
        open.set(step.next());
      }
      if (step.other() >= 0) {
        open.set(step.other());
      }
    }
    return all.stream()
        .filter(at -> steps.get(at).set() != 0 || steps.get(at).next() < 0)
        .toArray();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds queues whose longest waits lead round in a circle: whom nobody answers would go round for
 * ever, and count as offered anew in each round. A circle of which one queue keeps its callers is
 * right, and so is one that callers go by keys.
 */
final class OverflowCircles {

  private final Map<String, Branch> queues;
  private final List<Finding> findings;

  OverflowCircles(Branch root, List<Finding> findings) {
    queues = root.branch("queues").entries();
    this.findings = findings;
  }

  /** Each circle is told once, where the last of its queues in the file leads back. */
  void check() {
    Set<String> told = new HashSet<>();
    for (String first : queues.keySet()) {
      Set<String> way = new LinkedHashSet<>();
      String now = first;
      while (now != null && !told.contains(now) && way.add(now)) {
        now = after(now);
      }
      // Who comes back elsewhere than where they began only leads to a circle; who leads to
      // themselves alone is told of by another rule.
      if (first.equals(now) && way.size() > 1) {
        told.addAll(way);
        tell(way);
      }
    }
  }

  /** The queue that is written last is the one with which the circle was closed. */
  private void tell(Set<String> circle) {
    String last = queues.keySet().stream().filter(circle::contains).reduce("", (a, b) -> b);
    List<String> way = new ArrayList<>();
    String now = last;
    do {
      way.add(now);
      now = String.valueOf(after(now));
    } while (!now.equals(last));
    way.add(last);
    Branch overflow = Objects.requireNonNull(queues.get(last)).branch("overflow");
    findings.add(
        new Finding(
            overflow.placeOf("queue"),
            ("%s.queue leads back to %s (%s), and each has maxwait: whom nobody answers would go"
                    + " round for ever; take maxwait out of one of them, or let its overflow lead"
                    + " elsewhere")
                .formatted(overflow.path(), last, String.join(" -> ", way))));
  }

  /** Where a queue sends those who have waited too long; null where that is no other queue. */
  private @Nullable String after(String name) {
    Branch queue = queues.get(name);
    return queue == null || queue.whole("maxwait") == 0
        ? null
        : queue.givenBranch("overflow").map(keys -> keys.textOrNull("queue")).orElse(null);
  }
}

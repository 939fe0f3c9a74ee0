// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.asteriskconf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which fallback queue takes the callers of a number.
 *
 * @param exten the number or pattern, or {@code s} for callers without one: waiting customers whom
 *     Ringmaster had called itself
 * @param queue the queue; null if there is none for them
 */
record FallbackRoute(String exten, @Nullable FallbackQueue queue) {

  /**
   * All routes, the one for callers without a number last; they get the first queue.
   *
   * @throws IllegalArgumentException if a number names a queue that is not there, or twice the same
   *     number or queue is given
   */
  static List<FallbackRoute> of(List<InboundNumber> numbers, List<FallbackQueue> queues) {
    Set<Object> seen = new HashSet<>();
    for (FallbackQueue queue : queues) {
      Refusal.unless(seen.add(queue.name()), "fallback queue given once", queue.name().value());
    }
    List<FallbackRoute> routes = new ArrayList<>();
    for (InboundNumber number : numbers) {
      String exten = number.number().value();
      Refusal.unless(seen.add(number.number()), "number given once", exten);
      routes.add(new FallbackRoute(exten, queue(number.fallback(), queues)));
    }
    routes.add(new FallbackRoute("s", queues.isEmpty() ? null : queues.getFirst()));
    return routes;
  }

  private static @Nullable FallbackQueue queue(
      @Nullable ConfName name, List<FallbackQueue> queues) {
    if (name == null) {
      return null;
    }
    return queues.stream()
        .filter(queue -> queue.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no fallback queue named " + name));
  }
}

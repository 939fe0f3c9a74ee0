// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.days;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;

/** When something was so, as far back as anybody asks; epoch microseconds, ends not included. */
final class Spans {
  /** Twice as long as any look goes back. */
  private static final long REMEMBERED = 40_000_000;

  private record Span(long from, long to) {}

  private final Deque<Span> spans = new ArrayDeque<>();

  /** It was so until now, and is not any more or is so anew. */
  void add(long from, long now) {
    if (from < now) {
      spans.add(new Span(from, now));
    }
    while (!spans.isEmpty() && spans.getFirst().to < now - REMEMBERED) {
      spans.removeFirst();
    }
  }

  boolean has(long at) {
    for (Span span : spans) {
      if (span.from <= at && at < span.to) {
        return true;
      }
    }
    return false;
  }

  /** When it began or ended within two instants. */
  void turns(long from, long to, Collection<Long> found) {
    for (Span span : spans) {
      if (span.from > from && span.from < to) {
        found.add(span.from);
      }
      if (span.to > from && span.to < to) {
        found.add(span.to);
      }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.wait;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import org.ringmaster.simulation.draw.Distribution;
import org.ringmaster.simulation.draw.Draws;

/**
 * A line before some agents, first come first served, with callers who give up: each caller's
 * offered wait is the one they would have had with endless patience. Virtual time, seconds.
 */
final class WaitLine {

  /** Who hears what becomes known, in the order of time. */
  interface Listener {
    /** A caller was answered after a wait; 0 where an agent was free. */
    void answered(double atSeconds, double waitedSeconds);

    /** A caller gave up after a wait. */
    void gaveUp(double atSeconds, double waitedSeconds);

    /** An agent was busy with a caller for so long and is done. */
    void handled(double atSeconds, double seconds);
  }

  /**
   * What is to be seen when a caller comes.
   *
   * @param ahead how many wait
   * @param headWaitedSeconds how long the first of them has waited; 0 where nobody waits
   * @param offeredSeconds what the caller's wait will be, if they have the patience
   */
  record Arrival(double atSeconds, int ahead, double headWaitedSeconds, double offeredSeconds) {}

  private record News(double atSeconds, Runnable told) {}

  private record Waiting(double sinceSeconds, double untilSeconds) {}

  private final Draws draws;
  private final Distribution service;
  private final Distribution patience;
  private final Listener listener;
  private final PriorityQueue<Double> freeAt = new PriorityQueue<>();
  private final PriorityQueue<News> news =
      new PriorityQueue<>(Comparator.comparingDouble(News::atSeconds));
  private final PriorityQueue<Double> leaving = new PriorityQueue<>();
  private final Deque<Waiting> line = new ArrayDeque<>();

  WaitLine(
      int agents, Draws draws, Distribution service, Distribution patience, Listener listener) {
    this.draws = draws;
    this.service = service;
    this.patience = patience;
    this.listener = listener;
    for (int i = 0; i < agents; i++) {
      freeAt.add(0.0);
    }
  }

  /** Somebody comes; all that happened before has been told when this returns. */
  Arrival comes(double atSeconds) {
    tell(atSeconds);
    while (!leaving.isEmpty() && leaving.peek() <= atSeconds) {
      leaving.remove();
    }
    while (!line.isEmpty() && line.getFirst().untilSeconds() <= atSeconds) {
      line.removeFirst();
    }
    double offered = Math.max(0, freeAt.element() - atSeconds);
    double head = line.isEmpty() ? 0 : atSeconds - line.getFirst().sinceSeconds();
    Arrival arrival = new Arrival(atSeconds, leaving.size(), head, offered);
    double gives = patience.draw(draws, (long) (atSeconds * 1e6));
    if (offered > 0) {
      double until = atSeconds + Math.min(offered, gives);
      leaving.add(until);
      line.addLast(new Waiting(atSeconds, until));
    }
    if (gives < offered) {
      double until = atSeconds + gives;
      news.add(new News(until, () -> listener.gaveUp(until, gives)));
    } else {
      freeAt.remove();
      double begins = atSeconds + offered;
      double takes = service.draw(draws, (long) (atSeconds * 1e6));
      freeAt.add(begins + takes);
      news.add(new News(begins, () -> listener.answered(begins, offered)));
      news.add(new News(begins + takes, () -> listener.handled(begins + takes, takes)));
    }
    return arrival;
  }

  private void tell(double untilSeconds) {
    while (!news.isEmpty() && news.element().atSeconds() <= untilSeconds) {
      news.remove().told().run();
    }
  }
}

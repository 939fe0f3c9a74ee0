// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.routing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.ringmaster.bench.routing.Floor.Caller;

/**
 * What app_queue does until an agent who became free has a caller, as it is documented and can be
 * seen: every caller looks again once a second. Each counts its queue's free agents, walks the line
 * from its head for as many places, and if it stands there takes the best of the agents by the
 * strategy. Whose second ends first is drawn. No locks, threads or waits are counted, only the
 * walks.
 */
final class QueueWalk implements Chooser {
  private static final long SEED = 7;

  private final Floor floor;
  private final List<List<Caller>> lines = new ArrayList<>();
  private final List<Caller> looking = new ArrayList<>();
  private final boolean[] free;
  private final long[] lastCall;
  private long clock;
  private int chosenAt;

  QueueWalk(Floor floor) {
    this.floor = floor;
    free = new boolean[floor.queuesOf.length];
    lastCall = new long[floor.queuesOf.length];
    for (int i = 0; i < floor.queues; i++) {
      lines.add(new ArrayList<>());
    }
    floor.first.forEach(this::joins);
    Collections.shuffle(looking, new Random(SEED));
  }

  private void joins(Caller caller) {
    looking.add(caller);
    List<Caller> line = lines.get(caller.queue());
    int place = line.size();
    while (place > 0 && line.get(place - 1).priority() < caller.priority()) {
      place--;
    }
    line.add(place, caller);
  }

  @Override
  public int choose(int agent) {
    free[agent] = true;
    for (chosenAt = 0; chosenAt < looking.size(); chosenAt++) {
      Caller caller = looking.get(chosenAt);
      if (isTheirTurn(caller) && ring(caller.queue()) == agent) {
        return caller.number();
      }
    }
    return -1;
  }

  private boolean isTheirTurn(Caller caller) {
    int available = 0;
    for (int agent : floor.agentsOf[caller.queue()]) {
      available += free[agent] ? 1 : 0;
    }
    List<Caller> line = lines.get(caller.queue());
    for (int place = 0; place < available && place < line.size(); place++) {
      if (line.get(place).number() == caller.number()) {
        return true;
      }
    }
    return false;
  }

  private int ring(int queue) {
    int best = -1;
    for (int agent : floor.agentsOf[queue]) {
      if (free[agent] && (best < 0 || lastCall[agent] < lastCall[best])) {
        best = agent;
      }
    }
    return best;
  }

  @Override
  public void goOn(int agent, Caller next) {
    free[agent] = false;
    lastCall[agent] = ++clock;
    Caller gone = looking.get(chosenAt);
    lines.get(gone.queue()).remove(gone);
    joins(next);
    // Whose second ends first is another one each time.
    Collections.swap(looking, chosenAt, looking.size() - 1);
    looking.removeLast();
  }

  @Override
  public void close() {}
}

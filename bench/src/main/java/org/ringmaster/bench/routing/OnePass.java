// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.routing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ringmaster.bench.routing.Floor.Caller;

/** Looks once at everybody who waits and keeps the best: the least that a plain scan costs. */
final class OnePass implements Chooser {
  private final Floor floor;
  private final Map<Integer, Caller> waiting = new LinkedHashMap<>();
  private int chosen;

  OnePass(Floor floor) {
    this.floor = floor;
    floor.first.forEach(caller -> waiting.put(caller.number(), caller));
  }

  @Override
  public int choose(int agent) {
    Caller best = null;
    for (Caller caller : waiting.values()) {
      if ((best == null || caller.priority() > best.priority())
          && floor.serves(agent, caller.queue())) {
        best = caller;
      }
    }
    chosen = best == null ? -1 : best.number();
    return chosen;
  }

  @Override
  public void goOn(int agent, Caller next) {
    waiting.remove(chosen);
    waiting.put(next.number(), next);
  }

  @Override
  public void close() {}
}

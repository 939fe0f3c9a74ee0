// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.dials;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.LegId;
import org.ringmaster.simulation.asterisk.Line;
import org.ringmaster.simulation.asterisk.SimulatedAsterisk;
import org.ringmaster.simulation.draw.Draws;

/**
 * Stands between Asterisk and the carrier and sees each telephone that is really rung: the truth
 * beside the platform's books. Owned by the simulation's thread.
 */
final class RungNumbers implements Line {
  private static final int LATELY = 60;

  private final SimulatedAsterisk asterisk;
  private final Line carrier;
  private final Map<String, LegId> last = new HashMap<>();
  private final Set<LegId> rung = new HashSet<>();
  private final List<String> numbers = new ArrayList<>();
  private @Nullable String wrong;

  RungNumbers(SimulatedAsterisk asterisk, Line carrier) {
    this.asterisk = asterisk;
    this.carrier = carrier;
    asterisk.carrier(this);
  }

  @Override
  public Reception receive(Rung call) {
    String number = String.valueOf(call.endpoint().number()).replace("+", "");
    numbers.add(number);
    LegId before = last.put(number, call.leg());
    boolean isTwice = before != null && asterisk.leg(before) != null;
    if (!rung.add(call.leg())) {
      wrong = call.leg() + " is dialled by two requests";
    } else if (isTwice) {
      wrong = call.leg() + " is dialled at Asterisk while " + before + " to the same number lives";
    }
    return carrier.receive(call);
  }

  /** The digits of one that was rung lately; null where none was. */
  @Nullable String any(Draws draws) {
    int latest = Math.min(numbers.size(), LATELY);
    return latest == 0 ? null : numbers.get(numbers.size() - 1 - draws.below(latest));
  }

  /** What was rung that must not have been, or null. */
  @Nullable String wrong() {
    return wrong;
  }

  /** What was rung and is not among these legs, or null. */
  @Nullable String unknownTo(Set<LegId> recorded) {
    for (LegId leg : rung) {
      if (!recorded.contains(leg)) {
        return leg + " was rung, and no fact says so";
      }
    }
    return null;
  }
}

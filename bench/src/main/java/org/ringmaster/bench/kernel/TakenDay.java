// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.simulation.people.AgentHabits;
import org.ringmaster.simulation.people.CallerHabits;
import org.ringmaster.simulation.world.BusyCentre;
import org.ringmaster.simulation.world.SimulationSettings;

/**
 * The inputs of a simulated day of a hundred agents and two queues, as the kernel took them: what
 * is measured with. The same seed gives the same inputs.
 *
 * @param startMicros the instant of the first input of all, which opens the epoch and is not here
 * @param facts how many facts came of all of them, and of the first
 */
record TakenDay(long startMicros, List<Taken> inputs, long facts) {
  static final FactCodec CODEC = FactCodec.of(DialerCentre.names().build());

  private static final int AGENTS = 100;
  private static final double CALLERS_PER_HOUR = 800;
  private static final long STEP_MICROS = 1_000_000;
  private static final long LONG_MICROS = 1_000_000L * 3_600 * 1_000;

  /** An input as the kernel took it. */
  record Taken(Input input, long occurredAtMicros, long recordedAtMicros) {}

  /** The centre whose day it is, in which nothing has happened yet. */
  static BusyCentre centre(long seed) {
    return new BusyCentre(
        SimulationSettings.of(seed, CODEC).forgetting(),
        AGENTS,
        AgentHabits.USUAL,
        CallerHabits.USUAL);
  }

  /** From now on its callers come, for longer than anybody measures. */
  static void opens(BusyCentre busy) {
    busy.opens(CALLERS_PER_HOUR, busy.centre().agenda().micros() + LONG_MICROS);
  }

  /** Lets a day run until there were so many inputs. */
  static TakenDay of(long seed, int inputs) {
    List<Taken> taken = new ArrayList<>(inputs);
    BusyCentre busy = centre(seed);
    long start = busy.centre().agenda().micros();
    long[] facts = new long[1];
    busy.centre()
        .watchedBy(
            (turn, of) -> {
              if (taken.size() < inputs) {
                facts[0] += turn.facts.size();
              }
              if (of.inputs() > 1 && taken.size() < inputs) {
                Input input = Objects.requireNonNull(turn.input);
                taken.add(new Taken(input, turn.occurredAtMicros, turn.recordedAtMicros));
              }
            });
    opens(busy);
    while (taken.size() < inputs) {
      busy.centre().run(STEP_MICROS);
    }
    return new TakenDay(start, taken, facts[0]);
  }
}

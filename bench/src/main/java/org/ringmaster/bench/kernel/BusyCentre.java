// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentProfile;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.call.Trunk;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.queue.Overflow;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.queue.Strategy;
import org.ringmaster.simulation.draw.Profile;
import org.ringmaster.simulation.people.AgentHabits;
import org.ringmaster.simulation.people.CallerHabits;
import org.ringmaster.simulation.people.Callers;
import org.ringmaster.simulation.people.DeskAgent;
import org.ringmaster.simulation.world.CentrePlan;
import org.ringmaster.simulation.world.SimulatedCentre;
import org.ringmaster.simulation.world.SimulationSettings;

/**
 * A hundred agents and two queues on a simulated Asterisk: where the inputs come from that are
 * measured. The same seed gives the same inputs.
 */
final class BusyCentre {
  static final FactCodec CODEC = FactCodec.of(Centre.names().build());

  private static final NodeId EDGE = new NodeId("edge");
  private static final int AGENTS = 100;
  private static final double CALLERS_PER_HOUR = 800;
  private static final long STEP_MICROS = 1_000_000;
  private static final long LONG_MICROS = 1_000_000L * 3_600 * 1_000;

  /** An input as the kernel took it. */
  record Taken(Input input, long occurredAtMicros, long recordedAtMicros) {}

  /**
   * What a day gave.
   *
   * @param startMicros the instant of the first input of all, which opens the epoch and is not here
   * @param facts how many facts came of all of them, and of the first
   */
  record Day(long startMicros, List<Taken> inputs, long facts) {}

  private BusyCentre() {}

  /** Lets a day run until there were so many inputs. */
  static Day day(long seed, int inputs) {
    List<Taken> taken = new ArrayList<>(inputs);
    SimulatedCentre centre =
        new SimulatedCentre(SimulationSettings.of(seed, CODEC).forgetting(), plan());
    long start = centre.agenda().micros();
    long[] facts = new long[1];
    centre.watchedBy(
        (turn, of) -> {
          if (taken.size() < inputs) {
            facts[0] += turn.facts.size();
          }
          if (of.inputs() > 1 && taken.size() < inputs) {
            Input input = Objects.requireNonNull(turn.input);
            taken.add(new Taken(input, turn.occurredAtMicros, turn.recordedAtMicros));
          }
        });
    centre.start();
    people(centre);
    while (taken.size() < inputs) {
      centre.run(STEP_MICROS);
    }
    return new Day(start, taken, facts[0]);
  }

  private static void people(SimulatedCentre centre) {
    long from = centre.agenda().micros();
    for (AgentProfile profile : plan().agents()) {
      new DeskAgent(
              centre.agenda(),
              centre.draws().stream("agent " + profile.id()),
              centre.asterisk(EDGE),
              centre.inlet(),
              centre::page,
              profile.id(),
              plan().telephoneOf(profile.id()),
              AgentHabits.USUAL)
          .works(from, from + LONG_MICROS);
    }
    for (String number : List.of("500", "600")) {
      new Callers(
              centre.agenda(),
              centre.draws().stream("callers " + number),
              centre.asterisk(EDGE),
              CallerHabits.USUAL,
              "carrier",
              number)
          .come(Profile.flat(CALLERS_PER_HOUR), from + LONG_MICROS);
    }
  }

  private static CentrePlan plan() {
    CentrePlan plan =
        new CentrePlan().node(EDGE).trunk(new Trunk(new TrunkId("carrier"), EDGE, 0, 0));
    List<AgentId> all = new ArrayList<>();
    TelephoneUse[] uses = TelephoneUse.values();
    for (int i = 0; i < AGENTS; i++) {
      AgentId agent = new AgentId("agent%03d".formatted(i));
      all.add(agent);
      plan.agent(agent, Integer.toString(2_000 + i), uses[i % uses.length], EDGE);
    }
    return plan.queue(queue("sales", all))
        .queue(queue("service", all.reversed()))
        .number("500", new QueueId("sales"), null)
        .number("600", new QueueId("service"), null);
  }

  private static Queue queue(String name, List<AgentId> agents) {
    return new Queue(
        new QueueId(name),
        Strategy.LONGEST_IDLE,
        agents,
        20_000,
        5_000,
        30_000,
        true,
        600_000,
        Overflow.HANG_UP,
        "default",
        20_000);
  }
}

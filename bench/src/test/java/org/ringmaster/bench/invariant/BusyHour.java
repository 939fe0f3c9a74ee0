// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.core.testing.ScenarioAgent;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;
import org.ringmaster.core.testing.ScenarioQueue;

/** A centre at work, driven by hand over several intervals; the same for the same seed. */
final class BusyHour {
  private static final List<String> AGENTS = List.of("alice", "bob", "carol", "dave", "erin");

  private final Random random;
  private final ScenarioCentre centre =
      ScenarioCentre.open(
          ScenarioPlan.standard()
              .queue(
                  ScenarioQueue.named("sales")
                      .servedBy("alice", "bob", "carol", "dave", "erin")
                      .wrapUpSeconds(8)
                      .maxWaitSeconds(200)));

  BusyHour(long seed) {
    random = new Random(seed);
  }

  ScenarioCentre centre() {
    return centre;
  }

  /** Lets callers come and go and agents do their work; everybody has gone at the end. */
  BusyHour passes(int steps) {
    Deque<ScenarioCaller> callers = new ArrayDeque<>();
    AGENTS.forEach(name -> centre.tell(new AgentInput.SignIn(new AgentId(name), null)));
    for (int step = 0; step < steps; step++) {
      centre.passesMicros(random.nextInt(40_000_000));
      switch (random.nextInt(6)) {
        case 0, 1 -> callers.add(centre.rings("+4416329600" + (10 + step % 90), "500"));
        case 2 -> {
          ScenarioCaller first = callers.poll();
          if (first != null) {
            first.hangsUp();
          }
        }
        default -> works(AGENTS.get(random.nextInt(AGENTS.size())));
      }
    }
    callers.forEach(ScenarioCaller::hangsUp);
    centre.passes(120);
    return this;
  }

  private void works(String name) {
    ScenarioAgent agent = centre.agent(name);
    AgentId id = new AgentId(name);
    if (agent.isRung()) {
      agent.answers();
      return;
    }
    switch (agent.state()) {
      case SIGNED_OUT -> centre.tell(new AgentInput.SignIn(id, null));
      case PAUSED -> centre.tell(new AgentInput.Unpause(id));
      case WRAP_UP -> centre.tell(new AgentInput.EndWrapUp(id));
      case ON_CALL -> agent.hangsUp();
      default -> {
        if (random.nextInt(4) == 0) {
          centre.tell(new AgentInput.Pause(id, new PauseReason("lunch")));
        } else if (random.nextInt(6) == 0) {
          centre.tell(new AgentInput.SignOut(id));
        }
      }
    }
  }
}

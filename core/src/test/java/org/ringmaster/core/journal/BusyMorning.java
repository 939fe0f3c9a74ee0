// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.core.testing.ScenarioAgent;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;

/**
 * An hour of callers and agents of every kind, drawn from a seed, for journals that have something
 * to tell.
 */
final class BusyMorning {
  private static final String[] AGENTS = {"alice", "bob", "carol", "dave", "erin"};

  private final ScenarioCentre centre;
  private final Random random;
  private final List<ScenarioCaller> callers = new ArrayList<>();

  BusyMorning(ScenarioCentre centre, long seed) {
    this.centre = centre;
    this.random = new Random(seed);
  }

  /** Lets it happen. */
  void passes(int steps) {
    for (String agent : AGENTS) {
      centre.tell(new AgentInput.SignIn(new AgentId(agent), null));
    }
    for (int step = 0; step < steps; step++) {
      centre.passes(random.nextInt(20));
      switch (random.nextInt(8)) {
        case 0, 1, 2 -> callers.add(centre.rings("+4416329600" + (10 + step % 90), "500"));
        case 3 -> aCallerGoes();
        default -> anAgentDoesSomething(AGENTS[random.nextInt(AGENTS.length)]);
      }
    }
    callers.forEach(ScenarioCaller::hangsUp);
    centre.passes(120);
  }

  private void aCallerGoes() {
    if (!callers.isEmpty()) {
      callers.remove(random.nextInt(callers.size())).hangsUp();
    }
  }

  /** Tells what an agent wants; whether it is accepted depends on the hour. */
  private void anAgentDoesSomething(String name) {
    ScenarioAgent agent = centre.agent(name);
    AgentId id = new AgentId(name);
    if (agent.isRung()) {
      if (random.nextInt(4) == 0) {
        agent.declines();
      } else {
        agent.answers();
      }
      return;
    }
    switch (agent.state()) {
      case SIGNED_OUT -> centre.tell(new AgentInput.SignIn(id, null));
      case PAUSED -> centre.tell(new AgentInput.Unpause(id));
      case WRAP_UP -> centre.tell(new AgentInput.EndWrapUp(id));
      case AVAILABLE -> {
        if (random.nextInt(4) == 0) {
          centre.tell(new AgentInput.Pause(id, new PauseReason("lunch")));
        }
      }
      case ON_CALL -> {
        if (random.nextInt(3) == 0) {
          agent.hangsUp();
        }
      }
      case SIGNING_IN, OFFERED -> centre.passes(1);
    }
  }
}

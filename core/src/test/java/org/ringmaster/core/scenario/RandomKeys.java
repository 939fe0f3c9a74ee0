// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.testing.ScenarioAgent;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;

/** Agents who use their telephones' own keys, at random: hold, another line, transfer. */
final class RandomKeys {
  private static final List<String> DIALLED =
      List.of("2001", "2002", "2003", "2004", "500", "+493099", "112", "");

  private final ScenarioCentre centre;
  private final Random random;
  private final Consumer<String> told;
  private final Map<String, LegId> lines = new LinkedHashMap<>();

  RandomKeys(ScenarioCentre centre, Random random, Consumer<String> told) {
    this.centre = centre;
    this.random = random;
    this.told = told;
  }

  /** Whether somebody shall press a key at this step. */
  boolean isTime() {
    return random.nextInt(25) == 0;
  }

  /** One of these agents presses a key, if any of them talks. */
  void press(List<String> agents) {
    List<String> talking = agents.stream().filter(one -> centre.agent(one).isTalking()).toList();
    if (talking.isEmpty()) {
      return;
    }
    String name = talking.get(random.nextInt(talking.size()));
    ScenarioAgent agent = centre.agent(name);
    LegId leg = agent.talkingLeg();
    LegId line = lines.get(name);
    String dialled = DIALLED.get(random.nextInt(DIALLED.size()));
    int dice = random.nextInt(8);
    told.accept(name + " presses key " + dice + " for " + dialled);
    switch (dice) {
      case 0 -> tell(new CallInput.LegHeld(ScenarioPlan.EDGE, leg, random.nextBoolean()));
      case 1, 2 -> transfer(leg, dialled, false, null);
      case 3, 4, 5 -> {
        if (!dialled.isEmpty()) {
          tell(new CallInput.LegHeld(ScenarioPlan.EDGE, leg, true));
          lines.put(name, agent.dials(dialled));
        }
      }
      case 6 -> {
        if (line != null && centre.edge().has(line)) {
          tell(new CallInput.LegHeld(ScenarioPlan.EDGE, line, random.nextBoolean()));
          tell(new CallInput.LegHeld(ScenarioPlan.EDGE, leg, random.nextBoolean()));
        }
      }
      default -> {
        if (line != null && centre.edge().has(line)) {
          boolean isFirst = random.nextBoolean();
          transfer(isFirst ? leg : line, "", true, isFirst ? line : leg);
        }
      }
    }
  }

  private void transfer(LegId leg, String to, boolean attended, @Nullable LegId replaces) {
    tell(new CallInput.HandOnAsked(ScenarioPlan.EDGE, leg, new Personal(to), attended, replaces));
  }

  private void tell(CallInput input) {
    if (centre.isAlive()) {
      centre.edge().tells(input);
    }
  }
}

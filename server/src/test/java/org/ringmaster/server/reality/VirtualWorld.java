// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.reality;

import java.util.List;
import java.util.Map;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.call.Telephone;
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.simulation.asterisk.SimulatedAsterisk;
import org.ringmaster.simulation.draw.Distribution;
import org.ringmaster.simulation.people.AgentHabits;
import org.ringmaster.simulation.people.CalleeHabits;
import org.ringmaster.simulation.people.CalleeKind;
import org.ringmaster.simulation.people.Caller;
import org.ringmaster.simulation.people.CallerHabits;
import org.ringmaster.simulation.people.Callers;
import org.ringmaster.simulation.people.Carrier;
import org.ringmaster.simulation.people.DeskAgent;
import org.ringmaster.simulation.world.CentrePlan;
import org.ringmaster.simulation.world.SimulatedCentre;
import org.ringmaster.simulation.world.SimulationSettings;

/** The scenes in the simulation. */
final class VirtualWorld {

  private static final long SECOND = 1_000_000;
  private static final Map<String, CalleeKind> KINDS =
      Map.of(
          "84", CalleeKind.BUSY,
          "85", CalleeKind.DEAD,
          "86", CalleeKind.CONGESTED,
          "83", CalleeKind.NOBODY);

  private final SimulatedCentre centre =
      new SimulatedCentre(SimulationSettings.of(1), new CentrePlan().node(Stage.NODE));
  private final SimulatedAsterisk asterisk = centre.asterisk(Stage.NODE);
  private final LegStories stories = new LegStories();

  VirtualWorld() {
    centre.watchedBy((turn, of) -> stories.take(turn));
    Stage.TELEPHONES.forEach(this::telephone);
    centre.start();
    Stage.inputs().forEach(input -> centre.inlet().offer(input, centre.agenda().micros()));
    centre.run(SECOND);
  }

  private void telephone(Scene scene, TelephoneId id) {
    new DeskAgent(
        centre.agenda(),
        centre.draws().stream(id.value()),
        asterisk,
        centre.inlet(),
        centre::page,
        Stage.agent(scene),
        new Telephone(id, Stage.NODE, Stage.use(scene)),
        habits(scene));
  }

  private static AgentHabits habits(Scene scene) {
    Distribution never = Distribution.always(10_000);
    boolean isAway = scene == Scene.NOBODY_THERE || scene == Scene.ABANDONED_RINGING;
    return new AgentHabits(
        Distribution.always(0.8),
        never,
        never,
        0,
        isAway ? 1 : 0,
        scene == Scene.TELEPHONE_BUSY ? 1 : 0,
        0,
        0,
        0,
        Distribution.always(0),
        never);
  }

  List<String> play(Scene scene) {
    stories.forget();
    boolean hasAgent = Stage.TELEPHONES.containsKey(scene);
    new Carrier(
        centre.agenda(),
        centre.draws().stream("carrier"),
        asterisk,
        new CalleeHabits(
                Map.of(),
                Distribution.always(0.1),
                Distribution.always(0.8),
                Distribution.always(1.5),
                Distribution.always(5),
                Distribution.always(5))
            .always(KINDS.getOrDefault(scene.asked, CalleeKind.PERSON)));
    if (hasAgent) {
      var unused = centre.inlet().ask(new AgentInput.SignIn(Stage.agent(scene), null));
      centre.run(3 * SECOND);
    }
    if (scene.asked.isEmpty()) {
      Caller caller =
          new Callers(
                  centre.agenda(),
                  centre.draws().stream("callers"),
                  asterisk,
                  new CallerHabits(
                      Distribution.always(scene.patienceMillis / 1_000.0),
                      Distribution.always(0.7),
                      scene == Scene.PASSED_ON ? 0 : 1,
                      0,
                      Distribution.always(1),
                      0),
                  Stage.TRUNK,
                  scene.dialled)
              .rings();
      for (int i = 0; i < scene.keys().length(); i++) {
        centre.run(SECOND / 2);
        caller.presses(scene.keys().substring(i, i + 1));
      }
    } else {
      centre.node(Stage.NODE).publish(Stage.asks(scene));
    }
    centre.run(30 * SECOND);
    if (hasAgent) {
      var unused = centre.inlet().ask(new AgentInput.SignOut(Stage.agent(scene)));
    }
    centre.run(30 * SECOND);
    return stories.lines();
  }
}

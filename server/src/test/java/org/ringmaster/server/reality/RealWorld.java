// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.reality;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.ringmaster.aribridge.node.AsteriskNode;
import org.ringmaster.aribridge.node.NodeSettings;
import org.ringmaster.aribridge.transport.AriAddress;
import org.ringmaster.aribridge.transport.EventLoops;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.engine.Engine;
import org.ringmaster.core.engine.MicroClock;
import org.ringmaster.core.journal.FactFrame;
import org.ringmaster.core.journal.FileJournal;
import org.ringmaster.core.journal.JournalOptions;
import org.ringmaster.core.kernel.Command;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.lab.CalleeBehaviour;
import org.ringmaster.lab.CallerBehaviour;
import org.ringmaster.lab.DrawnMillis;
import org.ringmaster.lab.Lab;
import org.ringmaster.lab.LabAsterisk;
import org.ringmaster.lab.LabPlan;
import org.ringmaster.lab.TelephoneBehaviour;
import org.ringmaster.server.Waiting;

/** The scenes on a real Asterisk, with the whole engine. */
final class RealWorld implements AutoCloseable {

  private final Lab lab = Lab.start(LabPlan.usual());
  private final EventLoops loops = new EventLoops(1);
  private final LegStories stories = new LegStories();
  private final FactCodec codec = FactCodec.of(DialerCentre.names().build());
  private final FileJournal journal;
  private final Engine engine;
  private final AsteriskNode node;
  private volatile boolean listed;

  RealWorld(Path folder) throws Exception {
    journal = FileJournal.open(JournalOptions.in(folder.resolve("journal"), 1));
    MicroClock clock = MicroClock.system();
    engine =
        new Engine(
            DialerCentre.centre(),
            journal,
            new FactFrame(codec),
            (turn, endOfBatch) -> {
              stories.take(turn);
              listed |= turn.input instanceof CallInput.NodeListed;
            },
            List.of(this::publish),
            List.of(),
            clock,
            failure -> {});
    LabAsterisk edge = lab.edge();
    AriAddress address =
        new AriAddress("edge", "127.0.0.1", edge.httpPort(), edge.ariUser(), edge.ariSecret());
    node = new AsteriskNode(NodeSettings.of(Stage.NODE, address), loops, engine.inlet());
    behave();
    engine.start(1);
    Stage.inputs().forEach(input -> engine.inlet().offer(input, clock.micros()));
    node.start();
    await("the node is listed", () -> listed);
  }

  private boolean publish(Command command) {
    return node.publish(command);
  }

  private void behave() {
    DrawnMillis soon = DrawnMillis.between(800, 800);
    Stage.TELEPHONES.forEach(
        (scene, telephone) ->
            lab.outside()
                .telephone(
                    "edge",
                    telephone.value(),
                    switch (scene) {
                      case NOBODY_THERE, ABANDONED_RINGING -> TelephoneBehaviour.nobodyThere();
                      case TELEPHONE_BUSY -> TelephoneBehaviour.busy();
                      default -> TelephoneBehaviour.answers(soon, DrawnMillis.untilOtherEnds());
                    }));
    lab.outside().callee("8100010", CalleeBehaviour.person(800, 1_500));
  }

  List<String> play(Scene scene) throws Exception {
    stories.forget();
    boolean hasAgent = Stage.TELEPHONES.containsKey(scene);
    if (hasAgent) {
      engine.inlet().ask(new AgentInput.SignIn(Stage.agent(scene), null)).get(5, TimeUnit.SECONDS);
    }
    if (scene == Scene.OPEN) {
      await("the open telephone rests", () -> stories.lines().toString().contains("joined"));
    }
    if (scene.asked.isEmpty()) {
      CallerBehaviour caller =
          CallerBehaviour.talks(DrawnMillis.between(700, 700))
              .withPatience(scene.patienceMillis)
              .pressing(scene.keys(), 500);
      lab.outside().call(scene.dialled, "4930555001", caller);
    } else {
      node.publish(Stage.asks(scene));
    }
    if (scene == Scene.OPEN) {
      await(
          "the caller is gone and the open telephone rests",
          () ->
              stories.lines().stream().anyMatch(line -> line.contains("gone"))
                  && stories.lines().stream().anyMatch(line -> line.endsWith("joined")));
    }
    if (hasAgent && scene != Scene.OPEN) {
      await(scene + " is over", stories::areOver);
    }
    if (hasAgent) {
      engine.inlet().ask(new AgentInput.SignOut(Stage.agent(scene))).get(5, TimeUnit.SECONDS);
    }
    await(scene + " is over", stories::areOver);
    return stories.lines();
  }

  private static void await(String what, BooleanSupplier condition) throws Exception {
    Waiting.until(condition, 40, what);
  }

  @Override
  public void close() {
    node.close();
    loops.close();
    engine.close();
    journal.close();
    lab.close();
  }
}

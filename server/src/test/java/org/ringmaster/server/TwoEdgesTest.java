// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.board.NodeRow;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.store.EmbeddedStore;
import org.ringmaster.lab.CallerBehaviour;
import org.ringmaster.lab.DrawnMillis;
import org.ringmaster.lab.EdgePlan;
import org.ringmaster.lab.Lab;
import org.ringmaster.lab.LabAsterisk;
import org.ringmaster.lab.LabPlan;
import org.ringmaster.lab.TelephoneBehaviour;
import org.ringmaster.server.config.Configuration;
import org.ringmaster.server.config.ConfigurationFile;
import org.ringmaster.server.config.FirstConfiguration;
import org.ringmaster.server.config.LabEdges;

/**
 * Two Asterisks with calls on both, of which one crashes: the other's calls are not its business.
 */
@Tag("lab")
class TwoEdgesTest {

  private static final int CALLERS_EACH = 4;
  private static final QueueId SALES = new QueueId("sales");

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void whereOneAsteriskCrashesItsLegsAreClosedAndTheOthersGoOn() throws Exception {
    Configuration configuration = ConfigurationFile.read(twoEdges());
    LabPlan plan = LabPlan.of(LabEdges.of(configuration).toArray(new EdgePlan[0]));
    try (Lab lab = Lab.start(plan);
        ContactCentre centre =
            new ContactCentre(configuration, folder, new NodePlaces(lab), List::of)) {
      lab.outside()
          .telephone(
              "west",
              "tel03",
              TelephoneBehaviour.answers(
                  DrawnMillis.between(200, 800), DrawnMillis.untilOtherEnds()));
      centre.start();
      Waiting.until(() -> seen(centre) == 2, 30, "both edges are seen");
      signIn(centre, "anna", "chen");
      for (int i = 0; i < CALLERS_EACH; i++) {
        for (String edge : List.of("edge", "west")) {
          lab.outside().call(edge, "49301000", "4930555%03d".formatted(i), CallerBehaviour.stays());
        }
      }
      Waiting.until(
          () -> talking(centre) == 2 && waiting(centre) == 2 * (CALLERS_EACH - 1),
          60,
          "one talks on each edge, the others wait");
      LabAsterisk edge = node(lab, "edge");
      LabAsterisk west = node(lab, "west");
      int legs = edge.legs();
      StoreReading store = new StoreReading(folder);
      Waiting.until(
          () -> open(store, "edge") == CALLERS_EACH + 1 && open(store, "west") == CALLERS_EACH + 1,
          30,
          "the store has all legs");

      west.kill();
      Waiting.until(() -> seen(centre) == 1, 30, "one edge is lost");
      assertEquals(legs, edge.legs(), "the other edge's calls go on");
      west.startAgain();
      Waiting.until(() -> seen(centre) == 2, 60, "it is seen again");

      Waiting.until(
          () -> talking(centre) == 1 && waiting(centre) == CALLERS_EACH - 1,
          30,
          "its callers are out of the queue");
      assertEquals(legs, edge.legs(), "nobody on the other edge was cut off");
      Waiting.until(() -> open(store, "west") == 0, 30, "its legs are closed in the store");
      assertEquals(
          CALLERS_EACH + 1,
          store.number(
              "select count(*) from legs where node = 'west' and end_source in ('NOT_SEEN',"
                  + " 'WITNESSED')"),
          "each is marked as an end that nobody saw, or that the witness told");
      assertEquals(CALLERS_EACH + 1, open(store, "edge"));
      assertEquals(
          0,
          store.number("select count(*) from legs where node = 'edge' and ended_at is not null"));
      lab.outside().asterisk().cli("channel request hangup all");
      Waiting.until(
          () -> talking(centre) == 0 && waiting(centre) == 0, 30, "the others end as ever");
      assertTrue(store.verify().clean(), () -> store.verify().toString());
    } finally {
      EmbeddedStore.stop(folder.resolve("postgres"), EmbeddedStore.defaultCache());
    }
  }

  private Path twoEdges() throws Exception {
    String text =
        FirstConfiguration.text()
            .replaceFirst("(?m)^    lab: yes$", "    lab: yes\n  west:\n    lab: yes")
            .replace("tel03: {node: edge", "tel03: {node: west");
    return Files.writeString(folder.resolve("ringmaster.yaml"), text);
  }

  private static LabAsterisk node(Lab lab, String name) {
    return lab.edges().stream()
        .filter(edge -> edge.node().value().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void signIn(ContactCentre centre, String... agents) throws Exception {
    for (String agent : agents) {
      centre.inlet().ask(new AgentInput.SignIn(new AgentId(agent), null)).get(10, TimeUnit.SECONDS);
    }
    Waiting.until(
        () ->
            centre.boards().agents().rows().stream()
                    .filter(row -> row.agent().state() == AgentState.AVAILABLE)
                    .count()
                == agents.length,
        30,
        "agents are free");
  }

  private static long seen(ContactCentre centre) {
    return centre.boards().trunks().nodes().stream()
        .filter(node -> node.sight() == NodeRow.Sight.CONNECTED)
        .count();
  }

  private static long open(StoreReading store, String node) {
    return store.number(
        "select count(*) from legs where node = '" + node + "' and ended_at is null");
  }

  private static long waiting(ContactCentre centre) {
    var row = centre.boards().queues().row(SALES);
    return row == null ? 0 : row.waiting();
  }

  private static long talking(ContactCentre centre) {
    var row = centre.boards().queues().row(SALES);
    return row == null ? 0 : row.talking();
  }
}

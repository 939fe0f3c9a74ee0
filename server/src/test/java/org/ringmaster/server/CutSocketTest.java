// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
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
import org.ringmaster.lab.EdgePlan;
import org.ringmaster.lab.Lab;
import org.ringmaster.lab.LabAsterisk;
import org.ringmaster.lab.LabPlan;
import org.ringmaster.lab.OutsideCall;
import org.ringmaster.server.config.Configuration;
import org.ringmaster.server.config.ConfigurationFile;
import org.ringmaster.server.config.FirstConfiguration;
import org.ringmaster.server.config.LabEdges;

/**
 * The wire to Asterisk is cut for a while: what happened meanwhile must be in the books afterwards.
 */
@Tag("lab")
class CutSocketTest {

  private static final int CALLERS = 20;
  private static final int GONE_MEANWHILE = 8;
  private static final long CUT_SECONDS = Long.getLong("ringmaster.test.cutSeconds", 3);
  private static final QueueId SALES = new QueueId("sales");

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void whatHappenedWhileTheSocketWasCutIsInTheBooksAfterwards() throws Exception {
    Configuration inLab =
        ConfigurationFile.read(
            Files.writeString(folder.resolve("lab.yaml"), FirstConfiguration.text()));
    LabPlan plan = LabPlan.of(LabEdges.of(inLab).toArray(new EdgePlan[0]));
    try (Lab lab = Lab.start(plan);
        CutWire wire = new CutWire(lab.edge().httpPort());
        ContactCentre centre =
            new ContactCentre(behind(wire, lab.edge()), folder, new NodePlaces(null), List::of)) {
      centre.start();
      Waiting.until(() -> sight(centre) == NodeRow.Sight.CONNECTED, 30, "the edge is seen");
      signIn(centre, "anna", "bruno");
      for (int i = 0; i < CALLERS; i++) {
        lab.outside().call("49301000", "4930555%03d".formatted(i), CallerBehaviour.stays());
      }
      Waiting.until(() -> waiting(centre) == CALLERS - 2, 60, "two talk, the others wait");

      int before = lab.edge().legs();
      long mendNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(CUT_SECONDS);
      wire.cut();
      Waiting.until(() -> sight(centre) == NodeRow.Sight.LOST, 10, "the edge is lost");
      List<OutsideCall> calls = lab.outside().calls().stream().limit(GONE_MEANWHILE).toList();
      calls.forEach(lab.outside()::hangUp);
      int up = before - GONE_MEANWHILE;
      Waiting.until(
          () -> lab.edge().legs() == up && System.nanoTime() > mendNanos,
          CUT_SECONDS + 30,
          "some have gone, unseen");
      wire.mend();

      Waiting.until(() -> sight(centre) == NodeRow.Sight.CONNECTED, 10, "the edge is seen again");
      Waiting.until(
          () -> waiting(centre) == CALLERS - GONE_MEANWHILE - 2 && talking(centre) == 2,
          10,
          "the books know who went, and who talks now");
      assertEquals(up, lab.edge().legs(), "nobody else was cut off");
      StoreReading store = new StoreReading(folder);
      Waiting.until(
          () ->
              store.number("select count(*) from legs where ended_at is null")
                  == CALLERS - GONE_MEANWHILE + 2,
          30,
          "the store has those who are left, and the two open telephones");
      assertTrue(store.verify().clean(), () -> store.verify().toString());
    } finally {
      EmbeddedStore.stop(folder.resolve("postgres"), EmbeddedStore.defaultCache());
    }
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

  private static NodeRow.Sight sight(ContactCentre centre) {
    return centre.boards().trunks().nodes().stream()
        .findFirst()
        .map(NodeRow::sight)
        .orElse(NodeRow.Sight.LOST);
  }

  private static long waiting(ContactCentre centre) {
    var row = centre.boards().queues().row(SALES);
    return row == null ? 0 : row.waiting();
  }

  private static long talking(ContactCentre centre) {
    var row = centre.boards().queues().row(SALES);
    return row == null ? 0 : row.talking();
  }

  private Configuration behind(CutWire wire, LabAsterisk edge) throws Exception {
    Files.writeString(folder.resolve("secret"), edge.ariSecret());
    String node =
        """
        nodes:
          edge:
            ari: {url: "http://127.0.0.1:%d/ari", user: %s, secret: "${file:secret}"}
            celfile: %s
        """
            .formatted(wire.port(), edge.ariUser(), edge.celFile());
    String text =
        FirstConfiguration.text()
            .replaceFirst("(?m)^nodes:\\R  edge:\\R    lab: yes\\R", Matcher.quoteReplacement(node))
            .replace(
                "    node: edge\n    channels",
                "    node: edge\n    contact: sip:127.0.0.1:5060\n    channels");
    return ConfigurationFile.read(Files.writeString(folder.resolve("ringmaster.yaml"), text));
  }
}

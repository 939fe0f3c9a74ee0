// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.aribridge.cel.BookCheck;
import org.ringmaster.aribridge.cel.CelFiles;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.board.AgentRow;
import org.ringmaster.core.board.NodeRow;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.store.EmbeddedStore;
import org.ringmaster.lab.CallerBehaviour;
import org.ringmaster.lab.DrawnMillis;
import org.ringmaster.lab.EdgePlan;
import org.ringmaster.lab.Lab;
import org.ringmaster.lab.LabPlan;
import org.ringmaster.lab.TelephoneBehaviour;
import org.ringmaster.server.cli.BookedLegs;
import org.ringmaster.server.config.Configuration;
import org.ringmaster.server.config.ConfigurationFile;
import org.ringmaster.server.config.FirstConfiguration;
import org.ringmaster.server.config.LabEdges;

/**
 * The whole way on real parts: SIP callers, Asterisk, agents' telephones, the journal, PostgreSQL.
 */
@Tag("lab")
class SpineTest {

  private static final List<String> AGENTS = List.of("anna", "bruno", "chen", "dora", "emre");

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void callersReachAgentsAndEveryLegIsInTheStore() throws Exception {
    Files.writeString(folder.resolve("ringmaster.yaml"), FirstConfiguration.text());
    Configuration configuration = ConfigurationFile.read(folder.resolve("ringmaster.yaml"));
    LabPlan plan = LabPlan.of(LabEdges.of(configuration).toArray(new EdgePlan[0]));
    try (Lab lab = Lab.start(plan);
        ContactCentre centre =
            new ContactCentre(configuration, folder, new NodePlaces(lab), List::of)) {
      for (String telephone : List.of("tel03", "tel04", "tel05")) {
        lab.outside()
            .telephone(
                "edge",
                telephone,
                TelephoneBehaviour.answers(
                    DrawnMillis.between(500, 1500), DrawnMillis.untilOtherEnds()));
      }
      centre.start();
      await(() -> isSeen(centre), "the edge is seen");
      for (String agent : AGENTS) {
        Answer answer =
            centre
                .inlet()
                .ask(new AgentInput.SignIn(new AgentId(agent), null))
                .get(10, TimeUnit.SECONDS);
        assertInstanceOf(Answer.Accepted.class, answer, agent);
      }
      await(() -> inState(centre, AgentState.AVAILABLE) == AGENTS.size(), "all agents are free");

      for (int i = 0; i < 10; i++) {
        lab.outside()
            .call(
                "49301000",
                "4930555%03d".formatted(i),
                CallerBehaviour.talks(DrawnMillis.between(1000, 2000)));
      }
      await(
          () -> count(centre, "select count(*) from calls where ended_at is not null") >= 10,
          "ten calls have ended and are in the store");

      assertEquals(
          10, count(centre, "select count(*) from queue_entries where agent_id is not null"));
      assertEquals(
          0,
          count(
              centre,
              "select count(*) from legs l join calls c using (cell, call_id)"
                  + " where c.ended_at is not null and l.ended_at is null"
                  + " and l.role <> 'STANDING'"));
      assertEquals(
          10,
          count(
              centre,
              "select count(*) from (select bridge_id from bridge_stays join bridges using (cell,"
                  + " bridge_id) where kind = 'TALK' group by bridge_id"
                  + " having count(distinct leg_id) = 2) as pairs"));
      assertWitnessAgrees(centre, lab);
    } finally {
      EmbeddedStore.stop(folder.resolve("postgres"), EmbeddedStore.defaultCache());
    }
  }

  private static void assertWitnessAgrees(ContactCentre centre, Lab lab) throws Exception {
    try (Connection connection = centre.store().orElseThrow().readers().getConnection()) {
      BookCheck.Outcome outcome =
          BookCheck.compare(
              BookedLegs.of(connection, 1, new NodeId("edge")),
              CelFiles.legs(List.of(lab.edge().celFile())));
      assertTrue(outcome.clean(), outcome::toString);
      assertTrue(outcome.agreed() >= 10, outcome::toString);
    }
  }

  private static boolean isSeen(ContactCentre centre) {
    return centre.boards().trunks().nodes().stream()
        .anyMatch(node -> node.sight() == NodeRow.Sight.CONNECTED);
  }

  private static long inState(ContactCentre centre, AgentState state) {
    List<AgentRow> rows = new ArrayList<>(centre.boards().agents().rows());
    return rows.stream().filter(row -> row.agent().state() == state).count();
  }

  private static long count(ContactCentre centre, String sql) {
    if (centre.store().isEmpty()) {
      return 0;
    }
    try (Connection connection = centre.store().get().readers().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static void await(BooleanSupplier condition, String what) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "in time: " + what);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.outage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import org.ringmaster.core.store.EmbeddedStore;
import org.ringmaster.lab.CallerBehaviour;
import org.ringmaster.lab.EdgePlan;
import org.ringmaster.lab.Lab;
import org.ringmaster.lab.LabAsterisk;
import org.ringmaster.lab.LabPlan;
import org.ringmaster.lab.OutsideCall;
import org.ringmaster.server.ContactCentre;
import org.ringmaster.server.NodePlaces;
import org.ringmaster.server.config.Configuration;
import org.ringmaster.server.config.ConfigurationFile;
import org.ringmaster.server.config.FirstConfiguration;
import org.ringmaster.server.config.LabEdges;

/**
 * The wire to Asterisk is cut for a while and some callers leave meanwhile: they must be in the
 * books afterwards, and nobody else may have noticed.
 */
final class SocketCut {
  private static final String[] AGENTS = {"anna", "bruno"};
  private static final long RIGHT_SECONDS = 30;

  private final Path folder;
  private final int callers;
  private final int gone;
  private final long seconds;

  /**
   * Makes the outage.
   *
   * @param folder an empty folder
   * @param callers how many there are
   * @param gone how many of them leave while it is cut
   * @param seconds how long it is cut
   */
  SocketCut(Path folder, int callers, int gone, long seconds) {
    this.folder = folder;
    this.callers = callers;
    this.gone = gone;
    this.seconds = seconds;
  }

  /**
   * What came of it.
   *
   * @param boardMillis from the mended wire to right boards
   * @param storeMillis from the mended wire to a right store
   * @param lost legs of others that went
   * @param findings what {@code db verify} finds
   */
  record Outcome(double boardMillis, double storeMillis, long lost, List<String> findings) {}

  /** Cuts and mends. */
  Outcome run() throws Exception {
    Configuration inLab =
        ConfigurationFile.read(
            Files.writeString(folder.resolve("lab.yaml"), FirstConfiguration.text()));
    LabPlan plan = LabPlan.of(LabEdges.of(inLab).toArray(new EdgePlan[0]));
    try (Lab lab = Lab.start(plan);
        CutWire wire = new CutWire(lab.edge().httpPort());
        ContactCentre centre =
            new ContactCentre(behind(wire, lab.edge()), folder, new NodePlaces(null), List::of)) {
      centre.start();
      return run(lab, wire, new WatchedCentre(centre));
    } finally {
      EmbeddedStore.stop(folder.resolve("postgres"), EmbeddedStore.defaultCache());
    }
  }

  private Outcome run(Lab lab, CutWire wire, WatchedCentre centre) throws Exception {
    int agents = AGENTS.length;
    Until.holds(() -> centre.seen() == 1, RIGHT_SECONDS, "the edge is seen");
    centre.signIn(AGENTS);
    for (int i = 0; i < callers; i++) {
      lab.outside().call("49301000", "4930555%03d".formatted(i), CallerBehaviour.stays());
    }
    Until.holds(
        () -> centre.waiting() == callers - agents, 2 * RIGHT_SECONDS, "two talk, others wait");

    int before = lab.edge().legs();
    long mendNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    wire.cut();
    Until.holds(() -> centre.seen() == 0, RIGHT_SECONDS, "the edge is lost");
    List<OutsideCall> calls = lab.outside().calls().stream().limit(gone).toList();
    calls.forEach(lab.outside()::hangUp);
    int up = before - gone;
    Until.holds(
        () -> lab.edge().legs() == up && System.nanoTime() > mendNanos,
        seconds + RIGHT_SECONDS,
        "some have gone, unseen");

    wire.mend();
    long mended = System.nanoTime();
    double board =
        WatchedCentre.millisUntil(
            mended,
            () ->
                centre.seen() == 1
                    && centre.waiting() == callers - gone - agents
                    && centre.talking() == agents,
            RIGHT_SECONDS,
            "the books know who went, and who talks now");
    StoreReading store = new StoreReading(folder);
    double stored =
        WatchedCentre.millisUntil(
            mended,
            () ->
                store.number("select count(*) from legs where ended_at is null")
                    == callers - gone + agents,
            RIGHT_SECONDS,
            "the store has those who are left, and the two open telephones");
    return new Outcome(board, stored, up - lab.edge().legs(), store.findings());
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

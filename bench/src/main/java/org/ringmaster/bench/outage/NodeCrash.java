// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.outage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ringmaster.core.store.EmbeddedStore;
import org.ringmaster.lab.CallerBehaviour;
import org.ringmaster.lab.DrawnMillis;
import org.ringmaster.lab.EdgePlan;
import org.ringmaster.lab.Lab;
import org.ringmaster.lab.LabAsterisk;
import org.ringmaster.lab.LabPlan;
import org.ringmaster.lab.TelephoneBehaviour;
import org.ringmaster.server.ContactCentre;
import org.ringmaster.server.NodePlaces;
import org.ringmaster.server.config.Configuration;
import org.ringmaster.server.config.ConfigurationFile;
import org.ringmaster.server.config.FirstConfiguration;
import org.ringmaster.server.config.LabEdges;

/**
 * Two Asterisks with calls on both, of which one crashes and is started again: its legs must be
 * closed, and the other's calls are not its business.
 */
final class NodeCrash {
  private static final String GOES_ON = "edge";
  private static final String CRASHES = "west";
  private static final long RIGHT_SECONDS = 30;
  private static final long BOOT_SECONDS = 60;

  private final Path folder;
  private final int callersEach;

  /**
   * Makes the outage.
   *
   * @param folder an empty folder
   * @param callersEach how many callers each Asterisk has; one of them talks
   */
  NodeCrash(Path folder, int callersEach) {
    this.folder = folder;
    this.callersEach = callersEach;
  }

  /**
   * What came of it.
   *
   * @param boardMillis from the crashed one being seen again to right boards
   * @param storeMillis from then to a right store
   * @param lost legs of the other Asterisk that went
   * @param wrong legs of the crashed one that are not closed as what they are (nobody saw their
   *     end, or the witness told it), and legs of the other one that are closed
   * @param findings what {@code db verify} finds in the end
   */
  record Outcome(
      double boardMillis, double storeMillis, long lost, long wrong, List<String> findings) {}

  /** Crashes one and starts it again. */
  Outcome run() throws Exception {
    Configuration configuration = ConfigurationFile.read(twoEdges());
    LabPlan plan = LabPlan.of(LabEdges.of(configuration).toArray(new EdgePlan[0]));
    try (Lab lab = Lab.start(plan);
        ContactCentre centre =
            new ContactCentre(configuration, folder, new NodePlaces(lab), List::of)) {
      lab.outside()
          .telephone(
              CRASHES,
              "tel03",
              TelephoneBehaviour.answers(
                  DrawnMillis.between(200, 800), DrawnMillis.untilOtherEnds()));
      centre.start();
      WatchedCentre watched = new WatchedCentre(centre);
      StoreReading store = callersCome(lab, watched);
      return crash(lab, watched, store);
    } finally {
      EmbeddedStore.stop(folder.resolve("postgres"), EmbeddedStore.defaultCache());
    }
  }

  private StoreReading callersCome(Lab lab, WatchedCentre centre) throws Exception {
    Until.holds(() -> centre.seen() == 2, RIGHT_SECONDS, "both edges are seen");
    centre.signIn("anna", "chen");
    for (int i = 0; i < callersEach; i++) {
      for (String edge : List.of(GOES_ON, CRASHES)) {
        lab.outside().call(edge, "49301000", "4930555%03d".formatted(i), CallerBehaviour.stays());
      }
    }
    Until.holds(
        () -> centre.talking() == 2 && centre.waiting() == 2L * (callersEach - 1),
        BOOT_SECONDS,
        "one talks on each edge, the others wait");
    StoreReading store = new StoreReading(folder);
    Until.holds(
        () -> open(store, GOES_ON) == callersEach + 1 && open(store, CRASHES) == callersEach + 1,
        RIGHT_SECONDS,
        "the store has all legs");
    return store;
  }

  private Outcome crash(Lab lab, WatchedCentre centre, StoreReading store) throws Exception {
    LabAsterisk other = node(lab, GOES_ON);
    LabAsterisk crashed = node(lab, CRASHES);
    int legs = other.legs();
    crashed.kill();
    Until.holds(() -> centre.seen() == 1, RIGHT_SECONDS, "one edge is lost");
    crashed.startAgain();
    Until.holds(() -> centre.seen() == 2, BOOT_SECONDS, "it is seen again");

    long again = System.nanoTime();
    double board =
        WatchedCentre.millisUntil(
            again,
            () -> centre.talking() == 1 && centre.waiting() == callersEach - 1,
            RIGHT_SECONDS,
            "its callers are out of the queue");
    double stored =
        WatchedCentre.millisUntil(
            again, () -> open(store, CRASHES) == 0, RIGHT_SECONDS, "its legs are closed");
    long lost = (long) legs - other.legs();
    long closedRight =
        store.number(
            "select count(*) from legs where node = '"
                + CRASHES
                + "' and end_source in ('NOT_SEEN', 'WITNESSED')");
    long closedWrong =
        store.number(
            "select count(*) from legs where node = '" + GOES_ON + "' and ended_at is not null");
    lab.outside().hangUpAll();
    Until.holds(
        () -> centre.talking() == 0 && centre.waiting() == 0,
        RIGHT_SECONDS,
        "the others end as ever");
    long wrong = Math.abs(callersEach + 1 - closedRight) + closedWrong;
    return new Outcome(board, stored, lost, wrong, store.findings());
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

  private static long open(StoreReading store, String node) {
    return store.number(
        "select count(*) from legs where node = '" + node + "' and ended_at is null");
  }
}

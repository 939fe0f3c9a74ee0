// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.kernel;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.AgentProfile;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.Telephone;
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.engine.MicroClock;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.store.EmbeddedStore;
import org.ringmaster.core.store.JourneyStore;
import org.ringmaster.server.ContactCentre;
import org.ringmaster.server.NodePlaces;
import org.ringmaster.server.cli.Whereabouts;
import org.ringmaster.server.config.Configuration;
import org.ringmaster.server.config.ConfigurationFile;
import org.ringmaster.server.config.ConfigurationRefused;
import org.ringmaster.server.http.TokenFile;

/**
 * The whole platform, pages and store included, with many agents at work and a node that is told of
 * but is not there: what changes on its boards is what is asked of it here.
 */
final class WallSite implements AutoCloseable {
  private static final NodeId NODE = new NodeId("edge");
  private static final MicroClock CLOCK = MicroClock.system();
  private static final long START_MILLIS = 60_000;

  private final Path folder;
  private final ContactCentre centre;
  private final boolean[] paused;

  /** Starts it with so many agents signed in. */
  WallSite(Path folder, int agents) throws Exception {
    this.folder = folder;
    paused = new boolean[agents];
    centre = new ContactCentre(withoutNodes(folder), folder, new NodePlaces(null), List::of);
    centre.start();
    tell(
        new CallInput.TelephonesRead(
            IntStream.range(0, agents).mapToObj(WallSite::telephone).toList()));
    tell(
        new AgentInput.AgentsRead(IntStream.range(0, agents).mapToObj(WallSite::profile).toList()));
    tell(new CallInput.NodeConnected(NODE, "none", CLOCK.micros()));
    tell(new CallInput.NodeListed(NODE, List.of(), List.of()));
    for (int i = 0; i < agents; i++) {
      tell(new AgentInput.SignIn(agent(i), null));
    }
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(START_MILLIS);
    while (signedIn() < agents || centre.store().isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("the site did not come to work: " + signedIn());
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /** Usual settings, and no Asterisk to speak with. */
  private static Configuration withoutNodes(Path folder) throws IOException, ConfigurationRefused {
    Path file = Files.writeString(folder.resolve("wall.yaml"), "nodes: {edge: {lab: yes}}\n");
    Configuration usual = ConfigurationFile.read(file);
    return new Configuration(
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        usual.cell(),
        usual.journal(),
        usual.journey(),
        usual.store(),
        usual.queueLog(),
        usual.http(),
        List.of(),
        List.of(),
        null,
        usual.transfers(),
        usual.supervision(),
        usual.recording());
  }

  private long signedIn() {
    return centre.boards().agents().rows().stream()
        .filter(row -> row.agent().state() == AgentState.AVAILABLE)
        .count();
  }

  private static Telephone telephone(int number) {
    return new Telephone(new TelephoneId("t" + number), NODE, TelephoneUse.RUNG);
  }

  private static AgentProfile profile(int number) {
    return new AgentProfile(agent(number), null, "" + number, new TelephoneId("t" + number));
  }

  static AgentId agent(int number) {
    return new AgentId("agent%04d".formatted(number));
  }

  private void tell(Input input) {
    centre.inlet().offer(input, CLOCK.micros());
  }

  /** Pauses an agent, or ends the pause. Any one thread. */
  void turn(int agent) {
    paused[agent] = !paused[agent];
    tell(
        paused[agent]
            ? new AgentInput.Pause(agent(agent), PauseReason.NONE)
            : new AgentInput.Unpause(agent(agent)));
  }

  /** The state an agent was turned to last, as the store writes it. */
  String state(int agent) {
    return (paused[agent] ? AgentState.PAUSED : AgentState.AVAILABLE).name();
  }

  int agents() {
    return paused.length;
  }

  URI address() {
    return centre.address();
  }

  /** What viewers show to be let in. */
  String token() throws IOException {
    return TokenFile.read(Whereabouts.tokenFile(folder));
  }

  JourneyStore store() {
    return centre.store().orElseThrow();
  }

  @Override
  public void close() {
    centre.close();
    EmbeddedStore.stop(folder.resolve("postgres"), EmbeddedStore.defaultCache());
  }
}

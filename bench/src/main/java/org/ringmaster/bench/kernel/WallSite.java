// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
import org.ringmaster.core.queue.Overflow;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.queue.QueueInput;
import org.ringmaster.core.routing.Strategy;
import org.ringmaster.core.store.EmbeddedStore;
import org.ringmaster.core.store.JourneyStore;
import org.ringmaster.server.ContactCentre;
import org.ringmaster.server.NodePlaces;
import org.ringmaster.server.cli.Whereabouts;
import org.ringmaster.server.config.Configuration;
import org.ringmaster.server.config.ConfigurationFile;
import org.ringmaster.server.config.ConfigurationRefused;
import org.ringmaster.server.config.PasswordHash;
import org.ringmaster.server.config.Role;
import org.ringmaster.server.config.UserSettings;
import org.ringmaster.server.http.TokenFile;

/**
 * The whole platform, pages and store included, with many agents at work and a node that is told of
 * but is not there: what changes on its boards is what is asked of it here.
 */
final class WallSite implements AutoCloseable {
  private static final NodeId NODE = new NodeId("edge");
  private static final MicroClock CLOCK = MicroClock.system();
  private static final long START_MILLIS = 60_000;
  private static final int QUEUES = 10;
  private static final String PASSWORD = "for this bench alone";

  /** Of so many agents one has a page. */
  private static final int PAGES = 10;

  private final Path folder;
  private final ContactCentre centre;
  private final boolean[] paused;
  private final HttpClient http = HttpClient.newHttpClient();

  /** Starts it with so many agents signed in. */
  WallSite(Path folder, int agents) throws Exception {
    this.folder = folder;
    paused = new boolean[agents];
    PasswordHash password = PasswordHash.of(PASSWORD);
    List<UserSettings> users =
        IntStream.range(0, agents)
            .filter(WallSite::hasPage)
            .mapToObj(WallSite::agent)
            .map(id -> new UserSettings(id.value(), Role.AGENT, password, id))
            .toList();
    centre = new ContactCentre(withoutNodes(folder), folder, new NodePlaces(null), () -> users);
    centre.start();
    tell(
        new CallInput.TelephonesRead(
            IntStream.range(0, agents).mapToObj(WallSite::telephone).toList()));
    tell(
        new AgentInput.AgentsRead(IntStream.range(0, agents).mapToObj(WallSite::profile).toList()));
    tell(
        new QueueInput.QueuesRead(
            IntStream.range(0, QUEUES).mapToObj(queue -> queue(queue, agents)).toList()));
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
        usual.recording(),
        List.of(),
        usual.pauseTakesBack(),
        usual.dispositionRules(),
        List.of(),
        usual.postalZones());
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

  private static Queue queue(int number, int agents) {
    return new Queue(
        queueOf(number),
        Strategy.LONGEST_IDLE,
        IntStream.range(0, agents)
            .filter(agent -> agent % QUEUES == number)
            .mapToObj(WallSite::agent)
            .toList(),
        20_000,
        5_000,
        0,
        false,
        0,
        Overflow.HANG_UP,
        "default",
        20_000);
  }

  /** The queue that an agent serves. */
  static QueueId queueOf(int agent) {
    return new QueueId("queue%02d".formatted(agent % QUEUES));
  }

  /** Whether an agent looks at their page. */
  static boolean hasPage(int agent) {
    return agent % PAGES == 0;
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

  /** So many wallboards: of five one hangs on a wall and came by a link. */
  List<Seat> wallboards(int many) throws Exception {
    String token = token();
    JsonNode link = post("/api/wall/links", token, "{\"label\":\"bench\",\"minutes\":60}").body();
    String path = link.path("path").asText();
    String shown = path.substring(path.indexOf('#') + 1);
    return IntStream.range(0, many)
        .mapToObj(seat -> seat % 5 == 0 ? Seat.wall(shown) : Seat.board(token))
        .toList();
  }

  /** The pages of the agents who have one, each after a login. */
  List<Seat> pages() throws Exception {
    List<Seat> pages = new ArrayList<>();
    for (int i = 0; i < agents(); i++) {
      if (hasPage(i)) {
        AgentId agent = agent(i);
        String login = "{\"name\":\"" + agent.value() + "\",\"password\":\"" + PASSWORD + "\"}";
        String cookie = post("/api/login", null, login).cookie();
        pages.add(Seat.page(agent, cookie));
      }
    }
    return pages;
  }

  private record Posted(JsonNode body, String cookie) {}

  private Posted post(String path, @Nullable String token, String body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address().resolve(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
    }
    String cookie = answer.headers().firstValue("set-cookie").orElse("");
    return new Posted(new ObjectMapper().readTree(answer.body()), cookie.split(";", 2)[0]);
  }

  JourneyStore store() {
    return centre.store().orElseThrow();
  }

  @Override
  public void close() {
    http.close();
    centre.close();
    EmbeddedStore.stop(folder.resolve("postgres"), EmbeddedStore.defaultCache());
  }
}

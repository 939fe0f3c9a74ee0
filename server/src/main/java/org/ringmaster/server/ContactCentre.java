// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ringmaster.aribridge.node.AsteriskNode;
import org.ringmaster.aribridge.transport.EventLoops;
import org.ringmaster.core.board.Boards;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.engine.BeatAdapter;
import org.ringmaster.core.engine.Inlet;
import org.ringmaster.core.engine.MicroClock;
import org.ringmaster.core.journal.JournalSweeper;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.store.JournalSource;
import org.ringmaster.core.store.JourneyStore;
import org.ringmaster.dialer.board.CampaignBoard;
import org.ringmaster.server.config.CallerNumbers;
import org.ringmaster.server.config.Configuration;
import org.ringmaster.server.config.ConfigurationInputs;
import org.ringmaster.server.config.ConfigurationRefused;
import org.ringmaster.server.config.ConfigurationSource;
import org.ringmaster.server.config.Laws;
import org.ringmaster.server.config.NodeSettings;
import org.ringmaster.server.config.UserSettings;
import org.ringmaster.server.desk.JourneyReader;
import org.ringmaster.server.file.FileFetcher;
import org.ringmaster.server.file.FileRoom;
import org.ringmaster.server.forecast.ForecastRoom;
import org.ringmaster.server.http.DeskJson;
import org.ringmaster.server.list.JourneysUpToNow;
import org.ringmaster.server.list.ListRoom;
import org.ringmaster.server.list.StoredCalls;
import org.ringmaster.server.queuelog.QueueLogRoom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The platform, as the fields of one class: made in this order, started in this order, closed in
 * the opposite one.
 */
public final class ContactCentre implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ContactCentre.class);
  private static final long SWEEP_MILLIS = 10 * 60_000;

  private final Configuration configuration;
  private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
  private final EventLoops loops;
  private final Map<NodeId, AsteriskNode> nodes = new LinkedHashMap<>();
  private final WitnessRoom witnesses = new WitnessRoom();
  private final NodePlaces places;
  private final FileRoom files;
  private final ListRoom lists;
  private final ForecastRoom forecasts;
  private final EngineRoom engineRoom;
  private final StoreRoom storeRoom;
  private final JourneyReader journeys;
  private final QueueLogRoom queueLog;
  private final WebRoom webRoom;
  private final CallerNumberAdapter numbers;
  private final BeatAdapter beat;
  private final JournalSweeper sweeper;
  private volatile @Nullable ConfigurationSource source;
  private volatile DeskJson.Words words;

  /**
   * Recovers everything and begins to listen for people; no call is touched before {@link #start}.
   *
   * @param folder where the platform keeps what it writes
   * @param places where each node is
   * @param users who may open the pages, as they are now
   * @throws IOException where pages and API cannot listen
   */
  public ContactCentre(
      Configuration configuration,
      Path folder,
      NodePlaces places,
      Supplier<List<UserSettings>> users)
      throws IOException {
    this.configuration = configuration;
    this.places = places;
    loops = new EventLoops(Math.max(1, configuration.nodes().size()));
    files = new FileRoom(folder.resolve(configuration.recording().folder()), this::recordings);
    engineRoom =
        new EngineRoom(
            configuration,
            folder,
            List.of(new NodeOutlet(nodes, witnesses), files),
            failure::complete);
    storeRoom =
        new StoreRoom(
            configuration, folder, engineRoom.codec(), engineRoom.journal(), engineRoom.album());
    // Finds its PostgreSQL beside all that follows, which does not wait for it.
    storeRoom.start();
    engineRoom.recover();
    lists = new ListRoom(engineRoom.leads(), engineRoom.lists(), configuration::region);
    lists.meets(this::ask);
    JourneysUpToNow upToNow = journeysUpToNow();
    lists.meetsJourneys(upToNow);
    lists.asksOfCalls(new StoredCalls(upToNow, engineRoom.clock()::micros));
    forecasts =
        new ForecastRoom(
            engineRoom.boards(),
            engineRoom.lists(),
            engineRoom.campaigns(),
            engineRoom.clock()::micros);
    files.meets(engineRoom.inlet(), engineRoom.clock()::micros, MicroClock.system()::micros);
    numbers =
        new CallerNumberAdapter(engineRoom.inlet(), new CallerNumbers(configuration.region()));
    queueLog =
        new QueueLogRoom(
            configuration.queueLog(),
            folder,
            configuration.cell().number(),
            new QueueLogRoom.Facts(
                () -> new JournalSource(engineRoom.journal(), engineRoom.codec()),
                engineRoom::oldestSequence),
            storeRoom::found);
    sweeper =
        engineRoom.sweeper(() -> Math.min(storeRoom.appliedSequence(), queueLog.writtenSequence()));
    for (NodeSettings node : configuration.nodes()) {
      nodes.put(node.id(), new AsteriskNode(places.of(node), loops, numbers, engineRoom.clock()));
      witnesses.add(node, places, engineRoom.inlet());
    }
    beat = new BeatAdapter(engineRoom.inlet());
    SiteHealth health = new SiteHealth(engineRoom, storeRoom, queueLog, files, lists);
    words = words(configuration);
    journeys = new JourneyReader(storeRoom::store, this::syncedSequence);
    webRoom =
        new WebRoom(
            configuration.http(),
            engineRoom.boards(),
            new WebRoom.Givers(
                this::ask,
                users,
                health,
                this::reload,
                ZoneId.systemDefault(),
                input -> engineRoom.inlet().offer(input, engineRoom.clock().micros()),
                () -> words,
                journeys,
                storeRoom::readers,
                files,
                lists,
                engineRoom.campaigns(),
                forecasts),
            folder);
    webRoom.metrics().register(new RoomCollector(engineRoom, storeRoom, health));
  }

  private JourneysUpToNow journeysUpToNow() {
    return new JourneysUpToNow(
        storeRoom::store,
        this::syncedSequence,
        storeRoom::failure,
        configuration.cell().number(),
        JourneysUpToNow.PATIENCE);
  }

  /** Starts the ring, tells it the configuration, and connects to the nodes. */
  public void start() {
    engineRoom.start(configuration.cell().number());
    read(configuration);
    nodes.values().forEach(AsteriskNode::start);
    witnesses.start();
    beat.start(BeatAdapter.PERIOD_MILLIS);
    sweeper.start(SWEEP_MILLIS);
    queueLog.start();
    files.start();
  }

  /** Takes a configuration over; the kernel compares it with what was there before. */
  public void read(Configuration now) {
    words = words(now);
    numbers.reads(new CallerNumbers(now.region()));
    Set<String> held =
        now.campaigns().stream()
            .filter(Laws::holdToHours)
            .map(plan -> plan.id().value())
            .collect(Collectors.toUnmodifiableSet());
    lists.heldToHours(held::contains);
    lists.places(now.postalZones());
    for (Input input : ConfigurationInputs.of(now)) {
      engineRoom.inlet().offer(input, engineRoom.clock().micros());
    }
  }

  private static DeskJson.Words words(Configuration now) {
    return new DeskJson.Words(now.pauseReasons(), now.dispositions(), now.dispositionRules());
  }

  /** From now on a reload reads this source again. */
  public void reloadsFrom(ConfigurationSource from) {
    source = from;
  }

  private ConfigurationSource.Reload reload() throws ConfigurationRefused {
    ConfigurationSource from =
        Objects.requireNonNull(source, "nobody has said where the configuration is read from");
    ConfigurationSource.Reload done = from.reload();
    read(done.configuration());
    // After the kernel, from which nothing may keep what is in force.
    List<String> warnings = places.takeOver(done.configuration());
    witnesses.tellAgain();
    LOG.info("read {} again, changed: {}", from.file(), done.changed());
    return done.warning(warnings);
  }

  private CompletableFuture<Answer> ask(Input input, String author) {
    LOG.info("{} asks for {}", author, input);
    return numbers.ask(input);
  }

  /** Where the recordings of a node are. */
  private FileFetcher.@Nullable Place recordings(NodeId node) {
    return configuration.nodes().stream()
        .filter(one -> one.id().equals(node))
        .map(places::recordingsOf)
        .findFirst()
        .orElse(null);
  }

  /** Imports of leads. */
  public ListRoom lists() {
    return lists;
  }

  /** Outbound work. */
  public CampaignBoard campaigns() {
    return engineRoom.campaigns();
  }

  /** Recorded files. */
  FileRoom files() {
    return files;
  }

  /** Where inputs enter. */
  public Inlet inlet() {
    return engineRoom.inlet();
  }

  /** What people look at. */
  public Boards boards() {
    return engineRoom.boards();
  }

  /** The journey store, once PostgreSQL is there. */
  public Optional<JourneyStore> store() {
    return storeRoom.store();
  }

  /** The last fact that is on disk. */
  public long syncedSequence() {
    return engineRoom.journal().synced().get();
  }

  /** Where pages and API are. */
  public URI address() {
    InetSocketAddress at = webRoom.address();
    return URI.create("http://" + at.getHostString() + ":" + at.getPort());
  }

  /** Completed with the reason when kernel or journal have stopped: the process must end. */
  public CompletableFuture<Throwable> failure() {
    return failure;
  }

  @Override
  public void close() {
    sweeper.close();
    webRoom.close();
    forecasts.close();
    lists.close();
    journeys.close();
    beat.close();
    nodes.values().forEach(AsteriskNode::close);
    witnesses.close();
    engineRoom.close();
    files.close();
    queueLog.close();
    storeRoom.close();
    loops.close();
  }
}

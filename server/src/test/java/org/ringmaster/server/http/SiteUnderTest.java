// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import io.prometheus.client.CollectorRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.core.board.Boards;
import org.ringmaster.core.board.ManualSite;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.Trunk;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.callback.CallbackInput;
import org.ringmaster.core.desk.Disposition;
import org.ringmaster.core.journal.Disk;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.talk.AllowedNumber;
import org.ringmaster.core.talk.TalkCodes;
import org.ringmaster.core.talk.TalkInput;
import org.ringmaster.core.talk.TalkRules;
import org.ringmaster.dialer.board.CampaignBoard;
import org.ringmaster.dialer.board.ListBoard;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.list.Lists;
import org.ringmaster.dialer.load.LeadFolder;
import org.ringmaster.server.config.DispositionSettings;
import org.ringmaster.server.config.PauseReasonSettings;
import org.ringmaster.server.config.Role;
import org.ringmaster.server.desk.DeskFeed;
import org.ringmaster.server.desk.DeskSocket;
import org.ringmaster.server.desk.PageWatch;
import org.ringmaster.server.file.FileRoom;
import org.ringmaster.server.forecast.ForecastRoom;
import org.ringmaster.server.list.JourneyRows;
import org.ringmaster.server.list.ListRoom;
import org.ringmaster.server.live.LiveFeed;
import org.ringmaster.server.live.LiveSocket;
import org.ringmaster.server.live.WallSocket;
import org.ringmaster.server.wall.AlarmWatch;
import org.ringmaster.server.wall.LinkSeal;
import org.ringmaster.server.wall.WallLinks;

/** A real web server on a free port over a {@link ManualSite}, and a client for it. */
public final class SiteUnderTest implements AutoCloseable {

  private static final long SILENCE_MILLIS = 5_000;

  /** 2026-03-02T09:00:00Z, a Monday. */
  private static final long FORECASTS_BEGIN_MICROS = 1_772_442_000_000_000L;

  private static final Map<String, User> USERS =
      Map.of(
          "sue", new User("sue", Role.SUPERVISOR, null),
          "anna", new User("anna", Role.AGENT, ManualSite.ANNA),
          "wall", new User("wall", Role.VIEWER, null));

  public final Boards boards = ManualSite.newBoards();
  public final ManualSite centre;
  public final CollectorRegistry metrics = new CollectorRegistry();
  public final Map<String, User> users = new ConcurrentHashMap<>(USERS);
  public final List<String> authors = new CopyOnWriteArrayList<>();
  public final Path tokenFile;
  public volatile Reloading reloading =
      () -> {
        throw new IllegalStateException("nothing to read again");
      };
  public volatile long usableBytes = Long.MAX_VALUE;
  public volatile Optional<Past.Readers> past = Optional.empty();
  public volatile List<Callers.Contact> contacts = List.of();
  public volatile boolean storeIsBehind;
  public volatile JourneyRows.UpToNow journeys =
      () -> {
        throw new IllegalStateException("The journey store is not there.");
      };
  private final DeskJson.Words words =
      new DeskJson.Words(
          List.of(new PauseReasonSettings(new PauseReason("lunch"), 1, "Lunch")),
          List.of(
              new DispositionSettings(new Disposition("sold"), 1, "Sold"),
              new DispositionSettings(new Disposition("later"), 2, null)));
  public final FileRoom files;
  public final ListRoom lists;
  private final ForecastRoom forecasts;
  public final CampaignBoard campaigns = new CampaignBoard();
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService readers =
      Executors.newFixedThreadPool(4, Thread.ofPlatform().daemon().factory());
  private final LiveFeed feed;
  private final DeskFeed desks;
  private final PageWatch watch;
  private final WallLinks links;
  private final WebSite site;
  private final WebServer server;

  /** A site with usual limits. */
  public static SiteUnderTest start() {
    return start(usual());
  }

  static WebSettings usual() {
    return WebSettings.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  static SiteUnderTest start(WebSettings settings) {
    try {
      return new SiteUnderTest(settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SiteUnderTest(WebSettings settings) throws IOException {
    tokenFile = Files.createTempDirectory("site").resolve("token");
    LeadFolder leads = new LeadFolder(tokenFile.resolveSibling("lists"), disk(), 0);
    ListBoard listBoard = new ListBoard(leads);
    centre = ManualSite.atWork(List.of(new Lists(leads)), boards, listBoard, campaigns);
    forecasts = new ForecastRoom(boards, listBoard, campaigns, () -> FORECASTS_BEGIN_MICROS);
    lists = new ListRoom(leads, listBoard, () -> "DE");
    configureCampaign("spring", "outbound");
    configureCampaign("autumn", "outbound");
    lists.meets(this::ask);
    lists.meetsJourneys(() -> journeys.reader());
    files = new FileRoom(tokenFile.resolveSibling("recordings"), node -> null);
    Users known = new KnownUsers();
    Sessions sessions = new Sessions(known, settings, System::currentTimeMillis);
    Health health = () -> List.of(new Health.Part("journal", true, "is written."));
    AlarmWatch alarms = new AlarmWatch(boards, this::today, () -> centre.nowMicros() / 1_000);
    links =
        new WallLinks(
            boards.walls(), LinkSeal.in(tokenFile.getParent()), () -> centre.nowMicros() / 1_000);
    watch = new PageWatch(boards.desks(), centre::tell, System::currentTimeMillis, SILENCE_MILLIS);
    desks =
        new DeskFeed(boards, campaigns, sessions, () -> words, System::currentTimeMillis, watch);
    feed =
        new LiveFeed(
            boards,
            alarms,
            sessions,
            new LiveFeed.Site(this::today, System::currentTimeMillis, health::well),
            metrics);
    metrics.register(new BoardCollector(boards, this::today, () -> centre.nowMicros() / 1_000));
    site =
        new WebSite(
            settings,
            new WebSite.Parts(
                boards,
                this::ask,
                known,
                sessions,
                health,
                TokenFile.draw(tokenFile),
                () -> reloading.reload(),
                metrics,
                List.of(new LiveSocket(feed), new WallSocket(feed, links), new DeskSocket(desks)),
                alarms,
                links,
                call -> contactsNow(),
                this::today,
                System::currentTimeMillis,
                () -> centre.nowMicros() / 1_000,
                new Past(() -> past, readers, ZoneOffset.UTC, centre::nowMicros),
                files,
                lists,
                campaigns,
                forecasts));
    server = WebServer.start(settings, site);
  }

  private Disk disk() {
    return new Disk() {
      @Override
      public FileChannel open(Path file, OpenOption... options) throws IOException {
        return FileChannel.open(file, options);
      }

      @Override
      public long usableBytes(Path folder) {
        return usableBytes;
      }
    };
  }

  /** A campaign whose answered calls join a queue. */
  void configureCampaign(String name, String queue) {
    CampaignPlan plan =
        CampaignPlan.of(
            new CampaignId(name),
            new QueueId(queue),
            new TrunkId("outside"),
            CampaignMode.values()[0],
            new Calendar(new CalendarId("calling"), "UTC", List.of(), List.of()));
    campaigns.apply(new CampaignFact.CampaignConfigured(plan), new Envelope(1, 1, 1, 1));
    campaigns.publish();
  }

  private CompletableFuture<Answer> ask(Input input, String author) {
    authors.add(author);
    return CompletableFuture.supplyAsync(() -> centre.tell(input));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(
        Instant.ofEpochSecond(centre.nowMicros() / 1_000_000), ZoneOffset.UTC);
  }

  /** A beat, as a running platform has them: boards publish even where nothing happens. */
  public void beats() {
    centre.tell(new CallInput.BeatDue());
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return server.address();
  }

  /** The address of a path. */
  public URI at(String path) {
    return URI.create("http://127.0.0.1:" + address().getPort() + path);
  }

  /** Nobody reads the past any more: whoever asks is refused. */
  void hasNoReaders() {
    readers.shutdown();
  }

  WebSite site() {
    return site;
  }

  /** The command line's token. */
  public String token() throws IOException {
    return TokenFile.read(tokenFile);
  }

  HttpResponse<String> get(String path, String... headers) throws Exception {
    return send(HttpRequest.newBuilder(at(path)), headers);
  }

  HttpResponse<String> post(String path, String body, String... headers) throws Exception {
    return send(HttpRequest.newBuilder(at(path)).POST(BodyPublishers.ofString(body)), headers);
  }

  HttpResponse<String> send(HttpRequest.Builder request, String... headers) throws Exception {
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /** The queue calls back, through a trunk named {@code out}. */
  public void callsBack() {
    Trunk out = new Trunk(new TrunkId("out"), ManualSite.EDGE, 0, 0);
    centre.tell(new CallInput.TrunksRead(List.of(out)));
    centre.tell(new CallbackInput.PlansRead(List.of(CallbackApiTest.plan())));
  }

  /** Agents may call these numbers, through the same trunk. */
  public void allows(String pattern) {
    AllowedNumber number = new AllowedNumber(pattern, new TrunkId("out"), null);
    centre.tell(
        new TalkInput.RulesRead(
            new TalkRules(List.of(number), 30_000, 45_000, 701, 720, TalkCodes.USUAL)));
  }

  /** Logs in; the cookie to send. */
  public String cookieOf(String name) throws Exception {
    HttpResponse<String> answer =
        post("/api/login", "{\"name\":\"" + name + "\",\"password\":\"" + name + "-secret\"}");
    String cookie = answer.headers().firstValue("set-cookie").orElseThrow();
    return cookie.substring(0, cookie.indexOf(';'));
  }

  @Override
  public void close() {
    server.close();
    feed.close();
    desks.close();
    watch.close();
    lists.close();
    forecasts.close();
    readers.shutdownNow();
  }

  /** Each user's password is their name and {@code -secret}. */
  private final class KnownUsers implements Users {
    @Override
    public @Nullable User check(String name, String password) {
      return password.equals(name + "-secret") ? users.get(name) : null;
    }

    @Override
    public @Nullable User named(String name) {
      return users.get(name);
    }
  }

  private CompletableFuture<List<Callers.Contact>> contactsNow() {
    return storeIsBehind
        ? CompletableFuture.failedFuture(StoreAway.because("it is behind", null))
        : CompletableFuture.completedFuture(contacts);
  }
}

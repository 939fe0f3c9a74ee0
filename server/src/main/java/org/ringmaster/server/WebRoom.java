// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.hotspot.DefaultExports;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ringmaster.core.board.Boards;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.dialer.board.CampaignBoard;
import org.ringmaster.server.cli.Whereabouts;
import org.ringmaster.server.config.HttpSettings;
import org.ringmaster.server.config.UserSettings;
import org.ringmaster.server.desk.DeskFeed;
import org.ringmaster.server.desk.DeskSocket;
import org.ringmaster.server.desk.PageWatch;
import org.ringmaster.server.file.FileRoom;
import org.ringmaster.server.forecast.ForecastRoom;
import org.ringmaster.server.http.BoardCollector;
import org.ringmaster.server.http.Callers;
import org.ringmaster.server.http.CampaignCollector;
import org.ringmaster.server.http.ConfiguredUsers;
import org.ringmaster.server.http.DeskJson;
import org.ringmaster.server.http.Health;
import org.ringmaster.server.http.Past;
import org.ringmaster.server.http.Reloading;
import org.ringmaster.server.http.Requests;
import org.ringmaster.server.http.Sessions;
import org.ringmaster.server.http.TokenFile;
import org.ringmaster.server.http.WebServer;
import org.ringmaster.server.http.WebSettings;
import org.ringmaster.server.http.WebSite;
import org.ringmaster.server.list.ListRoom;
import org.ringmaster.server.live.LiveFeed;
import org.ringmaster.server.live.LiveSocket;
import org.ringmaster.server.live.WallSocket;
import org.ringmaster.server.wall.AlarmWatch;
import org.ringmaster.server.wall.LinkSeal;
import org.ringmaster.server.wall.WallLinks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pages, API, live stream and metrics over the boards, listening. */
public final class WebRoom implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WebRoom.class);

  /** Two more than there are downloads at once, which may take long. */
  private static final int READERS = 4;

  private static final int MAX_WAITING = 32;

  private final CollectorRegistry metrics = new CollectorRegistry();
  private final ExecutorService readers = newReaders();
  private final LiveFeed feed;
  private final DeskFeed desks;
  private final PageWatch watch;
  private final WebServer server;

  /**
   * What others give: where requests and other inputs go, who may log in, how the other parts are,
   * what agents' pages offer and show of callers, the past, what was recorded, imports of leads,
   * the campaigns, and what may be expected of them.
   */
  public record Givers(
      Requests requests,
      Supplier<List<UserSettings>> users,
      Health health,
      Reloading reloading,
      ZoneId zone,
      Consumer<Input> kernel,
      Supplier<DeskJson.Words> words,
      Callers callers,
      Supplier<Optional<Past.Readers>> past,
      FileRoom files,
      ListRoom lists,
      CampaignBoard campaigns,
      ForecastRoom forecasts) {}

  /**
   * Begins to listen. Where any port will do it is the last run's, if that is free: bookmarks and
   * open pages find us again.
   *
   * @param folder where the command line's token and the port are kept
   * @throws BindException when the address is taken
   * @throws IOException when the token cannot be written
   */
  public WebRoom(HttpSettings http, Boards boards, Givers givers, Path folder) throws IOException {
    WebSettings settings = settings(http, http.port());
    Supplier<LocalDate> today = () -> LocalDate.now(givers.zone());
    ConfiguredUsers users = new ConfiguredUsers(givers.users());
    Sessions sessions = new Sessions(users, settings, WebRoom::ticks);
    DefaultExports.register(metrics);
    metrics.register(new BoardCollector(boards, today, System::currentTimeMillis));
    metrics.register(new CampaignCollector(givers.campaigns(), boards));
    AlarmWatch alarms = new AlarmWatch(boards, today, System::currentTimeMillis);
    WallLinks links = new WallLinks(boards.walls(), LinkSeal.in(folder), System::currentTimeMillis);
    watch =
        new PageWatch(boards.desks(), givers.kernel(), WebRoom::ticks, PageWatch.SILENCE_MILLIS);
    desks =
        new DeskFeed(
            boards, givers.campaigns(), sessions, givers.words(), System::currentTimeMillis, watch);
    feed =
        new LiveFeed(
            boards,
            alarms,
            sessions,
            new LiveFeed.Site(today, System::currentTimeMillis, givers.health()::well),
            metrics);
    WebSite site =
        new WebSite(
            settings,
            new WebSite.Parts(
                boards,
                givers.requests(),
                users,
                sessions,
                givers.health(),
                TokenFile.draw(Whereabouts.tokenFile(folder)),
                givers.reloading(),
                metrics,
                List.of(new LiveSocket(feed), new WallSocket(feed, links), new DeskSocket(desks)),
                alarms,
                links,
                givers.callers(),
                today,
                WebRoom::ticks,
                System::currentTimeMillis,
                new Past(givers.past(), readers, givers.zone(), WebRoom::nowMicros),
                givers.files(),
                givers.lists(),
                givers.campaigns(),
                givers.forecasts()));
    server = http.port() == 0 ? startAgain(http, folder, site) : WebServer.start(settings, site);
  }

  /** What has passed since some instant, milliseconds; nobody can set it back. */
  private static long ticks() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
  }

  private static long nowMicros() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
  }

  /** They wait for PostgreSQL; who asks when all are busy and enough wait is refused at once. */
  private static ExecutorService newReaders() {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            READERS,
            READERS,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(MAX_WAITING),
            Thread.ofPlatform().name("history-", 0).daemon().factory());
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  private static WebServer startAgain(HttpSettings http, Path folder, WebSite site)
      throws BindException {
    LastPort lastPort = new LastPort(folder);
    WebServer started;
    try {
      started = WebServer.start(settings(http, lastPort.read()), site);
    } catch (BindException taken) {
      LOG.info("another program has our last port: {}", taken.getMessage());
      started = WebServer.start(settings(http, 0), site);
    }
    lastPort.keep(started.address().getPort());
    return started;
  }

  private static WebSettings settings(HttpSettings http, int port) {
    return WebSettings.at(new InetSocketAddress(http.address(), port)).known(http.names());
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return server.address();
  }

  /** What is shown at {@code /metrics}; others add theirs. */
  public CollectorRegistry metrics() {
    return metrics;
  }

  @Override
  public void close() {
    server.close();
    feed.close();
    readers.shutdownNow();
    desks.close();
    watch.close();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import io.prometheus.client.CollectorRegistry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.board.Boards;
import org.ringmaster.dialer.board.CampaignBoard;
import org.ringmaster.server.file.FileRoom;
import org.ringmaster.server.forecast.ForecastRoom;
import org.ringmaster.server.list.ListRoom;
import org.ringmaster.server.wall.AlarmWatch;
import org.ringmaster.server.wall.WallLinks;

/** Everything that can be asked over HTTP, put together. */
public final class WebSite implements AutoCloseable {

  private final Access access;
  private final StaticPages pages = new StaticPages();
  private final LoginRoutes logins;
  private final Routes routes;
  private final WebMetrics metrics;
  private final HostNames hosts;
  private final Spools spools;

  /**
   * What a site is made of.
   *
   * @param today the calendar day of the site's zone now
   * @param clockMillis what has passed since some instant, milliseconds; never set back
   * @param epochMillis the site's clock, epoch milliseconds
   * @param token the command line's way in; null: none
   * @param reloading takes the configuration file over again
   * @param metrics shown at {@code /metrics}
   * @param live what is at {@code /live} and the other streams
   * @param links by which walls look
   * @param callers tells where callers have been before
   * @param past what the journey store can tell
   * @param files what was recorded
   * @param lists imports of leads
   * @param forecasts what may be expected of campaigns
   */
  public record Parts(
      Boards boards,
      Requests requests,
      Users users,
      Sessions sessions,
      Health health,
      @Nullable TokenFile token,
      Reloading reloading,
      CollectorRegistry metrics,
      List<Takeover> live,
      AlarmWatch alarms,
      WallLinks links,
      Callers callers,
      Supplier<LocalDate> today,
      LongSupplier clockMillis,
      LongSupplier epochMillis,
      Past past,
      FileRoom files,
      ListRoom lists,
      CampaignBoard campaigns,
      ForecastRoom forecasts) {}

  /** A site of these parts; what it counts is added to the metrics. */
  public WebSite(WebSettings settings, Parts parts) {
    access = new Access(parts.sessions(), parts.token());
    metrics = new WebMetrics(parts.metrics());
    hosts = new HostNames(settings.names());
    spools = new Spools(parts.lists());
    logins =
        new LoginRoutes(
            parts.users(), parts.sessions(), settings.maxSessionMillis(), parts.clockMillis());
    List<Route> all = new ArrayList<>(logins.routes());
    all.addAll(
        new BoardRoutes(parts.boards(), parts.alarms(), parts.today(), parts.past()).routes());
    all.addAll(new AgentRoutes(parts.boards().agents(), parts.requests()).routes());
    all.addAll(new CallbackRoutes(parts.boards(), parts.requests()).routes());
    all.addAll(
        new CampaignRoutes(parts.campaigns(), parts.boards(), parts.requests(), parts.epochMillis())
            .routes());
    all.addAll(new ForecastRoutes(parts.forecasts(), parts.campaigns()).routes());
    all.addAll(
        new ConsentRoutes(
                parts.boards(),
                parts.requests(),
                new ConsentCheck(parts.boards(), parts.lists(), parts.campaigns()))
            .routes());
    all.addAll(new TalkRoutes(parts.boards().agents(), parts.requests()).routes());
    all.addAll(new SupervisionRoutes(parts.requests()).routes());
    all.addAll(
        new SteeringRoutes(
                parts.boards(), parts.requests(), parts.epochMillis(), parts.past().zone())
            .routes());
    RecordingRoutes recordings = new RecordingRoutes(parts.requests(), parts.past(), parts.files());
    all.addAll(recordings.routes());
    all.addAll(
        new MessageRoutes(parts.boards(), parts.requests(), recordings::file, parts.files())
            .routes());
    all.addAll(new HistoryRoutes(parts.past(), parts.boards()).routes());
    all.addAll(new PastRoutes(parts.boards(), parts.past()).routes());
    all.addAll(new DeskRoutes(parts.boards(), parts.callers(), parts.requests()).routes());
    all.addAll(new LeadRoutes(parts.campaigns(), parts.lists().board(), parts.requests()).routes());
    all.addAll(new BookingRoutes(parts.boards(), parts.requests()).routes());
    all.addAll(
        new WallRoutes(
                parts.boards(),
                parts.alarms(),
                parts.links(),
                parts.requests(),
                parts.epochMillis())
            .routes());
    ListRoutes lists = new ListRoutes(parts.lists(), spools, parts.requests(), parts.campaigns());
    all.addAll(lists.routes());
    all.addAll(new AudienceRoutes(parts.lists(), lists, parts.past()).routes());
    all.addAll(new ConfigRoutes(parts.reloading()).routes());
    all.addAll(new SiteRoutes(parts.health(), parts.metrics()).routes());
    List<Takeover> takeovers = new ArrayList<>(parts.live());
    takeovers.add(new CallFollow(parts.boards(), parts.sessions()));
    takeovers.add(new ListDownload(parts.lists()));
    takeovers.addAll(CampaignDownload.all(parts.past(), spools));
    routes = new Routes(all, takeovers);
  }

  /** Method and path of all that can be asked, for whoever describes it. */
  public List<String> paths() {
    List<String> paths = new ArrayList<>();
    routes.all().forEach(route -> paths.add(route.method() + " " + route.path()));
    routes.takeovers().forEach(takeover -> paths.add("GET " + takeover.path()));
    return paths;
  }

  RequestHandler handler(RequestDeadline deadline) {
    return new RequestHandler(routes, pages, hosts, access, deadline, metrics);
  }

  UploadHandler uploads(RequestDeadline deadline) {
    return new UploadHandler(access, hosts, spools, deadline);
  }

  BodyLimit bodyLimit(int maxBytes) {
    return new BodyLimit(maxBytes, metrics);
  }

  @Override
  public void close() {
    logins.close();
  }
}

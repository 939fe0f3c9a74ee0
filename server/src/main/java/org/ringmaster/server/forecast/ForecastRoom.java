// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.forecast;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.board.Boards;
import org.ringmaster.dialer.board.CampaignBoard;
import org.ringmaster.dialer.board.ListBoard;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.campaign.CampaignStanding;
import org.ringmaster.simulation.forecast.Forecast;
import org.ringmaster.simulation.forecast.ForecastPlan;
import org.ringmaster.simulation.forecast.Staffing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes forecasts of campaigns, one at a time, on one thread that comes after all others. The last
 * one of each campaign is kept until the platform stops. Used by any thread.
 */
public final class ForecastRoom implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ForecastRoom.class);
  private static final long PATIENCE_SECONDS = 10;

  private final Boards boards;
  private final ListBoard lists;
  private final CampaignBoard campaigns;
  private final LongSupplier nowMicros;
  private final Map<CampaignId, ForecastJob> jobs = new LinkedHashMap<>();
  private final ExecutorService maker =
      Executors.newSingleThreadExecutor(
          makes ->
              Thread.ofPlatform()
                  .name("forecast")
                  .daemon()
                  .uncaughtExceptionHandler((thread, e) -> LOG.error("a forecast failed", e))
                  .unstarted(() -> low(makes)));

  /**
   * A room over these boards.
   *
   * @param nowMicros the clock, epoch microseconds
   */
  public ForecastRoom(
      Boards boards, ListBoard lists, CampaignBoard campaigns, LongSupplier nowMicros) {
    this.boards = boards;
    this.lists = lists;
    this.campaigns = campaigns;
    this.nowMicros = nowMicros;
  }

  private static void low(Runnable makes) {
    LowPriority.here();
    makes.run();
  }

  /**
   * Begins to make one.
   *
   * @param staffing with how many agents; null for those who are signed in now
   * @param runs how often the campaign is lived through
   * @param seed the same for the same forecast
   * @throws IllegalStateException with a sentence where another one is being made
   */
  public ForecastJob begin(CampaignId campaign, @Nullable Staffing staffing, int runs, long seed) {
    ForecastJob job = new ForecastJob(campaign, runs);
    synchronized (jobs) {
      for (ForecastJob other : jobs.values()) {
        if (other.seen().state() == ForecastState.RUNNING) {
          throw new IllegalStateException(
              "A forecast of "
                  + other.campaign()
                  + " is being made, "
                  + other.done()
                  + " of "
                  + other.runs()
                  + " runs are done: wait for it, or cancel it.");
        }
      }
      jobs.put(campaign, job);
    }
    boolean isBegun = false;
    try {
      CompletableFuture<Optional<CampaignStanding>> standing = campaigns.standing(campaign);
      maker.execute(() -> make(job, standing, staffing, seed));
      isBegun = true;
    } finally {
      if (!isBegun) { // Otherwise it would keep all others out.
        job.ends(ForecastState.REFUSED, "It could not be begun: the platform stops.");
      }
    }
    return job;
  }

  /** The leads of a campaign in numbers; empty where none of that name is known. */
  public CompletableFuture<Optional<LeadCounts>> leads(CampaignId campaign) {
    return campaigns
        .standing(campaign)
        .thenApply(
            found -> found.map(standing -> LeadCounts.of(standing, lists, nowMicros.getAsLong())));
  }

  /** The last forecast of a campaign since the platform was started, or null. */
  public @Nullable ForecastJob job(CampaignId campaign) {
    synchronized (jobs) {
      return jobs.get(campaign);
    }
  }

  private void make(
      ForecastJob job,
      CompletableFuture<Optional<CampaignStanding>> asked,
      @Nullable Staffing staffing,
      long seed) {
    long begun = System.nanoTime();
    try {
      CampaignStanding standing = known(asked.get(PATIENCE_SECONDS, TimeUnit.SECONDS), job);
      ForecastInputs inputs = new ForecastInputs(boards, lists, standing);
      ForecastPlan plan = inputs.plan(staffing, nowMicros.getAsLong());
      job.begins(plan.staffing(), ZoneId.of(plan.campaign().hours().zone()), inputs.notes());
      Forecast forecast = new Forecast(plan, standing.experience(), seed);
      job.ends(forecast.make(job.runs(), job::isCancelled, job::did));
      LOG.info(
          "foresaw campaign {} in {} ms",
          job.campaign(),
          TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
    } catch (CancellationException e) {
      job.ends(ForecastState.CANCELLED, "It was cancelled.");
    } catch (IllegalArgumentException e) {
      job.ends(ForecastState.REFUSED, String.valueOf(e.getMessage()));
    } catch (TimeoutException e) {
      job.ends(ForecastState.REFUSED, "The campaign's leads could not be read in time.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      job.ends(ForecastState.CANCELLED, "The platform stops.");
    } catch (OutOfMemoryError e) {
      LOG.error("a forecast needs more memory than there is", e);
      job.ends(ForecastState.REFUSED, "There is not enough memory for so many leads.");
    } catch (ExecutionException | RuntimeException e) {
      LOG.error("a forecast failed", e);
      job.ends(ForecastState.REFUSED, "It failed: " + e.getMessage());
    } finally {
      if (job.seen().state() == ForecastState.RUNNING) { // It would keep all others out for ever.
        job.ends(ForecastState.REFUSED, "It failed; the log says why.");
      }
    }
  }

  private static CampaignStanding known(Optional<CampaignStanding> standing, ForecastJob job) {
    return standing.orElseThrow(
        () -> new IllegalArgumentException("No campaign " + job.campaign() + "."));
  }

  @Override
  public void close() {
    synchronized (jobs) {
      jobs.values().forEach(ForecastJob::cancel);
    }
    maker.shutdownNow();
  }
}

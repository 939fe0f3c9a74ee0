// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.forecast;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.simulation.forecast.ForecastResult;
import org.ringmaster.simulation.forecast.Staffing;

/** One forecast. Written by the thread that makes it, looked at and cancelled by any. */
public final class ForecastJob {

  private final CampaignId campaign;
  private final int runs;
  private volatile Seen seen =
      new Seen(ForecastState.RUNNING, null, ZoneId.of("UTC"), List.of(), null, "");
  private volatile int done;
  private volatile boolean cancelled;

  /**
   * How it stands.
   *
   * @param staffing with how many agents; null until that is known
   * @param zone by whose clocks the campaign's days run
   * @param notes what was left out or taken for granted, each as a sentence
   * @param result what is foreseen; null until it is
   * @param why it could not be made; empty where it could
   */
  public record Seen(
      ForecastState state,
      @Nullable Staffing staffing,
      ZoneId zone,
      List<String> notes,
      @Nullable ForecastResult result,
      String why) {}

  ForecastJob(CampaignId campaign, int runs) {
    this.campaign = campaign;
    this.runs = runs;
  }

  /** Of which campaign. */
  public CampaignId campaign() {
    return campaign;
  }

  /** How often it is to be lived through. */
  public int runs() {
    return runs;
  }

  /** How often it was. */
  public int done() {
    return done;
  }

  /** How it stands. */
  public Seen seen() {
    return seen;
  }

  /** Nobody wants it any more; it ends soon. */
  public void cancel() {
    cancelled = true;
  }

  boolean isCancelled() {
    return cancelled;
  }

  void begins(Staffing staffing, ZoneId zone, List<String> notes) {
    seen = new Seen(ForecastState.RUNNING, staffing, zone, List.copyOf(notes), null, "");
  }

  void did(int ofRuns) {
    done = ofRuns;
  }

  void ends(ForecastResult result) {
    Seen now = seen;
    seen = new Seen(ForecastState.DONE, now.staffing(), now.zone(), now.notes(), result, "");
  }

  void ends(ForecastState state, String why) {
    Seen now = seen;
    seen = new Seen(state, now.staffing(), now.zone(), now.notes(), null, why);
  }
}

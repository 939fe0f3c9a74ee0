// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.board;

import java.util.Map;
import java.util.function.Consumer;
import org.ringmaster.core.board.Board;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.dialer.campaign.CampaignHistory;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.campaign.Experience;

/**
 * What no decider remembers of campaigns: what their calls have come to, what their last minutes
 * brought and how their pacing changed. Kept in snapshots. Board thread.
 */
public final class CampaignMemory implements Board {

  private final CampaignHistory history = new CampaignHistory();
  private final CampaignTrail trail = new CampaignTrail();

  /** What the calls of a campaign have come to; a copy. */
  Experience of(CampaignId campaign) {
    return history.of(campaign);
  }

  /** What is known of each campaign's last minutes; those that have not changed are the same. */
  Map<CampaignId, CampaignLive> live() {
    return trail.show();
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    trail.apply(fact, envelope);
    history.apply(fact, envelope);
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    history.snapshot(out);
    trail.snapshot(out);
  }

  @Override
  public void restore(Record entity) {
    history.restore(entity);
    trail.restore(entity);
  }
}

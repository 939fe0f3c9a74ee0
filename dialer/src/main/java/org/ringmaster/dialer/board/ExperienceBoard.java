// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.board;

import java.util.function.Consumer;
import org.ringmaster.core.board.Board;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.dialer.campaign.CampaignHistory;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.campaign.Experience;

/**
 * What the calls of each campaign have come to: kept in snapshots, for no decider remembers it.
 * Board thread.
 */
public final class ExperienceBoard implements Board {

  private final CampaignHistory history = new CampaignHistory();

  /** What the calls of a campaign have come to; a copy. */
  Experience of(CampaignId campaign) {
    return history.of(campaign);
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    history.apply(fact, envelope);
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    history.snapshot(out);
  }

  @Override
  public void restore(Record entity) {
    history.restore(entity);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.board;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.board.Board;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.campaign.CampaignRow;
import org.ringmaster.dialer.campaign.CampaignRows;

/** The campaigns now, a row each, and what their last minutes brought. */
public final class CampaignBoard implements Board {

  private final CampaignRows campaigns = new CampaignRows();
  private final CampaignTrail trail = new CampaignTrail();
  private volatile Map<CampaignId, CampaignLive> live = Map.of();
  private boolean isRestored;

  /** All campaigns, in the order of the configuration. Any thread. */
  public List<CampaignRow> rows() {
    return campaigns.rows();
  }

  /** One campaign, or null where none of that name is known. Any thread. */
  public @Nullable CampaignRow row(CampaignId id) {
    return campaigns.row(id);
  }

  /** A campaign's last minutes, as far as this board has seen them. Any thread. */
  public CampaignLive live(CampaignId id) {
    return live.getOrDefault(id, CampaignLive.NONE);
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    campaigns.apply(fact, envelope);
    trail.apply(fact, envelope);
  }

  @Override
  public void publish() {
    campaigns.publish();
    if (isRestored) {
      isRestored = false;
      campaigns.rows().forEach(row -> trail.knows(row.plan()));
    }
    live = trail.show();
  }

  @Override
  public void snapshot(Consumer<Record> out) {}

  @Override
  public void restore(Record entity) {
    campaigns.restore(entity);
    isRestored = true;
  }
}

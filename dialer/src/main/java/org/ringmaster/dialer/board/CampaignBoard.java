// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.board;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.board.Board;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.campaign.CampaignRow;
import org.ringmaster.dialer.campaign.CampaignRows;

/** The campaigns now, a row each. */
public final class CampaignBoard implements Board {

  private final CampaignRows campaigns = new CampaignRows();

  /** All campaigns, in the order of the configuration. Any thread. */
  public List<CampaignRow> rows() {
    return campaigns.rows();
  }

  /** One campaign, or null where none of that name is known. Any thread. */
  public @Nullable CampaignRow row(CampaignId id) {
    return campaigns.row(id);
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    campaigns.apply(fact, envelope);
  }

  @Override
  public void publish() {
    campaigns.publish();
  }

  @Override
  public void snapshot(Consumer<Record> out) {}

  @Override
  public void restore(Record entity) {
    campaigns.restore(entity);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.ringmaster.dialer.compliance.AbandonLedger;
import org.ringmaster.dialer.pacing.Pacer;

/**
 * Which campaigns share one budget of abandoned calls. What one of them abandons counts against all
 * of them, also when it is closed or gone since: the calls were made. Owned by the thread that
 * folds.
 */
final class DropGroups {
  private static final long PRIME = 1_000_003;

  private final Collection<Campaign> campaigns;

  /**
   * The groups that campaigns name.
   *
   * @param campaigns all, always as they are now
   */
  DropGroups(Collection<Campaign> campaigns) {
    this.campaigns = campaigns;
  }

  /** Whether one more abandoned call of a campaign would be too many. */
  boolean isSpent(Campaign campaign, int spare, long nowMicros) {
    double percent = campaign.plan().abandonPercent();
    return AbandonLedger.isSpent(ledgers(campaign), percent, spare, nowMicros);
  }

  /** How many calls more a campaign may abandon by its own percentage; not whole. */
  double left(Campaign campaign, long nowMicros) {
    return AbandonLedger.left(ledgers(campaign), campaign.plan().abandonPercent(), nowMicros);
  }

  /** Tells the pacers of all that share a campaign's budget, its own among them. */
  void tell(Campaign campaign, Consumer<Pacer> what) {
    members(campaign).forEach(member -> what.accept(member.pacer()));
  }

  /** Another number whenever a member has counted something: what was worked out is old then. */
  long mark(Campaign campaign) {
    long mark = 0;
    for (Campaign member : members(campaign)) {
      mark = PRIME * mark + PRIME * member.answered() + member.abandoned();
    }
    return mark;
  }

  private List<AbandonLedger> ledgers(Campaign campaign) {
    return members(campaign).stream().map(Campaign::ledger).toList();
  }

  private List<Campaign> members(Campaign campaign) {
    String group = campaign.plan().dropGroup();
    return group == null
        ? List.of(campaign)
        : campaigns.stream()
            .filter(other -> Objects.equals(other.plan().dropGroup(), group))
            .toList();
  }
}

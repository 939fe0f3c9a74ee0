// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.ringmaster.dialer.compliance.AbandonLedger;

/**
 * Which campaigns are held to the law's share together, and each of them by itself as well: a group
 * never allows one what it may not abandon alone. What one of them abandons counts against all of
 * them, also when it is closed since: the calls were made. Its pacer follows its own budget, which
 * is enough for the group where all have one share, and takes less risk with the group's last
 * calls. Owned by the thread that folds.
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

  /** How many calls more a campaign may abandon, alone and with its group; not whole. */
  double left(Campaign campaign, long nowMicros) {
    double percent = campaign.plan().abandonPercent();
    double alone = campaign.ledger().left(percent, nowMicros);
    return campaign.plan().dropGroup() == null
        ? alone
        : StrictMath.min(alone, AbandonLedger.left(ledgers(campaign), percent, nowMicros));
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

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.util.List;
import org.ringmaster.dialer.campaign.Tariff;

/** What a campaign may spend must agree with what its trunk says that calls cost. */
final class SpendAgreement {

  private final Branch root;
  private final List<Finding> findings;

  SpendAgreement(Branch root, List<Finding> findings) {
    this.root = root;
    this.findings = findings;
  }

  /** Rates are of some money. */
  void trunk(Branch trunk) {
    if (trunk.given("rates").isPresent() && root.given("currency").isEmpty()) {
      find(
          trunk.placeOf("rates"),
          trunk.path() + ".rates says no currency: add one at the top, such as currency: EUR");
    }
  }

  /** What bounds a campaign can be counted, and lets at least one line be dialled. */
  void campaign(Branch campaign) {
    String name = campaign.textOrNull("trunk");
    Branch trunk = name == null ? null : root.branch("trunks").entries().get(name);
    if (campaign.given("spend").isEmpty() || trunk == null) {
      return;
    }
    Branch spend = campaign.branch("spend");
    if (trunk.map("rates", String.class).isEmpty()) {
      find(
          campaign.placeOf("spend"),
          "%s.spend cannot be counted, because trunk \"%s\" (line %d) does not say what calls cost: add rates: to it"
              .formatted(campaign.path(), name, trunk.place().line()));
      return;
    }
    if (spend.given("day").isEmpty() && spend.given("campaign").isEmpty()) {
      find(
          campaign.placeOf("spend"),
          campaign.path() + ".spend bounds nothing: add day:, campaign: or both");
    }
    Tariff tariff = SpendReader.tariff(trunk, "");
    for (Tariff.Rate rate : tariff.rates()) {
      for (String key : List.of("day", "campaign")) {
        tooLittle(campaign, spend, key, tariff, rate);
      }
    }
  }

  /** A line that never fits would keep all that wait behind it. */
  private void tooLittle(
      Branch campaign, Branch spend, String key, Tariff tariff, Tariff.Rate rate) {
    String amount = spend.textOrNull(key);
    if (amount != null && tariff.reserve(rate.millionths()) > SpendReader.millionths(amount)) {
      find(
          spend.placeOf(key),
          "%s.spend.%s is %s, less than what is kept for one line to +%s (a minute costs %s): nobody would be dialled there, and nobody behind them; write more, or take the rate away"
              .formatted(
                  campaign.path(), key, amount, rate.prefix(), Tariff.plain(rate.millionths())));
    }
  }

  private void find(Place place, String text) {
    findings.add(new Finding(place, text));
  }
}

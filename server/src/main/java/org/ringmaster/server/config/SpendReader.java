// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.dialer.campaign.SpendLimit;
import org.ringmaster.dialer.campaign.Tariff;

/** What the calls of a campaign cost through its trunk, and how much of that it may spend. */
final class SpendReader {
  private static final int MILLIONTHS = 6;

  private SpendReader() {}

  /** Null where the trunk's costs are not said. */
  static @Nullable SpendLimit limit(Branch root, Branch campaign) {
    String name = campaign.textOrNull("trunk");
    Branch trunk = name == null ? null : root.branch("trunks").entries().get(name);
    String currency = root.textOrNull("currency");
    if (trunk == null || currency == null || trunk.given("rates").isEmpty()) {
      return null;
    }
    Branch spend = campaign.branch("spend");
    return new SpendLimit(tariff(trunk, currency), amount(spend, "day"), amount(spend, "campaign"));
  }

  static Tariff tariff(Branch trunk, String currency) {
    List<Tariff.Rate> rates = new ArrayList<>();
    trunk
        .map("rates", String.class)
        .forEach((begin, cost) -> rates.add(new Tariff.Rate(begin.substring(1), millionths(cost))));
    String[] billing = trunk.text("billing").split("/", 2);
    return new Tariff(
        currency, List.copyOf(rates), Integer.parseInt(billing[0]), Integer.parseInt(billing[1]));
  }

  private static long amount(Branch spend, String key) {
    String text = spend.textOrNull(key);
    return text == null ? 0 : millionths(text);
  }

  static long millionths(String amount) {
    return new BigDecimal(amount).movePointRight(MILLIONTHS).longValueExact();
  }
}

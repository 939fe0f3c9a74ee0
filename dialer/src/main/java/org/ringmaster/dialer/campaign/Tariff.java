// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What calls through a trunk cost, as its configuration says. Amounts are whole millionths of the
 * currency, never fractions. Immutable, for any thread.
 *
 * @param currency in whose units amounts are told: {@code EUR}
 * @param rates by the beginnings of numbers; of those that fit the longest holds
 * @param firstSeconds so much is billed at least of a call that was answered
 * @param nextSeconds in steps of so much what comes after it is billed, each begun step whole
 */
public record Tariff(String currency, List<Rate> rates, int firstSeconds, int nextSeconds) {

  /**
   * What calls to some numbers cost.
   *
   * @param prefix with what they begin, digits with the country's first; empty for all
   * @param millionths of the currency, a minute
   */
  public record Rate(String prefix, long millionths) {}

  private static final long SECOND_MICROS = 1_000_000;
  private static final int MINUTE_SECONDS = 60;
  private static final int DIGITS = 6;

  /** Puts the rates in the order of their prefixes, so that one is found soon among thousands. */
  public Tariff {
    rates = rates.stream().sorted(Comparator.comparing(Rate::prefix)).toList();
  }

  /** What a minute to a number costs, millionths; null where no rate is for it. */
  public @Nullable Long rate(long number) {
    String digits = Long.toString(number);
    for (int length = digits.length(); length >= 0; length--) {
      Rate wanted = new Rate(digits.substring(0, length), 0);
      int at = Collections.binarySearch(rates, wanted, Comparator.comparing(Rate::prefix));
      if (at >= 0) {
        return rates.get(at).millionths();
      }
    }
    return null;
  }

  /** With what numbers begin that a rate is for, sorted. */
  List<String> prefixes() {
    return rates.stream().map(Rate::prefix).toList();
  }

  /** The least that any minute costs, millionths; 0 where there are no rates. */
  public long cheapest() {
    return rates.stream().mapToLong(Rate::millionths).min().orElse(0);
  }

  /** How many seconds are billed of a call that was up for so long, microseconds. */
  static long billedSeconds(long upMicros, int firstSeconds, int nextSeconds) {
    long seconds = StrictMath.ceilDiv(StrictMath.max(0, upMicros), SECOND_MICROS);
    long more = StrictMath.max(0, seconds - firstSeconds);
    return firstSeconds + StrictMath.ceilDiv(more, (long) nextSeconds) * nextSeconds;
  }

  /** What so many seconds cost at so much a minute, millionths; a begun millionth counts. */
  static long cost(long millionths, long billedSeconds) {
    return StrictMath.ceilDiv(millionths * billedSeconds, MINUTE_SECONDS);
  }

  /** What is kept for a line that may still be answered, or has talked less: a minute. */
  public long reserve(long millionths) {
    return callCost(millionths, MINUTE_SECONDS * SECOND_MICROS);
  }

  /** What a call costs that was up for so long, microseconds, at so much a minute, millionths. */
  public long callCost(long millionths, long upMicros) {
    return cost(millionths, billedSeconds(upMicros, firstSeconds, nextSeconds));
  }

  /** An amount for people, without zeros that say nothing: {@code 12.5 EUR}. */
  public String words(long millionths) {
    return plain(millionths) + " " + currency;
  }

  /** The digits of an amount alone: {@code 12.5}. */
  public static String plain(long millionths) {
    BigDecimal amount = BigDecimal.valueOf(millionths, DIGITS).stripTrailingZeros();
    return (amount.scale() < 0 ? amount.setScale(0) : amount).toPlainString();
  }
}

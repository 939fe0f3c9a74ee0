// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign's calls cost, and how much of that it may spend. Immutable, for any thread.
 *
 * @param tariff of its trunk; without rates where it has none
 * @param day how much it may spend on a calendar day in its own zone, millionths; 0 for any
 * @param campaign how much it may spend in all, millionths; 0 for any
 */
public record SpendLimit(Tariff tariff, long day, long campaign) {

  /** Whether anything is bounded, and not only counted. */
  public boolean isBound() {
    return day > 0 || campaign > 0;
  }

  /** Whether it may be dialled as far as a rate is known, digits without a plus. */
  boolean knows(long number) {
    return !isBound() || tariff.rate(number) != null;
  }

  /** Whether one more line fits that costs so much at least, millionths. */
  public boolean fits(SpendFigures now, long more) {
    return (day == 0 || now.today() + now.reserved() + more <= day)
        && (campaign == 0 || now.total() + now.reserved() + more <= campaign);
  }

  /** What is left to spend, millionths: the less of day and campaign; null where it is any. */
  public @Nullable Long left(SpendFigures now) {
    Long left = day == 0 ? null : (Long) (day - now.today() - now.reserved());
    if (campaign > 0) {
      long inAll = campaign - now.total() - now.reserved();
      left = left == null ? inAll : StrictMath.min(left, inAll);
    }
    return left == null ? null : StrictMath.max(0, left);
  }

  /** What was spent, of what, and what is kept for lines; a sentence's end for people. */
  public String words(SpendFigures now) {
    String today =
        tariff.words(now.today()) + (day == 0 ? "" : " of " + tariff.words(day)) + " today";
    String total =
        tariff.words(now.total()) + (campaign == 0 ? "" : " of " + tariff.words(campaign));
    return "%s, %s in all, %s kept for its lines"
        .formatted(today, total, tariff.words(now.reserved()));
  }

  /** What is bounded, as sentences; nothing where nothing is. */
  List<String> sentences() {
    List<String> all = new ArrayList<>();
    if (day > 0) {
      all.add(
          "It dials nobody once "
              + tariff.words(day)
              + " of a calendar day are spent, or kept for its lines.");
    }
    if (campaign > 0) {
      all.add(
          "It dials nobody once "
              + tariff.words(campaign)
              + " in all are spent, or kept for its lines.");
    }
    return all;
  }
}

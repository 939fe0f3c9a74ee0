// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.talk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What agents may do with conversations, as configured.
 *
 * @param numbers the outside numbers that are allowed; the first that fits counts
 * @param ringMillis how long somebody is rung whom a customer is handed to or who is asked
 * @param parkMillis how long a customer stays parked before they come back
 * @param firstSlot the first place for a parked customer, as dialled
 * @param lastSlot the last one
 * @param codes what is pressed during a call
 */
public record TalkRules(
    List<AllowedNumber> numbers,
    long ringMillis,
    long parkMillis,
    int firstSlot,
    int lastSlot,
    TalkCodes codes) {

  /** Nothing is configured: no outside numbers; Asterisk's own places and times. */
  public static final TalkRules USUAL =
      new TalkRules(List.of(), 30_000, 45_000, 701, 720, TalkCodes.USUAL);

  /** Takes a copy of the list. */
  public TalkRules {
    numbers = List.copyOf(numbers);
    codes = codes == null ? TalkCodes.USUAL : codes; // As an earlier version wrote it.
  }

  /** By which of the rules agents may call a number; null: by none. */
  public @Nullable AllowedNumber allowing(String number) {
    for (AllowedNumber rule : numbers) {
      if (rule.matches(number)) {
        return rule;
      }
    }
    return null;
  }
}

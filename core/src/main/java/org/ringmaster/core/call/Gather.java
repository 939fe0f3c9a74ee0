// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import org.jspecify.annotations.Nullable;

/**
 * How digits are gathered from a leg.
 *
 * @param purpose tells whoever asked that the answer is theirs, such as {@code agent.sign-in}
 * @param maxDigits stop after so many
 * @param terminator the digit that ends the input, such as {@code #}; empty for none
 * @param firstDigitMillis how long to wait for the first digit
 * @param nextDigitMillis how long to wait for each further one
 * @param secret whether they are nobody's business, as those of a card are: nothing is recorded of
 *     the call meanwhile
 * @param only the digits that mean something, one after another: others are not heard, and what is
 *     said goes on; null where all do
 */
public record Gather(
    String purpose,
    int maxDigits,
    String terminator,
    long firstDigitMillis,
    long nextDigitMillis,
    boolean secret,
    @Nullable String only) {

  /** Digits that anybody may know. */
  public Gather(
      String purpose,
      int maxDigits,
      String terminator,
      long firstDigitMillis,
      long nextDigitMillis) {
    this(purpose, maxDigits, terminator, firstDigitMillis, nextDigitMillis, false, null);
  }

  /** The same, in which no other digits are heard than these. */
  public Gather only(String digits) {
    return new Gather(
        purpose, maxDigits, terminator, firstDigitMillis, nextDigitMillis, secret, digits);
  }

  /** Whether a digit means something. */
  boolean hears(String digit) {
    return only == null || only.contains(digit) || digit.equals(terminator);
  }
}

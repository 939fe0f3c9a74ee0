// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.agent;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why agents may pause, as configured. Where nothing is configured every reason will do.
 *
 * @param codes in the configuration's order
 * @param takesBack whether a pause takes back the call for which the telephone rings; else it rings
 *     on, and the pause begins when it is not answered, or after the talk
 * @param zone the time zone whose days limits go by
 */
public record PauseReasons(List<Code> codes, boolean takesBack, String zone) {

  /** Nothing is configured. */
  public static final PauseReasons ANY = new PauseReasons(List.of());

  /** Takes a copy of the list. */
  public PauseReasons {
    codes = List.copyOf(codes);
    zone = zone == null ? "UTC" : zone; // As an earlier version wrote it.
  }

  /** Reasons for pauses that let the telephone ring on, as app_queue does. */
  public PauseReasons(List<Code> codes) {
    this(codes, false, "UTC");
  }

  /**
   * A reason and how it is dialled.
   *
   * @param digit what follows {@code *12} on the telephone
   * @param limit how much of it is allowed
   */
  public record Code(PauseReason reason, int digit, PauseLimit limit) {

    /** As an earlier version wrote it. */
    public Code {
      limit = limit == null ? PauseLimit.NONE : limit;
    }

    /** A reason without limits. */
    public Code(PauseReason reason, int digit) {
      this(reason, digit, PauseLimit.NONE);
    }
  }

  /** How much of a pause is allowed. */
  public PauseLimit limit(PauseReason reason) {
    for (Code code : codes) {
      if (code.reason().equals(reason)) {
        return code.limit();
      }
    }
    return PauseLimit.NONE;
  }

  /** What was dialled behind {@code *12}; null where no reason has this digit. */
  @Nullable PauseReason dialled(String digits) {
    if (digits.isEmpty()) {
      return PauseReason.NONE;
    }
    if (codes.isEmpty()) {
      return new PauseReason(digits);
    }
    for (Code code : codes) {
      if (Integer.toString(code.digit()).equals(digits)) {
        return code.reason();
      }
    }
    return null;
  }

  /** Why an agent may not pause for a reason; null where they may. */
  @Nullable String refusal(PauseReason reason) {
    boolean known =
        codes.isEmpty()
            || reason.equals(PauseReason.NONE)
            || codes.stream().anyMatch(code -> code.reason().equals(reason));
    return known
        ? null
        : "No pause reason is called "
            + reason
            + "; there are "
            + codes.stream().map(code -> code.reason().value()).collect(Collectors.joining(", "))
            + ".";
  }
}

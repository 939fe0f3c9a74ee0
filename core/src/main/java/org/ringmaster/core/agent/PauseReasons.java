// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.agent;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why agents may pause, as configured. Where nothing is configured every reason will do.
 *
 * @param codes in the configuration's order
 */
public record PauseReasons(List<Code> codes) {

  /** Nothing is configured. */
  public static final PauseReasons ANY = new PauseReasons(List.of());

  /**
   * A reason and how it is dialled.
   *
   * @param digit what follows {@code *12} on the telephone
   */
  public record Code(PauseReason reason, int digit) {}

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

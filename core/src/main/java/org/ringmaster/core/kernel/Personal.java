// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Text about a person: a name, a telephone number, an address. Marked by its type so that the codec
 * can seal it, hashes leave it out and logs show it masked. Decisions never look at it.
 */
public record Personal(String text) {

  private static final int MAX_SHOWN = 2;
  private static final int SHOWN_OF = 3;

  /** The text as a Personal, or null where there is none. */
  public static @Nullable Personal ofNullable(@Nullable String text) {
    return text == null || text.isBlank() ? null : new Personal(text);
  }

  /** What is there now or, in what was recorded before it was, the former text; else null. */
  public static @Nullable Personal orFormer(@Nullable Personal now, @Nullable String former) {
    return now == null ? ofNullable(former) : now;
  }

  /**
   * Masked: all but the last two characters, so that a log line never tells a number; of a short
   * text no more than a third, and of a single key nothing.
   */
  @Override
  public String toString() {
    int hidden = text.length() - Math.min(MAX_SHOWN, text.length() / SHOWN_OF);
    return "*".repeat(Math.min(hidden, 8)) + text.substring(hidden);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.calendar.OpenHours;

/**
 * One value of a preset of law.
 *
 * @param field what it is about
 * @param amount percent, milliseconds or how often; 0 where the field is no amount
 * @param hours when people may be called; none where the field is not about hours
 * @param words the value as the preset has it
 * @param isVerified whether the rule's own text, a copy of it or the guidance of who made it was
 *     read for it
 * @param source which rule, and where it was read
 * @param text more for people; null for nothing
 */
public record LawRule(
    LawField field,
    double amount,
    List<OpenHours> hours,
    String words,
    boolean isVerified,
    String source,
    @Nullable String text) {

  /** The value with what it bounds: {@code at most 3}, {@code within mon-sun 08:00-21:00}. */
  public String bound() {
    return switch (field.kind()) {
      case AT_MOST -> "at most " + words;
      case AT_LEAST -> "at least " + words;
      case WITHIN -> "within " + words;
      case ONLY, NEEDED -> words;
    };
  }

  /** {@code verified} or {@code not verified}. */
  public String status() {
    return Law.status(isVerified);
  }
}

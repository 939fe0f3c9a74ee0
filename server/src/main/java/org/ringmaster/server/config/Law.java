// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.util.List;
import java.util.Optional;

/**
 * A preset of law: what the rules of a place ask of campaigns, as of a date. Engineering values, no
 * legal advice.
 *
 * @param name as campaigns call it
 * @param title for whom it is
 * @param date when it was written down, such as {@code 2026-01-31}
 * @param rules its values, at most one for each field
 * @param notes what no value says
 */
public record Law(
    String name, String title, String date, List<LawRule> rules, List<LawNote> notes) {

  /** What it says of a field, if anything. */
  public Optional<LawRule> rule(LawField field) {
    return rules.stream().filter(rule -> rule.field() == field).findFirst();
  }

  static String status(boolean isVerified) {
    return isVerified ? "verified" : "not verified";
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import static org.ringmaster.server.config.Key.may;
import static org.ringmaster.server.config.Key.must;

import java.util.Arrays;
import org.ringmaster.server.config.ValueType.Named;
import org.ringmaster.server.config.ValueType.Scalar;
import org.ringmaster.server.config.ValueType.Section;

/** The keys of the file of presets of law. */
final class LawKeys {

  private static final Scalar STATUS = Scalars.choice("verified", "not-verified");

  static final Section LAW =
      Section.of(
          must("title", Scalars.text(), "For whom it is."),
          must("date", Scalars.date(), "When it was written down."),
          must(
              "rules",
              new Section(Arrays.stream(LawField.values()).map(LawKeys::rule).toList()),
              "Its values."),
          must(
              "notes",
              new Named(
                  "note",
                  Scalars.name(),
                  Section.of(
                      must("by", Scalars.choice("platform", "you"), "Who does it."),
                      must("status", STATUS, "What was read for it."),
                      must("source", Scalars.text(), "Which rule, and where it was read."),
                      must("text", Scalars.text(), "What it is."))),
              "What no value says."));

  private LawKeys() {}

  private static Key rule(LawField field) {
    return may(
        field.key(),
        Section.of(
            must("value", field.type(), "The value."),
            must("status", STATUS, "What was read for it."),
            must("source", Scalars.text(), "Which rule, and where it was read."),
            may("text", Scalars.text(), "More for people.")),
        field.meaning() + ".");
  }
}

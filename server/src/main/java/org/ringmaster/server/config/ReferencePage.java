// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.util.Objects;
import org.ringmaster.server.config.ValueType.ListOf;
import org.ringmaster.server.config.ValueType.MapOf;
import org.ringmaster.server.config.ValueType.Named;
import org.ringmaster.server.config.ValueType.Scalar;
import org.ringmaster.server.config.ValueType.Section;
import org.ringmaster.server.config.ValueType.WordOr;

/** The page {@code docs/reference/configuration.md}; made from the keys. */
public final class ReferencePage {
  private static final String HEAD =
      """
      <!-- SPDX-License-Identifier: Apache-2.0 -->
      <!-- Made from the keys in org.ringmaster.server.config; `./ringmaster config reference` prints it. -->
      # ringmaster.yaml

      What the contact centre consists of. Options have the names and meanings of Asterisk's own files where those have them.
      `./ringmaster up` writes a first one if there is none; `./ringmaster config check` reads it without starting anything;
      `./ringmaster config reload` takes it over while calls go on. The JSON Schema is [ringmaster.schema.json](ringmaster.schema.json).

      - Unknown or ill-typed keys, names that lead nowhere and secrets in plain are refused, all at once, each with its line
        and column: `ringmaster.yaml:12:5: unknown key "stratgy" under queues.sales: did you mean "strategy"?`
        The command then ends with exit code 2, and nothing is started or changed.
      - Durations are seconds, as in Asterisk's files, or carry a unit: `500ms`, `20s`, `2m`, `1h`, `7d`.
      - Secrets are references: `${file:PATH}` (relative to this file's folder) or `${env:NAME}`.
      - What people change at run time (who is signed in, who is paused) is not in this file and outlives a reload.
      """;

  private final StringBuilder page = new StringBuilder(HEAD);

  private ReferencePage() {}

  /** The page's text. */
  public static String text() {
    ReferencePage made = new ReferencePage();
    for (Key key : ConfigurationKeys.ROOT.keys()) {
      made.chapter(key);
    }
    return made.page.toString();
  }

  private void chapter(Key key) {
    page.append("\n## `").append(key.name()).append("`\n\n").append(key.description()).append('\n');
    switch (key.type()) {
      case Section section -> table(section, "");
      case Named named -> {
        page.append("\nEach ").append(named.one()).append(" has a name of your choosing (");
        page.append(named.name().hint()).append(").\n");
        table(named.entry(), "");
      }
      default -> {}
    }
  }

  private void table(Section section, String before) {
    page.append("\n| key | value | if not given | meaning |\n|---|---|---|---|\n");
    rows(section, before);
  }

  private void rows(Section section, String before) {
    for (Key key : section.keys()) {
      String absent =
          key.required()
              ? "refused"
              : key.preset() == null ? "" : "`" + Objects.requireNonNull(key.preset()) + "`";
      page.append("| `").append(before).append(key.name()).append("` | ");
      page.append(words(key.type())).append(" | ").append(absent).append(" | ");
      page.append(key.description()).append(" |\n");
      if (key.type() instanceof Section below) {
        rows(below, before + key.name() + ".");
      } else if (key.type() instanceof WordOr both) {
        rows(both.section(), before + key.name() + ".");
      }
    }
  }

  private static String words(ValueType type) {
    return switch (type) {
      case Scalar scalar -> words(scalar);
      case ListOf list -> "a list, such as `" + list.example() + "`";
      case MapOf map -> "names with values, such as `" + map.example() + "`";
      case Section section -> section.keys().isEmpty() ? "nothing" : "keys:";
      case Named named -> "entries, one for each " + named.one();
      case WordOr both -> "`" + both.word().choices().getFirst() + "`, or keys:";
    };
  }

  private static String words(Scalar scalar) {
    if (scalar.word().contains(scalar.hint())) {
      return scalar.word();
    }
    return scalar.word() + ": " + scalar.hint();
  }
}

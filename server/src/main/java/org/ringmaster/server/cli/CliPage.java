// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import java.util.List;

/** The page {@code docs/reference/cli.md}; made from the verbs. */
final class CliPage {
  private static final String HEAD =
      """
      <!-- SPDX-License-Identifier: Apache-2.0 -->
      <!-- Made from the verbs in org.ringmaster.server.cli. -->
      # The command line

      `./ringmaster NOUN VERB ...`, in the order of Asterisk's own command line. `--help` works behind every word.

      Most verbs ask the running platform over its HTTP API on loopback. They are let in by a token that the platform writes to
      `var/ringmaster.token` at each start, readable by its owner only, beside `var/ringmaster.address`. `replay`, `doctor`, `db`
      and `config` (but for `config reload`) need no running platform.

      Every verb takes, behind it or in front of it, `--json` (the answer as JSON, for shows exactly the API's), `--config FILE` (another configuration file; also
      `RINGMASTER_CONFIG`) and `--var FOLDER` (the folder the platform works in; also `RINGMASTER_VAR`).

      Answers go to the standard output; what went wrong is a sentence on the standard error, also with `--json`.

      | exit code | meaning |
      |---|---|
      | 0 | done |
      | 1 | refused by the platform, or failed, or something was found that should not be |
      | 2 | the command or the configuration is wrong; nothing was done |
      | 3 | the platform does not run |
      """;

  private static final String SCRIPT =
      """

      ## In `./ringmaster` itself

      | command | what it does |
      |---|---|
      | `up` | builds if need be, starts everything in the background, prints the addresses |
      | `down` | stops everything that `up` started |
      | `logs` | follows what the platform says |
      | `demo` | sends real SIP callers through what is up |
      | `bench NAME` | measures beside a peer |
      | `test [GROUP...]` | the test suite |
      """;

  private CliPage() {}

  static String text(List<CommandTree.Noun> nouns, List<Verb> verbs) {
    StringBuilder page = new StringBuilder(HEAD);
    for (CommandTree.Noun noun : nouns) {
      page.append("\n## `").append(noun.word()).append("`\n\n").append(noun.summary()).append('\n');
      verbs.stream()
          .filter(verb -> verb.noun().equals(noun.word()))
          .forEach(verb -> add(page, verb));
    }
    page.append("\n## Words of their own\n");
    verbs.stream().filter(verb -> verb.noun().isEmpty()).forEach(verb -> add(page, verb));
    return page.append(SCRIPT).toString();
  }

  private static void add(StringBuilder page, Verb verb) {
    page.append("\n### `")
        .append(verb.synopsis())
        .append("`\n\n")
        .append(verb.summary())
        .append('\n');
    if (verb.parameters().isEmpty() && verb.options().isEmpty()) {
      return;
    }
    page.append('\n');
    for (Verb.Parameter parameter : verb.parameters()) {
      page.append("- `").append(parameter.name()).append("`: ");
      page.append(parameter.description()).append('\n');
    }
    for (Verb.Option option : verb.options()) {
      page.append("- `").append(option.name());
      page.append(option.value().isEmpty() ? "" : " " + option.value()).append("`: ");
      page.append(option.description()).append('\n');
    }
  }
}

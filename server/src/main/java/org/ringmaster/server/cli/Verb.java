// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import java.util.List;

/**
 * One command of the command line. Parser, help and reference page are made from these.
 *
 * @param words as typed: {@code queue show}
 * @param summary one sentence for the help
 * @param parameters what follows, in order
 * @param options its own options, beside those that all have
 * @param action what it does
 */
record Verb(
    String words, String summary, List<Parameter> parameters, List<Option> options, Action action) {

  /** Something that follows the verb by its place. */
  record Parameter(String name, boolean required, String description) {
    static Parameter must(String name, String description) {
      return new Parameter(name, true, description);
    }

    static Parameter may(String name, String description) {
      return new Parameter(name, false, description);
    }
  }

  /**
   * A switch, or an option with a value.
   *
   * @param value what the value is called; empty for a switch
   */
  record Option(String name, String value, String description) {}

  /** What a verb does. */
  @FunctionalInterface
  interface Action {
    /** Does it and returns the exit code. */
    int run(Invocation invocation) throws Failure;
  }

  static Verb of(String words, String summary, Action action, Parameter... parameters) {
    return new Verb(words, summary, List.of(parameters), List.of(), action);
  }

  Verb with(Option... added) {
    return new Verb(words, summary, parameters, List.of(added), action);
  }

  /** The noun it belongs to; empty for a verb of one word. */
  String noun() {
    int blank = words.indexOf(' ');
    return blank < 0 ? "" : words.substring(0, blank);
  }

  /** Its last word. */
  String lastWord() {
    return words.substring(words.indexOf(' ') + 1);
  }

  /** How it is called: {@code agent login AGENT [TELEPHONE]}. */
  String synopsis() {
    StringBuilder line = new StringBuilder(words);
    for (Parameter parameter : parameters) {
      line.append(' ');
      line.append(parameter.required() ? parameter.name() : "[" + parameter.name() + "]");
    }
    for (Option option : options) {
      line.append(" [").append(option.name());
      line.append(option.value().isEmpty() ? "]" : " " + option.value() + "]");
    }
    return line.toString();
  }
}

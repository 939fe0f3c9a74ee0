// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Makes picocli's commands of our verbs: {@code noun verb}, each with its own help. */
final class CommandTree {
  static final String JSON = "--json";
  static final String CONFIG = "--config";
  static final String VAR = "--var";

  private final Map<CommandSpec, Verb> verbs = new LinkedHashMap<>();
  private final CommandSpec root;

  /** The tree of some verbs and of the nouns that they need. */
  CommandTree(List<Noun> nouns, List<Verb> all, String version) {
    root = root(nouns, all, version);
  }

  private CommandSpec root(List<Noun> nouns, List<Verb> all, String version) {
    CommandSpec root = CommandSpec.create().name("ringmaster").version("ringmaster " + version);
    root.usageMessage()
        .description("A contact centre on your own Asterisk.")
        .footer(
            "",
            "Exit codes: 0 done, 1 refused or failed, 2 the command or the configuration is wrong,",
            "3 the platform does not run.");
    root.mixinStandardHelpOptions(true);
    addCommon(root);
    Map<String, CommandSpec> parents = new HashMap<>();
    parents.put("", root);
    Set<String> needed = all.stream().map(Verb::noun).collect(Collectors.toSet());
    for (Noun noun : nouns) {
      if (!needed.contains(noun.word())) {
        continue;
      }
      CommandSpec spec = CommandSpec.create().mixinStandardHelpOptions(true);
      spec.usageMessage().description(noun.summary());
      addCommon(spec);
      root.addSubcommand(noun.word(), spec);
      parents.put(noun.word(), spec);
    }
    for (Verb verb : all) {
      CommandSpec spec = spec(verb);
      Objects.requireNonNull(parents.get(verb.noun()), verb.noun())
          .addSubcommand(verb.lastWord(), spec);
      verbs.put(spec, verb);
    }
    return root;
  }

  /** A word that groups verbs. */
  record Noun(String word, String summary) {}

  /** The verb that was called; null for a noun alone. */
  @org.jspecify.annotations.Nullable
  Verb verb(ParseResult parsed) {
    return verbs.get(parsed.commandSpec());
  }

  /** The values given, by the name of their parameter or option; those behind the verb win. */
  Map<String, String> words(List<ParseResult> chain) {
    Map<String, String> words = new HashMap<>();
    chain.forEach(parsed -> addWords(parsed, words));
    return words;
  }

  private static void addWords(ParseResult parsed, Map<String, String> words) {
    for (PositionalParamSpec given : parsed.matchedPositionals()) {
      words.put(given.paramLabel(), given.getValue());
    }
    for (OptionSpec given : parsed.matchedOptions()) {
      if (given.typeInfo().getType() == String.class) {
        words.put(given.longestName(), given.getValue());
      }
    }
  }

  /** The switches that are on. */
  Set<String> flags(List<ParseResult> chain) {
    Set<String> flags = new HashSet<>();
    for (ParseResult parsed : chain) {
      for (OptionSpec given : parsed.matchedOptions()) {
        if (given.typeInfo().getType() == boolean.class) {
          flags.add(given.longestName());
        }
      }
    }
    return flags;
  }

  private static CommandSpec spec(Verb verb) {
    CommandSpec spec = CommandSpec.create().mixinStandardHelpOptions(true);
    spec.usageMessage().description(verb.summary());
    int index = 0;
    for (Verb.Parameter parameter : verb.parameters()) {
      spec.addPositional(
          PositionalParamSpec.builder()
              .index(Integer.toString(index++))
              .arity(parameter.required() ? "1" : "0..1")
              .required(parameter.required())
              .type(String.class)
              .paramLabel(parameter.name())
              .description(parameter.description())
              .build());
    }
    verb.options().forEach(option -> spec.addOption(option(option)));
    addCommon(spec);
    return spec;
  }

  /** What all verbs take, before them as well as behind. */
  private static void addCommon(CommandSpec spec) {
    spec.addOption(option(new Verb.Option(JSON, "", "Answer in JSON.")));
    spec.addOption(option(new Verb.Option(CONFIG, "FILE", "The configuration file.")));
    spec.addOption(option(new Verb.Option(VAR, "FOLDER", "The folder the platform works in.")));
  }

  private static OptionSpec option(Verb.Option option) {
    OptionSpec.Builder builder =
        OptionSpec.builder(option.name()).description(option.description());
    return option.value().isEmpty()
        ? builder.type(boolean.class).arity("0").build()
        : builder.type(String.class).arity("1").paramLabel(option.value()).build();
  }

  /** picocli's engine over the tree. */
  CommandLine engine(Terminal terminal) {
    CommandLine engine = new CommandLine(root);
    engine.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
    engine.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
    engine.setUsageHelpWidth(100);
    engine.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    return engine;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ringmaster.server.config.AsteriskLines;
import org.ringmaster.server.config.Configuration;
import org.ringmaster.server.config.ConfigurationFile;
import org.ringmaster.server.config.ConfigurationRefused;
import org.ringmaster.server.config.Finding;
import org.ringmaster.server.config.JsonSchema;
import org.ringmaster.server.config.NodeSettings;
import org.ringmaster.server.config.ReferencePage;

/** Verbs about the configuration file. */
final class ConfigVerbs {
  private ConfigVerbs() {}

  static List<Verb> all() {
    return List.of(
        Verb.of(
            "config check",
            "Reads the configuration file and says whether it is right. Needs no running platform.",
            ConfigVerbs::check),
        Verb.of(
            "config reload",
            "Lets the running platform take the configuration file over while calls go on.",
            ConfigVerbs::reload),
        Verb.of(
            "config asterisk",
            "Prints the lines that an Asterisk of your own needs. Nothing is written.",
            ConfigVerbs::asterisk,
            Verb.Parameter.may("NODE", "The node; all of your own without it.")),
        Verb.of(
            "config reference",
            "Prints every key with its meaning, as Markdown.",
            call -> page(call, "page", ReferencePage.text())),
        Verb.of(
            "config schema",
            "Prints the JSON Schema of the configuration file.",
            call -> {
              call.terminal().out().print(JsonSchema.text());
              return ExitCode.OK;
            }));
  }

  private static int page(Invocation call, String name, String text) {
    if (call.json()) {
      call.terminal().json(Map.of(name, text));
    } else {
      call.terminal().out().print(text);
    }
    return ExitCode.OK;
  }

  private static int check(Invocation call) {
    try {
      Configuration read = ConfigurationFile.read(call.configuration());
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put("ok", true);
      answer.put("file", call.configuration().toString());
      answer.put("findings", List.of());
      answer.putAll(counts(read));
      if (call.json()) {
        call.terminal().json(answer);
      } else {
        List<String> words = new ArrayList<>();
        counts(read).forEach((what, count) -> words.add(what + " " + count));
        call.terminal().line(call.configuration() + " is right: " + String.join(", ", words));
      }
      return ExitCode.OK;
    } catch (ConfigurationRefused e) {
      return refused(call, e);
    }
  }

  /** The findings, as lines or as JSON. */
  static int refused(Invocation call, ConfigurationRefused refused) {
    if (call.json()) {
      call.terminal()
          .json(
              Map.of(
                  "ok",
                  false,
                  "file",
                  call.configuration().toString(),
                  "findings",
                  refused.findings().stream().map(ConfigVerbs::finding).toList()));
    }
    return Cli.refused(refused, call.terminal());
  }

  private static Map<String, Object> finding(Finding finding) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("line", finding.place().line());
    map.put("column", finding.place().column());
    map.put("text", finding.text());
    return map;
  }

  private static Map<String, Integer> counts(Configuration read) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put("nodes", read.nodes().size());
    counts.put("trunks", read.trunks().size());
    counts.put("telephones", read.telephones().size());
    counts.put("agents", read.agents().size());
    counts.put("queues", read.queues().size());
    counts.put("numbers", read.numbers().size());
    counts.put("users", read.users().size());
    return counts;
  }

  /** The file is read here first, so that its findings come with their own exit code. */
  private static int reload(Invocation call) throws Failure {
    Platform platform = call.platform();
    try {
      ConfigurationFile.read(call.configuration());
    } catch (ConfigurationRefused e) {
      return refused(call, e);
    }
    JsonNode answer = platform.post("/api/config/reload", Map.of());
    if (call.json()) {
      call.terminal().json(answer);
      return ExitCode.OK;
    }
    String changed = words(answer.path("changed"));
    String later = words(answer.path("atNextStart"));
    call.terminal().line(changed.isEmpty() ? "Nothing has changed." : "Changed: " + changed);
    if (!later.isEmpty()) {
      call.terminal().line("From the next start on only: " + later);
    }
    answer.path("warnings").forEach(one -> call.terminal().line("But " + one.asText()));
    return ExitCode.OK;
  }

  private static String words(JsonNode list) {
    List<String> words = new ArrayList<>();
    list.forEach(word -> words.add(word.asText()));
    return String.join(", ", words);
  }

  private static int asterisk(Invocation call) throws Failure {
    Configuration read;
    try {
      read = ConfigurationFile.read(call.configuration());
    } catch (ConfigurationRefused e) {
      return refused(call, e);
    }
    List<NodeSettings> nodes =
        read.nodes().stream()
            .filter(node -> !node.lab())
            .filter(node -> call.optional("NODE").map(node.id().value()::equals).orElse(true))
            .toList();
    if (nodes.isEmpty()) {
      throw Failure.of(
          call.optional("NODE")
              .map(name -> "no node of your own is called " + name)
              .orElse("all nodes are the lab's; their files are written by the platform"));
    }
    Map<String, Map<String, String>> all = new LinkedHashMap<>();
    nodes.forEach(
        node ->
            all.put(node.id().value(), AsteriskLines.of(read, node, LocalAddress.towards(node))));
    if (call.json()) {
      call.terminal().json(all);
    } else {
      all.forEach((node, files) -> printed(call.terminal(), node, files));
    }
    return ExitCode.OK;
  }

  private static void printed(Terminal terminal, String node, Map<String, String> files) {
    terminal.line("; Lines for the Asterisk of node " + node + ", by file below /etc/asterisk.");
    files.forEach((file, text) -> terminal.line("\n; ==== " + file + "\n" + text.strip()));
  }
}

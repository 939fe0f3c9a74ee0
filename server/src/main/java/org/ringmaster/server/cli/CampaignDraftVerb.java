// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringmaster.server.config.ConfigurationFile;
import org.ringmaster.server.config.ConfigurationRefused;

/**
 * {@code campaign create}: what to add to the configuration file for a new campaign, checked with
 * all that stands there. The file is its owner's: it is written only where that is asked for.
 */
final class CampaignDraftVerb {
  private static final String NAME = "NAME";
  private static final String WRITE = "--write";
  private static final List<String> KEYS = List.of("queue", "trunk", "hours", "mode", "law");
  private static final List<String> NEEDED = KEYS.subList(0, 3);

  /** The section by itself in a line, and how far the first key in it is in. */
  private static final Pattern SECTION =
      Pattern.compile("(?m)^campaigns:[ \\t]*(#.*)?\\R(?:[ \\t]*(?:#.*)?\\R)*?(?=( +)[^ #\\s])");

  private CampaignDraftVerb() {}

  static Verb verb() {
    return Verb.of(
            "campaign create",
            "Prints what to add to the configuration file for a new campaign, once it is checked"
                + " together with what stands there. Nothing is written without --write.",
            CampaignDraftVerb::create,
            Verb.Parameter.must(NAME, "The campaign's name."))
        .with(
            new Verb.Option("--queue", "QUEUE", "Its queue."),
            new Verb.Option("--trunk", "TRUNK", "Its trunk."),
            new Verb.Option("--hours", "CALENDAR", "The calendar by which leads may be called."),
            new Verb.Option("--mode", "MODE", "Progressive without it."),
            new Verb.Option("--law", "LAWS", "Presets of law, with commas between."),
            new Verb.Option(WRITE, "", "Writes the file; a reload takes it over."));
  }

  private static int create(Invocation call) throws Failure {
    Path file = call.configuration();
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw Failure.of(file + " cannot be read: " + e.getMessage());
    }
    if (call.flag(WRITE) && Files.isSymbolicLink(file)) {
      throw Failure.of(file + " is a link to another file: leave --write out, and add it by hand.");
    }
    String block = block(call, "  ");
    String whole = with(text, call);
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    try {
      Files.writeString(draft, whole);
      try {
        ConfigurationFile.read(draft);
      } catch (ConfigurationRefused refused) {
        return ConfigVerbs.refused(call, refused);
      }
      if (call.flag(WRITE)) {
        Files.setPosixFilePermissions(draft, Files.getPosixFilePermissions(file));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw Failure.of(file + " cannot be written beside: " + e.getMessage());
    } finally {
      delete(draft);
    }
    tell(call, file, block);
    return ExitCode.OK;
  }

  private static void tell(Invocation call, Path file, String block) {
    boolean isWritten = call.flag(WRITE);
    if (call.json()) {
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put("file", file.toString());
      answer.put("written", isWritten);
      answer.put("block", "campaigns:\n" + block);
      call.terminal().json(answer);
      return;
    }
    call.terminal().out().print("campaigns:\n" + block);
    call.terminal()
        .line(
            isWritten
                ? "# Written to " + file + "; ringmaster config reload takes it over."
                : "# It is right. Nothing was written: add it to " + file + ", or use --write.");
  }

  private static void delete(Path draft) throws Failure {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      throw Failure.of(draft + " is left over: " + e.getMessage());
    }
  }

  /** The file's text with the campaign; as it is written there all else stays. */
  private static String with(String text, Invocation call) throws Failure {
    Matcher section = SECTION.matcher(text);
    if (section.find()) {
      String indent = section.group(2);
      return text.substring(0, section.end()) + block(call, indent) + text.substring(section.end());
    } else if (Pattern.compile("(?m)^campaigns:").matcher(text).find()) {
      throw Failure.of(
          "The campaigns of "
              + call.configuration()
              + " are not written one below the other: add this by hand.\n"
              + block(call, "  "));
    }
    return text + (text.endsWith("\n") ? "" : "\n") + "campaigns:\n" + block(call, "  ");
  }

  private static String block(Invocation call, String indent) throws Failure {
    List<String> lines = new ArrayList<>();
    lines.add(indent + call.word(NAME) + ":\n");
    for (String key : KEYS) {
      String value = call.optional("--" + key).orElse(null);
      if (value != null) {
        lines.add(
            "%s  %s: %s\n".formatted(indent, key, key.equals("law") ? "[" + value + "]" : value));
      } else if (NEEDED.contains(key)) {
        throw new Failure(ExitCode.USAGE, "A campaign needs --" + key + ".");
      }
    }
    return String.join("", lines);
  }
}

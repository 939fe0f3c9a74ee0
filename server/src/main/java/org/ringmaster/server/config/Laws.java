// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ringmaster.core.calendar.OpenHours;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.server.config.ValueType.Section;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Node;

/** The presets of law that campaigns can name. They are read from {@code laws.yaml} when needed. */
public final class Laws {
  /** Their names; here too, so that reading a file without any costs nothing. */
  static final List<String> NAMES =
      List.of(
          "ftc-sales",
          "us-states",
          "ofcom",
          "crtc",
          "anatel",
          "collections",
          "survey",
          "customer-care");

  private static final String RESOURCE = "laws.yaml";

  private Laws() {}

  /** Read once, when the first one asks. */
  private static final class Holder {
    static final List<Law> ALL = read(RESOURCE, text());
  }

  /** All of them, in the order of {@code laws.yaml}. */
  public static List<Law> all() {
    return Holder.ALL;
  }

  /** Those of some names, in the order of the names; one that nobody knows is left out. */
  public static List<Law> of(List<String> names) {
    return names.stream()
        .flatMap(name -> all().stream().filter(law -> law.name().equals(name)))
        .toList();
  }

  /** Whether a preset that a campaign names says when people may be called. */
  public static boolean holdToHours(CampaignPlan plan) {
    List<String> names = plan.laws().stream().map(law -> law.split(" ", 2)[0]).toList();
    return of(names).stream().anyMatch(law -> law.rule(LawField.HOURS).isPresent());
  }

  /**
   * Reads a text of presets.
   *
   * @param name what it is called in messages
   * @throws IllegalStateException if anything in it is wrong; the message has all findings
   */
  static List<Law> read(String name, String text) {
    List<Finding> findings = new ArrayList<>();
    Node top = new Yaml(new LoaderOptions()).compose(new StringReader(text));
    Branch root =
        new ShapeReader(findings)
            .section(
                top,
                new Section(
                    NAMES.stream().map(law -> Key.must(law, LawKeys.LAW, "A preset.")).toList()),
                "",
                new Place(1, 1));
    if (!findings.isEmpty()) {
      throw new IllegalStateException(
          findings.stream().map(each -> each.line(name)).collect(Collectors.joining("\n")));
    }
    return root.entries().entrySet().stream()
        .map(entry -> law(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Law law(String name, Branch keys) {
    return new Law(
        name,
        keys.text("title"),
        keys.text("date"),
        keys.branch("rules").entries().entrySet().stream()
            .map(entry -> rule(LawField.of(entry.getKey()), entry.getValue()))
            .toList(),
        keys.branch("notes").entries().values().stream().map(Laws::note).toList());
  }

  private static LawRule rule(LawField field, Branch keys) {
    double amount = 0;
    List<OpenHours> hours = List.of();
    String words = "";
    switch (field.kind()) {
      case AT_MOST, AT_LEAST -> {
        amount = Double.parseDouble(String.valueOf(keys.contentOrNull("value")));
        words = field.words(amount);
      }
      case WITHIN -> {
        hours = OpenMinutes.hours(keys.list("value", List.class));
        words = OpenMinutes.words(hours);
      }
      default -> words = keys.text("value");
    }
    return new LawRule(
        field,
        amount,
        hours,
        words,
        isVerified(keys),
        keys.text("source"),
        keys.textOrNull("text"));
  }

  private static LawNote note(Branch keys) {
    return new LawNote(
        keys.text("by").equals("platform"),
        isVerified(keys),
        keys.text("source"),
        keys.text("text"));
  }

  private static boolean isVerified(Branch keys) {
    return keys.text("status").equals("verified");
  }

  private static String text() {
    try (InputStream in = Laws.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + RESOURCE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read resource " + RESOURCE, e);
    }
  }
}

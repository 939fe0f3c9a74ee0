// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is on the wire, as text: every short name, nested record and enum with its numbered fields
 * or its constants. Each module keeps its schema as a committed page; a build whose schema {@link
 * #breaks} the page would not be able to read the journals already written. Immutable.
 */
public final class Schema {
  private static final String ENUM = "enum ";
  private static final String RECORD = "record ";

  private final SortedMap<String, List<String>> entries;

  private Schema(SortedMap<String, List<String>> entries) {
    this.entries = entries;
  }

  static Schema of(Shapes shapes) {
    StringBuilder lines = new StringBuilder();
    shapes.named().forEach((name, codec) -> codec.describe(lines.append(name).append('\n')));
    shapes
        .nested()
        .forEach((n, codec) -> codec.describe(lines.append(RECORD).append(n).append('\n')));
    shapes
        .enums()
        .forEach(
            (name, type) -> {
              lines.append(ENUM).append(name).append('\n');
              for (Object constant : type.getEnumConstants()) {
                lines.append("  ").append(((Enum<?>) constant).name()).append('\n');
              }
            });
    return parse(lines.toString());
  }

  /** Reads what {@link #text} has written; lines that begin with {@code #} are comments. */
  public static Schema parse(String text) {
    SortedMap<String, List<String>> entries = new TreeMap<>();
    List<String> current = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith(" ")) {
        current.add(line.strip());
      } else {
        current = new ArrayList<>();
        entries.put(line.strip(), current);
      }
    }
    return new Schema(entries);
  }

  /** How a class that has no short name is called: as in Java, without its package. */
  static String nameOf(Class<?> type) {
    String full = type.getName();
    return full.substring(full.lastIndexOf('.') + 1).replace('$', '.');
  }

  /**
   * One line for each type, indented ones for its fields; sorted, so that differences are small.
   */
  public String text() {
    StringBuilder text = new StringBuilder();
    entries.forEach(
        (heading, lines) -> {
          text.append(heading).append('\n');
          lines.forEach(line -> text.append("  ").append(line).append('\n'));
        });
    return text.toString();
  }

  /**
   * What this schema can no longer read of bytes written under an earlier one: types that are gone,
   * fields that were removed, moved, renamed or given another type, enum constants that are gone.
   * Appending breaks nothing.
   *
   * @return a sentence for each, empty when all is well
   */
  public List<String> breaks(Schema earlier) {
    List<String> broken = new ArrayList<>();
    for (Map.Entry<String, List<String>> was : earlier.entries.entrySet()) {
      String heading = was.getKey();
      List<String> now = entries.get(heading);
      if (now == null) {
        broken.add(heading + " is gone; journals that hold it could not be read");
      } else if (heading.startsWith(ENUM)) {
        compareConstants(heading, was.getValue(), now, broken);
      } else {
        compareFields(heading, was.getValue(), now, broken);
      }
    }
    return broken;
  }

  private static void compareConstants(
      String heading, List<String> was, List<String> now, List<String> broken) {
    for (String constant : was) {
      if (!now.contains(constant) && !now.contains("UNKNOWN")) {
        broken.add(heading + " has lost " + constant + " and has no UNKNOWN to take its place");
      }
    }
  }

  private static void compareFields(
      String heading, List<String> was, List<String> now, List<String> broken) {
    for (int i = 0; i < was.size(); i++) {
      String found = i < now.size() ? now.get(i) : "nothing";
      if (!was.get(i).equals(found)) {
        broken.add(
            heading
                + " had '"
                + was.get(i)
                + "', now '"
                + found
                + "'; components are only appended");
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Schema schema && entries.equals(schema.entries);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }

  @Override
  public String toString() {
    return text();
  }
}

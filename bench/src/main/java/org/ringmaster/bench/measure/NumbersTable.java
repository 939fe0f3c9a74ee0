// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A report's JSON as a table that reads well in a terminal and as Markdown. */
final class NumbersTable {
  private final JsonNode report;

  NumbersTable(String json) {
    try {
      report = new ObjectMapper().readTree(json);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalArgumentException("not a report", unreadable);
    }
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append("| what | unit | ours | others | limit | aim | met |\n");
    text.append("|---|---|---|---|---|---|---|\n");
    List<String> notes = new ArrayList<>();
    for (JsonNode row : report.path("rows")) {
      text.append("| ").append(row.path("what").asText());
      String note = note(row);
      if (!note.isEmpty()) {
        if (!notes.contains(note)) {
          notes.add(note);
        }
        text.append(" [").append(notes.indexOf(note) + 1).append(']');
      }
      text.append(" | ").append(row.path("unit").asText());
      text.append(" | ").append(figure(row, "ours", row.path("ours").asDouble()));
      text.append(" | ").append(figures(row, "peers"));
      text.append(" | ").append(figures(row, "limit"));
      text.append(" | ").append(row.path("aim").asText());
      text.append(" | ").append(verdict(row)).append(" |\n");
    }
    text.append('\n').append(conditions());
    for (int i = 0; i < notes.size(); i++) {
      text.append("\n\n[").append(i + 1).append("] ").append(notes.get(i)).append('.');
    }
    return text.append('\n').toString();
  }

  private static String note(JsonNode row) {
    String note = row.path("note").asText();
    JsonNode measured = row.path(PartOfReport.MEASURED);
    if (measured.isMissingNode()) {
      return note;
    }
    return (note.isEmpty() ? "" : note + "; ")
        + "measured alone at "
        + measured.path("at").asText()
        + ", load average "
        + measured.path("load_before").asText()
        + " before, "
        + measured.path("load_after").asText()
        + " after";
  }

  /** The figures of others of a row, each with its name. */
  static String figures(JsonNode row, String kind) {
    List<String> words = new ArrayList<>();
    for (Map.Entry<String, JsonNode> one : row.path(kind).properties()) {
      words.add(one.getKey() + " " + figure(row, one.getKey(), one.getValue().asDouble()));
    }
    return String.join("<br>", words);
  }

  /** A figure with its spread, if it has one. */
  static String figure(JsonNode row, String name, double median) {
    JsonNode spread = row.path("spread").path(name);
    double low = spread.path(0).asDouble();
    double high = spread.path(1).asDouble();
    return low == high
        ? number(median)
        : number(median) + " (" + number(low) + "-" + number(high) + ")";
  }

  /** Whether each aim is met; empty where there is none. */
  static String verdict(JsonNode row) {
    if (!row.has("met")) {
      return "";
    }
    List<String> words = new ArrayList<>();
    for (JsonNode aim : row.path("aims")) {
      String value = number(aim.path("value").asDouble());
      double missed = aim.path("missed_by_percent").asDouble();
      if (!aim.path("met").asBoolean()) {
        words.add("**no**: " + value + ", missed by " + number(missed) + " %");
      } else {
        words.add("yes: " + value + (missed > 0 ? " (within the spread)" : ""));
      }
    }
    return String.join("<br>", words);
  }

  private String conditions() {
    JsonNode machine = report.path("machine");
    List<String> versions = new ArrayList<>();
    report
        .path("versions")
        .properties()
        .forEach(one -> versions.add(one.getKey() + " " + one.getValue().asText()));
    String disk =
        machine.has("fdatasync")
            ? "; fdatasync p50 "
                + number(machine.path("fdatasync").path("p50_us").asDouble())
                + " us, p99 "
                + number(machine.path("fdatasync").path("p99_us").asDouble())
                + " us"
            : "";
    return "Medians of the rounds (smallest-largest), by `./ringmaster bench "
        + report.path("bench").asText()
        + (report.path("quick").asBoolean() ? " --quick" : "")
        + "` at "
        + report.path("at").asText()
        + " in "
        + report.path("seconds").asText()
        + " s; "
        + machine.path("processor").asText()
        + ", "
        + machine.path("cores").asText()
        + " cores, "
        + machine.path("memory_gib").asText()
        + " GiB; load average "
        + machine.path("load_before").asText()
        + " before, "
        + machine.path("load_after").asText()
        + " after"
        + disk
        + "; "
        + String.join(", ", versions)
        + ".";
  }

  private static String number(double value) {
    if (Math.abs(value) >= 100 || value == Math.rint(value)) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return String.format(Locale.ROOT, Math.abs(value) >= 10 ? "%.1f" : "%.2f", value);
  }
}

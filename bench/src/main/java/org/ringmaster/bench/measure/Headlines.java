// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.measure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What the README itself shows of the kept reports, so that its reader sees in a minute how we
 * stand beside others: a few rows by name, and for each report how many of its aims are met and
 * which are not. All else is in the folder of the reports.
 */
final class Headlines {
  /** Rows of a report that stand in the README: of these words, with or without conditions. */
  record Headline(String bench, String words) {

    boolean isOf(JsonNode row) {
      String what = row.path("what").asText();
      return what.equals(words) || what.startsWith(words + ",");
    }
  }

  static final List<Headline> SHOWN =
      List.of(
          new Headline(
              "routing", "agent free to next caller offered, rung telephones, p50, 10 waiting"),
          new Headline(
              "routing", "agent free to next caller connected, open telephones, p50, 10 waiting"),
          new Headline("routing", "mean wait, longest-idle"),
          new Headline("routing", "routing decisions on one core"),
          new Headline("wait", "error of the foreseen wait (root mean square), 20 agents"),
          new Headline("ari", "ARI round trip (ping), one after the other, p50"),
          new Headline("ari", "events decoded by one thread"),
          new Headline("ari", "caller arrives to answered, 300 calls/s, p99"),
          new Headline("kernel", "inputs through ring, kernel and synced journal"),
          new Headline(
              "kernel", "a change told to 1000 wallboards, ten a second, p99 of all viewers"),
          new Headline("store", "facts a second, with all projections"),
          new Headline("pacing", "agents busy, 20 agents, 20 % answer"),
          new Headline(
              "pacing",
              "abandoned when agents are as busy as with VICIdial's best, 20 agents, 20 % answer"),
          new Headline("import", "leads read, checked and kept"));

  private final List<JsonNode> reports;

  /** The headlines of some reports. */
  Headlines(List<JsonNode> reports) {
    this.reports = List.copyOf(reports);
  }

  /** Which of the rows to be shown are in no report: their words have changed. */
  List<Headline> missing() {
    return SHOWN.stream().filter(shown -> rows(shown).isEmpty()).toList();
  }

  /** The chosen rows as a table, as Markdown. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append("| what | ours | others | limit | aim | met | by |\n");
    text.append("|---|---|---|---|---|---|---|\n");
    for (Headline shown : SHOWN) {
      for (JsonNode row : rows(shown)) {
        text.append("| ").append(row.path("what").asText());
        text.append(" | ").append(NumbersTable.figure(row, "ours", row.path("ours").asDouble()));
        text.append(' ').append(row.path("unit").asText());
        text.append(" | ").append(NumbersTable.figures(row, "peers"));
        text.append(" | ").append(NumbersTable.figures(row, "limit"));
        text.append(" | ").append(row.path("aim").asText());
        text.append(" | ").append(NumbersTable.verdict(row));
        text.append(" | ").append(link(shown.bench())).append(" |\n");
      }
    }
    return text.toString();
  }

  /** For each report how many of its aims are met, and which are not, as Markdown. */
  String aims() {
    StringBuilder text = new StringBuilder();
    text.append("| bench | measured | rows with an aim | met | missed |\n");
    text.append("|---|---|---|---|---|\n");
    for (JsonNode report : reports) {
      List<JsonNode> aimed =
          StreamSupport.stream(report.path("rows").spliterator(), false)
              .filter(row -> row.has("met"))
              .toList();
      List<String> missed = new ArrayList<>();
      for (JsonNode row : aimed) {
        if (!row.path("met").asBoolean()) {
          missed.add(row.path("what").asText() + " (" + NumbersTable.verdict(row) + ")");
        }
      }
      text.append("| ").append(link(report.path("bench").asText()));
      text.append(report.path("quick").asBoolean() ? " --quick" : "");
      text.append(" | ").append(report.path("at").asText().replaceFirst("T.*", ""));
      text.append(" | ").append(aimed.size());
      text.append(" | ").append(aimed.size() - missed.size());
      text.append(" | ").append(String.join("<br>", missed)).append(" |\n");
    }
    return text.toString();
  }

  private List<JsonNode> rows(Headline shown) {
    List<JsonNode> rows = new ArrayList<>();
    for (JsonNode report : reports) {
      if (report.path("bench").asText().equals(shown.bench())) {
        report
            .path("rows")
            .forEach(
                row -> {
                  if (shown.isOf(row)) {
                    rows.add(row);
                  }
                });
      }
    }
    return rows;
  }

  private static String link(String bench) {
    return "[" + bench + "](docs/numbers/README.md#bench-" + bench + ")";
  }
}

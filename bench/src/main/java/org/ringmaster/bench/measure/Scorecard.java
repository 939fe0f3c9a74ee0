// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.measure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What goes wrong, and what was measured of it: for each {@link Fault} the rows of all reports that
 * are marked with it. A fault of which nothing was kept says so.
 */
final class Scorecard {
  static final String MISSING = "not measured yet";

  private final List<JsonNode> reports;

  /** The scorecard of some reports. */
  Scorecard(List<JsonNode> reports) {
    this.reports = List.copyOf(reports);
  }

  /** The table, as Markdown. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append("| fault | what | figure | bound | met | measured |\n");
    text.append("|---|---|---|---|---|---|\n");
    for (Fault fault : Fault.values()) {
      int before = text.length();
      for (JsonNode report : reports) {
        for (JsonNode row : report.path("rows")) {
          if (row.path("fault").asText().equals(fault.name())) {
            add(text, text.length() == before ? fault.words() : "", report, row);
          }
        }
      }
      if (text.length() == before) {
        text.append("| ")
            .append(fault.words())
            .append(" | ")
            .append(MISSING)
            .append(" | | | | |\n");
      }
    }
    return text.toString();
  }

  private static void add(StringBuilder text, String fault, JsonNode report, JsonNode row) {
    text.append("| ").append(fault);
    text.append(" | ").append(row.path("what").asText());
    text.append(" | ").append(NumbersTable.figure(row, "ours", row.path("ours").asDouble()));
    text.append(' ').append(row.path("unit").asText());
    text.append(" | ").append(row.path("aim").asText());
    text.append(" | ").append(NumbersTable.verdict(row));
    text.append(" | `bench ").append(report.path("bench").asText());
    text.append(report.path("quick").asBoolean() ? " --quick`" : "`");
    text.append(", ")
        .append(
            row.path(PartOfReport.MEASURED)
                .path("at")
                .asText(report.path("at").asText())
                .replaceFirst("T.*", ""));
    text.append(", rounds: ").append(row.path("rounds").asInt()).append(" |\n");
  }
}

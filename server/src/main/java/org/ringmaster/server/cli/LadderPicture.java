// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Draws a call's ladder line by line: what we were told comes from the left, what we decided stands
 * in the middle, what we asked for goes back out. Steps of one turn stand together; each turn
 * begins with the time since the first.
 *
 * <pre>
 *   +0.000  --> LegArrived                  0.081 ms  node=edge, ...
 *            *  CallBegan                  fact 17    call=c01-...
 *           <-- AnswerLeg                   1.204 ms  leg=1700000000.1
 * </pre>
 */
final class LadderPicture {
  private static final double MICROS = 1_000_000;
  private static final long MICROS_PER_MILLI = 1_000;
  private static final int NAME_COLUMNS = 22;
  private static final int LATENCY_COLUMNS = 12;
  private static final int USUAL_COLUMNS = 120;
  private static final int LEAST_COLUMNS = 40;

  private final int columns;
  private final Map<String, String> arrows;
  private long firstMicros = Long.MIN_VALUE;
  private long turn = Long.MIN_VALUE;

  LadderPicture(int columns, boolean drawn) {
    this.columns = columns;
    this.arrows =
        drawn
            ? Map.of("input", "──▶ ", "fact", " ●  ", "command", "◀── ")
            : Map.of("input", "--> ", "fact", " *  ", "command", "<-- ");
  }

  /** As wide as the terminal says; with plain letters where it does not speak UTF-8. */
  static LadderPicture forTerminal() {
    return of(System.getenv());
  }

  static LadderPicture of(Map<String, String> environment) {
    String language =
        environment.getOrDefault(
            "LC_ALL", environment.getOrDefault("LC_CTYPE", environment.getOrDefault("LANG", "")));
    boolean unicode = language.toUpperCase(Locale.ROOT).replace("-", "").contains("UTF8");
    int columns;
    try {
      columns = Integer.parseInt(environment.getOrDefault("COLUMNS", ""));
    } catch (NumberFormatException e) {
      columns = USUAL_COLUMNS;
    }
    return new LadderPicture(Math.max(LEAST_COLUMNS, columns), unicode);
  }

  /** The lines of the next step. */
  List<String> lines(JsonNode step) {
    List<String> lines = new ArrayList<>();
    long at = step.path("atMicros").asLong();
    if (firstMicros == Long.MIN_VALUE) {
      firstMicros = at;
      lines.add(Instant.ofEpochMilli(at / MICROS_PER_MILLI).toString());
    }
    long input = step.path("input").asLong();
    String time = "";
    if (input != turn) {
      turn = input;
      time = String.format(Locale.ROOT, "%+.3f", (at - firstMicros) / MICROS);
    }
    String kind = Shown.text(step, "kind");
    String measured =
        kind.equals("fact")
            ? "fact " + step.path("sequence").asLong()
            : Shown.latency(step, "latencyMicros");
    String line =
        TextWidth.paddedLeft(time, 9)
            + "  "
            + arrows.getOrDefault(kind, " ?  ")
            + TextWidth.padded(Shown.text(step, "name"), NAME_COLUMNS)
            + TextWidth.paddedLeft(measured, LATENCY_COLUMNS)
            + "  "
            + Shown.text(step, "detail");
    lines.add(TextWidth.cut(line.stripTrailing(), columns));
    return lines;
  }
}

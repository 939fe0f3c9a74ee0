// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.pacing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.ringmaster.bench.measure.Aim;
import org.ringmaster.bench.measure.Report;
import org.ringmaster.bench.measure.Row;
import org.ringmaster.bench.measure.Spread;

/** The rows of one cell: who keeps agents busy, and who keeps within what may be abandoned. */
final class Table {
  private static final double MOST_ABANDONED = 3.05;
  private static final double NEAR = 0.3;
  private static final double FEWER = 0.6;

  private final Cell cell;
  private final Map<Contestant, Entry> entries = new EnumMap<>(Contestant.class);
  private final Aims aims;
  private final boolean quick;

  /**
   * What is to be reached in a cell, percent of utilisation.
   *
   * @param must what must be reached without giving up early, NaN where nothing is asked
   * @param stretch what may be hoped for with it
   */
  record Aims(double must, double stretch) {}

  /**
   * An empty table.
   *
   * @param quick whether it is a look only, and two standard errors are allowed
   */
  Table(Cell cell, Aims aims, boolean quick) {
    this.cell = cell;
    this.aims = aims;
    this.quick = quick;
  }

  void put(Contestant who, Entry entry) {
    entries.put(who, entry);
  }

  private Entry of(Contestant who) {
    return Objects.requireNonNull(entries.get(who), who::text);
  }

  void into(Report report, Spread oursAsBusyAsVicidial) {
    Row busy = new Row("agents busy, " + cell.text(), "%", of(Contestant.OURS).utilisation());
    Row abandoned =
        new Row("live answers abandoned, " + cell.text(), "%", of(Contestant.OURS).abandoned())
            .aim(
                Aim.atMost(
                    rounded(
                        MOST_ABANDONED
                            + (quick ? 2 * of(Contestant.OURS).abandoned().standardError() : 0))));
    Row idle =
        new Row("idle for each call got, " + cell.text(), "s", of(Contestant.OURS).idleSeconds());
    entries.forEach(
        (who, entry) -> {
          if (who != Contestant.OURS) {
            busy.peer(who.text(), entry.utilisation());
            abandoned.peer(who.text(), entry.abandoned());
            idle.peer(who.text(), entry.idleSeconds());
          }
        });
    double allowed = quick ? 2 * of(Contestant.OURS).utilisation().standardError() : 0;
    busy.aim(Aim.atLeast(rounded(aims.must - allowed)))
        .aim(Aim.atLeast(rounded(aims.stretch - NEAR - allowed)));
    String unlawful =
        entries.entrySet().stream()
            .filter(entry -> entry.getValue().abandoned().median() > MOST_ABANDONED)
            .map(
                entry ->
                    "%s %.1f %%"
                        .formatted(entry.getKey().text(), entry.getValue().abandoned().median()))
            .collect(Collectors.joining(", "));
    List<String> notes = new ArrayList<>();
    if (allowed > 0) {
      notes.add("two standard errors allowed, %.2f".formatted(allowed));
    }
    if (!unlawful.isEmpty()) {
      notes.add("more than 3 % abandoned, so not to be compared: " + unlawful);
    }
    busy.note(String.join("; ", notes));
    report.add(busy).add(abandoned).add(idle);
    if (!cell.swings()) {
      report.add(
          new Row(
                  "abandoned when agents are as busy as with VICIdial's best, " + cell.text(),
                  "%",
                  oursAsBusyAsVicidial)
              .peer(Contestant.VICIDIAL.text(), of(Contestant.VICIDIAL).abandoned())
              .aim(Aim.atMostTimes(FEWER, Contestant.VICIDIAL.text())));
    }
  }

  private static double rounded(double bound) {
    return Math.rint(100 * bound) / 100;
  }
}

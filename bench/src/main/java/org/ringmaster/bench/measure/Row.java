// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of the page of numbers: our figure beside others' figures and beside what is possible at
 * all, with what it is to show. Built step by step by one thread.
 */
public final class Row {
  private final String what;
  private final String unit;
  private final Spread ours;
  private final Map<String, Spread> peers = new LinkedHashMap<>();
  private final Map<String, Spread> limits = new LinkedHashMap<>();
  private final List<Aim> aims = new ArrayList<>();
  private String note = "";
  private @Nullable Fault fault;

  /**
   * Begins a row.
   *
   * @param what what is measured, with its conditions
   */
  public Row(String what, String unit, Spread ours) {
    this.what = what;
    this.unit = unit;
    this.ours = ours;
  }

  /** Adds somebody who does the same. */
  public Row peer(String name, Spread figure) {
    peers.put(name, figure);
    return this;
  }

  /** Adds what is possible at all. */
  public Row limit(String name, Spread figure) {
    limits.put(name, figure);
    return this;
  }

  /** Adds what the row is to show. */
  public Row aim(Aim aim) {
    aims.add(aim);
    return this;
  }

  /** Adds what one must know to read the figures. */
  public Row note(String words) {
    note = words;
    return this;
  }

  /** Puts the row on the scorecard, as a figure of a fault. */
  public Row fault(Fault kind) {
    fault = kind;
    return this;
  }

  Spread ours() {
    return ours;
  }

  Spread figure(String name) {
    @Nullable Spread figure = peers.get(name);
    if (figure == null) {
      figure = limits.get(name);
    }
    if (figure == null) {
      throw new IllegalStateException("row \"" + what + "\" has nobody called " + name);
    }
    return figure;
  }

  /** The row as JSON members; whether the aims are met is worked out here. */
  Map<String, Object> json() {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("what", what);
    row.put("unit", unit);
    row.put("ours", Rounded.of(ours.median()));
    row.put("peers", medians(peers));
    row.put("limit", medians(limits));
    row.put("spread", spreads());
    row.put("rounds", ours.count());
    if (!aims.isEmpty()) {
      judge(row);
    }
    if (!note.isEmpty()) {
      row.put("note", note);
    }
    if (fault != null) {
      row.put("fault", fault.name());
    }
    return row;
  }

  private void judge(Map<String, Object> row) {
    List<Map<String, Object>> verdicts = new ArrayList<>();
    boolean met = true;
    for (Aim aim : aims) {
      Aim.Verdict verdict = aim.judge(this);
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("aim", aim.text());
      told.put("value", Rounded.of(verdict.value()));
      told.put("allowance", Rounded.of(verdict.allowance()));
      told.put("met", verdict.met());
      told.put("missed_by_percent", Rounded.of(verdict.missedByPercent()));
      verdicts.add(told);
      met &= verdict.met();
    }
    row.put("ratio", verdicts.getFirst().get("value"));
    row.put("aim", String.join(" and ", aims.stream().map(Aim::text).toList()));
    row.put("met", met);
    row.put("aims", verdicts);
  }

  private static Map<String, Object> medians(Map<String, Spread> figures) {
    Map<String, Object> medians = new LinkedHashMap<>();
    figures.forEach((name, figure) -> medians.put(name, Rounded.of(figure.median())));
    return medians;
  }

  private Map<String, Object> spreads() {
    Map<String, Object> spreads = new LinkedHashMap<>();
    spreads.put("ours", between(ours));
    peers.forEach((name, figure) -> spreads.put(name, between(figure)));
    limits.forEach((name, figure) -> spreads.put(name, between(figure)));
    return spreads;
  }

  private static List<Double> between(Spread figure) {
    return List.of(Rounded.of(figure.min()), Rounded.of(figure.max()));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that one bench has to tell. Built by one thread. */
public final class Report {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final String bench;
  private final boolean quick;
  private boolean isPart;
  private final Instant began = Instant.now();
  private final double loadBefore = Machine.load();
  private final Map<String, Object> disk = new LinkedHashMap<>();
  private final Map<String, String> versions = new LinkedHashMap<>();
  private final List<Row> rows = new ArrayList<>();

  /**
   * Begins a report.
   *
   * @param bench the bench's name
   * @param quick whether it has fewer rounds
   */
  public Report(String bench, boolean quick) {
    this.bench = bench;
    this.quick = quick;
    versions.put("java", System.getProperty("java.runtime.version", ""));
  }

  String name() {
    return bench;
  }

  /** Says whether only some parts of the bench are in it. */
  public Report part(boolean some) {
    isPart = some;
    return this;
  }

  boolean isPart() {
    return isPart;
  }

  /** Adds a row. */
  public Report add(Row row) {
    rows.add(row);
    return this;
  }

  /** Adds the version of something that takes part. */
  public Report version(String what, String version) {
    versions.put(what, version);
    return this;
  }

  /** Adds what {@link DiskSync} found. */
  public Report disk(Map<String, Object> sync) {
    disk.putAll(sync);
    return this;
  }

  /** The whole as one JSON object. */
  public String json() {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("bench", bench);
    report.put("quick", quick);
    report.put("at", began.truncatedTo(ChronoUnit.SECONDS).toString());
    report.put("seconds", ChronoUnit.SECONDS.between(began, Instant.now()));
    Map<String, Object> machine = Machine.json();
    machine.put("load_before", loadBefore);
    machine.put("load_after", Machine.load());
    if (!disk.isEmpty()) {
      machine.put("fdatasync", disk);
    }
    report.put("machine", machine);
    report.put("versions", versions);
    report.put("rows", rows.stream().map(Row::json).toList());
    try {
      return JSON.writeValueAsString(report);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

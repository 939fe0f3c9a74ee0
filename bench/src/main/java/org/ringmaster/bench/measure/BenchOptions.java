// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.measure;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** What every bench can be told, and what is done with its report. */
public final class BenchOptions {
  @Option(names = "--json", description = "one JSON object instead of a table")
  private boolean json;

  @Option(names = "--quick", description = "fewer rounds, in under a minute")
  private boolean quick;

  @Option(names = "--save", description = "keep the report for the page of numbers")
  private boolean save;

  /** A bench, given an empty folder on the disk that it measures. */
  @FunctionalInterface
  public interface Measured {
    /** Runs it. */
    Report run(Path folder) throws Exception;
  }

  /** Whether a look is enough. */
  public boolean quick() {
    return quick;
  }

  /** Runs a bench and tells of it; the exit code. */
  public int run(Measured bench) throws Exception {
    quieten();
    Path var = Path.of(System.getProperty("ringmaster.var", "var"));
    Files.createDirectories(var);
    Path folder = Files.createTempDirectory(var, "bench-");
    try {
      Report report = bench.run(folder);
      PrintStream out =
          new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
      out.println(json ? report.json() : new NumbersTable(report.json()).text());
      if (save) {
        new SavedNumbers(SavedNumbers.home()).save(report);
      }
    } finally {
      delete(folder);
    }
    return 0;
  }

  /** What a bench says goes to the standard error; what is measured keeps to itself. */
  private static void quieten() {
    level(org.slf4j.Logger.ROOT_LOGGER_NAME, Level.ERROR);
    level("org.ringmaster.bench", Level.INFO);
    level("ch.loway", Level.OFF);
    level("io.netty", Level.OFF);
  }

  private static void level(String logger, Level level) {
    ((Logger) LoggerFactory.getLogger(logger)).setLevel(level);
  }

  private static void delete(Path folder) throws IOException {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder)) {
      paths = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.deleteIfExists(path);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.fault;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.crash.CrashPoint;
import org.ringmaster.core.store.StoreAddress;

/**
 * A life in a process of its own, ended for good at a point or by {@code kill -9} at any moment, so
 * that the deaths within one process are known to be honest. Used by one thread.
 */
final class Killed {
  private static final int MOST_MILLIS = 400;
  private static final int CALLERS = 100_000;
  private static final long LONGEST_SECONDS = 60;

  private final Path folder;
  private final @Nullable StoreAddress store;
  private final SplittableRandom random;
  private final long aheadMicros;
  private long promised;
  private int exit;

  Killed(Path folder, @Nullable StoreAddress store, long aheadMicros, SplittableRandom random) {
    this.folder = folder;
    this.store = store;
    this.aheadMicros = aheadMicros;
    this.random = random;
  }

  /**
   * Lets it live and die.
   *
   * @param point where it ends itself; null where a signal ends it, soon after it has begun
   */
  void live(@Nullable CrashPoint point, int hits) throws IOException, InterruptedException {
    Process process = start(point, hits);
    int millis = random.nextInt(MOST_MILLIS);
    Thread watch =
        Thread.ofPlatform()
            .daemon()
            .name("kill-at-last")
            .start(
                () -> {
                  try {
                    if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                      process.toHandle().destroyForcibly(); // leaves its words to be read
                    }
                  } catch (InterruptedException ended) {
                    Thread.currentThread().interrupt();
                  }
                });
    try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
      boolean signalled = false;
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        if (line.startsWith("found")) {
          throw new IllegalStateException("a life in a process of its own: " + line);
        }
        if (!line.equals("end")) {
          promised = Long.parseLong(line);
        }
        if (point == null && !signalled) {
          signalled = true;
          kill(process, millis);
        }
      }
    }
    exit = process.waitFor();
    watch.interrupt();
  }

  private static void kill(Process process, int millis) {
    Thread.ofPlatform()
        .daemon()
        .name("kill-9")
        .start(
            () -> {
              try {
                TimeUnit.MILLISECONDS.sleep(millis);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              process.toHandle().destroyForcibly(); // leaves its words to be read
            });
  }

  private Process start(@Nullable CrashPoint point, int hits) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(CrashChild.class.getName());
    command.add(folder.toString());
    command.add(store == null ? CrashChild.NOBODY : store.jdbcUrl());
    command.add(store == null ? CrashChild.NOBODY : store.user());
    command.add(Long.toString(random.nextLong()));
    command.add(point == null ? CrashChild.NOBODY : point.name());
    command.add(Integer.toString(hits));
    command.add(Long.toString(aheadMicros));
    command.add(Integer.toString(random.nextInt(1, CALLERS) * 1000));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    if (store != null) {
      builder.environment().put(CrashChild.PASSWORD, store.password());
    }
    return builder.start();
  }

  /** The last fact that others know of. */
  long promised() {
    return promised;
  }

  /** Whether it ended where it was to end. */
  boolean diedAtPoint() {
    return exit == CrashChild.DIED_AT_POINT;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.journal.JournalException;
import org.ringmaster.core.store.StoreAddress;
import org.ringmaster.dialer.DialerCentre;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rounds of kills, each with a seed, a journal and a database of its own. Used by one thread. */
final class CrashSweep {
  static final int RUNS_PER_ROUND = 250;
  private static final int RUNS_PER_PROCESS = 100;

  private static final Logger LOG = LoggerFactory.getLogger(CrashSweep.class);

  private final Path folder;
  private final @Nullable Databases databases;
  private final FactCodec codec = FactCodec.of(DialerCentre.names().build());
  private final Breakage breakage;
  private final Tally tally = new Tally();

  CrashSweep(Path folder, @Nullable Databases databases, Breakage breakage) {
    this.folder = folder;
    this.databases = databases;
    this.breakage = breakage;
  }

  /** So many kills; ends with the round in which something is found. */
  Tally run(long seed, int runs) throws Exception {
    return run(seed, runs, 0);
  }

  /** The same; after so many minutes no new round begins, unless they are 0. */
  Tally run(long seed, int runs, long minutes) throws Exception {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(minutes);
    for (long round = seed; tally.runs() < runs && tally.clean(); round++) {
      if (minutes > 0 && System.nanoTime() > end) {
        break;
      }
      int before = tally.runs();
      Path journal = folder.resolve("journal-" + round);
      StoreAddress address = databases == null ? null : databases.next();
      int wanted = Math.min(RUNS_PER_ROUND, runs - before);
      try {
        Round lives = new Round(journal, address, codec, breakage, round, tally);
        int processes = breakage == Breakage.NONE ? (wanted + 50) / RUNS_PER_PROCESS : 0;
        lives.run(wanted - processes);
        lives.kill(processes);
      } catch (Exception e) {
        refused(e, again(round, tally.runs() - before));
      }
      if (!tally.clean()) {
        LOG.error("{}\n  {}", again(round, tally.runs() - before), tally.shown());
      } else {
        LOG.info("{} of {} runs", tally.runs(), runs);
      }
      if (databases != null && address != null) {
        databases.drop(address);
      }
      delete(journal);
    }
    return tally;
  }

  /** A journal that cannot be recovered is one that has lost something; all else is our fault. */
  private void refused(Exception failure, String again) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof JournalException) {
        tally.lost(1, String.valueOf(cause.getMessage()));
        return;
      }
    }
    throw new IllegalStateException(again, failure);
  }

  private static String again(long seed, int runs) {
    return "found; once more: ./ringmaster bench crash --seed " + seed + " --runs " + (runs + 1);
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

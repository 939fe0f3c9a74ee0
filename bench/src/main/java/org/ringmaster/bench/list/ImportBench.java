// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.list;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.ringmaster.bench.measure.Aim;
import org.ringmaster.bench.measure.DiskSync;
import org.ringmaster.bench.measure.Figures;
import org.ringmaster.bench.measure.Report;
import org.ringmaster.bench.measure.Rounds;
import org.ringmaster.bench.measure.Row;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.kernel.Kernel;
import org.ringmaster.core.kernel.KernelState;
import org.ringmaster.core.kernel.Started;
import org.ringmaster.core.kernel.Turn;
import org.ringmaster.dialer.list.Leads;
import org.ringmaster.dialer.list.ListInput;
import org.ringmaster.dialer.list.ListUse;
import org.ringmaster.dialer.list.Lists;
import org.ringmaster.dialer.load.ImportedList;
import org.ringmaster.dialer.load.KnownNumbers;
import org.ringmaster.dialer.load.LeadFolder;
import org.ringmaster.dialer.load.ListGuess;
import org.ringmaster.dialer.load.ListImport;
import org.ringmaster.dialer.load.ListMapping;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bench {@code import}. Every import's ledger is compared with the file, to the row. */
final class ImportBench {
  private static final Logger LOG = LoggerFactory.getLogger(ImportBench.class);
  private static final int ROUNDS = 5;
  private static final int MILLION = 1_000_000;
  private static final String OURS = "ours";
  private static final String COPY = "COPY";
  private static final String RATE = "rows/s";
  private static final String HEAP = "heap";
  private static final String WAIT = "wait";
  private static final double MICROS_PER_MILLI = 1_000;
  private static final double BYTES_PER_MEGABYTE = 1_000_000;

  private final Path folder;
  private final long seed;
  private final boolean quick;
  private int imports;

  ImportBench(Path folder, long seed, boolean quick) {
    this.folder = folder;
    this.seed = seed;
    this.quick = quick;
  }

  Report run() throws Exception {
    Report report = new Report("import", quick);
    report.disk(DiskSync.measure(folder));
    int rows = quick ? MILLION / 20 : MILLION;
    LOG.info("making files of {} rows", rows);
    MadeFile troubled = MadeFile.write(folder.resolve("troubled.csv"), rows, seed, true);
    MadeFile clean = MadeFile.write(folder.resolve("clean.csv"), rows, seed, false);
    try (PlainCopy copy = new PlainCopy(folder.resolve("postgres"))) {
      Rounds rounds =
          new Rounds(quick ? 1 : ROUNDS)
              .with(OURS, () -> ours(troubled, rows))
              .with(COPY, () -> copied(copy, clean, rows))
              .warmUp()
              .run();
      report.add(
          new Row(
                  "leads read, checked and kept, %,d rows, one in twenty with a trouble"
                      .formatted(rows),
                  RATE,
                  rounds.of(OURS, RATE))
              .peer("PostgreSQL COPY", rounds.of(COPY, RATE))
              .aim(Aim.atLeastTimes(0.25, "PostgreSQL COPY"))
              .note(
                  "COPY: rows without troubles, as texts, nothing checked; ours: on the disk, open,"
                      + " the ledger compared to the row"));
      report.add(
          new Row("live heap of a list of %,d rows".formatted(rows), "MB", rounds.of(OURS, HEAP))
              .aim(Aim.atMost(200.0 * rows / MILLION)));
      report.add(
          new Row(
                  "the kernel's turn that loads a list of %,d rows".formatted(rows),
                  "ms",
                  rounds.of(OURS, WAIT))
              .aim(Aim.atMost(20)));
    }
    return report;
  }

  private Figures ours(MadeFile file, int rows) throws IOException {
    LeadFolder leads = new LeadFolder(folder.resolve("lists-" + ++imports));
    byte[] head;
    try (InputStream in = Files.newInputStream(file.path())) {
      head = in.readNBytes(ListGuess.HEAD_BYTES);
    }
    long heapBefore = liveBytes();
    long began = System.nanoTime();
    ListMapping mapping = ListGuess.of(head, "DE").mapping();
    ImportedList list;
    try (InputStream in = Files.newInputStream(file.path())) {
      list = new ListImport(mapping, leads, KnownNumbers.NONE).run(in);
    }
    double seconds = (System.nanoTime() - began) / (double) TimeUnit.SECONDS.toNanos(1);
    file.check(list.ledger());
    double heap = (liveBytes() - heapBefore) / BYTES_PER_MEGABYTE;
    double wait = loadMillis(leads, list);
    Leads kept = Objects.requireNonNull(list.leads());
    if (kept.size() != list.ledger().loaded()) {
      throw new IllegalStateException("the segment has " + kept.size() + " leads");
    }
    return new Figures().with(RATE, rows / seconds).with(HEAP, heap).with(WAIT, wait);
  }

  /** How long the kernel is busy with the one fact that loads the list. */
  private static double loadMillis(LeadFolder leads, ImportedList list) {
    Kernel kernel = new Kernel(new KernelState(), List.of(new Lists(leads)));
    turn(kernel, new Started(1, 1));
    long began = System.nanoTime();
    Turn turn =
        turn(
            kernel,
            new ListInput.Load(
                ListUse.DIAL,
                "bench",
                list.sha256(),
                list.sourceSha256(),
                "troubled.csv",
                (int) list.ledger().loaded(),
                list.ledger(),
                false,
                new Author("bench")));
    double millis = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began) / MICROS_PER_MILLI;
    if (!(turn.answer instanceof Answer.Accepted)) {
      throw new IllegalStateException("not loaded: " + turn.answer);
    }
    return millis;
  }

  private static Turn turn(Kernel kernel, Input input) {
    Turn turn = new Turn();
    turn.input = input;
    kernel.handle(turn);
    return turn;
  }

  private static Figures copied(PlainCopy copy, MadeFile file, int rows) throws Exception {
    long began = System.nanoTime();
    if (copy.copy(file.path()) != rows) {
      throw new IllegalStateException("COPY lost rows");
    }
    double seconds = (System.nanoTime() - began) / (double) TimeUnit.SECONDS.toNanos(1);
    return new Figures().with(RATE, rows / seconds);
  }

  private static long liveBytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}

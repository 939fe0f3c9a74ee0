// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.list;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.Reference;
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
import org.ringmaster.dialer.list.Leads;
import org.ringmaster.dialer.list.ListUse;
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
  private static final String PEAK = "peak";
  private static final String MEMORY = "memory";
  private static final String STATES = "states";
  private static final String WAIT = "wait";
  private static final String WAIT_AGAIN = "wait again";
  private static final String WAIT_FORBIDS = "wait forbids";
  private static final String MILLIS = "ms";
  private static final double HEAP_OF_A_MILLION = 200;
  private static final double MOST_MILLIS = 20;
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
              .with(MEMORY, () -> memory(troubled, clean))
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
      memoryRows(report, rounds, rows);
      turnRows(report, rounds, rows);
    }
    return report;
  }

  private static void memoryRows(Report report, Rounds rounds, int rows) {
    report.add(
        new Row("live heap of a list of %,d rows".formatted(rows), "MB", rounds.of(MEMORY, HEAP))
            .peer("most while it is read", rounds.of(MEMORY, PEAK))
            .aim(Aim.atMost(HEAP_OF_A_MILLION * rows / MILLION))
            .note("beside a list as long that the campaign dials, of which each number is asked"));
    report.add(
        new Row(
                "live heap of how its leads stand, in kernel and board",
                "MB",
                rounds.of(OURS, STATES))
            .aim(Aim.atMost(HEAP_OF_A_MILLION * rows / MILLION)));
  }

  private static void turnRows(Report report, Rounds rounds, int rows) {
    String turn = "the kernel's turn that loads %,d rows for a campaign".formatted(rows);
    report.add(new Row(turn, MILLIS, rounds.of(OURS, WAIT)).aim(Aim.atMost(MOST_MILLIS)));
    report.add(
        new Row(turn + " that runs", MILLIS, rounds.of(OURS, WAIT_AGAIN))
            .aim(Aim.atMost(MOST_MILLIS)));
    report.add(
        new Row(turn + " that runs, not to be called", MILLIS, rounds.of(OURS, WAIT_FORBIDS))
            .aim(Aim.atMost(MOST_MILLIS)));
  }

  private Figures ours(MadeFile file, int rows) throws IOException {
    LeadFolder leads = new LeadFolder(folder.resolve("lists-" + ++imports));
    long began = System.nanoTime();
    ImportedList first = read(file, leads, KnownNumbers.NONE);
    double seconds = (System.nanoTime() - began) / (double) TimeUnit.SECONDS.toNanos(1);
    file.check(first.ledger());
    long before = LivePeak.liveBytes();
    LoadTurns kernel = new LoadTurns(leads);
    double wait = kernel.millis(ListUse.DIAL, first);
    double states = (LivePeak.liveBytes() - before) / BYTES_PER_MEGABYTE;
    kernel.starts();
    double again = kernel.millis(ListUse.DIAL, first);
    double forbids = kernel.millis(ListUse.DO_NOT_CALL, first);
    if (kernel.leads() != 2 * first.ledger().loaded()) {
      throw new IllegalStateException("the campaign has " + kernel.leads() + " leads");
    }
    return new Figures()
        .with(RATE, rows / seconds)
        .with(STATES, states)
        .with(WAIT, wait)
        .with(WAIT_AGAIN, again)
        .with(WAIT_FORBIDS, forbids);
  }

  /** What is alive while a list is read beside one that the campaign dials, and when it is read. */
  private Figures memory(MadeFile file, MadeFile other) throws IOException {
    LeadFolder leads = new LeadFolder(folder.resolve("lists-" + ++imports));
    Leads dialled = Objects.requireNonNull(read(other, leads, KnownNumbers.NONE).leads());
    ImportedList list = null;
    try (LivePeak peak = new LivePeak()) {
      long before = LivePeak.liveBytes();
      list = read(file, leads, new KnownNumbers(List.of(dialled), List.of()));
      long most = peak.bytes();
      return new Figures()
          .with(PEAK, (most - before) / BYTES_PER_MEGABYTE)
          .with(HEAP, (LivePeak.liveBytes() - before) / BYTES_PER_MEGABYTE);
    } finally {
      Reference.reachabilityFence(list);
      Reference.reachabilityFence(dialled);
    }
  }

  private static ImportedList read(MadeFile file, LeadFolder leads, KnownNumbers known)
      throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file.path())) {
      head = in.readNBytes(ListGuess.HEAD_BYTES);
    }
    ListMapping mapping = ListGuess.of(head, "DE").mapping();
    try (InputStream in = Files.newInputStream(file.path())) {
      ImportedList list = new ListImport(mapping, leads, known).run(in);
      Leads kept = Objects.requireNonNull(list.leads());
      if (kept.size() != list.ledger().loaded()) {
        throw new IllegalStateException("the segment has " + kept.size() + " leads");
      }
      return list;
    }
  }

  private static Figures copied(PlainCopy copy, MadeFile file, int rows) throws Exception {
    long began = System.nanoTime();
    if (copy.copy(file.path()) != rows) {
      throw new IllegalStateException("COPY lost rows");
    }
    double seconds = (System.nanoTime() - began) / (double) TimeUnit.SECONDS.toNanos(1);
    return new Figures().with(RATE, rows / seconds);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringmaster.bench.measure.Aim;
import org.ringmaster.bench.measure.Report;
import org.ringmaster.bench.measure.Row;
import org.ringmaster.bench.measure.Spread;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.journal.FactFrame;
import org.ringmaster.core.journal.JournalOptions;
import org.ringmaster.core.journal.JournalReader;
import org.ringmaster.core.journal.Snapshot;
import org.ringmaster.core.journal.Snapshots;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.dialer.DialerCentre;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The invariants over a journal on disk, which may be that of a running platform. Only whole
 * journals can be checked: what was true before the first fact is not known.
 */
final class JournalCheck {
  private static final Logger LOG = LoggerFactory.getLogger(JournalCheck.class);
  private static final long EVERY_FACTS = 200_000;

  private final Path folder;
  private final FactCodec codec = FactCodec.of(DialerCentre.names().build());
  private final Invariants invariants =
      Invariants.over(codec, DialerCentre::centre, each -> read(1, each));
  private long untilSequence = Long.MAX_VALUE;
  private long nowMicros;

  JournalCheck(Path folder) {
    this.folder = folder;
  }

  /** Checks; every breach is told on the way. */
  Report run() {
    Report report = new Report("invariants", false);
    long begun = System.nanoTime();
    read(1, this::see);
    untilSequence = invariants.lastSequence();
    invariants.checkpoint(recovered(), nowMicros);
    double seconds = (System.nanoTime() - begun) / 1e9;
    invariants.breaches().forEach(breach -> LOG.error("{}", breach));
    for (String sentence : invariants.sentences()) {
      long broken =
          invariants.breaches().stream()
              .filter(breach -> breach.sentence().equals(sentence))
              .count();
      report.add(new Row(sentence, "breaches", new Spread(broken)).aim(Aim.atMost(0)));
    }
    report.add(new Row("facts checked", "facts", new Spread(untilSequence)));
    report.add(new Row("speed", "facts/s", new Spread(untilSequence / seconds)));
    return report;
  }

  List<Breach> breaches() {
    return invariants.breaches();
  }

  private void see(RecordedFact fact) {
    invariants.see(fact);
    nowMicros = fact.envelope().recordedAtMicros();
    if (fact.sequence() % EVERY_FACTS == 0) {
      LOG.info("{} facts", fact.sequence());
    }
  }

  /** The state as a start of the platform would have it: from the newest snapshot on. */
  private Centre recovered() {
    Centre centre = DialerCentre.centre();
    Optional<Snapshot> snapshot =
        new Snapshots(JournalOptions.in(folder, 1), codec).newest(untilSequence);
    snapshot.ifPresent(saved -> saved.entities().forEach(centre::restore));
    read(snapshot.map(Snapshot::sequence).orElse(0L) + 1, centre::replay);
    return centre;
  }

  private void read(long fromSequence, Consumer<RecordedFact> each) {
    FactFrame frame = new FactFrame(codec);
    try (JournalReader reader = new JournalReader(folder, fromSequence)) {
      while (reader.sequence() < untilSequence && reader.next()) {
        each.accept(frame.decode(reader.sequence(), reader.payload()));
      }
    }
  }
}

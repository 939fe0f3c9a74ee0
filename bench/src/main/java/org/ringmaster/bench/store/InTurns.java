// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.store;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.ringmaster.bench.measure.Aim;
import org.ringmaster.bench.measure.Report;
import org.ringmaster.bench.measure.Rounds;
import org.ringmaster.bench.measure.Row;
import org.ringmaster.bench.measure.Turn;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.store.Projection;
import org.ringmaster.core.store.StoreAddress;

/**
 * All contestants in turns: in each round each writes the same next part of the day into its own
 * database, so that all tables grow alike.
 */
final class InTurns implements AutoCloseable {
  private static final String OURS = "ours";
  private static final String COPY = "bare COPY";
  private static final double OF_BARE_COPY = 0.75;
  private static final double TIMES_ROW_BY_ROW = 5;
  private static final double TIMES_REWRITTEN = 1.3;
  private static final double PROJECTED_PER_SECOND = 20_000;

  private final BenchServer server;
  private final List<List<RecordedFact>> parts = new ArrayList<>();
  private final List<AutoCloseable> open = new ArrayList<>();
  private final StoreAddress filled;

  /**
   * Makes ready.
   *
   * @param rounds how many rounds; one more is written to warm up
   * @param factsPerRound what each contestant writes in each
   */
  InTurns(BenchServer server, RecordedDay day, int rounds, int factsPerRound) throws Exception {
    this.server = server;
    filled = server.database("filled");
    try (OurStore reference = new OurStore(filled, List.of())) {
      for (int i = 0; i <= rounds; i++) {
        List<RecordedFact> part = day.facts(1L + (long) i * factsPerRound, factsPerRound);
        reference.write(part);
        parts.add(part);
      }
    }
  }

  /** The table of facts alone. */
  void facts(Report report) throws Exception {
    BareCopy copy = keep(new BareCopy(filled, server.database("facts_copy")));
    for (List<RecordedFact> part : parts) {
      copy.prepare(part);
    }
    Rounds rounds = rounds("facts", List::of).with(COPY, turn(copy));
    rounds.warmUp().run();
    report.add(
        row("facts a second, the table of facts alone", rounds)
            .limit(COPY, rounds.of(COPY, "rate"))
            .aim(Aim.atLeastTimes(OF_BARE_COPY, COPY))
            .aim(Aim.atLeastTimes(TIMES_ROW_BY_ROW, InsertWay.NAIVE.toString()))
            .aim(Aim.atLeastTimes(TIMES_REWRITTEN, InsertWay.REWRITTEN.toString()))
            .note(
                "the same facts into the same table; ours encodes each fact, the others find their"
                    + " values ready; the COPY is of the very bytes, one commit for all; batches"
                    + " commit every "
                    + InsertWay.BATCH.factsPerCommit()
                    + " facts, row by row commits each"));
  }

  /** All tables. */
  void projections(Report report, Supplier<List<Projection>> projections) throws Exception {
    Rounds rounds = rounds("all", projections);
    rounds.warmUp().run();
    report.add(
        row("facts a second, with all projections", rounds)
            .aim(Aim.atLeast(PROJECTED_PER_SECOND))
            .aim(Aim.atLeastTimes(TIMES_ROW_BY_ROW, InsertWay.NAIVE.toString()))
            .aim(Aim.atLeastTimes(TIMES_REWRITTEN, InsertWay.REWRITTEN.toString()))
            .note(
                "every contestant fills every table; what belongs into them is worked out by our"
                    + " projections for all; peers upsert, and their batches are folded to one"
                    + " change for each row and commit, as ours are"));
  }

  private Rounds rounds(String name, Supplier<List<Projection>> projections) throws Exception {
    Rounds rounds = new Rounds(parts.size() - 1);
    OurStore ours = keep(new OurStore(server.database(name + "_ours"), projections.get()));
    rounds.with(OURS, turn(ours));
    Map<InsertWay, Inserts> peers = new EnumMap<>(InsertWay.class);
    for (InsertWay way : InsertWay.values()) {
      StoreAddress own =
          server.database(name + "_" + way.name().toLowerCase(java.util.Locale.ROOT));
      Inserts peer = keep(new Inserts(way, filled, own, projections.get()));
      for (List<RecordedFact> part : parts) {
        peer.prepare(part, filled);
      }
      peers.put(way, peer);
    }
    peers.forEach((way, peer) -> rounds.with(way.toString(), turn(peer)));
    return rounds;
  }

  private <C extends AutoCloseable> C keep(C contestant) {
    open.add(contestant);
    return contestant;
  }

  /** Each turn of a contestant takes the next part of the day. */
  private Turn turn(Contestant contestant) {
    int[] turns = new int[1];
    return () -> contestant.timed(parts.get(turns[0]++));
  }

  private static Row row(String what, Rounds rounds) {
    Row row = new Row(what, "facts/s", rounds.of(OURS, "rate"));
    for (InsertWay way : InsertWay.values()) {
      row.peer(way.toString(), rounds.of(way.toString(), "rate"));
    }
    return row;
  }

  @Override
  public void close() throws Exception {
    for (AutoCloseable contestant : open) {
      contestant.close();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.outage;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.journal.FlightReader;
import org.ringmaster.core.journal.TakenInput;
import org.ringmaster.core.kernel.Started;

/**
 * How a killed platform came back, in milliseconds.
 *
 * @param reconciled from the start of the process until the kernel had Asterisk's list
 * @param board from the start of the process until everything is right on the boards, seen from
 *     outside over the API, and the list was there
 * @param store from the start of the process until PostgreSQL had all facts of the journal and as
 *     many open calls as there are
 * @param replay how long it took to open the journal and bring the state back
 * @param listing from the kernel's start until it had Asterisk's list: connecting, asking,
 *     comparing
 */
record Comeback(double reconciled, double board, double store, double replay, double listing) {
  private static final double MICROS = 1_000;
  private static final double MILLIS = 1_000;
  private static final long RIGHT_SECONDS = 30;
  private static final String OPEN_CALLS = "select count(*) from calls where ended_at is null";
  private static final String APPLIED = "select min(applied_sequence) from projections";

  /** Kills the platform of a site, starts it again and looks on. */
  static Comeback of(Site site) throws Exception {
    StoreReading store = site.store();
    site.killAndStart();
    PlatformProcess platform = site.platform();
    Until.holds(site::isRight, RIGHT_SECONDS, "the board is right again");
    double board = platform.ageMillis();
    long facts = site.journaled();
    Until.holds(
        () -> store.number(APPLIED) >= facts && store.number(OPEN_CALLS) == site.callers(),
        RIGHT_SECONDS,
        "the store is right again");
    double stored = platform.ageMillis();
    Until.holds(
        () -> Taken.since(site, platform.startedMicros()) != null,
        RIGHT_SECONDS,
        "Asterisk's list is with the kernel");
    Taken taken = Objects.requireNonNull(Taken.since(site, platform.startedMicros()));
    double reconciled = (taken.listedMicros() - platform.startedMicros()) / MICROS;
    return new Comeback(
        reconciled,
        Math.max(board, reconciled),
        stored,
        platform.metric("ringmaster_recovery_seconds") * MILLIS,
        (taken.listedMicros() - taken.startedMicros()) / MICROS);
  }

  /** When the kernel took two inputs, by the flight recorder; epoch microseconds. */
  private record Taken(long startedMicros, long listedMicros) {
    /** Null while the list has not come. */
    static @Nullable Taken since(Site site, long sinceMicros) {
      FlightReader reader = new FlightReader(site.journal(), History.CODEC);
      long started = 0;
      @Nullable TakenInput next = reader.next();
      while (next != null) {
        if (next.takenAtMicros() >= sinceMicros && next.input() instanceof Started) {
          started = next.takenAtMicros();
        } else if (started > 0 && next.input() instanceof CallInput.NodeListed) {
          return new Taken(started, next.takenAtMicros());
        }
        next = reader.next();
      }
      return null;
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.list;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.ringmaster.core.store.JourneyStore;
import org.ringmaster.dialer.store.PastAttempts;

/**
 * The journey store, once it has everything that was on the disk when it was asked for: half of
 * what has happened would make half a list, and nobody would know. Any thread that may wait.
 */
public final class JourneysUpToNow implements JourneyRows.UpToNow {

  /** A store that keeps up is a moment behind; one that is filled anew, or was away, is more. */
  public static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Supplier<Optional<JourneyStore>> store;
  private final LongSupplier syncedSequence;
  private final Supplier<String> failure;
  private final int cell;
  private final Duration patience;

  /**
   * A store that follows.
   *
   * @param store empty while there is none
   * @param syncedSequence the last fact that is on the disk
   * @param failure why there is no store, or why it does not write now; empty while all is well
   * @param patience how long it is waited for
   */
  public JourneysUpToNow(
      Supplier<Optional<JourneyStore>> store,
      LongSupplier syncedSequence,
      Supplier<String> failure,
      int cell,
      Duration patience) {
    this.store = store;
    this.syncedSequence = syncedSequence;
    this.failure = failure;
    this.cell = cell;
    this.patience = patience;
  }

  @Override
  public PastAttempts reader() throws InterruptedException {
    JourneyStore open =
        store
            .get()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "The journey store is not there"
                            + why()
                            + ", and nothing was loaded: ./ringmaster doctor says why."));
    long wanted = syncedSequence.getAsLong();
    if (!open.awaitApplied(wanted, patience)) {
      throw new IllegalStateException(
          "The journey store is "
              + (wanted - open.progress().lastAppliedSequence())
              + " facts behind"
              + why()
              + ", and a list of what it holds would be half of one. Nothing was loaded: try again"
              + " when it has caught up.");
    }
    return new PastAttempts(open.readers(), cell);
  }

  private String why() {
    String why = failure.get();
    return why.isEmpty() ? "" : " (" + why + ")";
  }
}

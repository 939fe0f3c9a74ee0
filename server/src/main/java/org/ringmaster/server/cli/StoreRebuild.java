// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.journal.FileJournal;
import org.ringmaster.core.journal.JournalOptions;
import org.ringmaster.core.store.JournalSource;
import org.ringmaster.core.store.JourneyStore;
import org.ringmaster.core.store.Projection;
import org.ringmaster.core.store.StoreAddress;
import org.ringmaster.core.store.StoreOptions;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.dialer.store.DialerStore;

/**
 * Fills tables anew in the platform's absence: the journal's lock, taken here, keeps it away. What
 * the journal has and the store has not is copied first.
 */
final class StoreRebuild {
  private static final Duration CATCH_UP = Duration.ofMinutes(10);

  private final StoreAddress address;
  private final int cell;
  private final Path folder;

  StoreRebuild(StoreAddress address, int cell, Path folder) {
    this.address = address;
    this.cell = cell;
    this.folder = folder;
  }

  /** The names of the projections whose tables were filled anew. */
  List<String> run(Optional<String> only) throws Failure {
    FactCodec codec = FactCodec.of(DialerCentre.names().build());
    StoreOptions options = DialerStore.options(address, cell, codec);
    List<String> names = names(options, only);
    try (FileJournal journal = FileJournal.open(JournalOptions.in(folder, cell));
        JourneyStore store = JourneyStore.open(options)) {
      store.follow(new JournalSource(journal, codec));
      if (!store.awaitApplied(journal.lastSequence(), CATCH_UP)) {
        throw Failure.of("the store does not catch up: " + store.progress().failure());
      }
      for (String name : names) {
        store.rebuild(name).get();
      }
      return names;
    } catch (ExecutionException e) {
      throw Failure.of("the tables could not be filled: " + e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failure.of("interrupted");
    }
  }

  private static List<String> names(StoreOptions options, Optional<String> only) throws Failure {
    List<String> known = options.projections().stream().map(Projection::name).toList();
    if (only.isPresent() && !known.contains(only.get())) {
      throw new Failure(
          ExitCode.USAGE,
          "no tables are called " + only.get() + "; there are " + String.join(", ", known));
    }
    return only.map(List::of).orElse(known);
  }
}

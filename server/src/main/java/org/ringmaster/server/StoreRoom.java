// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.history.History;
import org.ringmaster.core.history.PastBoards;
import org.ringmaster.core.history.PastCalls;
import org.ringmaster.core.history.PastRecordings;
import org.ringmaster.core.journal.Journal;
import org.ringmaster.core.journal.Snapshot;
import org.ringmaster.core.journal.SnapshotAlbum;
import org.ringmaster.core.store.EmbeddedStore;
import org.ringmaster.core.store.JournalSource;
import org.ringmaster.core.store.JourneyStore;
import org.ringmaster.core.store.StoreAddress;
import org.ringmaster.core.store.StoreException;
import org.ringmaster.dialer.store.DialerStore;
import org.ringmaster.dialer.store.PastAttempts;
import org.ringmaster.server.config.Configuration;
import org.ringmaster.server.config.StoreSettings;
import org.ringmaster.server.http.Past;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journey store beside the engine: found or started on a thread of its own, so that calls never
 * wait for it. Where PostgreSQL cannot be had, it says why and tries again.
 */
final class StoreRoom implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StoreRoom.class);
  private static final long LOOK_SECONDS = 5;
  private static final long MAX_OPENING_MILLIS = 30_000;

  private final Configuration configuration;
  private final Path folder;
  private final Supplier<StoreAddress> finder;
  private final FactCodec codec;
  private final Journal journal;
  private final LongFunction<Optional<Snapshot>> album;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private volatile @Nullable JourneyStore store;
  private volatile @Nullable StoreAddress found;
  private volatile String failure = "PostgreSQL is being started";

  /**
   * A store as configured, the embedded one in a folder of this folder.
   *
   * @param album snapshots of the past
   */
  StoreRoom(
      Configuration configuration,
      Path folder,
      FactCodec codec,
      Journal journal,
      SnapshotAlbum album) {
    this(
        configuration,
        folder.resolve("postgres"),
        codec,
        journal,
        album::upTo,
        () -> address(configuration.store(), folder.resolve("postgres")));
  }

  /**
   * The same where it is found otherwise.
   *
   * @param album the newest snapshot of no later fact than this, if there is one
   * @param finder asked again and again until there is a store
   */
  StoreRoom(
      Configuration configuration,
      Path folder,
      FactCodec codec,
      Journal journal,
      LongFunction<Optional<Snapshot>> album,
      Supplier<StoreAddress> finder) {
    this.configuration = configuration;
    this.album = album;
    this.folder = folder;
    this.finder = finder;
    this.codec = codec;
    this.journal = journal;
    thread = Thread.ofPlatform().name("store-start").daemon().unstarted(this::open);
  }

  /** Begins to look for PostgreSQL. */
  void start() {
    thread.start();
  }

  /** The store, once there is one. */
  Optional<JourneyStore> store() {
    return Optional.ofNullable(store);
  }

  /** What reads the past, once there is a store. */
  Optional<Past.Readers> readers() {
    int cell = configuration.cell().number();
    ZoneId zone = ZoneId.systemDefault();
    return store()
        .map(JourneyStore::readers)
        .map(
            source ->
                new Past.Readers(
                    new History(source, cell, zone),
                    new PastCalls(source, cell, codec),
                    new PastBoards(source, cell, codec, zone, album),
                    new PastRecordings(source, cell),
                    new PastAttempts(source, cell)));
  }

  /** The last sequence the store has applied; 0 while there is none. */
  long appliedSequence() {
    return store().map(open -> open.progress().lastAppliedSequence()).orElse(0L);
  }

  /** Why there is no store, or why it does not write now; empty while all is well. */
  String failure() {
    JourneyStore open = store;
    String why = open == null ? failure : open.progress().failure();
    return why == null ? "" : why;
  }

  private void open() {
    try {
      do {
        try {
          look();
        } catch (StoreException e) {
          failure = String.valueOf(e.getMessage());
          LOG.error("no journey store, calls go on: {}", failure);
        } catch (RuntimeException e) {
          // Nobody foresaw it, so all of it is shown; it must not be the last look.
          failure = e.toString();
          LOG.error("no journey store, calls go on: {}", failure, e);
        }
      } while (!closing.await(LOOK_SECONDS, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Opens the store where there is none; an embedded PostgreSQL that has died is started again. */
  private void look() {
    if (store == null) {
      StoreAddress address = finder.get();
      found = address;
      JourneyStore opened =
          JourneyStore.open(
              DialerStore.options(address, configuration.cell().number(), codec)
                  .keepingFacts(configuration.store().keepMillis()));
      opened.follow(new JournalSource(journal, codec));
      store = opened;
    } else if (configuration.store().embedded() && !failure().isEmpty()) {
      EmbeddedStore.start(folder);
    }
  }

  /** Where PostgreSQL is, once it is known; null before. */
  @Nullable StoreAddress found() {
    return found;
  }

  private static StoreAddress address(StoreSettings settings, Path folder) {
    if (settings.embedded()) {
      return EmbeddedStore.start(folder).address();
    }
    return new StoreAddress(
        Objects.requireNonNull(settings.url()),
        Objects.requireNonNullElse(settings.user(), ""),
        settings.secret() == null ? "" : settings.secret().value());
  }

  /** Ends after the batch at hand. The embedded PostgreSQL goes on, for the next start. */
  @Override
  public void close() {
    closing.countDown();
    awaitOpening();
    JourneyStore open = store;
    if (open != null) {
      open.close();
    }
  }

  /** A PostgreSQL that is being started now would otherwise outlive its stop. */
  private void awaitOpening() {
    try {
      thread.join(MAX_OPENING_MILLIS);
      if (thread.isAlive()) {
        LOG.warn("the journey store is still being opened");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

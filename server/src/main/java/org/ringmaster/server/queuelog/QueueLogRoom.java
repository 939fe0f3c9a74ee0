// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.queuelog;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.store.FactSource;
import org.ringmaster.core.store.StoreAddress;
import org.ringmaster.server.config.QueueLogSettings;

/** What the configuration wants to be written as {@code queue_log}. */
public final class QueueLogRoom implements AutoCloseable {

  private final List<QueueLogPublisher> publishers = new ArrayList<>();

  /**
   * Where facts are had from.
   *
   * @param sources a new source at each call
   * @param oldest the sequence of the oldest fact that they have
   */
  public record Facts(Supplier<FactSource> sources, LongSupplier oldest) {}

  /**
   * Nothing is begun yet.
   *
   * @param folder the platform's folder
   * @param cell whose facts they are
   * @param store where the PostgreSQL is, once it is known; null before
   */
  public QueueLogRoom(
      QueueLogSettings settings,
      Path folder,
      int cell,
      Facts facts,
      Supplier<@Nullable StoreAddress> store) {
    Path file = settings.file();
    if (file != null) {
      QueueLogFile sink =
          new QueueLogFile(folder.resolve(file), folder.resolve("queue_log.bookmark"));
      add("file", sink, facts);
    }
    if (settings.table()) {
      Supplier<StoreAddress> known =
          () -> Objects.requireNonNull(store.get(), "PostgreSQL is not there yet");
      add("table", new QueueLogTable(known, cell, ZoneId.systemDefault()), facts);
    }
  }

  private void add(String name, QueueLogSink sink, Facts facts) {
    publishers.add(new QueueLogPublisher(name, sink, facts.sources(), facts.oldest()));
  }

  /** Begins to follow the facts. */
  public void start() {
    publishers.forEach(QueueLogPublisher::start);
  }

  /** The last fact that is written wherever it is wanted; all there are where it is not. */
  public long writtenSequence() {
    return publishers.stream()
        .mapToLong(QueueLogPublisher::writtenSequence)
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /** Why something is not written now; empty while all is well. */
  public String failure() {
    return publishers.stream()
        .map(QueueLogPublisher::failure)
        .filter(why -> !why.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** Whether anything is wanted at all. */
  public boolean isWanted() {
    return !publishers.isEmpty();
  }

  @Override
  public void close() {
    publishers.forEach(QueueLogPublisher::close);
  }
}

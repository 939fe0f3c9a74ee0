// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.queuelog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.store.FactSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows durable facts and writes them as lines of {@code queue_log}, from the last bookmark on;
 * without one from the oldest fact there is. One thread of its own. What cannot be written is tried
 * again; calls go on meanwhile.
 */
public final class QueueLogPublisher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(QueueLogPublisher.class);
  private static final int MOST_FACTS = 5_000;
  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final long AGAIN_MILLIS = 5_000;
  private static final long CLOSE_MILLIS = 10_000;

  private final String name;
  private final QueueLogSink sink;
  private final Supplier<FactSource> sources;
  private final LongSupplier oldest;
  private final Thread thread;
  private volatile boolean closing;
  private volatile long written;
  private volatile String failure = "";

  /**
   * Not begun yet.
   *
   * @param sources a new source at each beginning
   * @param oldest the sequence of the oldest fact that it has
   */
  QueueLogPublisher(
      String name, QueueLogSink sink, Supplier<FactSource> sources, LongSupplier oldest) {
    this.name = name;
    this.sink = sink;
    this.sources = sources;
    this.oldest = oldest;
    thread = Thread.ofPlatform().name("queue-log-" + name).daemon().unstarted(this::run);
  }

  /** Begins to follow. */
  public void start() {
    thread.start();
  }

  /** The last fact whose lines are written; 0 until the bookmark is read. Any thread. */
  public long writtenSequence() {
    return written;
  }

  /** Why nothing is written now; empty while all is well. Any thread. */
  public String failure() {
    return failure;
  }

  private void run() {
    while (!closing) {
      try (FactSource source = sources.get()) {
        follow(source);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (Exception e) {
        failure = "queue_log (" + name + ") is not written: " + e.getMessage();
        LOG.warn("{}; tried again", failure);
        if (!pause()) {
          return;
        }
      }
    }
  }

  private boolean pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(AGAIN_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void follow(FactSource source) throws Exception {
    List<QueueLogLine> lines = new ArrayList<>();
    QueueLog log = new QueueLog(lines::add);
    QueueLogSink.@Nullable Bookmark from = sink.bookmark();
    long last = oldest.getAsLong() - 1;
    if (from != null) {
      QueueLogCodec.decodeInto(from.state(), log);
      if (from.sequence() < last) {
        LOG.warn(
            "queue_log ({}) lacks facts {} to {}: they are not in the journal any more",
            name,
            from.sequence() + 1,
            last);
      }
      last = Math.max(last, from.sequence());
    }
    written = last;
    while (true) {
      boolean leaving = closing;
      List<RecordedFact> facts = source.take(last, MOST_FACTS, PATIENCE);
      if (facts.isEmpty()) {
        if (leaving) {
          return;
        }
        continue;
      }
      facts.forEach(fact -> log.apply(fact.fact(), fact.envelope()));
      last = facts.getLast().sequence();
      sink.write(lines, new QueueLogSink.Bookmark(last, QueueLogCodec.encode(log)));
      lines.clear();
      written = last;
      failure = "";
    }
  }

  @Override
  public void close() {
    closing = true;
    try {
      thread.join(CLOSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    sink.close();
  }
}

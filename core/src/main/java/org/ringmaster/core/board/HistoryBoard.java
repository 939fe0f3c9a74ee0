// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;

/**
 * What each queue showed at every half minute of the last thirty minutes. It reads the board of the
 * queues as that stood when the half minute was full, so it is told of each fact before that one.
 */
public final class HistoryBoard implements Board {

  /** From one sample to the next, microseconds. */
  public static final long STEP_MICROS = 30_000_000;

  /** How many samples are kept. */
  public static final int KEPT = 60;

  /** When the next sample is taken; a line in a snapshot. */
  record Due(long atMicros) {}

  private final QueueBoard queues;
  private final ZoneId zone;
  private final Map<QueueId, Deque<QueueSample>> samples = new LinkedHashMap<>();
  private final Set<QueueId> touched = new LinkedHashSet<>();
  private final Map<QueueId, List<QueueSample>> published = new ConcurrentHashMap<>();
  private long dueMicros;
  private volatile long dueShownMicros;

  /**
   * A history of this board.
   *
   * @param zone whose calendar days are counted
   */
  HistoryBoard(QueueBoard queues, ZoneId zone) {
    this.queues = queues;
    this.zone = zone;
  }

  /**
   * What a queue showed, oldest first, until now. Any thread.
   *
   * @param nowMicros epoch microseconds
   */
  public List<QueueSample> samples(QueueId queue, long nowMicros) {
    List<QueueSample> all = new ArrayList<>(published.getOrDefault(queue, List.of()));
    QueueRow row = queues.row(queue);
    if (row == null) {
      return List.of();
    }
    long oldest = floor(nowMicros) - (KEPT - 1) * STEP_MICROS;
    // Where nothing has happened since, the queue has stood still.
    long next = all.isEmpty() ? dueShownMicros : all.getLast().atMicros() + STEP_MICROS;
    for (long at = Math.max(next, oldest); at <= nowMicros; at += STEP_MICROS) {
      all.add(QueueSample.of(row, at, zone));
    }
    all.removeIf(sample -> sample.atMicros() < oldest);
    return List.copyOf(all);
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    long now = envelope.recordedAtMicros();
    long oldest = floor(now) - (KEPT - 1) * STEP_MICROS;
    dueMicros = dueMicros == 0 ? floor(now) + STEP_MICROS : Math.max(dueMicros, oldest);
    for (; dueMicros <= now; dueMicros += STEP_MICROS) {
      for (QueueRow row : queues.standing()) {
        add(QueueSample.of(row, dueMicros, zone));
      }
    }
    if (fact instanceof QueueFact.QueueRemoved removed) {
      samples.remove(removed.queue());
      touched.add(removed.queue());
    }
  }

  private void add(QueueSample sample) {
    Deque<QueueSample> kept = samples.computeIfAbsent(sample.queue(), id -> new ArrayDeque<>());
    kept.add(sample);
    if (kept.size() > KEPT) {
      kept.remove();
    }
    touched.add(sample.queue());
  }

  private static long floor(long micros) {
    return micros - Math.floorMod(micros, STEP_MICROS);
  }

  @Override
  public void publish() {
    for (QueueId queue : touched) {
      Deque<QueueSample> kept = samples.get(queue);
      if (kept == null) {
        published.remove(queue);
      } else {
        published.put(queue, List.copyOf(kept));
      }
    }
    touched.clear();
    dueShownMicros = dueMicros;
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    out.accept(new Due(dueMicros));
    samples.values().forEach(kept -> kept.forEach(out));
  }

  @Override
  public void restore(Record entity) {
    switch (entity) {
      case Due it -> dueMicros = it.atMicros();
      case QueueSample it -> add(it);
      default -> {}
    }
  }
}

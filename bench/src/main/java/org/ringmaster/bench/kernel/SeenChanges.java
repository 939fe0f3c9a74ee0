// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.kernel;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.HdrHistogram.Histogram;

/**
 * When each change reached each viewer. Several changes may come in one frame; all viewers of one
 * kind get the same bytes, so that the first of them is read for all. Frames are heard on the
 * viewers' threads, changes are told on another.
 */
final class SeenChanges implements WallViewers.Ear {
  private static final double NANOS_PER_MILLI = 1e6;

  /** Which changes a frame shows. */
  @FunctionalInterface
  interface Reading {
    /**
     * Whether a frame shows a change.
     *
     * @param index which change, from 0
     * @param sequence the frame's number, counted from the first one heard
     */
    boolean shows(Seat seat, int index, long sequence, String text);
  }

  private final Reading reading;
  private final AtomicLongArray toldNanos;
  private final Histogram nanos = new Histogram(TimeUnit.SECONDS.toNanos(60), 3);
  private final AtomicLong seen = new AtomicLong();
  private final Map<Object, Circle> circles = new HashMap<>();
  private volatile int told;

  /** The frames that all viewers of one kind get, or all pages of one agent. */
  private static final class Circle {
    final Map<Long, List<Integer>> frames = new HashMap<>();
    final List<Integer> shown = new ArrayList<>();
    long first = -1;
  }

  SeenChanges(int changes, Reading reading) {
    this.reading = reading;
    toldNanos = new AtomicLongArray(changes);
  }

  /** The next change is told now. */
  void tells(int index) {
    toldNanos.set(index, System.nanoTime());
    told = index + 1;
  }

  /** How many times any change has reached any viewer. */
  long seen() {
    return seen.get();
  }

  /** The 99th percentile from telling to seeing. */
  synchronized double p99Millis() {
    return nanos.getValueAtPercentile(99) / NANOS_PER_MILLI;
  }

  @Override
  public synchronized void hears(Seat seat, long sequence, ByteBuf text, long atNanos) {
    Object kind = seat.agent() == null ? seat.kind() : seat.agent();
    Circle circle = circles.computeIfAbsent(kind, key -> new Circle());
    List<Integer> inIt = seat.agent() == null ? circle.frames.get(sequence) : null;
    if (inIt == null) {
      circle.first = circle.first < 0 ? sequence : circle.first;
      String message = text.toString(StandardCharsets.UTF_8);
      inIt = newlyShown(seat, circle, sequence - circle.first, message);
      circle.frames.put(sequence, inIt);
    }
    count(inIt, atNanos);
  }

  private List<Integer> newlyShown(Seat seat, Circle circle, long sequence, String text) {
    List<Integer> found = new ArrayList<>();
    for (int index = 0; index < told; index++) {
      if (!circle.shown.contains(index) && reading.shows(seat, index, sequence, text)) {
        found.add(index);
      }
    }
    circle.shown.addAll(found);
    return found;
  }

  private void count(List<Integer> changes, long atNanos) {
    for (int index : changes) {
      nanos.recordValue(Math.max(0, atNanos - toldNanos.get(index)));
      seen.incrementAndGet();
    }
  }
}

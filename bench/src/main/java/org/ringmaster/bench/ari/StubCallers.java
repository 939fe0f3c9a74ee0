// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.HdrHistogram.Histogram;
import org.ringmaster.bench.measure.Figures;

/**
 * Callers who arrive at a {@link StubAsterisk} at a steady rate, whatever becomes of those before
 * them, and how long each waits for the request that answers: from the instant that was meant for
 * the arrival to the last byte of the request at Asterisk's end.
 */
final class StubCallers {
  private static final long WAIT_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final long POLL_MILLIS = 5;
  private static final double NANOS_PER_MICRO = 1_000.0;

  private final StubAsterisk asterisk;
  private final String app;
  private final int count;
  private final long periodNanos;
  private final Histogram nanos = new Histogram(TimeUnit.SECONDS.toNanos(60), 3);
  private long began;
  private final AtomicInteger arrived = new AtomicInteger();
  private final AtomicInteger answered = new AtomicInteger();

  StubCallers(StubAsterisk asterisk, String app, int perSecond, int count) {
    this.asterisk = asterisk;
    this.app = app;
    this.count = count;
    periodNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
  }

  /** Lets them all come and go; who is not answered counts with the wait so far. */
  Figures run() throws InterruptedException {
    asterisk.loop().submit(this::begin).syncUninterruptibly();
    awaitOrGiveUp(() -> arrived.get() == count, periodNanos * count);
    awaitOrGiveUp(() -> answered.get() == count, 0);
    int unanswered = count - answered.get();
    asterisk.loop().submit(this::sendAway).syncUninterruptibly();
    awaitOrGiveUp(this::areGone, 0);
    Figures figures = Figures.of("unanswered", unanswered);
    for (double part : new double[] {50, 99, 99.9}) {
      figures.with(name(part), nanos.getValueAtPercentile(part) / NANOS_PER_MICRO);
    }
    return figures;
  }

  /** What {@link #run} calls a percentile: {@code p50}, {@code p99.9}. */
  static String name(double percentile) {
    String digits = Double.toString(percentile);
    return "p" + (digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits);
  }

  private void begin() {
    began = System.nanoTime();
    asterisk.onAnswer(this::answered);
    arrive();
  }

  private void arrive() {
    long now = System.nanoTime();
    while (arrived.get() < count && due() <= now) {
      asterisk.arrives(app, due());
      arrived.incrementAndGet();
    }
    if (arrived.get() < count) {
      asterisk.loop().schedule(this::arrive, due() - System.nanoTime(), TimeUnit.NANOSECONDS);
    }
  }

  private long due() {
    return began + arrived.get() * periodNanos;
  }

  private void answered(StubCall call, long atNanos) {
    nanos.recordValue(atNanos - call.dueNanos);
    answered.incrementAndGet();
  }

  private void sendAway() {
    long now = System.nanoTime();
    for (StubCall call : asterisk.calls()) {
      if (!call.isUp()) {
        nanos.recordValue(now - call.dueNanos);
        asterisk.ends(call);
      }
    }
  }

  private boolean areGone() {
    return asterisk.loop().submit(() -> asterisk.calls().isEmpty()).syncUninterruptibly().getNow();
  }

  private static void awaitOrGiveUp(BooleanSupplier condition, long moreNanos)
      throws InterruptedException {
    long deadline = System.nanoTime() + WAIT_NANOS + moreNanos;
    while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }
}

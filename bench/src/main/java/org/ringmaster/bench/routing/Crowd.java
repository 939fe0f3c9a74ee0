// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ringmaster.lab.CallerBehaviour;
import org.ringmaster.lab.DrawnMillis;
import org.ringmaster.lab.Outside;
import org.ringmaster.lab.OutsideCall;

/** Callers of one number, so many at any time: who hangs up is followed by another. */
public final class Crowd {

  private static final long LOOK_MILLIS = 100;

  /** Random, because with fixed talk times app_queue's polling locks to one phase. */
  private static final DrawnMillis TALK = DrawnMillis.between(1_000, 3_000);

  private final Outside outside;
  private final String number;
  private final int size;
  private final List<OutsideCall> present = new ArrayList<>();
  private int called;

  /** Nobody yet, of a crowd of that size. */
  public Crowd(Outside outside, String number, int size) {
    this.outside = outside;
    this.number = number;
    this.size = size;
  }

  /** Keeps the crowd at its size until so many have talked and gone, or the time is over. */
  public void keep(int untilGone, long limitMillis) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limitMillis);
    fill();
    int first = called;
    while (called - first < untilGone && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      present.retainAll(outside.calls());
      fill();
    }
  }

  /**
   * Lets those who are there talk and go, and nobody follow.
   *
   * @throws IllegalStateException where they do not within the time
   */
  public void drain(long limitMillis) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limitMillis);
    while (!present.isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(present.size() + " callers are still there");
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      present.retainAll(outside.calls());
    }
  }

  private void fill() {
    while (present.size() < size) {
      present.add(
          outside.call(
              number, "4930555%04d".formatted(called++ % 10_000), CallerBehaviour.talks(TALK)));
    }
  }
}

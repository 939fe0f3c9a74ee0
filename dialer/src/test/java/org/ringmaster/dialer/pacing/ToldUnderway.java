// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.pacing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** What lasts, as a test tells it, in seconds. */
final class ToldUnderway implements Underway {
  private final List<Long> ringing = new ArrayList<>();
  private final List<Long> talking = new ArrayList<>();
  private final List<Long> wrapping = new ArrayList<>();

  ToldUnderway rings(int count, double seconds) {
    return many(ringing, count, seconds);
  }

  ToldUnderway talks(int count, double seconds) {
    return many(talking, count, seconds);
  }

  ToldUnderway wraps(int count, double seconds) {
    return many(wrapping, count, seconds);
  }

  private ToldUnderway many(List<Long> into, int count, double seconds) {
    for (int i = 0; i < count; i++) {
      into.add((long) (seconds * 1e6));
    }
    return this;
  }

  @Override
  public void ringing(LongConsumer micros) {
    ringing.forEach(micros::accept);
  }

  @Override
  public void talking(LongConsumer micros) {
    talking.forEach(micros::accept);
  }

  @Override
  public void wrapping(LongConsumer micros) {
    wrapping.forEach(micros::accept);
  }
}

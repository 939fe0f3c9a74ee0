// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.forecast;

import java.util.Arrays;

/** Leads by when they are due: a heap of whole seconds and places, in one number each. */
final class LeadQueue {
  private static final int PLACE_BITS = 24;
  private static final long PLACES = (1L << PLACE_BITS) - 1;
  static final long SECOND_MICROS = 1_000_000;

  /** Which lead that may be: more than this cannot be told apart. */
  static final int MOST = (int) PLACES;

  private long[] heap;
  private final boolean[] closed;
  private int size;
  private int closedNow;

  LeadQueue(int leads) {
    heap = new long[Math.max(1, leads)];
    closed = new boolean[leads];
  }

  int size() {
    return size;
  }

  /** Whether most of those that are left wait for the hours where they are. */
  boolean isClosed() {
    return 2 * closedNow > size;
  }

  /** When the first one is due, epoch microseconds; {@link Long#MAX_VALUE} where none is left. */
  long firstDueMicros() {
    return size == 0 ? Long.MAX_VALUE : (heap[0] >>> PLACE_BITS) * SECOND_MICROS;
  }

  /** How many are due at an instant, but not more than so many. */
  int due(long nowMicros, int most) {
    return due(0, nowMicros / SECOND_MICROS, most);
  }

  private int due(int place, long nowSeconds, int most) {
    if (most <= 0 || place >= size || heap[place] >>> PLACE_BITS > nowSeconds) {
      return 0;
    }
    int left = due(2 * place + 1, nowSeconds, most - 1);
    return 1 + left + due(2 * place + 2, nowSeconds, most - 1 - left);
  }

  /** Adds one that is due at an instant, rounded up to a second. */
  void add(int lead, long dueMicros, boolean forHours) {
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, 2 * size);
    }
    if (forHours) {
      closed[lead] = true;
      closedNow++;
    }
    long one = Math.ceilDiv(dueMicros, SECOND_MICROS) << PLACE_BITS | lead;
    int place = size++;
    while (place > 0 && heap[(place - 1) / 2] > one) {
      heap[place] = heap[(place - 1) / 2];
      place = (place - 1) / 2;
    }
    heap[place] = one;
  }

  /** Takes the one that is due first. */
  int take() {
    long first = heap[0];
    long last = heap[--size];
    int place = 0;
    int child = 1;
    while (child < size) {
      if (child + 1 < size && heap[child + 1] < heap[child]) {
        child++;
      }
      if (heap[child] >= last) {
        break;
      }
      heap[place] = heap[child];
      place = child;
      child = 2 * place + 1;
    }
    if (size > 0) {
      heap[place] = last;
    }
    int lead = (int) (first & PLACES);
    if (closed[lead]) {
      closed[lead] = false;
      closedNow--;
    }
    return lead;
  }
}

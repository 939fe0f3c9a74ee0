// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.load;

/** A growing set of numbers other than 0, as one array: 11 to 27 bytes each. For one thread. */
final class NumberSet {

  private static final int FIRST = 1 << 10;
  private static final long SPREAD = 0x9E3779B97F4A7C15L; // 2^64 / golden ratio

  private long[] slots = new long[FIRST];
  private int size;

  int size() {
    return size;
  }

  /** Adds a number; false where it was there already. */
  boolean add(long number) {
    int at = place(slots, number);
    if (slots[at] == number) {
      return false;
    }
    slots[at] = number;
    size++;
    if (size > slots.length / 4 * 3) {
      grow();
    }
    return true;
  }

  boolean has(long number) {
    return slots[place(slots, number)] == number;
  }

  private void grow() {
    long[] wider = new long[slots.length * 2];
    for (long number : slots) {
      if (number != 0) {
        wider[place(wider, number)] = number;
      }
    }
    slots = wider;
  }

  /** Where a number is, or the free slot where it belongs. */
  private static int place(long[] slots, long number) {
    int mask = slots.length - 1;
    int at = (int) ((number * SPREAD) >>> 32) & mask;
    while (slots[at] != 0 && slots[at] != number) {
      at = (at + 1) & mask;
    }
    return at;
  }
}

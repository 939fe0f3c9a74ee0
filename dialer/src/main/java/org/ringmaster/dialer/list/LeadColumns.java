// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.list;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.ringmaster.core.journey.NumberPrefix;

/**
 * Leads as primitive columns: 22 bytes for a lead with one number and 16 for each further one,
 * whatever else is known of it. A number below zero is a prefix. The arrays are handed over and
 * never written again.
 */
public final class LeadColumns implements Leads {

  private static final int DECIMAL = 10;

  private final int[] starts;
  private final long[] numbers;
  private final long[] sorted;
  private final short[] zones;
  private final List<List<ZoneId>> zoneSets;
  private final IntFunction<LeadDetails> details;

  /**
   * Takes the columns.
   *
   * @param starts where each lead's numbers begin, and where the last one's end
   * @param numbers E.164 without the plus, lead after lead; below zero what numbers begin with
   * @param zones for each lead the place of its time zones in {@code zoneSets}
   * @param details reads the rest
   */
  public LeadColumns(
      int[] starts,
      long[] numbers,
      short[] zones,
      List<List<ZoneId>> zoneSets,
      IntFunction<LeadDetails> details) {
    if (starts.length != zones.length + 1 || starts[zones.length] != numbers.length) {
      throw new IllegalArgumentException("columns of different lengths");
    }
    this.starts = starts;
    this.numbers = numbers;
    this.zones = zones;
    this.zoneSets = zoneSets.stream().map(List::copyOf).toList();
    this.details = details;
    sorted = numbers.clone();
    Arrays.sort(sorted);
  }

  @Override
  public int size() {
    return zones.length;
  }

  @Override
  public int numbers(int lead) {
    return starts[lead + 1] - starts[lead];
  }

  @Override
  public long number(int lead, int slot) {
    if (slot < 0 || slot >= numbers(lead)) {
      throw new IndexOutOfBoundsException("lead " + lead + " has no number " + slot);
    }
    return numbers[starts[lead] + slot];
  }

  @Override
  public List<ZoneId> zones(int lead) {
    return zoneSets.get(zones[lead]);
  }

  @Override
  public boolean has(long number) {
    return entry(number) != 0;
  }

  @Override
  public String entryOf(long number) {
    long entry = entry(number);
    return entry == 0 ? "" : entry < 0 ? NumberPrefix.text(-entry) : "+" + entry;
  }

  /** The number itself, or below zero what it begins with; 0 where neither is there. */
  private long entry(long number) {
    if (Arrays.binarySearch(sorted, number) >= 0) {
      return number;
    }
    // Prefixes stand in front of all numbers; most lists have none.
    boolean hasPrefixes = sorted.length > 0 && sorted[0] < 0;
    for (long rest = hasPrefixes ? number : 0; rest > 0; rest /= DECIMAL) {
      if (Arrays.binarySearch(sorted, -rest) >= 0) {
        return -rest;
      }
    }
    return 0;
  }

  @Override
  public LeadDetails details(int lead) {
    return details.apply(lead);
  }
}

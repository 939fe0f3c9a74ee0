// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.forecast;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringmaster.dialer.campaign.AttemptOutcome;

/**
 * The leads that are still to be dialled, as columns. Filled by one thread; never changed once a
 * forecast has it.
 */
public final class ForecastLeads {
  private static final int FIRST_SIZE = 1_024;
  private static final int COUNT_BITS = 4;
  static final int MOST_TRIES = (1 << COUNT_BITS) - 1;

  private final List<List<ZoneId>> zoneSets = new ArrayList<>();
  private short[] zones = new short[FIRST_SIZE];
  private byte[] numbers = new byte[FIRST_SIZE];
  private long[] tries = new long[FIRST_SIZE];
  private long[] dues = new long[FIRST_SIZE];
  private int[] rates = new int[FIRST_SIZE];
  private final List<List<Long>> rateSets = new ArrayList<>(List.of(List.of()));
  private final Map<List<Long>, Integer> rateSetsBy = new HashMap<>(Map.of(List.of(), 0));
  private final Map<Integer, List<Long>> dials = new HashMap<>();
  private final Map<Integer, BitSet> bound = new HashMap<>();
  private int size;

  /** None yet. */
  public ForecastLeads() {}

  /** So many that nobody has called, with one number each. */
  public static ForecastLeads fresh(int many, ZoneId zone) {
    ForecastLeads leads = new ForecastLeads();
    for (int i = 0; i < many; i++) {
      leads.add(List.of(zone), 1, 0);
    }
    return leads;
  }

  /**
   * Adds one.
   *
   * @param all time zones in which it may be
   * @param howMany numbers it has
   * @param dueMicros when it may be dialled, epoch microseconds; 0 for at any time
   * @return its place
   */
  public int add(List<ZoneId> all, int howMany, long dueMicros) {
    if (size == zones.length) {
      zones = Arrays.copyOf(zones, 2 * size);
      numbers = Arrays.copyOf(numbers, 2 * size);
      tries = Arrays.copyOf(tries, 2 * size);
      dues = Arrays.copyOf(dues, 2 * size);
      rates = Arrays.copyOf(rates, 2 * size);
    }
    int set = zoneSets.indexOf(all);
    if (set < 0) {
      set = zoneSets.size();
      zoneSets.add(List.copyOf(all));
    }
    zones[size] = (short) set;
    numbers[size] = (byte) Math.clamp(howMany, 1, Byte.MAX_VALUE);
    dues[size] = dueMicros;
    return size++;
  }

  /** Says how often attempts at a lead have come to an outcome. */
  public void tried(int lead, AttemptOutcome outcome, int times) {
    tries[lead] |= (long) Math.min(MOST_TRIES, times) << outcome.ordinal() * COUNT_BITS;
  }

  /** Says that a cap for some numbers alone, by its place among the campaign's, is for a lead. */
  public void bound(int lead, int cap) {
    bound.computeIfAbsent(cap, any -> new BitSet()).set(lead);
  }

  boolean isBound(int lead, int cap) {
    BitSet leads = bound.get(cap);
    return leads != null && leads.get(lead);
  }

  /**
   * Says what a minute to each of a lead's numbers costs, millionths of the currency; one of which
   * nothing is said costs nothing.
   */
  public void costs(int lead, List<Long> minutes) {
    rates[lead] =
        rateSetsBy.computeIfAbsent(
            List.copyOf(minutes),
            some -> {
              rateSets.add(some);
              return rateSets.size() - 1;
            });
  }

  /** What a minute to a lead costs that was dialled so often before: one number after the other. */
  long rate(int lead, int before) {
    List<Long> minutes = rateSets.get(rates[lead]);
    return minutes.isEmpty() ? 0 : minutes.get(before % minutes.size());
  }

  /** Says that one of a lead's numbers was dialled then, epoch microseconds; by any campaign. */
  public void dialled(int lead, long atMicros) {
    dials.computeIfAbsent(lead, any -> new ArrayList<>(1)).add(atMicros);
  }

  /** When a lead's numbers were dialled before, oldest first. */
  List<Long> dials(int lead) {
    return dials.getOrDefault(lead, List.of()).stream().sorted().toList();
  }

  /** How many dials of one lead are known at most. */
  int mostDials() {
    return dials.values().stream().mapToInt(List::size).max().orElse(0);
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  List<List<ZoneId>> zoneSets() {
    return zoneSets;
  }

  int zones(int lead) {
    return zones[lead];
  }

  int numbers(int lead) {
    return numbers[lead];
  }

  long dueMicros(int lead) {
    return dues[lead];
  }

  /** All tries so far, packed as {@link #tries} reads them; a copy. */
  long[] allTries() {
    return Arrays.copyOf(tries, size);
  }

  static int tries(long packed, AttemptOutcome outcome) {
    return (int) (packed >>> outcome.ordinal() * COUNT_BITS) & MOST_TRIES;
  }

  static int tries(long packed) {
    int sum = 0;
    for (long left = packed; left != 0; left >>>= COUNT_BITS) {
      sum += (int) left & MOST_TRIES;
    }
    return sum;
  }

  static long oneMore(long packed, AttemptOutcome outcome) {
    return tries(packed, outcome) < MOST_TRIES
        ? packed + (1L << outcome.ordinal() * COUNT_BITS)
        : packed;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.ringmaster.dialer.list.ListId;

/**
 * Where the leads of one list stand, as columns: 22 bytes for a lead. The leads that may be dialled
 * again are in a heap by when they are due, so that the next one is at hand however many there are.
 * Owned by the thread that folds.
 */
final class LeadStates {

  /** The leads from one on, each in two numbers; a line of a snapshot. */
  record Saved(ListId list, String campaign, int size, int from, List<Long> packed) {}

  private static final long SECOND_MICROS = 1_000_000;

  /** 2020-01-01T00:00:00Z; whole seconds after it fit into an int until 2088. */
  private static final long EPOCH_SECONDS = 1_577_836_800;

  private static final int CHUNK = 1_024;
  private static final int COUNT_BITS = 4;
  private static final int MOST = (1 << COUNT_BITS) - 1;
  private static final int SLOT_SHIFT = 8;
  private static final int DUE_SHIFT = 16;
  private static final int BYTE = 0xFF;
  private static final LeadPhase[] PHASES = LeadPhase.values();

  private final ListId list;
  private final String campaign;
  private final byte[] phases;
  private final byte[] slots;
  private final long[] counts;
  private final int[] dues;
  private final int[] heap;
  private final int[] places;
  private final int[] inPhase = new int[PHASES.length];
  private int waiting;

  /** A list of which nobody was dialled. */
  LeadStates(ListId list, String campaign, int size) {
    this(list, campaign, size, new byte[size], new long[size], new int[size]);
    Arrays.fill(slots, (byte) -1);
    for (int lead = 0; lead < size; lead++) {
      heap[lead] = lead;
      places[lead] = lead;
    }
    waiting = size;
    inPhase[LeadPhase.FRESH.ordinal()] = size;
  }

  private LeadStates(
      ListId list, String campaign, int size, byte[] phases, long[] counts, int[] dues) {
    this.list = list;
    this.campaign = campaign;
    this.phases = phases;
    this.counts = counts;
    this.dues = dues;
    slots = new byte[size];
    heap = new int[size];
    places = new int[size];
  }

  /** Where the leads stand now; the order in which they are due is left out. */
  ListStanding standing() {
    LeadStates copy =
        new LeadStates(list, campaign, 0, phases.clone(), counts.clone(), dues.clone());
    System.arraycopy(inPhase, 0, copy.inPhase, 0, inPhase.length);
    return new ListStanding(copy);
  }

  ListId list() {
    return list;
  }

  String campaign() {
    return campaign;
  }

  int size() {
    return phases.length;
  }

  LeadPhase phase(int lead) {
    return PHASES[phases[lead]];
  }

  /** How many leads stand there. */
  int count(LeadPhase phase) {
    return inPhase[phase.ordinal()];
  }

  /** Which of its numbers was dialled last; -1 for none. */
  int lastSlot(int lead) {
    return slots[lead];
  }

  /** How often attempts at a lead came to an outcome, at most 15. */
  int tries(int lead, AttemptOutcome outcome) {
    return (int) (counts[lead] >> outcome.ordinal() * COUNT_BITS) & MOST;
  }

  /** How often a lead was dialled and that was over. */
  int tries(int lead) {
    int sum = 0;
    for (AttemptOutcome outcome : AttemptOutcome.values()) {
      sum += tries(lead, outcome);
    }
    return sum;
  }

  /** When a lead may be dialled again, epoch microseconds; 0 for at any time. */
  long dueMicros(int lead) {
    return dues[lead] == 0 ? 0 : (dues[lead] + EPOCH_SECONDS) * SECOND_MICROS;
  }

  // The heap.

  /** The lead that is due first, whenever that is; -1 where none is to be dialled. */
  int first() {
    return waiting == 0 ? -1 : heap[0];
  }

  /** How many may be dialled at an instant, epoch microseconds; no more than these are counted. */
  int countDue(long nowMicros, int most) {
    return countDue(0, nowMicros, most);
  }

  /** From a place of the heap on: whoever is below is not due before. */
  private int countDue(int place, long nowMicros, int most) {
    if (most <= 0 || place >= waiting || dueMicros(heap[place]) > nowMicros) {
      return 0;
    }
    int found = 1 + countDue(2 * place + 1, nowMicros, most - 1);
    return found + countDue(2 * place + 2, nowMicros, most - found);
  }

  /**
   * Takes the first one out, so that the next can be looked at. {@link #putBack} must follow, or a
   * fact that says what becomes of it.
   */
  void takeFirst() {
    remove(heap[0]);
  }

  void putBack(int lead) {
    if (places[lead] < 0 && isToBeDialled(lead)) {
      places[lead] = waiting;
      heap[waiting] = lead;
      waiting++;
      up(waiting - 1);
    }
  }

  private boolean isToBeDialled(int lead) {
    return phases[lead] == LeadPhase.FRESH.ordinal() || phases[lead] == LeadPhase.RESTING.ordinal();
  }

  private void remove(int lead) {
    int place = places[lead];
    if (place >= 0) {
      waiting--;
      int last = heap[waiting];
      places[lead] = -1;
      if (last != lead) {
        heap[place] = last;
        places[last] = place;
        up(place);
        down(places[last]);
      }
    }
  }

  private boolean isBefore(int lead, int other) {
    return dues[lead] < dues[other] || (dues[lead] == dues[other] && lead < other);
  }

  private void up(int from) {
    int place = from;
    while (place > 0 && isBefore(heap[place], heap[(place - 1) / 2])) {
      swap(place, (place - 1) / 2);
      place = (place - 1) / 2;
    }
  }

  private void down(int from) {
    int place = from;
    int child = 2 * place + 1;
    while (child < waiting) {
      if (child + 1 < waiting && isBefore(heap[child + 1], heap[child])) {
        child++;
      }
      if (!isBefore(heap[child], heap[place])) {
        return;
      }
      swap(place, child);
      place = child;
      child = 2 * place + 1;
    }
  }

  private void swap(int one, int other) {
    int lead = heap[one];
    heap[one] = heap[other];
    heap[other] = lead;
    places[heap[one]] = one;
    places[heap[other]] = other;
  }

  // What facts change.

  /** A lead is being dialled. */
  void dialled(int lead, int slot) {
    slots[lead] = (byte) slot;
    move(lead, LeadPhase.LIVE, 0);
  }

  /** An attempt at it is over. */
  void ended(int lead, AttemptOutcome outcome, LeadPhase next, long dueMicros) {
    if (tries(lead, outcome) < MOST) {
      counts[lead] += 1L << outcome.ordinal() * COUNT_BITS;
    }
    move(lead, next, dueMicros);
  }

  /** A lead is not dialled before an instant. */
  void putOff(int lead, long dueMicros) {
    move(lead, phase(lead), dueMicros);
  }

  /** A lead is not dialled any more. */
  void forbidden(int lead) {
    move(lead, LeadPhase.SPENT, 0);
  }

  private void move(int lead, LeadPhase next, long dueMicros) {
    remove(lead);
    inPhase[phases[lead]]--;
    phases[lead] = (byte) next.ordinal();
    inPhase[phases[lead]]++;
    // Rounded up: no lead is due too early.
    long seconds = StrictMath.ceilDiv(dueMicros, SECOND_MICROS) - EPOCH_SECONDS;
    dues[lead] = dueMicros == 0 ? 0 : StrictMath.clamp(seconds, 1, Integer.MAX_VALUE);
    putBack(lead);
  }

  void snapshot(Consumer<Record> out) {
    out.accept(new Saved(list, campaign, size(), 0, List.of()));
    for (int from = 0; from < size(); from += CHUNK) {
      List<Long> packed = new ArrayList<>();
      boolean isFresh = true;
      for (int lead = from; lead < StrictMath.min(size(), from + CHUNK); lead++) {
        isFresh &= phases[lead] == 0 && dues[lead] == 0;
        packed.add(counts[lead]);
        packed.add(
            (long) phases[lead]
                | (long) (slots[lead] + 1) << SLOT_SHIFT
                | (long) dues[lead] << DUE_SHIFT);
      }
      if (!isFresh) {
        out.accept(new Saved(list, campaign, size(), from, List.copyOf(packed)));
      }
    }
  }

  void restore(Saved saved) {
    for (int i = 0; i < saved.packed().size(); i += 2) {
      int lead = saved.from() + i / 2;
      long packed = saved.packed().get(i + 1);
      remove(lead);
      inPhase[phases[lead]]--;
      counts[lead] = saved.packed().get(i);
      phases[lead] = (byte) (packed & BYTE);
      slots[lead] = (byte) ((packed >> SLOT_SHIFT & BYTE) - 1);
      dues[lead] = (int) (packed >> DUE_SHIFT);
      inPhase[phases[lead]]++;
      putBack(lead);
    }
  }
}

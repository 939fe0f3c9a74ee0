// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.dialer.list.ListId;

/**
 * Where the leads of one list stand, as columns: 27 bytes for a lead. The leads that may be dialled
 * again are in a heap by when they are due, so that the next one is at hand however many there are.
 * Owned by the thread that folds.
 */
final class LeadStates {

  /**
   * The leads from one on; a line of a snapshot.
   *
   * @param packed two numbers for each
   * @param ends one number for each: how and when its last attempt ended; empty in snapshots of
   *     earlier versions
   */
  record Saved(
      ListId list, String campaign, int size, int from, List<Long> packed, List<Long> ends) {}

  private static final long SECOND_MICROS = 1_000_000;

  /** 2020-01-01T00:00:00Z; whole seconds after it fit into an int until 2088. */
  private static final long EPOCH_SECONDS = 1_577_836_800;

  private static final int CHUNK = 1_024;
  private static final int COUNT_BITS = 4;
  private static final int MOST = (1 << COUNT_BITS) - 1;
  private static final int SLOT_SHIFT = 8;
  private static final int DUE_SHIFT = 16;
  private static final int BYTE = 0xFF;
  private static final AttemptOutcome[] OUTCOMES = AttemptOutcome.values();
  private static final LeadPhase[] PHASES = LeadPhase.values();

  private final ListId list;
  private final String campaign;
  private final byte[] phases;
  private final byte[] slots;
  private final long[] counts;
  private final int[] dues;
  private final byte[] lastOutcomes;
  private final int[] lastEnds;
  private final int[] heap;
  private final int[] places;
  private final int[] inPhase = new int[PHASES.length];
  private int waiting;
  private int tried;

  /** A list of which nobody was dialled. */
  LeadStates(ListId list, String campaign, int size) {
    this(list, campaign, size, new byte[size], new long[size], new int[size]);
    Arrays.fill(slots, (byte) -1);
    Arrays.fill(lastOutcomes, (byte) -1);
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
    lastOutcomes = new byte[size];
    lastEnds = new int[size];
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

  /** How many leads were dialled at least once. */
  int tried() {
    return tried;
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
    return micros(dues[lead]);
  }

  private static long micros(int seconds) {
    return seconds == 0 ? 0 : (seconds + EPOCH_SECONDS) * SECOND_MICROS;
  }

  private static int seconds(long micros) {
    // Rounded up: no lead is due too early.
    long seconds = StrictMath.ceilDiv(micros, SECOND_MICROS) - EPOCH_SECONDS;
    return micros == 0 ? 0 : StrictMath.clamp(seconds, 1, Integer.MAX_VALUE);
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
    tried += slots[lead] < 0 ? 1 : 0;
    slots[lead] = (byte) slot;
    move(lead, LeadPhase.LIVE, 0);
  }

  /** An agent looks at a lead: it is nobody else's. */
  void shown(int lead) {
    move(lead, LeadPhase.LIVE, 0);
  }

  /**
   * A lead that an agent looked at was not dialled.
   *
   * @param before where it stood; null where that is not known
   */
  void returned(int lead, @Nullable LeadPhase before, long dueMicros) {
    if (phase(lead) == LeadPhase.LIVE) {
      LeadPhase known = tries(lead) == 0 ? LeadPhase.FRESH : LeadPhase.RESTING;
      LeadPhase next = before == null || before == LeadPhase.LIVE ? known : before;
      move(lead, next, next == LeadPhase.REACHED || next == LeadPhase.SPENT ? 0 : dueMicros);
    }
  }

  /** Something was agreed for a lead, which is not dialled for anything else before; or no more. */
  void apply(RecallFact fact) {
    if (fact instanceof RecallFact.Agreed f && isToBeDialled(f.recall().lead())) {
      putOff(f.recall().lead(), f.recall().openMicros());
    } else if (fact instanceof RecallFact.Ended f && f.frees() && isToBeDialled(f.lead())) {
      putOff(f.lead(), f.dueMicros());
    }
  }

  /** Something is agreed for a lead, which is not dialled for anything else before. */
  void keepsFree(Recall recall) {
    int lead = recall.lead();
    if (isToBeDialled(lead) && dueMicros(lead) < recall.openMicros()) {
      putOff(lead, recall.openMicros());
    }
  }

  /** Until when a lead that is to be dialled rests, epoch microseconds; 0 for no longer. */
  long restsUntil(int lead) {
    return isToBeDialled(lead) ? dueMicros(lead) : 0;
  }

  /** Until when a lead rests after its last attempt, epoch microseconds; 0 for no longer. */
  long restsUntil(int lead, CampaignPlan plan) {
    if (lastOutcomes[lead] < 0) {
      return 0;
    }
    return micros(lastEnds[lead])
        + plan.delayMillis(OUTCOMES[lastOutcomes[lead]]) * Campaigns.MICROS_PER_MILLI;
  }

  /** An attempt at it is over. */
  void ended(int lead, AttemptOutcome outcome, LeadPhase next, long dueMicros, long atMicros) {
    lastOutcomes[lead] = (byte) outcome.ordinal();
    lastEnds[lead] = seconds(atMicros);
    if (tries(lead, outcome) < MOST) {
      counts[lead] += 1L << outcome.ordinal() * COUNT_BITS;
    }
    move(lead, next, dueMicros);
  }

  /** A lead is not dialled before an instant. */
  void putOff(int lead, long dueMicros) {
    move(lead, phase(lead), dueMicros);
  }

  /** A lead is not dialled as long as a gate is shut. */
  void forbidden(int lead) {
    move(lead, LeadPhase.FORBIDDEN, 0);
  }

  /** A lead that was forbidden may be dialled again: it had rested before it was forbidden. */
  void permitted(int lead) {
    if (phase(lead) == LeadPhase.FORBIDDEN) {
      move(lead, slots[lead] < 0 ? LeadPhase.FRESH : LeadPhase.RESTING, 0);
    }
  }

  /** Those that are forbidden, from one on, at most so many. */
  List<Integer> forbiddenFrom(int first, int most) {
    List<Integer> found = new ArrayList<>();
    for (int lead = first; lead < size() && found.size() < most; lead++) {
      if (phase(lead) == LeadPhase.FORBIDDEN) {
        found.add(lead);
      }
    }
    return found;
  }

  /**
   * The campaign has other rules: whatever put a lead off is asked anew, and who rests does so as
   * long as the rules want it now.
   */
  void ruled(CampaignPlan plan) {
    for (int lead = 0; lead < size(); lead++) {
      // Who had been dialled often enough has not, where more is allowed now.
      boolean isSpent = phase(lead) == LeadPhase.SPENT && lastOutcomes[lead] >= 0;
      if (isSpent || isToBeDialled(lead) || phase(lead) == LeadPhase.FORBIDDEN) {
        rule(lead, plan);
      }
    }
    // Many have moved: the heap is made anew.
    waiting = 0;
    Arrays.fill(places, -1);
    for (int lead = 0; lead < size(); lead++) {
      if (isToBeDialled(lead)) {
        heap[waiting] = lead;
        places[lead] = waiting;
        waiting++;
      }
    }
    for (int place = waiting / 2 - 1; place >= 0; place--) {
      down(place);
    }
  }

  private void rule(int lead, CampaignPlan plan) {
    LeadPhase next = slots[lead] < 0 ? LeadPhase.FRESH : LeadPhase.RESTING;
    if (lastOutcomes[lead] >= 0) {
      AttemptOutcome last = OUTCOMES[lastOutcomes[lead]];
      boolean again = plan.isRecycled(last, tries(lead, last), tries(lead));
      next = again ? next : LeadPhase.SPENT;
      dues[lead] = again ? seconds(restsUntil(lead, plan)) : 0;
    } else if (next == LeadPhase.FRESH) {
      dues[lead] = 0;
    } // Of who was dialled by an earlier version it is not known since when they rest.
    inPhase[phases[lead]]--;
    phases[lead] = (byte) next.ordinal();
    inPhase[phases[lead]]++;
  }

  private void move(int lead, LeadPhase next, long dueMicros) {
    remove(lead);
    inPhase[phases[lead]]--;
    phases[lead] = (byte) next.ordinal();
    inPhase[phases[lead]]++;
    dues[lead] = seconds(dueMicros);
    putBack(lead);
  }

  void snapshot(Consumer<Record> out) {
    out.accept(new Saved(list, campaign, size(), 0, List.of(), List.of()));
    for (int from = 0; from < size(); from += CHUNK) {
      List<Long> packed = new ArrayList<>();
      List<Long> ends = new ArrayList<>();
      boolean isFresh = true;
      for (int lead = from; lead < StrictMath.min(size(), from + CHUNK); lead++) {
        isFresh &= phases[lead] == 0 && dues[lead] == 0;
        packed.add(counts[lead]);
        packed.add(
            (long) phases[lead]
                | (long) (slots[lead] + 1) << SLOT_SHIFT
                | (long) dues[lead] << DUE_SHIFT);
        ends.add((long) lastEnds[lead] << SLOT_SHIFT | (lastOutcomes[lead] + 1));
      }
      if (!isFresh) {
        out.accept(new Saved(list, campaign, size(), from, List.copyOf(packed), List.copyOf(ends)));
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
      tried -= slots[lead] < 0 ? 0 : 1;
      slots[lead] = (byte) ((packed >> SLOT_SHIFT & BYTE) - 1);
      tried += slots[lead] < 0 ? 0 : 1;
      dues[lead] = (int) (packed >> DUE_SHIFT);
      if (i / 2 < saved.ends().size()) {
        long end = saved.ends().get(i / 2);
        lastOutcomes[lead] = (byte) ((end & BYTE) - 1);
        lastEnds[lead] = (int) (end >> SLOT_SHIFT);
      }
      inPhase[phases[lead]]++;
      putBack(lead);
    }
  }
}

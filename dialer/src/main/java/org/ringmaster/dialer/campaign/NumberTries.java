// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.journey.IdentityId;

/**
 * How often each number was dialled within the last 24 hours, and as long before as the caps of any
 * campaign ask; which are left in peace after an abandoned call or a talk; for all campaigns
 * together. Owned by the thread that folds.
 */
final class NumberTries {

  /** A number was dialled then; a line of a snapshot. */
  record Try(IdentityId identity, long atMicros) {}

  /**
   * A number is left in peace until then; a line of a snapshot.
   *
   * @param campaign whose call was abandoned; null in snapshots of earlier versions
   * @param sinceMicros when it was, epoch microseconds
   */
  record Lock(
      IdentityId identity, long untilMicros, @Nullable CampaignId campaign, long sinceMicros) {

    /** Until when one waits who leaves such numbers in peace for so long. */
    long untilUnder(long ownMicros) {
      return sinceMicros == 0 ? untilMicros : StrictMath.max(untilMicros, sinceMicros + ownMicros);
    }

    boolean isOver(long nowMicros) {
      return untilUnder(LOCK_MICROS) <= nowMicros;
    }
  }

  /** A number was last taken for a machine then, epoch microseconds; a line of a snapshot. */
  record MachineSeen(IdentityId identity, long sinceMicros) {}

  /**
   * Times of numbers; a line of a snapshot.
   *
   * @param talks whether they talked then; else they were dialled
   * @param packed two numbers for each
   */
  record Logged(boolean talks, List<Long> packed) {}

  static final long DAY_MICROS = 24L * 3_600 * 1_000_000;

  /** No preset may want that a machine rests for longer; so long it is remembered. */
  private static final long MACHINE_MICROS = 30 * DAY_MICROS;

  /** No campaign leaves a number in peace for longer after an abandoned call. */
  private static final long LOCK_MICROS = 30 * DAY_MICROS;

  private static final Deque<Long> NEVER = new ArrayDeque<>(0);

  private final Deque<Try> tries = new ArrayDeque<>();
  private final Map<IdentityId, Deque<Long>> byNumber = new LinkedHashMap<>();

  /** Whose call was abandoned last is last. */
  private final Map<IdentityId, Lock> locks = new LinkedHashMap<>();

  /** Who came last is last. */
  private final Map<IdentityId, MachineSeen> machines = new LinkedHashMap<>();

  private final NumberLog dials = new NumberLog();
  private final NumberLog talks = new NumberLog();
  private final Collection<Campaign> campaigns;

  /**
   * Nobody was dialled yet.
   *
   * @param campaigns all that there are, whenever it is asked
   */
  NumberTries(Collection<Campaign> campaigns) {
    this.campaigns = campaigns;
  }

  /**
   * When one more call to any of some numbers may be placed, epoch microseconds; 0 for at once.
   *
   * @param most how many calls they may have within 24 hours, all together
   */
  long freeAtMicros(Collection<IdentityId> numbers, int most, long nowMicros) {
    if (most <= 0) {
      return 0;
    }
    long since = nowMicros - DAY_MICROS;
    int within = 0;
    for (IdentityId number : numbers) {
      for (long at : byNumber.getOrDefault(number, NEVER)) {
        within += at > since ? 1 : 0;
      }
    }
    return within < most ? 0 : times(numbers, since, within)[within - most] + DAY_MICROS;
  }

  /** When any of some numbers were dialled since an instant, so many times; oldest first. */
  private long[] times(Collection<IdentityId> numbers, long since, int many) {
    long[] times = new long[many];
    int next = 0;
    for (IdentityId number : numbers) {
      for (long at : byNumber.getOrDefault(number, NEVER)) {
        if (at > since) {
          times[next] = at;
          next++;
        }
      }
    }
    if (numbers.size() > 1) { // Of one they are in order.
      Arrays.sort(times);
    }
    return times;
  }

  /**
   * When one more call to any of some numbers may be placed under a cap, epoch microseconds; 0 for
   * at once. A window of the calendar must have begun anew in all zones.
   */
  long freeAtMicros(
      Collection<IdentityId> numbers, FrequencyCap cap, List<ZoneId> zones, long nowMicros) {
    long[] times = dials.after(numbers, nowMicros - cap.memoryMicros());
    return times.length < cap.most()
        ? 0
        : cap.freeAtMicros(times[times.length - cap.most()], zones, nowMicros);
  }

  /** When somebody at any of some numbers last talked with an agent; 0 for never. */
  long talkedMicros(Collection<IdentityId> numbers) {
    long last = 0;
    for (IdentityId number : numbers) {
      last = StrictMath.max(last, talks.last(number));
    }
    return last;
  }

  /** A campaign has other bounds: what is known of the last 24 hours counts for them, too. */
  void bounded(long nowMicros) {
    if (dials.isEmpty() && memoryMicros() > 0) {
      for (Try one : tries) {
        if (one.atMicros() > nowMicros - DAY_MICROS) {
          dials.add(one.identity(), one.atMicros());
        }
      }
    }
  }

  /** For how long dials are remembered: as long as any campaign asks, and a day at least. */
  private long memoryMicros() {
    long longest = 0;
    for (Campaign campaign : campaigns) {
      long one = campaign.plan().limits().memoryMicros();
      longest = one == 0 ? longest : StrictMath.max(longest, StrictMath.max(one, DAY_MICROS));
    }
    return longest;
  }

  /** An attempt at a number is over; whoever called it, all want to know. */
  void ended(IdentityId identity, AttemptOutcome outcome, long atMicros) {
    long rest = 0;
    boolean doMachinesRest = false;
    for (Campaign campaign : campaigns) {
      rest = StrictMath.max(rest, campaign.plan().limits().talkRestMicros());
      doMachinesRest |= campaign.plan().machineRestMillis() > 0;
    }
    if (doMachinesRest && outcome.isMachine()) {
      machine(identity, atMicros);
    }
    if (rest == 0) {
      talks.clear();
    } else if (outcome == AttemptOutcome.TALKED) {
      talks.forget(atMicros - rest);
      talks.add(identity, atMicros);
    }
  }

  /** When a number was last taken for a machine, epoch microseconds; 0 for never. */
  long machineSinceMicros(IdentityId identity) {
    MachineSeen seen = machines.get(identity);
    return seen == null ? 0 : seen.sinceMicros();
  }

  /** A number was taken for a machine; how long it rests is for each campaign to say. */
  void machine(IdentityId identity, long atMicros) {
    Iterator<MachineSeen> oldest = machines.values().iterator();
    while (oldest.hasNext() && oldest.next().sinceMicros() <= atMicros - MACHINE_MICROS) {
      oldest.remove();
    }
    machines.remove(identity);
    machines.put(identity, new MachineSeen(identity, atMicros));
  }

  /** When each number was dialled within the last 24 hours, oldest first; a copy. */
  Map<IdentityId, List<Long>> dials(long nowMicros) {
    Map<IdentityId, List<Long>> dials = new LinkedHashMap<>();
    for (Try one : tries) {
      if (one.atMicros() > nowMicros - DAY_MICROS) {
        dials.computeIfAbsent(one.identity(), id -> new ArrayList<>(1)).add(one.atMicros());
      }
    }
    return dials;
  }

  /**
   * Until when a number is left in peace, epoch microseconds; 0 where it is not. As long as both
   * want that: who abandoned a call to it, and who would call it now.
   *
   * @param ownMicros how long whoever would call it leaves such numbers in peace
   */
  long lockedUntilMicros(IdentityId identity, long ownMicros, long nowMicros) {
    Lock lock = locks.get(identity);
    long until = lock == null ? 0 : lock.untilUnder(ownMicros);
    return until <= nowMicros ? 0 : until;
  }

  void dialled(IdentityId identity, long atMicros) {
    while (!tries.isEmpty() && tries.getFirst().atMicros() <= atMicros - DAY_MICROS) {
      forget(tries.removeFirst());
    }
    put(new Try(identity, atMicros));
    long memory = memoryMicros();
    if (memory == 0) {
      dials.clear();
    } else {
      dials.forget(atMicros - memory);
      dials.add(identity, atMicros);
    }
  }

  private void put(Try one) {
    tries.addLast(one);
    byNumber.computeIfAbsent(one.identity(), id -> new ArrayDeque<>(2)).addLast(one.atMicros());
  }

  private void forget(Try one) {
    Deque<Long> times = byNumber.get(one.identity());
    if (times != null) {
      times.removeFirst();
      if (times.isEmpty()) {
        byNumber.remove(one.identity());
      }
    }
  }

  void locked(CampaignId campaign, IdentityId identity, long untilMicros, long nowMicros) {
    Iterator<Lock> oldest = locks.values().iterator();
    while (oldest.hasNext() && oldest.next().isOver(nowMicros)) {
      oldest.remove();
    }
    locks.remove(identity);
    locks.put(identity, new Lock(identity, untilMicros, campaign, nowMicros));
  }

  /** A campaign locks for another time from here; its locks that are not over last so long too. */
  void relock(CampaignId campaign, long lockMicros) {
    locks.replaceAll(
        (identity, lock) ->
            campaign.equals(lock.campaign())
                ? new Lock(identity, lock.sinceMicros() + lockMicros, campaign, lock.sinceMicros())
                : lock);
  }

  void snapshot(Consumer<Record> out) {
    tries.forEach(out);
    locks.values().forEach(out);
    machines.values().forEach(out);
    dials.save().forEach(chunk -> out.accept(new Logged(false, chunk)));
    talks.save().forEach(chunk -> out.accept(new Logged(true, chunk)));
  }

  void restore(Record entity) {
    switch (entity) {
      case Try it -> put(it);
      case Logged it -> (it.talks() ? talks : dials).restore(it.packed());
      case Lock it -> locks.put(it.identity(), it);
      case MachineSeen it -> machines.put(it.identity(), it);
      default -> {}
    }
  }
}

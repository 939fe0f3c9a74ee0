// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.list;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The leads of one list, counted from 0. Immutable; used by any thread. All but {@link #details}
 * answer from memory.
 */
public interface Leads {

  /** How many there are. */
  int size();

  /** How many numbers a lead has; at least 1. */
  int numbers(int lead);

  /**
   * A number in E.164 without the plus, such as 4930123456; in do-not-call lists below zero what
   * numbers begin with.
   *
   * @param slot from 0, in the order in which they are tried
   */
  long number(int lead, int slot);

  /** All time zones in which a lead may be: it is called only when all of them allow it. */
  List<ZoneId> zones(int lead);

  /** Whether any lead has this number (E.164 without the plus), or what it begins with. */
  boolean has(long number);

  /**
   * By which entry they have a number: {@code +4930123456}, or {@code +4930*} where they have what
   * it begins with; empty where they do not.
   */
  String entryOf(long number);

  /**
   * What else is known of a lead. May read the disk: never on the kernel thread.
   *
   * @throws IllegalStateException where the file is damaged or gone
   */
  LeadDetails details(int lead);

  /** Leads that live in memory only, for simulations and tests. */
  static Leads of(List<Lead> leads) {
    List<Lead> kept = List.copyOf(leads);
    int[] starts = new int[kept.size() + 1];
    for (int i = 0; i < kept.size(); i++) {
      starts[i + 1] = starts[i] + kept.get(i).numbers().size();
    }
    long[] numbers = new long[starts[kept.size()]];
    short[] zones = new short[kept.size()];
    List<List<ZoneId>> zoneSets = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < kept.size(); i++) {
      for (long number : kept.get(i).numbers()) {
        numbers[next] = number;
        next++;
      }
      int set = zoneSets.indexOf(kept.get(i).zones());
      if (set < 0) {
        set = zoneSets.size();
        zoneSets.add(kept.get(i).zones());
      }
      zones[i] = (short) set;
    }
    return new LeadColumns(starts, numbers, zones, zoneSets, lead -> kept.get(lead).details());
  }
}

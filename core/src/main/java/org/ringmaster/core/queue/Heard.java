// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

/**
 * What somebody who waits has been told so far.
 *
 * @param toldAtMicros when their place or wait was told last, epoch microseconds; 0 for never
 * @param place the place they had then
 * @param waitSeconds the wait that was said last; 0 for none yet
 * @param periodicAtMicros when a prompt in turn began last; 0 for never
 * @param turns how many prompts in turn they have heard
 * @param endedAtMicros when anything that was said to them ended last; 0 for never
 */
record Heard(
    EntryId entry,
    long toldAtMicros,
    int place,
    int waitSeconds,
    long periodicAtMicros,
    int turns,
    long endedAtMicros) {

  static Heard nothing(EntryId entry) {
    return new Heard(entry, 0, 0, 0, 0, 0, 0);
  }

  Heard told(QueueFact.CallerTold fact, long atMicros) {
    int said = fact.waitSeconds() > 0 ? fact.waitSeconds() : waitSeconds;
    return new Heard(entry, atMicros, fact.place(), said, periodicAtMicros, turns, endedAtMicros);
  }

  Heard turn(long atMicros) {
    return new Heard(entry, toldAtMicros, place, waitSeconds, atMicros, turns + 1, endedAtMicros);
  }

  Heard ended(long atMicros) {
    return new Heard(entry, toldAtMicros, place, waitSeconds, periodicAtMicros, turns, atMicros);
  }
}

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
 * @param promisedAtMicros when a wait was foreseen for them first; 0 for never, or once they were
 *     answered
 * @param promisedSeconds within which four in five were foreseen to be answered from then on
 */
record Heard(
    EntryId entry,
    long toldAtMicros,
    int place,
    int waitSeconds,
    long periodicAtMicros,
    int turns,
    long endedAtMicros,
    long promisedAtMicros,
    int promisedSeconds) {

  static Heard nothing(EntryId entry) {
    return new Heard(entry, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  Heard told(QueueFact.CallerTold fact, long atMicros) {
    boolean first = promisedAtMicros == 0 && fact.p80Seconds() > 0;
    return new Heard(
        entry,
        atMicros,
        fact.place(),
        fact.waitSeconds() > 0 ? fact.waitSeconds() : waitSeconds,
        periodicAtMicros,
        turns,
        endedAtMicros,
        first ? atMicros : promisedAtMicros,
        first ? fact.p80Seconds() : promisedSeconds);
  }

  Heard turn(long atMicros) {
    return with(atMicros, turns + 1, endedAtMicros, promisedAtMicros);
  }

  Heard ended(long atMicros) {
    return with(periodicAtMicros, turns, atMicros, promisedAtMicros);
  }

  Heard judged() {
    return with(periodicAtMicros, turns, endedAtMicros, 0);
  }

  private Heard with(long periodicMicros, int now, long endedMicros, long promisedMicros) {
    return new Heard(
        entry,
        toldAtMicros,
        place,
        waitSeconds,
        periodicMicros,
        now,
        endedMicros,
        promisedMicros,
        promisedSeconds);
  }
}

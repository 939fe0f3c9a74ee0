// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journey;

import java.util.Iterator;
import org.ringmaster.core.kernel.Decision;

/**
 * Lets customers who do not come go to rest, and forgets those who rested too long, so that the
 * state stays as large as the contact centre's present and not as its past. The longest away are
 * looked at whenever a call ends: nothing grows while nobody calls.
 */
final class Resting {

  private static final long MICROS_PER_MILLI = 1_000;

  /** More than one for each that may come, few enough for one turn. */
  private static final int AT_ONCE = 8;

  private final JourneyBooks books;

  Resting(JourneyBooks books) {
    this.books = books;
  }

  /** Whether a customer's journey is over because nobody touched it for so long. */
  static boolean isOver(Customer customer, Decision decision) {
    return decision.nowMicros() - customer.touchedAtMicros() > Journeys.REST_MICROS;
  }

  void look(Decision decision) {
    for (int i = 0; i < AT_ONCE; i++) {
      Customer longest = books.longestAway();
      if (longest == null || !isOver(longest, decision)) {
        break;
      }
      if (longest.journey() != null) {
        decision.record(new JourneyFact.JourneyEnded(longest.journey(), longest.id()));
      }
      decision.record(new JourneyFact.CustomerRested(longest.id()));
    }
    for (int i = 0; i < AT_ONCE; i++) {
      Iterator<Remembered> all = books.remembered.values().iterator();
      Remembered first = all.hasNext() ? all.next() : null;
      if (first == null || isWithin(first, decision)) {
        break;
      }
      decision.record(new JourneyFact.CustomerForgotten(first.customer()));
    }
  }

  private boolean isWithin(Remembered one, Decision decision) {
    return decision.nowMicros() - one.restedAtMicros()
        <= books.memory().millis() * MICROS_PER_MILLI;
  }
}

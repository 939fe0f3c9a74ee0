// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Slows guessing down: after ten wrong passwords within a minute from one address, or for one name,
 * no more are looked at until the minute is over. Used by any thread.
 */
final class LoginGate {

  private static final int MAX_WRONG = 10;
  private static final long WINDOW_MILLIS = 60_000;
  private static final int MAX_KEPT = 10_000;

  private record Count(long sinceMillis, int wrong) {}

  private final LongSupplier clockMillis;
  private final Map<String, Count> counts =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
          return size() > MAX_KEPT;
        }
      };

  LoginGate(LongSupplier clockMillis) {
    this.clockMillis = clockMillis;
  }

  /** Whether a try may be looked at. */
  synchronized boolean isOpen(String address, String name) {
    return wrong("a " + address) < MAX_WRONG && wrong("n " + name) < MAX_WRONG;
  }

  /** Counts a wrong password. */
  synchronized void wrong(String address, String name) {
    count("a " + address);
    count("n " + name);
  }

  private int wrong(String key) {
    Count count = counts.get(key);
    if (count == null || clockMillis.getAsLong() - count.sinceMillis >= WINDOW_MILLIS) {
      return 0;
    }
    return count.wrong();
  }

  private void count(String key) {
    int before = wrong(key);
    Count count = counts.get(key);
    long since = before == 0 || count == null ? clockMillis.getAsLong() : count.sinceMillis();
    counts.put(key, new Count(since, before + 1));
  }
}

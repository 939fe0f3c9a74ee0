// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.measure;

/** What may go wrong, as the lines of the scorecard, in its order. */
public enum Fault {
  /** The platform's process is killed. */
  KILL("kill -9 of the platform while calls are live"),

  /** The journey store's PostgreSQL is away. */
  STORE_GONE("PostgreSQL gone while calls come and go"),

  /** The wire to Asterisk is cut. */
  SOCKET_CUT("ARI socket cut while callers leave"),

  /** One of several Asterisks crashes. */
  NODE_CRASH("crash of one Asterisk of two"),

  /** The platform dies at the named points of the write path. */
  CRASH_SWEEP("the platform dies at every named point of the write path"),

  /** Simulated days on which everything goes wrong. */
  CHAOS("everything at once, in simulated days"),

  /** Whole days of a busy centre, by the thousand. */
  DAYS("many calls on simulated days, with a few troubles on each"),

  /** Campaigns that dial while everything goes wrong. */
  DIALS("campaigns that dial while everything goes wrong");

  private final String words;

  Fault(String words) {
    this.words = words;
  }

  /** What people call it. */
  public String words() {
    return words;
  }
}

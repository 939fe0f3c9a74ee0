// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.history;

import org.jspecify.annotations.Nullable;

/**
 * What is asked of the past.
 *
 * @param whom one queue, agent or trunk alone; null: all
 * @param withinDays a customer who comes again within so many days has not been helped at once
 */
public record HistoryQuestion(
    HistoryBy by, HistoryStep step, HistorySpan span, @Nullable String whom, int withinDays) {

  /** After so many days nobody is counted as coming again, unless asked for otherwise. */
  public static final int USUAL_DAYS = 7;

  /** All of one kind. */
  public static HistoryQuestion all(HistoryBy by, HistoryStep step, HistorySpan span) {
    return new HistoryQuestion(by, step, span, null, USUAL_DAYS);
  }

  /** A condition that leaves only whom was asked for; its parameter, if any, is their name. */
  String only(String key) {
    return key + " is not null" + (whom == null ? "" : " and " + key + " = ?");
  }
}

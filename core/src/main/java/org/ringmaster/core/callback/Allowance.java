// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.callback;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.queue.Acd;
import org.ringmaster.core.talk.AllowedNumber;
import org.ringmaster.core.talk.TalkBooks;

/**
 * Whether a callback may be dialled: by the queue's hours, and where the number is not the
 * customer's own by {@code transfers: numbers:}, as both stand at that moment and not as they stood
 * when it was agreed.
 */
final class Allowance {
  private final Acd acd;
  private final TalkBooks talks;
  private final CallbackBooks books;

  Allowance(CallbackBooks books, Acd acd, TalkBooks talks) {
    this.books = books;
    this.acd = acd;
    this.talks = talks;
  }

  /** The rule by which agents may call a number, as they wrote it or as it is dialled; or null. */
  @Nullable AllowedNumber rule(String written, String dialled) {
    AllowedNumber rule = talks.rules().allowing(written);
    return rule == null ? talks.rules().allowing(dialled) : rule;
  }

  /** Whether it may be dialled at some time at least. */
  boolean isAllowed(Callback callback) {
    return callback.allowedAs() == null || ruleOf(callback) != null;
  }

  /** Whether it may be dialled now. */
  boolean isOpen(Callback callback, Decision decision) {
    AllowedNumber rule = ruleOf(callback);
    return isOpen(hours(callback), decision)
        && (callback.allowedAs() == null || rule != null && isOpen(rule.hours(), decision));
  }

  /**
   * The hours that were agreed; where the configuration has them no more, those in which its queue
   * calls back now. Where that has none either they are closed, and the callback waits until
   * somebody names hours or it expires: nobody who was promised hours is called at any time.
   */
  @Nullable CalendarId hours(Callback callback) {
    CalendarId agreed = callback.plan().hours();
    if (agreed == null || acd.books().hasCalendar(agreed)) {
      return agreed;
    }
    CallbackPlan now = books.plans.get(callback.queue());
    return now == null || now.hours() == null ? agreed : now.hours();
  }

  /** The calendar that is missing and keeps a callback waiting; null for none. */
  @Nullable CalendarId missing(Callback callback) {
    CalendarId hours = hours(callback);
    return hours == null || acd.books().hasCalendar(hours) ? null : hours;
  }

  private @Nullable AllowedNumber ruleOf(Callback callback) {
    return callback.allowedAs() == null
        ? null
        : rule(callback.allowedAs().text(), callback.number().text());
  }

  /** Whether hours are open now; none always are. */
  boolean isOpen(@Nullable CalendarId hours, Decision decision) {
    return hours == null || acd.books().isOpen(hours, decision.wallMicros());
  }
}

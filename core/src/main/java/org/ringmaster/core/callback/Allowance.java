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

  Allowance(Acd acd, TalkBooks talks) {
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
    return isOpen(callback.plan().hours(), decision)
        && (callback.allowedAs() == null || rule != null && isOpen(rule.hours(), decision));
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

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.callback;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.queue.QueueId;

/**
 * How a queue calls its callers back, as configured. A callback keeps the plan it was taken under.
 *
 * @param trunk through which customers are dialled; its node is where the agents must be
 * @param hours when customers may be dialled; null: always
 * @param tries how often a customer is dialled at most
 * @param retryMillis how long after a try in vain the next one may be
 * @param ringMillis how long a customer's telephone rings
 * @param expireMillis how long after it was taken a callback is worth nothing any more
 * @param early how many may still be before a customer who is dialled first, while agents talk
 * @param shown what the customer's telephone shows; null for what the trunk gives
 * @param confirmPrompts said before the digits of the number; 1 takes it, 2 gives another
 * @param numberPrompts said before another number is typed
 * @param takenPrompts the last words to a caller whose place is kept
 * @param answerPrompts said to who answers, who must press 1 to show that they are a person; none:
 *     everybody who answers is one
 * @param numbers how numbers are dialled here
 */
public record CallbackPlan(
    QueueId queue,
    CallbackMode mode,
    TrunkId trunk,
    @Nullable CalendarId hours,
    int tries,
    long retryMillis,
    long ringMillis,
    long expireMillis,
    int early,
    @Nullable Personal shown,
    List<Prompt> confirmPrompts,
    List<Prompt> numberPrompts,
    List<Prompt> takenPrompts,
    List<Prompt> answerPrompts,
    NumberRule numbers) {

  /** The same, an agent being there before the customer is dialled. */
  CallbackPlan agentFirst() {
    return with(CallbackMode.AGENT_FIRST, hours);
  }

  /** The same, within such hours where it says none. */
  CallbackPlan within(CalendarId others) {
    return with(mode, hours == null ? others : hours);
  }

  private CallbackPlan with(CallbackMode by, @Nullable CalendarId open) {
    return new CallbackPlan(
        queue,
        by,
        trunk,
        open,
        tries,
        retryMillis,
        ringMillis,
        expireMillis,
        early,
        shown,
        confirmPrompts,
        numberPrompts,
        takenPrompts,
        answerPrompts,
        numbers);
  }
}

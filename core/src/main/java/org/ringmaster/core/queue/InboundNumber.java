// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.call.Language;
import org.ringmaster.core.call.Prompt;

/**
 * Where a dialled number leads, as configured.
 *
 * @param number as the configuration spells it
 * @param hours the calendar it obeys; null: always open
 * @param closedPrompts what callers hear outside the hours; none: they are not answered then
 * @param spellings how else trunks may send it: with + or 00 in front, as it is dialled within the
 *     country
 * @param priority callers of this number go before those of a lower one in the same queue
 * @param language in which its callers are spoken to; null for the queue's own
 * @param takesMessages whether who calls outside the hours may leave a message for the queue
 * @param welcomePrompts what callers hear within the hours before they come to the queue
 */
public record InboundNumber(
    String number,
    QueueId queue,
    @Nullable CalendarId hours,
    List<Prompt> closedPrompts,
    List<String> spellings,
    int priority,
    @Nullable Language language,
    boolean takesMessages,
    List<Prompt> welcomePrompts) {

  /** A number at which no messages are taken. */
  public InboundNumber(
      String number,
      QueueId queue,
      @Nullable CalendarId hours,
      List<Prompt> closedPrompts,
      List<String> spellings,
      int priority,
      @Nullable Language language) {
    this(number, queue, hours, closedPrompts, spellings, priority, language, false, List.of());
  }

  /** The same number, at which messages are taken outside the hours. */
  public InboundNumber takingMessages() {
    return new InboundNumber(
        number, queue, hours, closedPrompts, spellings, priority, language, true, welcomePrompts);
  }

  /** The same number, whose callers hear this first. */
  public InboundNumber welcoming(List<Prompt> prompts) {
    return new InboundNumber(
        number, queue, hours, closedPrompts, spellings, priority, language, takesMessages, prompts);
  }

  /** A number that is spelled in one way only. */
  public InboundNumber(
      String number, QueueId queue, @Nullable CalendarId hours, List<Prompt> closedPrompts) {
    this(number, queue, hours, closedPrompts, List.of(), 0, null);
  }

  /** A number whose callers are spoken to in the queue's language. */
  public InboundNumber(
      String number,
      QueueId queue,
      @Nullable CalendarId hours,
      List<Prompt> closedPrompts,
      List<String> spellings,
      int priority) {
    this(number, queue, hours, closedPrompts, spellings, priority, null);
  }

  /** A number whose callers have no priority. */
  public InboundNumber(
      String number,
      QueueId queue,
      @Nullable CalendarId hours,
      List<Prompt> closedPrompts,
      List<String> spellings) {
    this(number, queue, hours, closedPrompts, spellings, 0, null);
  }
}

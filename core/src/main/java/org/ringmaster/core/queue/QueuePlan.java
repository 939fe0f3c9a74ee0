// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.kernel.Decision;

/**
 * Turns the differences between the configuration and our books into facts, and tells whether a
 * number is open.
 */
final class QueuePlan {

  private final QueueBooks books;

  QueuePlan(QueueBooks books) {
    this.books = books;
  }

  boolean isOpen(InboundNumber number, long wallMicros) {
    Door door = books.door(number.queue());
    if (door != null) {
      return door.isOpen();
    }
    Calendar calendar = number.hours() == null ? null : books.calendars.get(number.hours());
    return calendar == null || calendar.isOpen(wallMicros);
  }

  void decide(QueueInput input, Decision decision) {
    switch (input) {
      case QueueInput.QueuesRead in -> queuesRead(in.queues(), decision);
      case QueueInput.NumbersRead in -> numbersRead(in.numbers(), decision);
      case QueueInput.CalendarsRead in -> calendarsRead(in.calendars(), decision);
      default -> {}
    }
  }

  private void queuesRead(List<Queue> queues, Decision decision) {
    Map<QueueId, Queue> now = new LinkedHashMap<>();
    queues.forEach(queue -> now.put(queue.id(), queue));
    for (QueueId id : List.copyOf(books.queues.keySet())) {
      if (!now.containsKey(id)) {
        decision.record(new QueueFact.QueueRemoved(id));
      }
    }
    for (Queue queue : now.values()) {
      if (!Objects.equals(queue, books.filed(queue.id()))) {
        decision.record(new QueueFact.QueueConfigured(queue));
      }
    }
  }

  private void numbersRead(List<InboundNumber> numbers, Decision decision) {
    Map<String, InboundNumber> now = new LinkedHashMap<>();
    numbers.forEach(number -> now.put(number.number(), number));
    for (String number : List.copyOf(books.numbers.keySet())) {
      if (!now.containsKey(number)) {
        decision.record(new QueueFact.NumberRemoved(number));
      }
    }
    for (InboundNumber number : now.values()) {
      if (!Objects.equals(number, books.numbers.get(number.number()))) {
        decision.record(new QueueFact.NumberConfigured(number));
      }
    }
  }

  private void calendarsRead(List<Calendar> calendars, Decision decision) {
    Map<CalendarId, Calendar> now = new LinkedHashMap<>();
    calendars.forEach(calendar -> now.put(calendar.id(), calendar));
    for (CalendarId id : List.copyOf(books.calendars.keySet())) {
      if (!now.containsKey(id)) {
        decision.record(new QueueFact.CalendarRemoved(id));
      }
    }
    for (Calendar calendar : now.values()) {
      if (!Objects.equals(calendar, books.calendars.get(calendar.id()))) {
        decision.record(new QueueFact.CalendarConfigured(calendar));
      }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.List;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.Input;

/** What the configuration and timers tell about queues. */
public sealed interface QueueInput extends Input {

  /** The queues that the configuration names now. */
  record QueuesRead(List<Queue> queues) implements QueueInput {}

  /** The numbers that the configuration names now. */
  record NumbersRead(List<InboundNumber> numbers) implements QueueInput {}

  /** The calendars that the configuration names now. */
  record CalendarsRead(List<Calendar> calendars) implements QueueInput {}

  /** An entry has waited as long as its queue allows. */
  record WaitDue(EntryId entry) implements QueueInput {}

  /** The hours of a queue in which somebody waits may be over. */
  record ClosingDue(QueueId queue) implements QueueInput {}

  /** An entry has waited so long that other agents may answer it. */
  record RelaxationDue(EntryId entry) implements QueueInput {}

  /** Something is to be said to somebody who waits, unless that has changed. */
  record AnnouncementDue(EntryId entry) implements QueueInput {}

  /** What an agent was to hear before a caller has failed, and they may still be there. */
  record WhisperDue(EntryId entry) implements QueueInput {}

  /** What a number says to a caller has failed, and they may still be there. */
  record WelcomeDue(LegId leg) implements QueueInput {}

  /** Somebody makes a waiting contact more or less urgent. */
  record Prioritise(EntryId entry, int priority) implements QueueInput {}

  /** An agent who did not answer may be rung again. */
  record RestOver(AgentId agent) implements QueueInput {}
}

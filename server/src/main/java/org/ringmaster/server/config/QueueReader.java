// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.calendar.OpenHours;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.queue.InboundNumber;
import org.ringmaster.core.queue.Overflow;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.routing.Strategy;
import org.ringmaster.server.config.ConfigurationReader.Entry;

/** Makes queues, calendars and numbers of a file without findings. */
final class QueueReader {
  private final @Nullable String region;

  QueueReader(@Nullable String region) {
    this.region = region;
  }

  Queue queue(Entry entry) {
    Branch keys = entry.keys();
    return new Queue(
        new QueueId(entry.name()),
        keys.text("strategy").equals("ringall") ? Strategy.RINGALL : Strategy.LONGEST_IDLE,
        keys.list("agents", String.class).stream().map(AgentId::new).toList(),
        keys.whole("timeout"),
        keys.whole("retry"),
        keys.whole("wrapuptime"),
        keys.yes("autopause"),
        keys.whole("maxwait"),
        keys.givenBranch("overflow").map(QueueReader::overflow).orElse(Overflow.HANG_UP),
        keys.text("musicclass"),
        keys.whole("servicelevel"));
  }

  private static Overflow overflow(Branch keys) {
    String queue = keys.textOrNull("queue");
    if (queue != null) {
      return new Overflow(Overflow.Kind.QUEUE, new QueueId(queue), List.of(), null, null);
    }
    String number = keys.textOrNull("number");
    if (number != null) {
      TrunkId trunk = new TrunkId(keys.text("trunk"));
      return new Overflow(Overflow.Kind.NUMBER, null, List.of(), trunk, number);
    }
    List<Prompt> prompts = keys.list("prompt", Prompt.class);
    return new Overflow(Overflow.Kind.PROMPT, null, prompts, null, null);
  }

  Calendar calendar(Entry entry) {
    Branch keys = entry.keys();
    List<OpenHours> hours =
        keys.list("hours", List.class).stream()
            .flatMap(stretch -> ((List<?>) stretch).stream())
            .flatMap(one -> Stream.of((OpenHours) one))
            .toList();
    return new Calendar(
        new CalendarId(entry.name()),
        keys.text("zone"),
        hours,
        keys.list("holidays", String.class));
  }

  InboundNumber number(Entry entry) {
    Branch keys = entry.keys();
    String hours = keys.textOrNull("hours");
    return new InboundNumber(
        entry.name(),
        new QueueId(keys.text("queue")),
        hours == null ? null : new CalendarId(hours),
        keys.list("closedprompts", Prompt.class),
        NumberSpellings.of(entry.name(), region));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AutoPause;
import org.ringmaster.core.agent.Skill;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.calendar.OpenHours;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.queue.InboundNumber;
import org.ringmaster.core.queue.Overflow;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.queue.WorkRules;
import org.ringmaster.core.routing.Emptiness;
import org.ringmaster.core.routing.PenaltyStep;
import org.ringmaster.core.routing.Reserve;
import org.ringmaster.core.routing.Routing;
import org.ringmaster.core.routing.SkillNeed;
import org.ringmaster.core.routing.Strategy;
import org.ringmaster.server.config.ConfigurationReader.Entry;
import org.ringmaster.server.config.RoutingKeys.Relaxed;

/** Makes queues, calendars and numbers of a file without findings. */
final class QueueReader {
  private final Branch root;
  private final @Nullable String region;

  QueueReader(Branch root) {
    this.root = root;
    this.region = root.textOrNull("region");
  }

  Queue queue(Entry entry) {
    Branch keys = entry.keys();
    return new Queue(
        new QueueId(entry.name()),
        Strategy.valueOf(keys.text("strategy").toUpperCase(Locale.ROOT).replace('-', '_')),
        keys.list("agents", String.class).stream().map(AgentId::new).toList(),
        keys.whole("timeout"),
        keys.whole("retry"),
        keys.whole("wrapuptime"),
        autoPause(keys).noAnswer() > 0,
        keys.whole("maxwait"),
        overflow(entry),
        keys.text("musicclass"),
        keys.whole("servicelevel"),
        routing(keys),
        HearingReader.hearing(keys),
        ClosingKeys.read(root, entry.name(), keys),
        work(keys),
        keys.textOrNull("name"));
  }

  private static WorkRules work(Branch keys) {
    Branch dispositions = keys.branch("dispositions");
    long extension = keys.whole("wrapupextension");
    return new WorkRules(
        autoPause(keys),
        dispositions.yes("forced") ? dispositions.whole("limit") : 0,
        extension,
        extension > 0 ? keys.wholeInt("wrapupextensions") : 0);
  }

  private static AutoPause autoPause(Branch keys) {
    return keys.givenBranch("autopause")
        .map(
            rule ->
                new AutoPause(
                    rule.wholeInt("noanswer"),
                    rule.wholeInt("busy"),
                    rule.wholeInt("unreachable"),
                    rule.wholeInt("silent")))
        .orElseGet(
            () ->
                Boolean.TRUE.equals(keys.contentOrNull("autopause"))
                    ? AutoPause.NO_ANSWER
                    : AutoPause.NONE);
  }

  private static Routing routing(Branch keys) {
    List<Routing.Seat> penalties = new ArrayList<>();
    keys.map("penalties", Long.class)
        .forEach(
            (agent, penalty) ->
                penalties.add(new Routing.Seat(new AgentId(agent), Math.toIntExact(penalty))));
    return new Routing(
        penalties,
        sorted(keys.list("penaltysteps", PenaltyStep.class), PenaltyStep::afterMillis),
        needs(keys),
        keys.wholeInt("weight"),
        keys.whole("maxpassedover"),
        keys.wholeInt("maxlen"),
        emptiness(keys, "joinempty"),
        emptiness(keys, "leavewhenempty"),
        keys.whole("sticky"),
        keys.whole("rejoin"),
        (Reserve) Objects.requireNonNull(keys.contentOrNull("reserve")));
  }

  private static List<Emptiness> emptiness(Branch keys, String key) {
    return ((List<?>) Objects.requireNonNull(keys.contentOrNull(key)))
        .stream().map(Emptiness.class::cast).toList();
  }

  private static List<SkillNeed> needs(Branch keys) {
    List<Relaxed> relaxed = sorted(keys.list("relax", Relaxed.class), Relaxed::afterMillis);
    List<SkillNeed> needs = new ArrayList<>();
    keys.map("skills", Long.class)
        .forEach(
            (name, level) -> {
              Skill skill = new Skill(name);
              List<SkillNeed.Relaxation> steps =
                  relaxed.stream()
                      .filter(one -> one.skill().equals(skill))
                      .map(one -> new SkillNeed.Relaxation(one.afterMillis(), one.level()))
                      .toList();
              needs.add(new SkillNeed(skill, Math.toIntExact(level), false, steps));
            });
    for (String preferred : keys.list("preferredskills", String.class)) {
      needs.add(new SkillNeed(new Skill(preferred), 0, true, List.of()));
    }
    return needs;
  }

  private static <T> List<T> sorted(List<T> steps, ToLongFunction<T> after) {
    return steps.stream().sorted(Comparator.comparingLong(after)).toList();
  }

  private static Overflow overflow(Entry entry) {
    Object given = entry.keys().given("overflow").map(Value::content).orElse(null);
    if (given instanceof Branch keys) {
      return overflow(keys);
    }
    return VoicemailReader.WORD.equals(given)
        ? Overflow.voicemail(new QueueId(entry.name()))
        : Overflow.HANG_UP;
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
        NumberSpellings.of(entry.name(), region),
        keys.wholeInt("priority"),
        HearingReader.language(keys),
        keys.yes("closedvoicemail"),
        keys.list("welcomeprompts", Prompt.class));
  }
}

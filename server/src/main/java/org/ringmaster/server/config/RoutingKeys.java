// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import static org.ringmaster.server.config.Key.may;
import static org.ringmaster.server.config.Key.preset;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringmaster.core.agent.Skill;
import org.ringmaster.core.agent.SkillLevel;
import org.ringmaster.core.routing.Emptiness;
import org.ringmaster.core.routing.PenaltyStep;
import org.ringmaster.core.routing.Reserve;
import org.ringmaster.server.config.ValueType.ListOf;
import org.ringmaster.server.config.ValueType.MapOf;
import org.ringmaster.server.config.ValueType.Scalar;

/** The keys of a queue that say how callers and agents are brought together. */
final class RoutingKeys {

  /** After a wait a lower level of a skill suffices. */
  record Relaxed(long afterMillis, Skill skill, int level) {}

  private static final int HIGHEST_PENALTY = 1_000;
  private static final int MOST_KEPT = 1_000;
  private static final int WHOLE = 100;
  private static final Pattern RELAX = Pattern.compile("(\\S+) +(\\S+) +([0-9]+)");
  private static final Pattern STEP = Pattern.compile("(\\S+) +(any|[0-9]+)(?: +([0-9]+))?");

  /** In the order of the page. */
  static final List<Key> ALL =
      List.of(
          may(
              "penalties",
              new MapOf(
                  Scalars.reference("agents", "an agent"),
                  Scalars.whole(0, HIGHEST_PENALTY),
                  "{ben: 2}"),
              "Agents who come after others: lower ones are rung first, higher ones only while no"
                  + " lower one is free. Who is not named has 0."),
          may(
              "penaltysteps",
              new ListOf(step(), "[\"0 0\", \"30s 5\", \"60s any\"]"),
              "Who may answer after which wait: the highest penalty, and perhaps the lowest (what"
                  + " queuerules.conf does)."),
          may(
              "skills",
              new MapOf(
                  Scalars.name(), Scalars.whole(1, SkillLevel.HIGHEST), "{spanish: 7, billing: 3}"),
              "What an agent must have to answer, and the level of it."),
          may(
              "preferredskills",
              new ListOf(Scalars.name(), "[sports]"),
              "What an agent need not have; with the strategy `skills`, who has more of it is rung"
                  + " first."),
          may(
              "relax",
              new ListOf(relaxed(), "[\"30s spanish 3\", \"60s spanish 0\"]"),
              "After which wait a lower level of a skill suffices; 0 is none at all."),
          preset(
              "weight",
              Scalars.whole(0, 99),
              "0",
              "A caller's wait counts (1 + weight) times against those of the agent's other queues."),
          preset(
              "maxpassedover",
              Scalars.duration("0", "24h"),
              "10m",
              "Who has waited so long goes before all others, whatever weights and priorities say; 0"
                  + " is never."),
          preset(
              "reserve",
              reserve(),
              "0",
              "How many of its agents stay free for its own callers: a number, or a share of those at"
                  + " work such as 20%. Queues of less weight which they serve too do not get the"
                  + " last ones; who has waited as long as `maxpassedover` there gets them anyway."),
          preset(
              "maxlen",
              Scalars.whole(0, 100_000),
              "0",
              "How many may wait; further ones are sent to the overflow at once. 0 is any number."),
          preset(
              "joinempty",
              empty(true),
              "yes",
              "Whether callers may join while nobody is there: yes, no, strict, loose, or the states"
                  + " in which agents do not count, as in queues.conf. Who may not is sent to the"
                  + " overflow."),
          preset(
              "leavewhenempty",
              empty(false),
              "no",
              "The same for those who wait when the last agent goes."),
          preset(
              "sticky",
              Scalars.duration("0", "1h"),
              "0",
              "A caller is kept so long, if they must wait, for the agent they talked with last."),
          preset(
              "rejoin",
              Scalars.duration("0", "1h"),
              "60s",
              "Who hung up while waiting and calls again within this has the old place."));

  private RoutingKeys() {}

  private static Scalar relaxed() {
    return new Scalar(
        "a relaxation",
        "after which wait, which skill, which level suffices: 30s spanish 3",
        List.of(),
        null,
        Map.of("type", "string"),
        text -> {
          Matcher matcher = matched(RELAX, text);
          int level = Integer.parseInt(matcher.group(3));
          Scalars.require(level < SkillLevel.HIGHEST);
          return new Relaxed(
              Durations.millis(matcher.group(1)), new Skill(matcher.group(2)), level);
        });
  }

  private static Scalar step() {
    return new Scalar(
        "a penalty step",
        "after which wait, the highest penalty or any, perhaps the lowest: 30s 5",
        List.of(),
        null,
        Map.of("type", "string"),
        text -> {
          Matcher matcher = matched(STEP, text);
          String highest = matcher.group(2);
          int most = highest.equals("any") ? -1 : Integer.parseInt(highest);
          int least = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
          Scalars.require(most < 0 || least <= most);
          return new PenaltyStep(Durations.millis(matcher.group(1)), most, least);
        });
  }

  private static Scalar reserve() {
    return new Scalar(
        "a number of agents or a share of them",
        "0 to 1000, or 0% to 100%",
        List.of(),
        null,
        Map.of(
            "anyOf",
            List.of(
                Scalars.sorted("type", "integer", "minimum", 0, "maximum", MOST_KEPT),
                Scalars.sorted("type", "string", "pattern", "^[0-9]{1,4}%?$"))),
        text -> {
          boolean isShare = text.endsWith("%");
          int number = Integer.parseInt(isShare ? text.substring(0, text.length() - 1) : text);
          Scalars.require(number >= 0 && number <= (isShare ? WHOLE : MOST_KEPT));
          return isShare ? new Reserve(0, number) : new Reserve(number, 0);
        });
  }

  private static Matcher matched(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text.trim());
    Scalars.require(matcher.matches());
    return matcher;
  }

  /** The words and factors of app_queue's {@code joinempty} and {@code leavewhenempty}. */
  private static Scalar empty(boolean join) {
    List<String> factors =
        Arrays.stream(Emptiness.values()).map(one -> one.name().toLowerCase(Locale.ROOT)).toList();
    return new Scalar(
        "yes, no, strict, loose, or states of agents",
        "yes, no, strict, loose, or some of " + String.join(",", factors),
        List.of(),
        null,
        Map.of("type", List.of("string", "boolean")),
        text -> factors(text.trim().toLowerCase(Locale.ROOT), join));
  }

  private static List<Emptiness> factors(String text, boolean join) {
    List<Emptiness> here = List.of(Emptiness.PENALTY, Emptiness.INVALID, Emptiness.PAUSED);
    return switch (text) {
      case "yes", "true", "on" -> join ? List.of() : here;
      case "no", "false", "off" -> join ? here : List.of();
      case "strict" ->
          List.of(Emptiness.PENALTY, Emptiness.INVALID, Emptiness.PAUSED, Emptiness.UNAVAILABLE);
      case "loose" -> List.of(Emptiness.PENALTY, Emptiness.INVALID);
      default ->
          Arrays.stream(text.split(",", -1))
              .map(one -> Emptiness.valueOf(one.trim().toUpperCase(Locale.ROOT)))
              .toList();
    };
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The verb that makes a list of people out of the journey store. */
final class AudienceVerbs {
  private static final String WHAT = "WHAT";
  private static final Map<String, String> VALUES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("--queue", "queue"),
              Map.entry("--by-campaign", "byCampaign"),
              Map.entry("--outcome", "outcome"),
              Map.entry("--disposition", "disposition"),
              Map.entry("--days", "days"),
              Map.entry("--from", "from"),
              Map.entry("--until", "until"),
              Map.entry("--waited", "waited"),
              Map.entry("--campaign", "campaign"),
              Map.entry("--unique", "unique"),
              Map.entry("--not-called-for", "notCalledFor"),
              Map.entry("--region", "region"),
              Map.entry("--zone", "zone")));
  private static final Map<String, String> SWITCHES =
      new TreeMap<>(
          Map.of(
              "--not-talked-since", "notTalkedSince",
              "--dry-run", "dryRun",
              "--again", "again"));

  private AudienceVerbs() {}

  static List<Verb> all() {
    return List.of(
        Verb.of(
                "list from-journeys",
                "Loads people to whom something has happened, as the journey store tells, as leads"
                    + " of a campaign; shows what became of each row.",
                AudienceVerbs::load,
                Verb.Parameter.must(
                    WHAT,
                    "What has happened: abandoned, answered, flowed-out and the other figures of"
                        + " contacts that `history calls` opens, message-left, message-unanswered,"
                        + " or dialled."))
            .with(
                new Verb.Option("--queue", "NAME", "In this queue alone."),
                new Verb.Option("--by-campaign", "NAME", "Of dialled: by this campaign alone."),
                new Verb.Option(
                    "--outcome", "OUTCOME", "Of dialled: talked, no-answer, busy, abandoned ..."),
                new Verb.Option(
                    "--disposition", "WORD", "Where an agent said that the call was this."),
                new Verb.Option("--days", "DAYS", "In the last so many days, instead of --from."),
                new Verb.Option(
                    "--from", "TIME", "From when: 2026-01-31, 2026-01-31T14:30, 14:30 or today."),
                new Verb.Option("--until", "TIME", "Until when, without that instant; else now."),
                new Verb.Option("--waited", "SECONDS", "Where they waited at least so long."),
                new Verb.Option(
                    "--not-talked-since", "", "Only those who have talked with nobody since."),
                new Verb.Option("--campaign", "NAME", "Whose leads they become."),
                new Verb.Option(
                    "--unique",
                    "WITHIN",
                    "Whose numbers are duplicates: file, campaign (as it is without it) or system."),
                new Verb.Option(
                    "--not-called-for",
                    "DAYS",
                    "Leaves out numbers that any campaign has dialled within so many days."),
                new Verb.Option("--region", "REGION", "Where numbers without + are, such as DE."),
                new Verb.Option("--zone", "ZONE", "Where leads are of whom the number tells not."),
                new Verb.Option("--dry-run", "", "Only counts."),
                new Verb.Option("--again", "", "Loads them though the same rows are loaded.")));
  }

  private static int load(Invocation call) throws Failure {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("what", call.word(WHAT));
    VALUES.forEach((option, name) -> call.optional(option).ifPresent(it -> query.put(name, it)));
    SWITCHES.forEach(
        (option, name) -> {
          if (call.flag(option)) {
            query.put(name, "true");
          }
        });
    StringBuilder path = new StringBuilder("/api/lists/journeys");
    query.forEach(
        (name, value) ->
            path.append(path.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(Platform.part(value)));
    return ListVerbs.follow(call, call.platform().post(path.toString(), Map.of()));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.ringmaster.core.calendar.OpenHours;
import org.ringmaster.dialer.campaign.AttemptOutcome;
import org.ringmaster.dialer.campaign.Recycling;

/** The presets of law that a campaign names: of what they say the strictest holds. */
final class CampaignLaws {

  /**
   * A value and the preset that has it.
   *
   * @param law whose value it is
   */
  record Held(Law law, LawRule rule) {
    /** The rule behind it and what was read for it, in brackets. */
    String source() {
      return "(%s; %s)".formatted(rule.source(), rule.status());
    }
  }

  /** Outcomes after which who was taken for a machine may be dialled again. */
  static final Set<AttemptOutcome> MACHINES =
      EnumSet.of(AttemptOutcome.MACHINE, AttemptOutcome.MESSAGE_LEFT);

  private final List<Law> laws;

  private CampaignLaws(List<Law> laws) {
    this.laws = laws;
  }

  static CampaignLaws of(Branch campaign) {
    List<String> names = campaign.list("law", String.class);
    return new CampaignLaws(names.isEmpty() ? List.of() : Laws.of(names));
  }

  /** The strictest value of an amount; nothing where no preset has one. */
  Optional<Held> strictest(LawField field) {
    return held(field).stream()
        .reduce((one, two) -> field.isLooser(one.rule().amount(), two.rule().amount()) ? two : one);
  }

  /** The first preset that asks for something there. */
  Optional<Held> first(LawField field) {
    return held(field).stream().findFirst();
  }

  /** The first preset whose hours are narrower than those of a calendar. */
  Optional<Held> narrower(List<OpenHours> hours) {
    Predicate<Held> isNarrower = held -> !OpenMinutes.beyond(hours, held.rule().hours()).isEmpty();
    return held(LawField.HOURS).stream().filter(isNarrower).findFirst();
  }

  /** The stricter one of an amount of a campaign's and that of its presets. */
  double stricter(LawField field, double own) {
    return strictest(field)
        .map(held -> held.rule().amount())
        .filter(amount -> field.isLooser(own, amount))
        .orElse(own);
  }

  /** The stricter one of a time of a campaign's and that of its presets, milliseconds. */
  long stricter(LawField field, long ownMillis) {
    return (long) stricter(field, (double) ownMillis);
  }

  /** Rules of recycling, in which who was taken for a machine rests as long as presets want. */
  List<Recycling> resting(List<Recycling> rules) {
    return rules.stream()
        .map(
            rule ->
                MACHINES.contains(rule.outcome())
                    ? new Recycling(
                        rule.outcome(),
                        rule.tries(),
                        stricter(LawField.MACHINE_RETRY, rule.delayMillis()))
                    : rule)
        .toList();
  }

  /** Each with its date, as a plan has them. */
  List<String> names() {
    return laws.stream().map(law -> law.name() + " " + law.date()).toList();
  }

  private List<Held> held(LawField field) {
    return laws.stream()
        .flatMap(law -> law.rule(field).stream().map(rule -> new Held(law, rule)))
        .toList();
  }
}

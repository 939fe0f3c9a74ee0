// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ringmaster.core.calendar.OpenHours;
import org.ringmaster.server.config.CampaignLaws.Held;

/** What a campaign says itself must not be looser than the presets of law that it names. */
final class LawAgreement {
  private static final List<LawField> AMOUNTS =
      List.of(
          LawField.MAX_ABANDON,
          LawField.TIMEOUT,
          LawField.DROP_LOCK,
          LawField.NUMBER_TRIES,
          LawField.TALK_REST);

  private final Branch root;
  private final List<Finding> findings;

  LawAgreement(Branch root, List<Finding> findings) {
    this.root = root;
    this.findings = findings;
  }

  void check(Branch campaign) {
    if (campaign.items("law").isEmpty()) {
      return;
    }
    twice(campaign);
    CampaignLaws laws = CampaignLaws.of(campaign);
    AMOUNTS.forEach(field -> amount(campaign, laws, field));
    machines(campaign, laws);
    holdFrom(campaign, laws);
    hours(campaign, laws);
    needed(campaign, laws);
  }

  private void twice(Branch campaign) {
    Set<Object> seen = new HashSet<>();
    for (Value law : campaign.items("law")) {
      if (!seen.add(law.content())) {
        find(law.place(), "%s.law names %s twice".formatted(campaign.path(), law.content()));
      }
    }
  }

  private void amount(Branch campaign, CampaignLaws laws, LawField field) {
    campaign
        .given(field.key())
        .ifPresent(
            given ->
                looser(
                    campaign.path() + "." + field.key(),
                    given.place(),
                    laws,
                    field,
                    Double.parseDouble(String.valueOf(given.content()))));
  }

  private void looser(String path, Place place, CampaignLaws laws, LawField field, double own) {
    Optional<Held> held = laws.strictest(field);
    if (held.isEmpty() || !field.isLooser(own, held.get().rule().amount())) {
      return;
    }
    boolean most = field.kind() == LawField.Kind.AT_MOST;
    String words = held.get().rule().words();
    find(
        place,
        "%s is %s, looser than %s, the %s that law %s takes %s: write %s or %s, leave it out, or take %s out of law"
            .formatted(
                path,
                field.words(own),
                words,
                most ? "most" : "least",
                held.get().law().name(),
                held.get().source(),
                words,
                most ? "less" : "more",
                held.get().law().name()));
  }

  private void machines(Branch campaign, CampaignLaws laws) {
    Branch recycling = campaign.branch("recycling");
    recycling
        .entries()
        .forEach(
            (name, keys) -> {
              boolean again =
                  keys.given("tries").filter(it -> !it.content().equals(1L)).isPresent();
              if (isMachine(name) && again && keys.given("retry").isPresent()) {
                looser(
                    keys.path() + ".retry",
                    keys.placeOf("retry"),
                    laws,
                    LawField.MACHINE_RETRY,
                    keys.whole("retry"));
              }
            });
  }

  /** A name that is no outcome is told by who reads the shape. */
  private static boolean isMachine(String name) {
    String constant = name.toUpperCase(Locale.ROOT).replace('-', '_');
    return CampaignLaws.MACHINES.stream().anyMatch(outcome -> outcome.name().equals(constant));
  }

  private void holdFrom(Branch campaign, CampaignLaws laws) {
    Optional<Held> held = laws.first(LawField.HOLD_FROM);
    if (held.isPresent() && "greeting".equals(campaign.textOrNull("holdfrom"))) {
      find(
          campaign.placeOf("holdfrom"),
          "%s.holdfrom is \"greeting\", but by law %s the two seconds run from the answer %s: write answer, leave it out, or take %s out of law"
              .formatted(
                  campaign.path(),
                  held.get().law().name(),
                  held.get().source(),
                  held.get().law().name()));
    }
  }

  private void hours(Branch campaign, CampaignLaws laws) {
    String name = campaign.textOrNull("hours");
    Branch calendar = name == null ? null : root.branch("calendars").entries().get(name);
    if (calendar == null) {
      return;
    }
    List<OpenHours> own = OpenMinutes.orAlways(calendar.list("hours", List.class));
    laws.narrower(own)
        .ifPresent(
            held ->
                find(
                    campaign.placeOf("hours"),
                    "%s.hours names \"%s\" (line %d), which is open %s: law %s lets people be called %s only, by their own clock %s: narrow the calendar, name another one, or take %s out of law"
                        .formatted(
                            campaign.path(),
                            name,
                            calendar.placeOf("hours").line(),
                            OpenMinutes.words(OpenMinutes.beyond(own, held.rule().hours())),
                            held.law().name(),
                            held.rule().words(),
                            held.source(),
                            held.law().name())));
  }

  /** What only the user has: sounds, keys and numbers. */
  private void needed(Branch campaign, CampaignLaws laws) {
    String mode = String.valueOf(campaign.textOrNull("mode"));
    // There the agent is on the line before anybody is dialled, and nobody hears a message.
    boolean agentFirst = mode.equals("preview") || mode.equals("manual");
    boolean agentless = mode.equals("agentless");
    if (!agentFirst && !agentless) {
      dropPrompts(campaign, laws);
    }
    if (!agentFirst && campaign.given("optoutkey").isEmpty()) {
      missing(
          campaign,
          laws,
          LawField.OPT_OUT_KEY,
          "add optoutkey: \"9\" or another key, and say it in the "
              + (agentless ? "message" : "sound of dropprompts"));
    }
    if (campaign.given("callerid").isEmpty() && campaign.given("callerids").isEmpty()) {
      missing(
          campaign,
          laws,
          LawField.CALLER_ID,
          "add callerid: with a number of yours that can be called back, or callerids:");
    }
  }

  private void dropPrompts(Branch campaign, CampaignLaws laws) {
    if (campaign.items("dropprompts").isEmpty()) {
      missing(
          campaign,
          laws,
          LawField.DROP_PROMPTS,
          "add dropprompts: with a sound that says your name and a telephone number");
      return;
    }
    Optional<Held> held = laws.first(LawField.DROP_PROMPTS);
    if (held.isPresent() && Boolean.TRUE.equals(campaign.contentOrNull("queueoverflow"))) {
      find(
          campaign.placeOf("queueoverflow"),
          "%s.queueoverflow is yes: who finds no agent would wait on and not hear dropprompts, which law %s wants %s: leave it out, or take %s out of law"
              .formatted(
                  campaign.path(),
                  held.get().law().name(),
                  held.get().source(),
                  held.get().law().name()));
    }
  }

  private void missing(Branch campaign, CampaignLaws laws, LawField field, String advice) {
    laws.first(field)
        .ifPresent(
            held ->
                find(
                    campaign.placeOf("law"),
                    "%s has no %s, which law %s wants %s: %s"
                        .formatted(
                            campaign.path(),
                            field.key(),
                            held.law().name(),
                            held.source(),
                            advice)));
  }

  private void find(Place place, String text) {
    findings.add(new Finding(place, text));
  }
}

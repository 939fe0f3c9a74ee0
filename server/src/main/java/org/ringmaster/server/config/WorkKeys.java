// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import static org.ringmaster.server.config.Key.may;
import static org.ringmaster.server.config.Key.must;
import static org.ringmaster.server.config.Key.preset;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ringmaster.core.agent.SkillLevel;
import org.ringmaster.core.medium.Medium;
import org.ringmaster.core.routing.Strategy;
import org.ringmaster.server.config.ValueType.ListOf;
import org.ringmaster.server.config.ValueType.MapOf;
import org.ringmaster.server.config.ValueType.Named;
import org.ringmaster.server.config.ValueType.Section;
import org.ringmaster.server.config.ValueType.WordOr;

/** The keys about the work: agents, pause reasons, queues, calendars, numbers. */
final class WorkKeys {
  private static final int MOST_CONTACTS = 20;

  /** Over which agents can be in touch with somebody. */
  private static final List<Medium> MEDIA =
      List.of(
          Medium.VOICE, Medium.WEBCHAT, Medium.EMAIL, Medium.SMS, Medium.WHATSAPP, Medium.SOCIAL);

  private static final ListOf PROMPTS = new ListOf(Scalars.prompt(), "[hello-world]");

  static final Key AGENTS =
      may(
          "agents",
          new Named(
              "agent",
              Scalars.name(),
              Section.of(
                  may("name", Scalars.text(), "The person's name, for people to read."),
                  must(
                      "number",
                      Scalars.matching("an agent's number", "1 to 10 digits", "[0-9]{1,10}"),
                      "What the agent types to sign in on a telephone that is not theirs."),
                  may(
                      "telephone",
                      Scalars.reference("telephones", "a telephone"),
                      "The telephone the agent signs in on, if no other is named."),
                  may(
                      "skills",
                      new MapOf(
                          Scalars.name(),
                          Scalars.whole(1, SkillLevel.HIGHEST),
                          "{spanish: 8, billing: 3}"),
                      "What the agent can do, and how well: from 1, a little, to 10."),
                  may(
                      "capacity",
                      new MapOf(
                          Scalars.choice(media()),
                          Scalars.whole(0, MOST_CONTACTS),
                          "{voice: 0, webchat: 3}"),
                      "How many contacts over each medium the agent may have at once. By voice 0"
                          + " (queues give them no calls) or 1, which is preset; no queue brings"
                          + " contacts over other media yet."),
                  preset(
                      "wrapuptime",
                      Scalars.duration("0", "24h"),
                      "0",
                      "How long the agent has for finishing a call's work, whatever its queue says;"
                          + " 0 is as the queue says. What a queue forces to be said of a call is"
                          + " forced of them all the same."))),
          "Who answers calls, by name.");

  static final Key PAUSE_REASONS =
      may(
          "pausereasons",
          new Named(
              "pause reason",
              Scalars.name(),
              Section.of(
                      must(
                          "digit",
                          Scalars.whole(0, 9),
                          "What follows `*12` on the telephone for this reason."),
                      may("name", Scalars.text(), "How people read it."))
                  .and(AgentRuleKeys.PAUSE)),
          "Why agents pause, by name. Where any are given, others are refused; `*12` alone pauses"
              + " without saying why.");

  static final Key PAUSE_RINGING =
      preset(
          "pauseringing",
          Scalars.choice("ringon", "takeback"),
          "ringon",
          "What a pause does while the agent's telephone rings: `ringon` lets it ring, as app_queue"
              + " does, and the pause begins when it is not answered or after the talk; `takeback`"
              + " passes the caller on at once.");

  static final Key DISPOSITIONS =
      may(
          "dispositions",
          new Named(
              "disposition",
              Scalars.name(),
              Section.of(
                  must("digit", Scalars.whole(0, 9), "The key that gives it on the agent's page."),
                  may("name", Scalars.text(), "How people read it."))),
          "What a contact can have been, by name: agents say which on their page. Where none are"
              + " given there is nothing to say.");

  static final Key QUEUES =
      may(
          "queues",
          new Named(
              "queue",
              Scalars.name(),
              Section.of(
                      may(
                          "name",
                          Scalars.text(),
                          "How people read it, on pages and in tables; programs go by the queue's"
                              + " own word, which stays."),
                      preset(
                          "strategy",
                          Scalars.choice(strategies()),
                          "longest-idle",
                          "Who gets the next caller: `longest-idle` the agent who has waited longest,"
                              + " `skills` who fits best, the others as in queues.conf."),
                      must(
                          "agents",
                          new ListOf(Scalars.reference("agents", "an agent"), "[anna, ben]"),
                          "Who serves it."),
                      preset(
                          "timeout",
                          Scalars.duration("1s", "10m"),
                          "15s",
                          "How long one agent is rung."),
                      preset(
                          "retry",
                          Scalars.duration("0", "1h"),
                          "5s",
                          "How long an agent who did not answer is left in peace."),
                      preset(
                          "wrapuptime",
                          Scalars.duration("0", "24h"),
                          "0",
                          "How long an agent has for finishing a call's work."),
                      AgentRuleKeys.AUTO_PAUSE,
                      preset(
                          "maxwait",
                          Scalars.duration("0", "24h"),
                          "0",
                          "How long a caller waits before the overflow; 0 is for ever."),
                      preset(
                          "overflow",
                          overflow(),
                          "hangup",
                          "Where a caller goes after `maxwait`. `voicemail` asks them for a"
                              + " message."),
                      preset(
                          "musicclass",
                          Scalars.name(),
                          "default",
                          "What waiting callers hear: a class of musiconhold.conf."),
                      preset(
                          "servicelevel",
                          Scalars.duration("1s", "1h"),
                          "20s",
                          "A caller answered within this counts for the service level."))
                  .and(RoutingKeys.ALL)
                  .and(HearingKeys.ALL)
                  .and(RecordingKeys.ALL)
                  .and(AgentRuleKeys.QUEUE)
                  .and(
                      List.of(
                          CallbackKeys.CALLBACK, VoicemailKeys.VOICEMAIL, ClosingKeys.CLOSING))),
          "Where callers wait, by name. The options have the names and meanings of queues.conf where it"
              + " has them.");

  static final Key CALENDARS =
      may(
          "calendars",
          new Named(
              "calendar",
              Scalars.name(),
              Section.of(
                  must("zone", Scalars.zone(), "The time zone, such as `Europe/Berlin`."),
                  may(
                      "hours",
                      new ListOf(Scalars.hours(), "[mon-fri 09:00-18:00]"),
                      "When it is open; without any, always."),
                  may(
                      "holidays",
                      new ListOf(Scalars.date(), "[2026-12-25]"),
                      "Dates on which it is closed all day."))),
          "Hours and holidays, by name.");

  static final Key NUMBERS =
      may(
          "numbers",
          new Named(
              "number",
              Scalars.number(),
              Section.of(
                  must("queue", Scalars.reference("queues", "a queue"), "The queue it leads to."),
                  preset(
                      "priority",
                      Scalars.whole(-1_000, 1_000),
                      "0",
                      "Its callers go before those of a lower one in the same queue."),
                  may(
                      "hours",
                      Scalars.reference("calendars", "a calendar"),
                      "When it is open; without it, always."),
                  may(
                      "language",
                      HearingKeys.LANGUAGE,
                      "The language in which its callers are spoken to; the queue's, if none is"
                          + " named."),
                  may(
                      "welcomeprompts",
                      PROMPTS,
                      "What callers hear within the hours before they come to the queue, as by"
                          + " `Playback()` before `Queue()`. Nobody is rung for them meanwhile, and"
                          + " their wait counts from the end of it; who hangs up before has not"
                          + " waited."),
                  may(
                      "closedprompts",
                      PROMPTS,
                      "What callers hear outside the hours, before they are hung up. Without any they"
                          + " are not answered (cause 21, SIP 403)."),
                  preset(
                      "closedvoicemail",
                      Scalars.yesNo(),
                      "no",
                      "Whether callers may leave a message for the queue outside the hours, behind"
                          + " `closedprompts`."))),
          "The numbers that callers dial. One that begins with + is known however the trunk spells it"
              + " (`+4930123`, `4930123`, `004930123`); with `region` so is one as it is dialled within"
              + " the country (`030123`). What stands here word for word comes first. All others are"
              + " not answered: they do not exist (cause 1, SIP 404).");

  static final Key SUPERVISION =
      may(
          "supervision",
          Section.of(
              may(
                  "tellagent",
                  new ListOf(Scalars.prompt(), "[beep]"),
                  "What an agent hears when a supervisor begins to listen or whisper. Without any they"
                      + " are not told."),
              preset(
                  "timeout",
                  Scalars.duration("5s", "2m"),
                  "20s",
                  "How long a supervisor's telephone is rung."),
              preset(
                  "most",
                  Scalars.whole(1, 10),
                  "3",
                  "How many supervisors may be at one talk. One of them at a time may be heard.")),
          "Supervisors who listen to talks, whisper to agents, join in and take over.");

  static final Key REGION =
      may(
          "region",
          Scalars.region(),
          "The country we are in, such as `DE`: how numbers are dialled there, so that a caller is the"
              + " same customer as `+4930123`, `004930123`, `4930123` and `030123`. Without it only"
              + " numbers with + in front have other spellings.");

  static final Key ZONES =
      may(
          "zones",
          Section.of(
              may(
                  "postalcodes",
                  Scalars.path(),
                  "A CSV file that tells the time zones of postal codes: a line `code,zone` or"
                      + " `code,zone,country` for each, such as `02134,America/New_York,US`, and"
                      + " `021*` for all that begin so. It is read at start and at each reload.")),
          "Where leads are who are loaded with a postal code.");

  private static String[] media() {
    return MEDIA.stream().map(WorkKeys::word).toArray(String[]::new);
  }

  private static String[] strategies() {
    return Arrays.stream(Strategy.values()).map(WorkKeys::word).toArray(String[]::new);
  }

  /** How a constant is called in the file. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static WordOr overflow() {
    return new WordOr(
        Scalars.choice("hangup", VoicemailReader.WORD),
        Section.of(
            may("queue", Scalars.reference("queues", "a queue"), "Wait in another queue."),
            may("prompt", PROMPTS, "Hear this, then be hung up."),
            may("number", Scalars.number(), "Be passed on to this number, through `trunk`."),
            may("trunk", Scalars.reference("trunks", "a trunk"), "The trunk to `number`.")));
  }

  private WorkKeys() {}
}

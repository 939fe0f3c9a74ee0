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
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.Language;
import org.ringmaster.core.queue.WaitChoice;
import org.ringmaster.server.config.ValueType.ListOf;
import org.ringmaster.server.config.ValueType.MapOf;
import org.ringmaster.server.config.ValueType.Scalar;

/** The keys of a queue that say what its callers hear beside the music, and what they may press. */
final class HearingKeys {

  /** What a key leads to. */
  record Choice(WaitChoice what, @Nullable String queue) {}

  private static final ListOf PROMPTS = new ListOf(Scalars.prompt(), "[hello-world]");
  private static final Pattern QUEUE = Pattern.compile("queue +([A-Za-z0-9][A-Za-z0-9_-]{0,39})");

  /** The language of a queue or a number. */
  static final Scalar LANGUAGE =
      Scalars.choice(Arrays.stream(Language.values()).map(Language::tag).toArray(String[]::new));

  /** In the order of the page. */
  static final List<Key> ALL =
      List.of(
          preset(
              "language",
              LANGUAGE,
              "en",
              "The language in which callers are spoken to; a number's own goes before it."),
          preset(
              "announceposition",
              Scalars.choice("no", "yes", "limit", "more"),
              "no",
              "Whether callers hear their place: always, only up to `announcepositionlimit`, or"
                  + " behind it that more callers than that wait (`announce-position`)."),
          preset(
              "announcepositionlimit",
              Scalars.whole(1, 100_000),
              "5",
              "The limit of `limit` and `more` (`announce-position-limit`)."),
          preset(
              "announcepositiononlyup",
              Scalars.yesNo(),
              "no",
              "Whether place and wait are said again only to whom has a better place than was said"
                  + " last (`announce-position-only-up`)."),
          preset(
              "announcewait",
              Scalars.choice("no", "precise", "padded", "less-than"),
              "no",
              "Whether callers hear the wait that four in five of them will not exceed: `precise` as"
                  + " foreseen, rounded up to `announceround`; `padded` a quarter more, rounded up to"
                  + " a round figure; `less-than` as a bound, less than five minutes"
                  + " (`announce-holdtime`). What is said never grows by more than a fifth."),
          preset(
              "announcewaitonce",
              Scalars.yesNo(),
              "no",
              "Whether the wait is said only the first time (`announce-holdtime=once`)."),
          preset(
              "announceround",
              Scalars.duration("1s", "10m"),
              "60s",
              "The step of `precise`; below a minute seconds are said"
                  + " (`announce-round-seconds`)."),
          preset(
              "announceatjoin",
              Scalars.yesNo(),
              "yes",
              "Whether place and wait are said as soon as a caller waits."),
          preset(
              "announcefrequency",
              Scalars.duration("0", "24h"),
              "0",
              "And again after so long; 0 is never (`announce-frequency`)."),
          preset(
              "minannouncefrequency",
              Scalars.duration("1s", "1h"),
              "15s",
              "How long the music plays at least between two announcements; a caller who moved up is"
                  + " told so no sooner either (`min-announce-frequency`)."),
          may(
              "announcethanks",
              PROMPTS,
              "What is said behind place and wait, such as queue-thankyou (`queue-thankyou`)."),
          preset(
              "announcecallback",
              Scalars.yesNo(),
              "yes",
              "Whether callers hear behind place and wait by which key they are called back, where"
                  + " `keys` has one: the sound `ringmaster-callback-press` and the key."),
          may(
              "periodicannounce",
              PROMPTS,
              "Prompts that callers hear in turn, one each time (`periodic-announce`)."),
          preset(
              "periodicannouncefrequency",
              Scalars.duration("0", "24h"),
              "0",
              "How often; 0 is never (`periodic-announce-frequency`)."),
          preset(
              "periodicannouncestartdelay",
              Scalars.duration("0", "24h"),
              "0",
              "After how long callers hear the first; 0 is after as long as between two"
                  + " (`periodic-announce-startdelay`)."),
          preset(
              "randomperiodicannounce",
              Scalars.yesNo(),
              "no",
              "Whether they are drawn by lot instead (`random-periodic-announce`)."),
          may(
              "whisper",
              PROMPTS,
              "What an agent who answers hears, such as the queue's name, while the caller hears"
                  + " music still; then they are joined (app_queue's `announceoverride`)."),
          preset(
              "reportholdtime",
              Scalars.yesNo(),
              "no",
              "Whether an agent who answers hears behind the whisper how long the caller has waited,"
                  + " minutes and seconds. All that they hear is then in the queue's `language`; a"
                  + " whisper alone is in that of their telephone (`reportholdtime`)."),
          preset(
              "memberdelay",
              Scalars.duration("0", "1m"),
              "0",
              "How long an agent who answers hears nothing before all of that, in whole seconds"
                  + " (`memberdelay`)."),
          may(
              "keys",
              new MapOf(
                  Scalars.matching("a key", "one of 0-9, * and #", "[0-9*#]"),
                  choice(),
                  "{\"0\": overflow, \"1\": callback, \"2\": queue sales}"),
              "What a caller who waits may press: `overflow` leads where the queue's overflow does,"
                  + " `queue NAME` to another queue, `announce` says place and wait now,"
                  + " `callback` and `voicemail` are offers of their own (`context`)."));

  private HearingKeys() {}

  private static Scalar choice() {
    return new Scalar(
        "what a key leads to",
        "overflow, queue NAME, announce, callback or voicemail",
        List.of(),
        null,
        Map.of("type", "string"),
        HearingKeys::readChoice);
  }

  private static Choice readChoice(String text) {
    Matcher queue = QUEUE.matcher(text.trim());
    if (queue.matches()) {
      return new Choice(WaitChoice.QUEUE, queue.group(1));
    }
    WaitChoice what = WaitChoice.valueOf(text.trim().toUpperCase(Locale.ROOT));
    Scalars.require(what != WaitChoice.QUEUE);
    return new Choice(what, null);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.announcement.Announcing;
import org.ringmaster.core.announcement.PositionStyle;
import org.ringmaster.core.announcement.WaitStyle;
import org.ringmaster.core.call.Language;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.queue.Hearing;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.queue.WaitChoice;
import org.ringmaster.core.queue.WaitKey;
import org.ringmaster.server.config.HearingKeys.Choice;

/** Makes what a queue's callers hear of a file without findings. */
final class HearingReader {
  private static final long MILLIS_PER_SECOND = 1_000;

  private HearingReader() {}

  static Hearing hearing(Branch keys) {
    return new Hearing(
        Language.valueOf(keys.text("language").toUpperCase(Locale.ROOT)),
        announcing(keys),
        pressed(keys),
        keys.list("whisper", Prompt.class),
        keys.yes("reportholdtime"),
        keys.whole("memberdelay"));
  }

  static @Nullable Language language(Branch keys) {
    String given = keys.textOrNull("language");
    return given == null ? null : Language.valueOf(given.toUpperCase(Locale.ROOT));
  }

  private static Announcing announcing(Branch keys) {
    return new Announcing(
        keys.yes("announceatjoin"),
        keys.whole("announcefrequency"),
        keys.whole("minannouncefrequency"),
        PositionStyle.valueOf(word(keys, "announceposition")),
        keys.wholeInt("announcepositionlimit"),
        WaitStyle.valueOf(word(keys, "announcewait")),
        keys.yes("announcewaitonce"),
        Math.toIntExact(Math.max(1, keys.whole("announceround") / MILLIS_PER_SECOND)),
        keys.list("announcethanks", Prompt.class),
        keys.list("periodicannounce", Prompt.class),
        keys.whole("periodicannouncefrequency"),
        keys.yes("randomperiodicannounce"),
        keys.yes("announcecallback") && offersCallback(keys),
        keys.yes("announcepositiononlyup"),
        keys.whole("periodicannouncestartdelay"));
  }

  private static boolean offersCallback(Branch keys) {
    return keys.map("keys", Choice.class).values().stream()
        .anyMatch(choice -> choice.what() == WaitChoice.CALLBACK);
  }

  private static String word(Branch keys, String key) {
    return keys.text(key).toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static List<WaitKey> pressed(Branch keys) {
    List<WaitKey> pressed = new ArrayList<>();
    keys.map("keys", Choice.class)
        .forEach(
            (key, choice) ->
                pressed.add(
                    new WaitKey(
                        key,
                        choice.what(),
                        choice.queue() == null ? null : new QueueId(choice.queue()))));
    return pressed;
  }
}

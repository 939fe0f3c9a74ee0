// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.announcement;

import java.util.ArrayList;
import java.util.List;
import org.ringmaster.core.call.Language;
import org.ringmaster.core.call.Prompt;

/**
 * The prompts of which an announcement is made, in a language: Asterisk's own by their names, so
 * that recordings made for app_queue serve here too. Pure.
 */
public final class Wording {

  private static final int MINUTE = 60;

  /** Asterisk's sounds of silence are of 1 to 10 seconds. */
  private static final long LONGEST_SILENCE = 10;

  private Wording() {}

  /** You are number so and so; who is first hears that they are next. */
  public static List<Prompt> place(int place) {
    return place <= 1
        ? List.of(Prompt.sound("queue-youarenext"))
        : List.of(
            Prompt.sound("queue-thereare"),
            Prompt.number(place),
            Prompt.sound("queue-callswaiting"));
  }

  /** More than so many callers wait. */
  public static List<Prompt> moreThan(int callers) {
    return List.of(
        Prompt.sound("queue-quantity1"), Prompt.number(callers), Prompt.sound("queue-quantity2"));
  }

  /** The wait, in minutes and, where the figure has some, seconds. */
  public static List<Prompt> wait(Language language, WaitStyle style, int seconds) {
    List<Prompt> said = new ArrayList<>();
    said.add(Prompt.sound("queue-holdtime"));
    if (style == WaitStyle.LESS_THAN) {
      said.add(Prompt.sound("queue-less-than"));
    }
    said.addAll(time(language, seconds / MINUTE, seconds % MINUTE));
    return said;
  }

  /**
   * How long a caller has waited, as app_queue says it to the agent: a single second is left out,
   * and so is the whole where nothing else would be left.
   */
  public static List<Prompt> held(Language language, long seconds) {
    long rest = seconds % MINUTE == 1 ? 0 : seconds % MINUTE;
    List<Prompt> time = time(language, seconds / MINUTE, rest);
    if (time.isEmpty()) {
      return time;
    }
    List<Prompt> said = new ArrayList<>();
    said.add(Prompt.sound("queue-reporthold"));
    said.addAll(time);
    return said;
  }

  /** So many seconds in which nothing is said. */
  public static List<Prompt> silence(long seconds) {
    List<Prompt> said = new ArrayList<>();
    for (long left = seconds; left > 0; left -= LONGEST_SILENCE) {
      said.add(Prompt.sound("silence/" + StrictMath.min(left, LONGEST_SILENCE)));
    }
    return said;
  }

  private static List<Prompt> time(Language language, long minutes, long seconds) {
    List<Prompt> said = new ArrayList<>();
    if (minutes > 0) {
      said.add(minutes == 1 ? one(language) : Prompt.number(minutes));
      said.add(Prompt.sound(minutes == 1 ? "queue-minute" : "queue-minutes"));
    }
    if (seconds > 0) {
      said.add(Prompt.number(seconds));
      said.add(Prompt.sound("queue-seconds"));
    }
    return said;
  }

  /**
   * To be called back, press so and so. Asterisk has no such sound of its own: the texts of each
   * language lie with the lab's, where a recording goes before them.
   */
  public static List<Prompt> callback(String key) {
    return List.of(Prompt.sound("ringmaster-callback-press"), Prompt.digits(key));
  }

  /** A minute is masculine in Spanish and Portuguese: un minuto, um minuto. */
  private static Prompt one(Language language) {
    return switch (language) {
      case EN -> Prompt.number(1);
      case ES -> Prompt.sound("digits/1M");
      case PT -> Prompt.sound("digits/1");
    };
  }
}

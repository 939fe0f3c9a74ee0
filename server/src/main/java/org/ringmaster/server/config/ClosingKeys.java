// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import static org.ringmaster.server.config.Key.may;
import static org.ringmaster.server.config.Key.preset;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.queue.Closing;
import org.ringmaster.core.queue.Overflow;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.server.config.ValueType.ListOf;
import org.ringmaster.server.config.ValueType.Section;

/** The keys of a queue that say what becomes of its callers when its hours are over. */
final class ClosingKeys {

  private static final String NAME = "closing";
  private static final String THEN = "then";
  private static final String OVERFLOW = "overflow";
  private static final String HANG_UP = "hangup";
  private static final String PROMPTS = "prompts";
  private static final String HOURS = "hours";

  static final Key CLOSING =
      may(
          NAME,
          Section.of(
              may(
                  HOURS,
                  Scalars.reference("calendars", "a calendar"),
                  "Whose end it is; without it that of the numbers that lead to the queue, if they"
                      + " all have the same."),
              preset(
                  THEN,
                  Scalars.choice(OVERFLOW, VoicemailReader.WORD, HANG_UP),
                  HANG_UP,
                  "Where those who still wait are sent: where the queue's `overflow` leads, to its"
                      + " voicemail, or nowhere."),
              may(
                  PROMPTS,
                  new ListOf(Scalars.prompt(), "[hello-world]"),
                  "What they hear before they are hung up."),
              preset(
                  "grace",
                  Scalars.duration("0", "12h"),
                  "0",
                  "How long after the end they may still be answered.")),
          "What becomes of callers who still wait when the hours are over. Without it they are"
              + " served. Whoever has an agent, or for whom one is being rung, is left in peace.");

  private ClosingKeys() {}

  /** Whether a queue sends those who still wait to its voicemail. */
  static boolean leadsToVoicemail(Branch queue) {
    return queue
        .givenBranch(NAME)
        .filter(keys -> keys.text(THEN).equals(VoicemailReader.WORD))
        .isPresent();
  }

  /** Whether a queue sends those who still wait where its overflow leads. */
  static boolean leadsToOverflow(Branch queue) {
    return queue.givenBranch(NAME).filter(keys -> keys.text(THEN).equals(OVERFLOW)).isPresent();
  }

  /** The calendar whose end it is, or null where that is not clear. */
  private static @Nullable String hours(Branch root, String queue, Branch keys) {
    String named = keys.textOrNull(HOURS);
    if (named != null) {
      return named;
    }
    Set<String> hours = new LinkedHashSet<>();
    for (Branch number : root.branch("numbers").entries().values()) {
      if (number.given("queue").filter(to -> to.content().equals(queue)).isPresent()) {
        String own = number.textOrNull(HOURS);
        hours.add(own == null ? "" : own);
      }
    }
    String only = hours.size() == 1 ? hours.iterator().next() : "";
    return only.isEmpty() ? null : only;
  }

  static @Nullable Closing read(Branch root, String queue, Branch keys) {
    Branch found = keys.givenBranch(NAME).orElse(null);
    String hours = found == null ? null : hours(root, queue, found);
    if (found == null || hours == null) {
      return null;
    }
    List<Prompt> prompts = found.list(PROMPTS, Prompt.class);
    Overflow target =
        switch (found.text(THEN)) {
          case OVERFLOW -> null;
          case VoicemailReader.WORD -> Overflow.voicemail(new QueueId(queue));
          default ->
              prompts.isEmpty()
                  ? Overflow.HANG_UP
                  : new Overflow(Overflow.Kind.PROMPT, null, prompts, null, null);
        };
    return new Closing(new CalendarId(hours), found.whole("grace"), target);
  }

  static void check(Branch root, String name, Branch queue, List<Finding> findings) {
    Branch keys = queue.givenBranch(NAME).orElse(null);
    if (keys == null) {
      return;
    }
    if (hours(root, name, keys) == null) {
      findings.add(
          new Finding(
              keys.place(),
              keys.path()
                  + " does not say when: add hours, or give the numbers that lead to the queue the"
                  + " same"));
    }
    if (leadsToOverflow(queue) && queue.given(OVERFLOW).isEmpty()) {
      findings.add(
          new Finding(
              keys.placeOf(THEN),
              keys.path() + ".then leads to the overflow, but the queue has none"));
    }
    if (keys.given(PROMPTS).isPresent() && !keys.text(THEN).equals(HANG_UP)) {
      findings.add(
          new Finding(
              keys.placeOf(PROMPTS),
              keys.path() + ".prompts are heard only where then is " + HANG_UP));
    }
  }
}

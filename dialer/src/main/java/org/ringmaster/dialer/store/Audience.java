// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.history.EntryFigures;
import org.ringmaster.dialer.campaign.AttemptOutcome;

/**
 * Of whom a list is made: people to whom something has happened, in a closed set of words. Nothing
 * of it becomes SQL as it was written.
 *
 * @param what what has happened: {@link #MESSAGE_LEFT}, {@link #MESSAGE_UNANSWERED}, {@link
 *     #DIALLED}, or a figure of waiting contacts ({@link EntryFigures}) such as {@code abandoned}
 * @param fromMicros the first instant at which it may have, epoch microseconds
 * @param untilMicros the first instant after that
 * @param queue in which queue; null: in any
 * @param campaign by which campaign they were dialled; null: by any
 * @param outcome what came of the attempt, such as {@code talked}; null: anything
 * @param disposition what an agent said that the call was; null: anything
 * @param waitedSeconds how long they waited at least
 * @param notTalkedSince whether only those are meant who have talked with nobody since
 */
public record Audience(
    String what,
    long fromMicros,
    long untilMicros,
    @Nullable String queue,
    @Nullable String campaign,
    @Nullable String outcome,
    @Nullable String disposition,
    int waitedSeconds,
    boolean notTalkedSince) {

  /** Who left a message. */
  public static final String MESSAGE_LEFT = "message-left";

  /** Who left a message that nobody has called back for, or has said to be done. */
  public static final String MESSAGE_UNANSWERED = "message-unanswered";

  /** Whom a campaign has dialled. */
  public static final String DIALLED = "dialled";

  /** The words before it are those of {@link #describes}. */
  private static final String SOURCE = "journeys: ";

  /**
   * An audience.
   *
   * @throws IllegalArgumentException where a word is not known, or one says nothing about such
   *     people: says which, and what to do
   */
  public Audience {
    if (!words().contains(what)) {
      throw new IllegalArgumentException(
          "'what' is '" + what + "' and must be one of " + String.join(", ", words()) + ".");
    }
    if (untilMicros <= fromMicros) {
      throw new IllegalArgumentException("'until' must be after 'from'.");
    }
    boolean dialled = what.equals(DIALLED);
    if (dialled && queue != null) {
      throw new IllegalArgumentException(
          "'queue' is said of whom a campaign has dialled: say 'byCampaign', or answered-dialled.");
    }
    if (!dialled && (campaign != null || outcome != null)) {
      throw new IllegalArgumentException(
          "'byCampaign' and 'outcome' are said of attempts: they go with 'dialled' alone, not with '"
              + what
              + "'.");
    }
    if (outcome != null && !outcomes().contains(outcome)) {
      throw new IllegalArgumentException(
          "'outcome' is '"
              + outcome
              + "' and must be one of "
              + String.join(", ", outcomes())
              + ".");
    }
    if (waitedSeconds != 0 && EntryFigures.condition(what) == null) {
      throw new IllegalArgumentException(
          "'waited' is said of who waited in a queue, which '" + what + "' does not tell.");
    }
    if (waitedSeconds < 0) {
      throw new IllegalArgumentException("'waited' must be seconds from 0 on.");
    }
  }

  /** Everything that can have happened. */
  public static List<String> words() {
    List<String> all = new ArrayList<>(EntryFigures.words());
    all.addAll(List.of(DIALLED, MESSAGE_LEFT, MESSAGE_UNANSWERED));
    all.sort(null);
    return all;
  }

  private static List<String> outcomes() {
    return Arrays.stream(AttemptOutcome.values())
        .map(it -> it.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .collect(Collectors.toList());
  }

  /** All that was asked for in one line, as the list's source; names nobody. */
  public String describes() {
    StringBuilder line = new StringBuilder(SOURCE).append(what);
    add(line, " queue=", queue);
    add(line, " by-campaign=", campaign);
    add(line, " outcome=", outcome);
    add(line, " disposition=", disposition);
    if (waitedSeconds > 0) {
      line.append(" waited>=").append(waitedSeconds);
    }
    if (notTalkedSince) {
      line.append(" not-talked-since");
    }
    return line.append(" from=")
        .append(instant(fromMicros))
        .append(" until=")
        .append(instant(untilMicros))
        .toString();
  }

  private static void add(StringBuilder line, String name, @Nullable String value) {
    if (value != null) {
      line.append(name).append(value);
    }
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).truncatedTo(ChronoUnit.SECONDS);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.util.Arrays;
import org.ringmaster.server.config.ValueType.ListOf;
import org.ringmaster.server.config.ValueType.Scalar;

/**
 * What a preset of law can ask of a campaign. Most are named as the campaign's own key is that says
 * it.
 */
public enum LawField {
  /** Percent of live answers that may be abandoned. */
  MAX_ABANDON("maxabandon", Kind.AT_MOST, "of a hundred who answer, how many may be abandoned"),
  /** How long a telephone rings, milliseconds. */
  TIMEOUT("timeout", Kind.AT_LEAST, "how long a telephone rings"),
  /** How long a number is left in peace after an abandoned call, milliseconds. */
  DROP_LOCK("droplock", Kind.AT_LEAST, "how long a number rests after an abandoned call"),
  /** How often a number is dialled within 24 hours. */
  NUMBER_TRIES("numbertries", Kind.AT_MOST, "how often a number is dialled in 24 hours"),
  /** How often a person is dialled within seven days. */
  WEEK_TRIES("weektries", Kind.AT_MOST, "how often a person is dialled in seven days"),
  /** How long a person is left in peace after a talk, milliseconds. */
  TALK_REST("talkrest", Kind.AT_LEAST, "how long who has talked with an agent rests"),
  /** How long a number rests that was taken for a machine, milliseconds. */
  MACHINE_RETRY("machineretry", Kind.AT_LEAST, "how long who was taken for a machine rests"),
  /** When people may be called, by the clock where they are. */
  HOURS("hours", Kind.WITHIN, "when people may be called, by their own clock"),
  /** From when the two seconds for an agent run. */
  HOLD_FROM("holdfrom", Kind.ONLY, "from when the two seconds for an agent run"),
  /** That who finds no agent hears who called. */
  DROP_PROMPTS("dropprompts", Kind.NEEDED, "that who finds no agent hears who called"),
  /** That who hears it can refuse further calls by key. */
  OPT_OUT_KEY("optoutkey", Kind.NEEDED, "that who hears a message can refuse further calls by key"),
  /** That the telephone shows a number of the caller's. */
  CALLER_ID("callerid", Kind.NEEDED, "that the telephone shows a number to call back");

  /** How a campaign is held against it. */
  enum Kind {
    /** A campaign may have as much or less. */
    AT_MOST,
    /** A campaign may have as much or more. */
    AT_LEAST,
    /** A campaign's calendar lies within it. */
    WITHIN,
    /** A campaign may have this and nothing else. */
    ONLY,
    /** A campaign must have something there, which only its user knows. */
    NEEDED
  }

  private final String key;
  private final Kind kind;
  private final String meaning;

  LawField(String key, Kind kind, String meaning) {
    this.key = key;
    this.kind = kind;
    this.meaning = meaning;
  }

  /** As it is written in the presets. */
  public String key() {
    return key;
  }

  /** What it says, in a few words. */
  public String meaning() {
    return meaning;
  }

  Kind kind() {
    return kind;
  }

  static LawField of(String key) {
    return Arrays.stream(values())
        .filter(field -> field.key.equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no field " + key));
  }

  /** What may stand there in the presets. */
  ValueType type() {
    return switch (this) {
      case MAX_ABANDON ->
          Scalars.matching("a percentage", "such as 3 or 2.5", "[0-9]{1,2}(\\.[0-9]{1,2})?");
      case NUMBER_TRIES, WEEK_TRIES -> Scalars.whole(1, 50);
      case TIMEOUT, DROP_LOCK, MACHINE_RETRY, TALK_REST -> Scalars.duration("1s", "30d");
      case HOURS -> new ListOf(Scalars.hours(), "[mon-sun 08:00-21:00]");
      case HOLD_FROM -> word("answer");
      case DROP_PROMPTS, OPT_OUT_KEY, CALLER_ID -> word("needed");
    };
  }

  private static Scalar word(String word) {
    return Scalars.choice(word);
  }

  /** Whether what a campaign has is looser than what a preset has. */
  boolean isLooser(double own, double preset) {
    return kind == Kind.AT_MOST ? own > preset : own < preset;
  }

  /** An amount as people write it: {@code 3}, {@code 72h}. */
  String words(double amount) {
    return switch (this) {
      case TIMEOUT, DROP_LOCK, MACHINE_RETRY, TALK_REST -> Durations.words((long) amount);
      default -> amount == Math.rint(amount) ? Long.toString((long) amount) : "" + amount;
    };
  }
}

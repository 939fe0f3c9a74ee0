// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.history;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The figures that count waiting contacts, each with which contacts it counts: for whoever wants
 * the people behind a figure and not only its calls. Any thread.
 */
public final class EntryFigures {

  private static final Map<String, String> CONDITIONS = conditions();

  private EntryFigures() {}

  private static Map<String, String> conditions() {
    Map<String, String> all = new TreeMap<>();
    EntryCounts.CONDITIONS.forEach((figure, condition) -> all.put(word(figure.name()), condition));
    EntryCounts.BEHIND.forEach((figure, condition) -> all.put(word(figure), condition));
    return all;
  }

  private static String word(String figure) {
    return figure.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Their words, such as {@code abandoned-waiting}, in the order of the alphabet. */
  public static List<String> words() {
    return List.copyOf(CONDITIONS.keySet());
  }

  /**
   * Which contacts a figure counts, in SQL over {@code figure_entries e} and {@code calls c}; null
   * where there is no such figure.
   */
  public static @Nullable String condition(String word) {
    return CONDITIONS.get(word);
  }
}

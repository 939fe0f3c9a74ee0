// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the word that was probably meant. */
public final class Nearest {
  private static final int ALIKE = 5;

  private Nearest() {}

  /** {@code : did you mean "strategy"?}, or nothing if no word is near. */
  public static String hint(String written, Collection<String> known) {
    String meant = among(written, known);
    return meant == null ? "" : ": did you mean \"" + meant + "\"?";
  }

  /**
   * The word at the least distance, at most a third of its length away; else one that begins alike,
   * as {@code musiconhold} and {@code musicclass} do; null if none is near.
   */
  public static @Nullable String among(String written, Collection<String> known) {
    String best = null;
    int least = Integer.MAX_VALUE;
    for (String word : known) {
      int distance = distance(written.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT));
      int allowed = Math.max(1, (Math.max(word.length(), written.length()) + 1) / 3);
      if (distance <= allowed && distance < least) {
        least = distance;
        best = word;
      }
    }
    return best == null ? beginningAlike(written, known) : best;
  }

  private static @Nullable String beginningAlike(String written, Collection<String> known) {
    if (written.length() < ALIKE) {
      return null;
    }
    String beginning = written.substring(0, ALIKE).toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(word -> word.toLowerCase(Locale.ROOT).startsWith(beginning))
        .findFirst()
        .orElse(null);
  }

  /** Insertions, deletions, replacements and swaps of neighbours that lead from one to another. */
  static int distance(String from, String to) {
    int[] before = new int[to.length() + 1];
    int[] last = new int[to.length() + 1];
    int[] now = new int[to.length() + 1];
    Arrays.setAll(last, i -> i);
    for (int i = 1; i <= from.length(); i++) {
      now[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        boolean same = from.charAt(i - 1) == to.charAt(j - 1);
        now[j] = Math.min(Math.min(now[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
        boolean swapped =
            i > 1
                && j > 1
                && from.charAt(i - 1) == to.charAt(j - 2)
                && from.charAt(i - 2) == to.charAt(j - 1);
        if (swapped) {
          now[j] = Math.min(now[j], before[j - 2] + 1);
        }
      }
      int[] free = before;
      before = last;
      last = now;
      now = free;
    }
    return last[to.length()];
  }
}

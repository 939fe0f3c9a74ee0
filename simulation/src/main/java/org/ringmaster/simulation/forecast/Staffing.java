// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many agents are planned in each hour of a day, by the clocks of the campaign's calendar;
 * while it is open there or anywhere where leads are, for agents work for leads of other zones too.
 *
 * @param byHour 24 numbers
 */
public record Staffing(List<Integer> byHour) {

  /** More agents than this are a mistake. */
  public static final int MOST = 5_000;

  private static final int HOURS = 24;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");
  private static final Pattern STRETCH = Pattern.compile("([0-9]{1,2})-([0-9]{1,2})=([0-9]{1,5})");

  /** Keeps its own copy. */
  public Staffing {
    byHour = List.copyOf(byHour);
    if (byHour.size() != HOURS) {
      throw new IllegalArgumentException("a day has 24 hours, not " + byHour.size());
    }
  }

  /** The same number whenever anybody may be called. */
  public static Staffing always(int agents) {
    Integer[] hours = new Integer[HOURS];
    Arrays.fill(hours, agents);
    return new Staffing(List.of(hours));
  }

  /**
   * Reads {@code 20}, or stretches of hours such as {@code 9-13=20,13-17=12}.
   *
   * @throws IllegalArgumentException with a sentence for people where it is neither
   */
  public static Staffing parse(String text) {
    if (NUMBER.matcher(text).matches()) {
      return always(agents(text, text));
    }
    Integer[] hours = new Integer[HOURS];
    Arrays.fill(hours, 0);
    for (String part : text.split(",", -1)) {
      Matcher stretch = STRETCH.matcher(part.strip());
      if (!stretch.matches()) {
        throw wrong(text);
      }
      int from = Integer.parseInt(stretch.group(1));
      int to = Integer.parseInt(stretch.group(2));
      if (from >= to || to > HOURS) {
        throw wrong(text);
      }
      Arrays.fill(hours, from, to, agents(stretch.group(3), text));
    }
    return new Staffing(List.of(hours));
  }

  private static int agents(String number, String text) {
    int agents = Integer.parseInt(number);
    if (agents > MOST) {
      throw wrong(text);
    }
    return agents;
  }

  private static IllegalArgumentException wrong(String text) {
    return new IllegalArgumentException(
        "Agents are a number up to "
            + MOST
            + ", or numbers for hours such as 9-13=20,13-17=12; this is '"
            + text
            + "'.");
  }

  /** The most that are planned at once. */
  public int most() {
    return byHour.stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    if (byHour.stream().distinct().count() == 1) {
      return byHour.getFirst().toString();
    }
    StringJoiner stretches = new StringJoiner(",");
    for (int from = 0; from < HOURS; ) {
      int to = from;
      while (to < HOURS && byHour.get(to).equals(byHour.get(from))) {
        to++;
      }
      if (byHour.get(from) > 0) {
        stretches.add(String.format(Locale.ROOT, "%d-%d=%d", from, to, byHour.get(from)));
      }
      from = to;
    }
    return stretches.toString();
  }
}

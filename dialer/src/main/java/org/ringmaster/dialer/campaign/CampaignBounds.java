// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.LegId;

/**
 * What bounds a campaign's dials over days and weeks. Immutable, for any thread.
 *
 * @param caps how often a number or a person may be dialled; all of them hold at a time
 * @param talkRestMillis how long nobody is called at any number of a lead after somebody at one of
 *     them has talked with an agent of any campaign; 0 where nobody rests
 * @param fromMicros before this instant nobody is dialled, epoch microseconds; 0 for at once
 * @param untilMicros from this instant on nobody is dialled, and a campaign that runs is paused; 0
 *     for without end
 * @param destinations with what a number must begin to be dialled, digits with the country's first;
 *     none for every number
 * @param refused with what a number must not begin
 * @param spend what its calls cost and how much of that it may spend; null where nobody says
 */
public record CampaignBounds(
    List<FrequencyCap> caps,
    long talkRestMillis,
    long fromMicros,
    long untilMicros,
    List<String> destinations,
    List<String> refused,
    @Nullable SpendLimit spend) {

  /** Nothing is bounded. */
  public static final CampaignBounds NONE = new CampaignBounds(List.of(), 0);

  /** Bounds how often somebody is dialled, and not from when and until when. */
  public CampaignBounds(List<FrequencyCap> caps, long talkRestMillis) {
    this(caps, talkRestMillis, 0, 0, List.of(), List.of(), null);
  }

  /** The same, from an instant and until another; epoch microseconds, 0 for no such bound. */
  public CampaignBounds between(long from, long until) {
    return new CampaignBounds(caps, talkRestMillis, from, until, destinations, refused, spend);
  }

  /** The same, for numbers that begin so and do not begin so. */
  public CampaignBounds to(List<String> allowed, List<String> not) {
    return new CampaignBounds(caps, talkRestMillis, fromMicros, untilMicros, allowed, not, spend);
  }

  /** The same, with what its calls cost and may cost; null for nothing. */
  public CampaignBounds spending(@Nullable SpendLimit limit) {
    return new CampaignBounds(
        caps, talkRestMillis, fromMicros, untilMicros, destinations, refused, limit);
  }

  /** Whether leads wait and rest as long under the other; money alone keeps no lead back. */
  boolean letsWaitAs(CampaignBounds other) {
    return spending(null).equals(other.spending(null)) && knownTo().equals(other.knownTo());
  }

  /**
   * The beginnings of the numbers that may be dialled because a rate is known; {@code *} for all.
   */
  private List<String> knownTo() {
    return spend == null || !spend.isBound() ? List.of("*") : spend.tariff().prefixes();
  }

  /** What forbids a number wherever and whenever it is, digits without a plus; null for nothing. */
  public @Nullable Gate forbids(long number) {
    if (!allows(number)) {
      return Gate.DESTINATION;
    }
    return spend == null || spend.knows(number) ? null : Gate.NO_RATE;
  }

  /** What is true of a line to a number from here; null where it costs nothing that is known. */
  CampaignFact.@Nullable LinePriced priced(CampaignId campaign, LegId leg, long number) {
    Long rate = spend == null ? null : spend.tariff().rate(number);
    return spend == null || rate == null
        ? null
        : new CampaignFact.LinePriced(
            campaign, leg, rate, spend.tariff().firstSeconds(), spend.tariff().nextSeconds());
  }

  /** Whether a number may be dialled wherever it is, digits without a plus. */
  boolean allows(long number) {
    return (destinations.isEmpty() || begins(number, destinations)) && !begins(number, refused);
  }

  static boolean begins(long number, List<String> prefixes) {
    String digits = prefixes.isEmpty() ? "" : Long.toString(number);
    for (String prefix : prefixes) {
      if (digits.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  boolean isTooEarly(long wallMicros) {
    return wallMicros < fromMicros;
  }

  boolean isOver(long wallMicros) {
    return untilMicros > 0 && wallMicros >= untilMicros;
  }

  /** An instant by the clock of a zone, for people: {@code 2026-12-01T09:00 in Europe/Berlin}. */
  static String words(long micros, String zone) {
    long seconds = TimeUnit.MICROSECONDS.toSeconds(micros);
    return LocalDateTime.ofInstant(Instant.ofEpochSecond(seconds), ZoneId.of(zone)) + " in " + zone;
  }

  /** From when and until when, each as a sentence for people, by the clock of a zone. */
  public List<String> times(String zone) {
    List<String> all = new ArrayList<>();
    if (fromMicros > 0) {
      all.add("It dials from " + words(fromMicros, zone) + " on.");
    }
    if (untilMicros > 0) {
      all.add("It dials until " + words(untilMicros, zone) + ".");
    }
    return all;
  }

  /**
   * What is bounded, each as a sentence for people; nothing where nothing is.
   *
   * @param zone by whose clock
   */
  public List<String> sentences(String zone) {
    List<String> all = times(zone);
    if (!destinations.isEmpty()) {
      all.add("It dials only numbers that begin with +" + String.join(", +", destinations) + ".");
    }
    if (!refused.isEmpty()) {
      all.add("It dials no number that begins with +" + String.join(", +", refused) + ".");
    }
    for (FrequencyCap cap : caps) {
      String words = cap.words();
      all.add(Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".");
    }
    if (spend != null) {
      all.addAll(spend.sentences());
    }
    if (talkRestMillis > 0) {
      all.add(
          "Whoever has talked with an agent rests for "
              + TimeUnit.MILLISECONDS.toHours(talkRestMillis)
              + " hours.");
    }
    return all;
  }

  /** For how long the dials of each number have to be remembered, microseconds; 0 for not. */
  long memoryMicros() {
    long longest = 0;
    for (FrequencyCap cap : caps) {
      longest = StrictMath.max(longest, cap.memoryMicros());
    }
    return longest;
  }

  long talkRestMicros() {
    return TimeUnit.MILLISECONDS.toMicros(talkRestMillis);
  }
}

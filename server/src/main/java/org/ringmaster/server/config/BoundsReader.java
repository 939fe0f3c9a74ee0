// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ringmaster.dialer.campaign.CampaignBounds;
import org.ringmaster.dialer.campaign.CapWindow;
import org.ringmaster.dialer.campaign.FrequencyCap;

/**
 * What bounds a campaign over days and weeks: its own caps, and those of its presets beside them.
 */
final class BoundsReader {

  private static final long WEEK_MILLIS = TimeUnit.DAYS.toMillis(7);

  /** Satellites, numbers of no country, and premium rates across borders. */
  static final List<String> DEAR = List.of("870", "878", "881", "882", "883", "888", "979");

  private BoundsReader() {}

  static CampaignBounds bounds(Branch campaign, CampaignLaws laws, ZoneId zone) {
    List<FrequencyCap> caps = new ArrayList<>();
    campaign.branch("caps").entries().forEach((name, keys) -> caps.add(cap(name, keys)));
    laws.strictest(LawField.WEEK_TRIES)
        .ifPresent(
            held ->
                caps.add(
                    FrequencyCap.rolling(
                        "law " + held.law().name(), (int) held.rule().amount(), WEEK_MILLIS)));
    long own = campaign.given("talkrest").isPresent() ? campaign.whole("talkrest") : 0;
    List<String> destinations = digits(campaign.list("destinations", String.class));
    return new CampaignBounds(
        List.copyOf(caps),
        laws.stricter(LawField.TALK_REST, own),
        micros(campaign.textOrNull("from"), zone, false),
        micros(campaign.textOrNull("until"), zone, true),
        destinations,
        refused(campaign, destinations),
        null);
  }

  /** When it is that by the clock of a zone, epoch microseconds; 0 for never. */
  private static long micros(@Nullable String moment, ZoneId zone, boolean isEnd) {
    if (moment == null) {
      return 0;
    }
    return TimeUnit.SECONDS.toMicros(moment(moment, isEnd).atZone(zone).toEpochSecond());
  }

  /** A day by itself is meant as a whole. */
  static LocalDateTime moment(String text, boolean isEnd) {
    if (text.contains(" ")) {
      return LocalDateTime.parse(text.replace(' ', 'T'));
    }
    LocalDate day = LocalDate.parse(text);
    return (isEnd ? day.plusDays(1) : day).atStartOfDay();
  }

  /** What the campaign refuses, and what costs much and is nobody's home unless it is named. */
  private static List<String> refused(Branch campaign, List<String> destinations) {
    List<String> refused = new ArrayList<>(digits(campaign.list("refused", String.class)));
    for (String dear : DEAR) {
      if (destinations.stream().noneMatch(one -> one.startsWith(dear))) {
        refused.add(dear);
      }
    }
    return List.copyOf(refused);
  }

  private static List<String> digits(List<String> beginnings) {
    return beginnings.stream().map(begin -> begin.substring(1)).toList();
  }

  private static FrequencyCap cap(String name, Branch keys) {
    String within = keys.text("within");
    boolean isRolling = Character.isDigit(within.charAt(0));
    return new FrequencyCap(
        name,
        keys.wholeInt("most"),
        isRolling ? CapWindow.ROLLING : CapWindow.valueOf(within.toUpperCase(Locale.ROOT)),
        isRolling ? Durations.millis(within) : 0,
        keys.text("by").equals("person"),
        keys.list("numbers", String.class).stream()
            .flatMap(place -> NumberPlaces.beginnings(place).stream())
            .toList());
  }
}

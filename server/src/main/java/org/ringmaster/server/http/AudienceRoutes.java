// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ringmaster.dialer.store.Audience;
import org.ringmaster.server.config.Role;
import org.ringmaster.server.list.ImportJob;
import org.ringmaster.server.list.ListRoom;

/** Lists of people to whom something has happened, made out of the journey store. */
final class AudienceRoutes {

  private static final long DAY_MICROS = 86_400_000_000L;
  private static final int MAX_DAYS = 366;
  private static final int MAX_WAITED_SECONDS = 86_400;

  /** A word that is not understood may have been meant to leave people out: it is refused. */
  private static final Set<String> KNOWN =
      new TreeSet<>(
          Set.of(
              "what",
              "queue",
              "byCampaign",
              "outcome",
              "disposition",
              "from",
              "until",
              "days",
              "waited",
              "notTalkedSince",
              "campaign",
              "region",
              "zone",
              "dryRun",
              "again",
              "unique",
              "notCalledFor"));

  private final ListRoom room;
  private final ListRoutes lists;
  private final Past past;

  AudienceRoutes(ListRoom room, ListRoutes lists, Past past) {
    this.room = room;
    this.lists = lists;
    this.past = past;
  }

  List<Route> routes() {
    return List.of(Route.now("POST", "/api/lists/journeys", Role.SUPERVISOR, this::make));
  }

  private Reply make(WebRequest asked) {
    for (String name : asked.query().keySet()) {
      if (!KNOWN.contains(name)) {
        throw new RefusedRequest(
            400, "There is no '" + name + "'; say " + String.join(", ", KNOWN) + ".", null);
      }
      wanted(asked, name);
    }
    try {
      Audience audience = audience(asked);
      ImportJob job = room.begin(room.people(audience), lists.plan(asked, audience.describes()));
      return Reply.json(202, out -> ListJson.job(out, job));
    } catch (IllegalArgumentException e) {
      throw new RefusedRequest(400, String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Audience audience(WebRequest asked) {
    long now = past.nowMicros().getAsLong();
    long from = from(asked, now);
    long until = Times.micros("until", asked.first("until", "now"), past.zone(), now);
    if (until - from > MAX_DAYS * DAY_MICROS) {
      throw new RefusedRequest(400, "Ask for " + MAX_DAYS + " days at most.", null);
    }
    String outcome = given(asked, "outcome");
    return new Audience(
        asked.wanted("what").toLowerCase(Locale.ROOT),
        from,
        until,
        given(asked, "queue"),
        given(asked, "byCampaign"),
        outcome == null ? null : outcome.toLowerCase(Locale.ROOT),
        given(asked, "disposition"),
        HistoryRoutes.number(asked, "waited", 0, 0, MAX_WAITED_SECONDS),
        ListRoutes.flag(asked, "notTalkedSince"));
  }

  private long from(WebRequest asked, long now) {
    if (!asked.query().containsKey("days")) {
      return Times.micros("from", asked.first("from", "today"), past.zone(), now);
    }
    if (asked.query().containsKey("from")) {
      throw new RefusedRequest(400, "Say 'days' or 'from', not both.", null);
    }
    return now - HistoryRoutes.number(asked, "days", 1, 1, MAX_DAYS) * DAY_MICROS;
  }

  private static @Nullable String given(WebRequest asked, String name) {
    String text = asked.first(name, "");
    return text.isEmpty() ? null : text;
  }

  /** What is empty, such as a variable that was not set, would ask for the people of all. */
  private static void wanted(WebRequest asked, String name) {
    List<String> said = asked.query().get(name);
    if (said != null && said.size() > 1) {
      throw new RefusedRequest(400, "'" + name + "' is said twice.", null);
    } else if (asked.first(name, "").isEmpty()) {
      throw new RefusedRequest(400, "'" + name + "' is empty: leave it out for any.", null);
    }
  }
}

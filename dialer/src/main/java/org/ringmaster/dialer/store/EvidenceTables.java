// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.store;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ringmaster.dialer.compliance.LiveAnswers;
import org.ringmaster.dialer.compliance.ScreeningFigures;
import org.ringmaster.dialer.load.SheetCell;

/** The tables of an {@link EvidencePack}, of one campaign and one stretch of time. */
final class EvidenceTables {
  private static final int DAYS = 30;

  private static final String COUNTS =
      """
      select (dialled_at at time zone ?)::date,
             count(*) filter (where connected_at is not null and not abandoned
                                and machine is not true),
             count(*) filter (where abandoned),
             count(*) filter (where treatment in ('HUNG_UP', 'MESSAGE')),
             count(audited_as),
             count(*) filter (where audited_as = 'PERSON')
        from attempts
       where cell = ? and campaign_id = ? and dialled_at >= ? and dialled_at < ?
       group by 1""";
  private static final String ZONE =
      "select zone from campaigns where cell = ? and campaign_id = ? and zone is not null";
  private static final String FIRST_FACT =
      """
      select sequence, to_json(recorded_at)#>>'{}' from facts
       where cell = ? order by sequence limit 1""";
  private static final String HELD =
      """
      select extract(epoch from recorded_at) * 1000000, sequence from facts
       where cell = ? and sequence <=
         (select min(applied_sequence) from projections
           where cell = ? and projection in ('facts', 'calls', 'journeys', 'campaigns'))
       order by sequence desc limit 1""";
  private static final String LISTS =
      """
      select f.fact->>'list', coalesce(f.fact->>'campaign', ''), f.fact->>'fileName',
             f.fact->>'leads', to_json(f.recorded_at)#>>'{}',
             (select min(to_json(u.recorded_at)#>>'{}') from facts u
               where u.cell = f.cell and u.kind = 'fact.list.undone'
                 and u.fact->>'list' = f.fact->>'list' and u.sequence > f.sequence),
             f.fact->>'sha256', f.fact->>'sourceSha256'
        from facts f
       where f.cell = ? and f.kind = 'fact.list.loaded' and f.fact->>'use' = 'DO_NOT_CALL'
         and coalesce(f.fact->>'campaign', '') in ('', ?) and f.recorded_at < ?
       order by f.sequence""";
  private static final String RULES =
      """
      select to_json(configured_at)#>>'{}', sequence, rules::text from campaign_rules
       where cell = ? and campaign_id = ? and configured_at < ?
         and sequence >= coalesce(
           (select max(sequence) from campaign_rules
             where cell = ? and campaign_id = ? and configured_at <= ?), 0)
       order by sequence""";
  private static final String LIMIT =
      """
      select rules->>'abandonPercent' from campaign_rules
       where cell = ? and campaign_id = ? and configured_at < ?
       order by sequence desc limit 1""";

  private final Connection connection;
  private final int cell;
  private final String campaign;
  private final long fromMicros;
  private final long untilMicros;

  /** Tables of the moment that a connection sees. */
  EvidenceTables(
      Connection connection, int cell, String campaign, long fromMicros, long untilMicros) {
    this.connection = connection;
    this.cell = cell;
    this.campaign = campaign;
    this.fromMicros = fromMicros;
    this.untilMicros = untilMicros;
  }

  /** By whose clocks the campaign's days begin. */
  ZoneId zone() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ZONE)) {
      statement.setInt(1, cell);
      statement.setString(2, campaign);
      try (ResultSet row = statement.executeQuery()) {
        return ZoneId.of(row.next() ? row.getString(1) : "UTC");
      }
    }
  }

  /** Since when facts are kept, as text; empty where none has been deleted. */
  String factsSince() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FIRST_FACT)) {
      statement.setInt(1, cell);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getLong(1) > 1 ? row.getString(2) : "";
      }
    }
  }

  /**
   * The last fact that the store and all tables of a pack hold.
   *
   * @param micros when it was recorded, epoch microseconds
   */
  record Held(long micros, long sequence) {}

  /** How far the store has come; null where it holds no fact. */
  @Nullable Held held() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(HELD)) {
      statement.setInt(1, cell);
      statement.setInt(2, cell);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? new Held(row.getBigDecimal(1).longValue(), row.getLong(2)) : null;
      }
    }
  }

  /** When all of it is read, by the store's clock; the same within a transaction. */
  OffsetDateTime madeAt() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("select now()");
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getObject(1, OffsetDateTime.class);
    }
  }

  /** What was counted of a day. */
  private record Day(long toAgents, long abandoned, long givenUp, long audited, long people) {
    static final Day NOTHING = new Day(0, 0, 0, 0, 0);

    Day and(Day other) {
      return new Day(
          toAgents + other.toAgents,
          abandoned + other.abandoned,
          givenUp + other.givenUp,
          audited + other.audited,
          people + other.people);
    }

    /**
     * Of what was given up as machines the share counts that agents found to be people in 30 days.
     */
    LiveAnswers answers(Day month) {
      ScreeningFigures screening =
          new ScreeningFigures(0, 0, 0, givenUp, month.audited, month.people);
      return new LiveAnswers(toAgents, abandoned, 0, givenUp * screening.share());
    }
  }

  /** Each day's abandoned calls, by the formulas of each regime for itself. */
  void ledgers(Writer out) throws SQLException, IOException {
    Held held = held();
    long counted = Math.min(untilMicros, held == null ? Long.MIN_VALUE : held.micros());
    Map<LocalDate, Day> days = new TreeMap<>();
    ZoneId zone = zone();
    LocalDate first = PastAttempts.instant(fromMicros).atZoneSameInstant(zone).toLocalDate();
    try (PreparedStatement statement = connection.prepareStatement(COUNTS)) {
      statement.setString(1, zone.getId());
      statement.setInt(2, cell);
      statement.setString(3, campaign);
      statement.setObject(4, begin(first.minusDays(DAYS - 1L), zone));
      statement.setObject(5, PastAttempts.instant(untilMicros));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          days.put(
              row.getObject(1, LocalDate.class),
              new Day(
                  row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6)));
        }
      }
    }
    CsvWriter csv = CsvWriter.builder().build(out);
    csv.writeRecord(
        "day",
        "ledger",
        "window from",
        "to agents",
        "abandoned",
        "percent",
        "own limit, percent",
        "people given up as machines",
        "whole day",
        "counted until");
    for (Map.Entry<LocalDate, Day> each : days.entrySet()) {
      LocalDate day = each.getKey();
      if (!day.isBefore(first)) {
        Day month = Day.NOTHING;
        for (int back = 0; back < DAYS; back++) {
          month = month.and(days.getOrDefault(day.minusDays(back), Day.NOTHING));
        }
        LiveAnswers today = each.getValue().answers(month);
        LiveAnswers all = month.answers(month);
        LocalDate begin = day.minusDays(DAYS - 1L);
        boolean none = month.audited == 0; // Then it is not known how many people there were.
        boolean inMonth = none && month.givenUp > 0;
        boolean inDay = none && each.getValue().givenUp > 0;
        String[] end = end(day, zone, counted);
        line(csv, day, "us", begin, all, all.abandonedPercent(), "", inMonth, end);
        line(csv, day, "ofcom", day, today, today.reasonedAbandonedPercent(), "", inDay, end);
        String limit = limitOn(day, zone);
        line(csv, day, "house", day, today, today.abandonedPercent(), limit, inDay, end);
      }
    }
    csv.flush();
  }

  /** Whether all of a day is counted, and until when; what the store has not read is not. */
  private static String[] end(LocalDate day, ZoneId zone, long countedMicros) {
    OffsetDateTime next = begin(day.plusDays(1), zone);
    if (countedMicros == Long.MIN_VALUE) {
      return new String[] {"no", "unknown"};
    }
    OffsetDateTime counted =
        PastAttempts.instant(countedMicros).atZoneSameInstant(zone).toOffsetDateTime();
    return counted.isBefore(next)
        ? new String[] {"no", counted.toString()}
        : new String[] {"yes", next.toString()};
  }

  private static OffsetDateTime begin(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toOffsetDateTime();
  }

  private static void line(
      CsvWriter csv,
      LocalDate day,
      String ledger,
      LocalDate begin,
      LiveAnswers answers,
      double percent,
      String limit,
      boolean isUnknown,
      String[] end) {
    boolean isNothing = answers.toAgents() + answers.abandoned() + answers.mistaken() == 0;
    csv.writeRecord(
        day.toString(),
        ledger,
        begin.toString(),
        Long.toString(answers.toAgents()),
        Long.toString(answers.abandoned()),
        isNothing
            ? ""
            : String.format(Locale.ROOT, "%.2f", percent), // Of nothing there is no share.
        limit,
        isUnknown ? "unknown" : String.format(Locale.ROOT, "%.2f", answers.mistaken()),
        end[0],
        end[1]);
  }

  /** The share that the campaign's own rules allowed at the end of a day; empty where unknown. */
  private String limitOn(LocalDate day, ZoneId zone) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LIMIT)) {
      statement.setInt(1, cell);
      statement.setString(2, campaign);
      statement.setObject(3, begin(day.plusDays(1), zone));
      try (ResultSet row = statement.executeQuery()) {
        String limit = row.next() ? row.getString(1) : null;
        return limit == null ? "" : limit;
      }
    }
  }

  /** The lists of numbers that must not be called, as far as facts reach back. */
  void doNotCall(Writer out) throws SQLException, IOException {
    CsvWriter csv = CsvWriter.builder().build(out);
    List<String> head =
        List.of(
            "list",
            "campaign",
            "file",
            "numbers",
            "loaded",
            "taken back",
            "sha256",
            "sha256 of the file as it came");
    csv.writeRecord(head);
    try (PreparedStatement statement = connection.prepareStatement(LISTS)) {
      statement.setInt(1, cell);
      statement.setString(2, campaign);
      statement.setObject(3, PastAttempts.instant(untilMicros));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          List<String> cells = new ArrayList<>();
          for (int i = 1; i <= head.size(); i++) {
            String cell = row.getString(i);
            cells.add(cell == null ? "" : SheetCell.defused(cell));
          }
          csv.writeRecord(cells);
        }
      }
    }
    csv.flush();
  }

  /** The rules that held in that time, oldest first. */
  void rules(Writer out) throws SQLException, IOException {
    try (PreparedStatement statement = connection.prepareStatement(RULES)) {
      statement.setInt(1, cell);
      statement.setString(2, campaign);
      statement.setObject(3, PastAttempts.instant(untilMicros));
      statement.setInt(4, cell);
      statement.setString(5, campaign);
      statement.setObject(6, PastAttempts.instant(fromMicros));
      out.write("[");
      try (ResultSet row = statement.executeQuery()) {
        String glue = "\n";
        while (row.next()) {
          out.write(glue);
          out.write(
              "{\"from\": \"%s\", \"fact\": %d, \"rules\": %s}"
                  .formatted(row.getString(1), row.getLong(2), row.getString(3)));
          glue = ",\n";
        }
      }
      out.write("\n]\n");
    }
  }
}

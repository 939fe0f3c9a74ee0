// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.store;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;
import org.ringmaster.dialer.load.DialledNumbers;
import org.ringmaster.dialer.load.SheetCell;

/**
 * Reads what a campaign did from the journey store, row by row: memory does not grow with the
 * answer. Used by any thread.
 */
public final class PastAttempts {
  private static final int FETCHED = 1_000;

  /**
   * How long the store may think about one answer, or the next piece of it. Ended in the database,
   * which says so, before the line to it is given up for dead ({@code StoreAddress}).
   */
  private static final int PATIENCE_SECONDS = 100;

  private static final String IS_THERE = "select from campaigns where cell = ? and campaign_id = ?";
  private static final String ROWS =
      """
      select v.list_id, v.lead::text, v.attempt::text,
             case when starts_with(v.number, r.prefix)
                  then '+' || substr(v.number, length(r.prefix) + 1) else v.number end,
             v.customer_id, v.journey_id,
             v.call_id, v.leg_id, to_json(v.dialled_at)#>>'{}', to_json(a.rang_at)#>>'{}',
             to_json(v.answered_at)#>>'{}', to_json(v.connected_at)#>>'{}',
             to_json(a.abandoned_at)#>>'{}', to_json(v.ended_at)#>>'{}', v.outcome, a.cause,
             v.agent_id, v.waited_ms::text, v.talk_ms::text, v.abandoned::text,
             a.abandon_reason, a.sequence::text,
             a.greeting_ms::text, v.verdict, v.treatment, a.machine::text, a.audited_as,
             a.billed_s::text, trim_scale(a.cost_millionths / 1000000.0)::text,
             case when a.cost_millionths is not null then a.currency end
        from campaign_attempts v
        join attempts a on a.cell = v.cell and a.leg_id = v.leg_id
        left join lateral
          (select rules->>'prefix' as prefix from campaign_rules c
            where c.cell = a.cell and c.campaign_id = a.campaign_id and c.sequence < a.sequence
            order by c.sequence desc limit 1) r on true
       where v.cell = ? and v.campaign_id = ? and v.dialled_at >= ? and v.dialled_at < ?
       order by v.dialled_at, v.leg_id""";

  /** By way of the campaigns, as the index has them in front of the time. */
  private static final String DIALLED =
      """
      select a.identity_id
        from (select distinct campaign_id from campaigns) c
        join attempts a on a.campaign_id = c.campaign_id
       where a.dialled_at >= ? and a.identity_id is not null""";

  private static final List<String> HEAD =
      List.of(
          "list",
          "lead",
          "try",
          "number",
          "customer",
          "journey",
          "call",
          "leg",
          "dialled",
          "rang",
          "answered",
          "connected",
          "abandoned at",
          "ended",
          "outcome",
          "cause",
          "agent",
          "waited, ms",
          "talk, ms",
          "abandoned",
          "abandon reason",
          "decision",
          "greeting, ms",
          "verdict",
          "treatment",
          "machine",
          "audited as",
          "billed, s",
          "cost",
          "currency");

  private final DataSource store;
  private final int cell;

  /** Over a store that holds a cell's facts. */
  public PastAttempts(DataSource store, int cell) {
    this.store = store;
    this.cell = cell;
  }

  /** Whether the store has ever heard of a campaign. */
  public boolean knows(String campaign) throws SQLException {
    try (Connection connection = store.getConnection();
        PreparedStatement statement = connection.prepareStatement(IS_THERE)) {
      statement.setInt(1, cell);
      statement.setString(2, campaign);
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    }
  }

  /**
   * Writes the attempts that were dialled in a stretch of time as CSV (RFC 4180), a first line with
   * the names of the columns; no cell is one that a spreadsheet takes for a formula. Numbers are
   * the leads' own, with a plus and their country, whatever is dialled before them; they are not
   * masked.
   *
   * @param fromMicros the first instant, epoch microseconds
   * @param untilMicros the first one after it
   * @return how many there were
   */
  public long csv(String campaign, long fromMicros, long untilMicros, Writer out)
      throws SQLException, IOException {
    long[] rows = new long[1];
    look(connection -> rows[0] = csv(connection, campaign, fromMicros, untilMicros, out));
    return rows[0];
  }

  /**
   * The numbers that any campaign has dialled since an instant; of all cells that share the store.
   *
   * @param fromMicros the first instant, epoch microseconds
   */
  public DialledNumbers dialledSince(long fromMicros) throws SQLException, IOException {
    DialledNumbers numbers = new DialledNumbers();
    look(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(DIALLED)) {
            statement.setFetchSize(FETCHED);
            statement.setObject(1, instant(fromMicros));
            try (ResultSet row = statement.executeQuery()) {
              while (row.next()) {
                numbers.add(row.getString(1));
              }
            }
          }
        });
    return numbers;
  }

  /** The same, of the moment that a connection sees. */
  long csv(Connection connection, String campaign, long fromMicros, long untilMicros, Writer out)
      throws SQLException, IOException {
    try (PreparedStatement statement = connection.prepareStatement(ROWS)) {
      statement.setFetchSize(FETCHED);
      set(statement, campaign, fromMicros, untilMicros);
      try (ResultSet row = statement.executeQuery()) {
        return write(row, out);
      }
    }
  }

  /** Something that is read in one transaction. */
  @FunctionalInterface
  interface Look {
    /** Reads it. */
    void at(Connection connection) throws SQLException, IOException;
  }

  /** Reads in one transaction, which sees one moment of the store however long it takes. */
  void look(Look look) throws SQLException, IOException {
    try (Connection connection = store.getConnection()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      try (Statement patience = connection.createStatement()) {
        patience.execute("set local statement_timeout = '" + PATIENCE_SECONDS + "s'");
        look.at(connection);
      } finally {
        connection.rollback();
      }
    }
  }

  private static long write(ResultSet row, Writer out) throws SQLException, IOException {
    CsvWriter csv = CsvWriter.builder().build(out);
    csv.writeRecord(HEAD);
    long rows = 0;
    while (row.next()) {
      String[] cells = new String[HEAD.size()];
      for (int i = 0; i < cells.length; i++) {
        String cell = row.getString(i + 1);
        cells[i] = cell == null ? "" : SheetCell.defused(cell);
      }
      csv.writeRecord(cells);
      rows++;
    }
    csv.flush();
    return rows;
  }

  void set(PreparedStatement statement, String campaign, long fromMicros, long untilMicros)
      throws SQLException {
    statement.setInt(1, cell);
    statement.setString(2, campaign);
    statement.setObject(3, instant(fromMicros));
    statement.setObject(4, instant(untilMicros));
  }

  static OffsetDateTime instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  int cell() {
    return cell;
  }
}

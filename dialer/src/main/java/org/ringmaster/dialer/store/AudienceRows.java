// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.store;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ringmaster.dialer.load.ColumnUse;
import org.ringmaster.dialer.load.MappedColumn;

/**
 * Reads the people of an audience from the journey store, one row for each time that it happened to
 * them, the latest first: memory does not grow with the answer. Used by any thread that may wait.
 */
public final class AudienceRows {

  /** What the columns of its rows are to an import. */
  public static final List<MappedColumn> COLUMNS =
      List.of(
          new MappedColumn("number", ColumnUse.NUMBER, 1),
          new MappedColumn("name", ColumnUse.NAME, 0),
          new MappedColumn("what", ColumnUse.FIELD, 0),
          new MappedColumn("queue", ColumnUse.FIELD, 0),
          new MappedColumn("campaign", ColumnUse.FIELD, 0),
          new MappedColumn("at", ColumnUse.FIELD, 0),
          new MappedColumn("waited, s", ColumnUse.FIELD, 0),
          new MappedColumn("call", ColumnUse.FIELD, 0));

  private static final int FETCHED = 1_000;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final String QUEUES = "select queue_id from queues where cell = ? order by 1";
  private static final String CAMPAIGNS =
      "select campaign_id from campaigns where cell = ? order by 1";
  private static final String DISPOSITIONS =
      "select distinct disposition from call_notes where cell = ? and disposition is not null"
          + " order by 1";

  private final PastAttempts attempts;

  /** Rows of what a store tells. */
  public AudienceRows(PastAttempts attempts) {
    this.attempts = attempts;
  }

  /** Asked now and then whether to go on; throws where not. */
  @FunctionalInterface
  public interface Pace {
    /** Says that so much is done. */
    void goesOn() throws IOException;
  }

  /**
   * Writes them as CSV (RFC 4180), a first line with the names of {@link #COLUMNS}. All rows are of
   * one moment of the store. A number that was withheld, or is one of our own telephones', is
   * empty.
   *
   * @return how many there were
   * @throws IllegalArgumentException where the store has never heard of the queue, campaign or
   *     disposition: says which there are
   */
  public long csv(Audience audience, Writer out, Pace pace) throws SQLException, IOException {
    long[] rows = new long[1];
    attempts.look(connection -> rows[0] = csv(connection, audience, out, pace));
    return rows[0];
  }

  private long csv(Connection connection, Audience audience, Writer out, Pace pace)
      throws SQLException, IOException {
    check(connection, QUEUES, "queue", audience.queue());
    check(connection, CAMPAIGNS, "campaign", audience.campaign());
    check(connection, DISPOSITIONS, "disposition", audience.disposition());
    AudienceSql sql = new AudienceSql(audience, attempts.cell());
    try (PreparedStatement statement = connection.prepareStatement(sql.statement())) {
      statement.setFetchSize(FETCHED); // Else all rows are in memory before the first is written.
      int at = 1;
      for (Object parameter : sql.parameters()) {
        statement.setObject(at++, parameter);
      }
      try (ResultSet row = statement.executeQuery()) {
        return write(row, audience.what(), out, pace);
      }
    }
  }

  /** A name that is spelled wrong must not read like an audience without people. */
  private void check(Connection connection, String sql, String kind, @Nullable String name)
      throws SQLException {
    if (name == null) {
      return;
    }
    List<String> known = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, attempts.cell());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          known.add(row.getString(1));
        }
      }
    }
    if (!known.contains(name)) {
      throw new IllegalArgumentException(
          "The journey store knows no "
              + kind
              + " '"
              + name
              + (known.isEmpty() ? "'; it knows none." : "'; it knows " + list(known) + "."));
    }
  }

  private static String list(List<String> known) {
    return String.join(", ", known);
  }

  private static long write(ResultSet row, String what, Writer out, Pace pace)
      throws SQLException, IOException {
    CsvWriter csv = CsvWriter.builder().build(out);
    csv.writeRecord(COLUMNS.stream().map(MappedColumn::name).toList());
    long rows = 0;
    while (row.next()) {
      csv.writeRecord(
          number(row.getString(1)),
          plain(row.getString(2)),
          what,
          row.getString(3),
          row.getString(4),
          row.getString(5),
          row.getString(6),
          row.getString(7));
      rows++;
      if (rows % FETCHED == 0) {
        pace.goesOn();
      }
    }
    csv.flush();
    return rows;
  }

  /** Networks write many words where a number is withheld. */
  private static String number(@Nullable String told) {
    String number = plain(told);
    return number.chars().anyMatch(Character::isDigit) ? number : "";
  }

  /** What networks tell of a caller's name may hold anything, and must not cost them their row. */
  private static String plain(@Nullable String told) {
    return told == null ? "" : CONTROL.matcher(told).replaceAll(" ").strip();
  }
}

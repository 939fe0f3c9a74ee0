// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.queuelog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.store.StoreAddress;

/**
 * The table {@code asterisk.queue_log} with the columns of Asterisk's realtime family of that name,
 * {@code data1} to {@code data5} apart. Lines and bookmark are one transaction.
 */
final class QueueLogTable implements QueueLogSink {
  private static final int DATA_COLUMNS = 5;
  private static final int CALL_LETTERS = 80;
  private static final int QUEUE_LETTERS = 256;
  private static final int DATA_LETTERS = 100;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);
  private static final String SCHEMA =
      """
      create schema if not exists asterisk;
      create table if not exists asterisk.queue_log (
        id bigint generated always as identity primary key,
        time varchar(26) not null,
        callid varchar(80) not null default '',
        queuename varchar(256) not null default '',
        agent varchar(80) not null default '',
        event varchar(32) not null default '',
        data1 varchar(100) not null default '',
        data2 varchar(100) not null default '',
        data3 varchar(100) not null default '',
        data4 varchar(100) not null default '',
        data5 varchar(100) not null default '');
      create index if not exists queue_log_time on asterisk.queue_log (time);
      create table if not exists asterisk.queue_log_bookmark (
        cell smallint primary key, sequence bigint not null, state bytea not null);
      """;
  private static final String INSERT =
      "insert into asterisk.queue_log (time, callid, queuename, agent, event,"
          + " data1, data2, data3, data4, data5) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String KEEP =
      "insert into asterisk.queue_log_bookmark (cell, sequence, state) values (?, ?, ?)"
          + " on conflict (cell) do update set sequence = excluded.sequence,"
          + " state = excluded.state";

  private final Supplier<StoreAddress> address;
  private final int cell;
  private final ZoneId zone;
  private @Nullable Connection connection;

  QueueLogTable(Supplier<StoreAddress> address, int cell, ZoneId zone) {
    this.address = address;
    this.cell = cell;
    this.zone = zone;
  }

  @Override
  public @Nullable Bookmark bookmark() throws SQLException {
    close();
    Connection opened = address.get().connect("ringmaster-queue-log");
    connection = opened;
    try (Statement statement = opened.createStatement()) {
      statement.execute(SCHEMA);
    }
    opened.setAutoCommit(false);
    try (PreparedStatement statement =
        opened.prepareStatement(
            "select sequence, state from asterisk.queue_log_bookmark where cell = ?")) {
      statement.setInt(1, cell);
      try (ResultSet row = statement.executeQuery()) {
        Bookmark found = row.next() ? new Bookmark(row.getLong(1), row.getBytes(2)) : null;
        opened.commit();
        return found;
      }
    }
  }

  @Override
  public void write(List<QueueLogLine> lines, Bookmark behind) throws SQLException {
    Connection open = connection;
    if (open == null) {
      throw new SQLException("the bookmark was not read");
    }
    try (PreparedStatement insert = open.prepareStatement(INSERT);
        PreparedStatement keep = open.prepareStatement(KEEP)) {
      for (QueueLogLine line : lines) {
        fill(insert, line);
        insert.addBatch();
      }
      insert.executeBatch();
      keep.setInt(1, cell);
      keep.setLong(2, behind.sequence());
      keep.setBytes(3, behind.state());
      keep.executeUpdate();
      open.commit();
    }
  }

  private void fill(PreparedStatement insert, QueueLogLine line) throws SQLException {
    insert.setString(
        1, TIME.format(Instant.EPOCH.plus(line.atMicros(), ChronoUnit.MICROS).atZone(zone)));
    insert.setString(2, cut(line.call(), CALL_LETTERS));
    insert.setString(3, cut(line.queue(), QUEUE_LETTERS));
    insert.setString(4, cut(line.agent(), CALL_LETTERS));
    insert.setString(5, line.event());
    for (int i = 0; i < DATA_COLUMNS; i++) {
      String field = i < line.fields().size() ? line.fields().get(i) : "";
      insert.setString(6 + i, cut(field, DATA_LETTERS));
    }
  }

  /** A stranger's telephone may name any number; one that does not fit must not stop the log. */
  private static String cut(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most));
  }

  @Override
  public void close() {
    Connection open = connection;
    connection = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        // What was not committed comes again from the bookmark.
      }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.ringmaster.core.crash.CrashPoint;
import org.ringmaster.core.crash.CrashPoints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Our partitions of the table of facts, one for each day (UTC): made two days ahead, dropped whole
 * when the newest fact is so much later than their end. Others that the operator has made are left
 * alone. Owned by the store's writing thread.
 */
final class FactDays {
  private static final Logger LOGGER = LoggerFactory.getLogger(FactDays.class);
  private static final int DAYS_AHEAD = 2;
  private static final long DAY_MICROS = TimeUnit.DAYS.toMicros(1);
  private static final long TRY_AGAIN_NANOS = TimeUnit.MINUTES.toNanos(1);
  private static final String LOCK_NOT_HAD = "55P03";
  private static final String GONE = "42P01";
  private static final String PREFIX = "facts_";
  private static final DateTimeFormatter SUFFIX = DateTimeFormatter.ofPattern("yyyy_MM_dd");

  private final long keepMillis;
  private final TreeSet<LocalDate> days = new TreeSet<>();
  private long refusedNanos = System.nanoTime() - TRY_AGAIN_NANOS;

  /**
   * The days of a store.
   *
   * @param keepMillis how long before the newest fact a day may have ended; 0 keeps all for ever
   */
  FactDays(long keepMillis) {
    this.keepMillis = keepMillis;
  }

  /** Learns which partitions there are. */
  void load(Connection connection) throws SQLException {
    days.clear();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid"
                    + " where i.inhparent = 'facts'::regclass")) {
      while (row.next()) {
        dayNamed(row.getString(1)).ifPresent(days::add);
      }
    }
  }

  /** The day that a partition holds; none where the name is not one that we give. */
  private static Optional<LocalDate> dayNamed(String name) {
    if (!name.startsWith(PREFIX)) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(name.substring(PREFIX.length()), SUFFIX));
    } catch (DateTimeParseException notOurs) {
      return Optional.empty();
    }
  }

  /** The day of an instant, counted from 1970. */
  static long dayOf(long epochMicros) {
    return Math.floorDiv(epochMicros, DAY_MICROS);
  }

  /** Makes the partitions of a day and the next ones, where they are not there. */
  void make(Connection connection, long day) throws SQLException {
    for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
      LocalDate wanted = LocalDate.ofEpochDay(day + ahead);
      if (!days.contains(wanted)) {
        make(connection, wanted);
      }
    }
  }

  private void make(Connection connection, LocalDate day) throws SQLException {
    String name = nameOf(day);
    // Made beside and attached, which does not lock out those who read.
    inTransaction(
        connection,
        List.of(
            "create table "
                + name
                + " (like facts including defaults including constraints including comments"
                + " including storage including compression)",
            "comment on table " + name + " is 'Facts recorded on " + day + " (UTC).'",
            "alter table facts attach partition "
                + name
                + " for values from ('"
                + startOf(day)
                + "') to ('"
                + startOf(day.plusDays(1))
                + "')"));
    days.add(day);
  }

  /**
   * Drops the days that are older than what is kept. Somebody who reads them just now is waited for
   * only a moment; then it is tried again later.
   *
   * @param newestMicros when the newest fact was recorded
   */
  void drop(Connection connection, long newestMicros) throws SQLException {
    if (keepMillis == 0 || days.isEmpty()) {
      return;
    }
    long keptFrom = dayOf(newestMicros - TimeUnit.MILLISECONDS.toMicros(keepMillis));
    while (!days.isEmpty() && days.first().toEpochDay() < keptFrom && mayTry()) {
      LocalDate oldest = days.first();
      String name = nameOf(oldest);
      try {
        inTransaction(
            connection,
            List.of(
                "set local lock_timeout = '1s'",
                "alter table facts detach partition " + name,
                "drop table " + name));
        days.remove(oldest);
        LOGGER.info("facts of {} are no longer kept", oldest);
      } catch (SQLException e) {
        if (GONE.equals(e.getSQLState())) {
          days.remove(oldest); // another cell in the same store was quicker
        } else if (LOCK_NOT_HAD.equals(e.getSQLState())) {
          refusedNanos = System.nanoTime();
          LOGGER.debug("facts of {} are being read and go later", oldest);
        } else {
          throw e;
        }
      }
    }
  }

  private boolean mayTry() {
    return System.nanoTime() - refusedNanos >= TRY_AGAIN_NANOS;
  }

  private static void inTransaction(Connection connection, List<String> statements)
      throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
      CrashPoints.reach(CrashPoint.STORE_PARTITION_MADE);
      connection.commit();
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private static String nameOf(LocalDate day) {
    return PREFIX + SUFFIX.format(day);
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.crash.CrashPoint;
import org.ringmaster.core.crash.CrashPoints;
import org.ringmaster.core.kernel.RecordedFact;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one connection that writes, and what is prepared on it. After any failure it is thrown away
 * and another one reads again where the store stands, so that memory never knows more than the
 * tables. Owned by the store's writing thread.
 */
final class WriterConnection implements AutoCloseable {
  private static final Logger LOGGER = LoggerFactory.getLogger(WriterConnection.class);
  private static final int CATCH_UP_FACTS = 10_000;
  private static final int ANSWER_SECONDS = 5;
  private static final int MERGED_AFTER_SURPRISE = 20;
  private static final String ALREADY_THERE = "23505";

  /**
   * What the server is to know of us. Rows are looked up by their key, whatever it believes of
   * tables that grow so fast. Who comes after us waits for our transaction: a machine that goes
   * without a word must not leave one open for hours, as the server's own settings would.
   */
  private static final String SESSION =
      """
      set timezone = 'UTC';
      set jit = off;
      set enable_seqscan = off;
      set enable_hashjoin = off;
      set enable_mergejoin = off;
      set idle_in_transaction_session_timeout = '5s';
      set tcp_keepalives_idle = 10;
      set tcp_keepalives_interval = 5;
      set tcp_keepalives_count = 3""";

  private final Connection connection;
  private final FactsTable facts;
  private final AppliedSequences applied;
  private final Map<Projection, List<TableWriter>> projections = new LinkedHashMap<>();
  private final CopyBuffer buffer = new CopyBuffer();
  private final StagedRows staged = new StagedRows();
  private boolean noted;
  private int merges;

  private WriterConnection(StoreOptions options, Connection connection, FactsTable facts) {
    this.connection = connection;
    this.facts = facts;
    this.applied =
        new AppliedSequences(
            options.cell(),
            options.projections().stream().map(Projection::name).collect(Collectors.toSet()));
    for (Projection projection : options.projections()) {
      List<TableWriter> writers =
          projection.tables().stream().map(t -> new TableWriter(options.cell(), t)).toList();
      projections.put(projection, writers);
    }
  }

  /** Connects, reads where the store stands, and brings lagging projections up to the facts. */
  static WriterConnection open(StoreOptions options) throws SQLException {
    Connection connection = options.address().connect("ringmaster-writer");
    try {
      WriterConnection opened =
          new WriterConnection(
              options,
              connection,
              new FactsTable(options.cell(), options.codec(), options.factsKeepMillis()));
      opened.load(options.cell());
      return opened;
    } catch (Throwable e) {
      connection.close();
      throw e;
    }
  }

  private void load(int cell) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(SESSION);
    }
    facts.load(connection);
    applied.load(connection);
    if (!applied.isVersion(AppliedSequences.FACTS, 1)) {
      applied.set(connection, AppliedSequences.FACTS, 1, 0);
    }
    connection.setAutoCommit(false); // one sync for all that is made
    for (List<TableWriter> writers : projections.values()) {
      for (TableWriter writer : writers) {
        writer.load(connection);
      }
    }
    connection.commit();
    connection.setAutoCommit(true);
    for (Projection projection : projections.keySet()) {
      if (applied.isVersion(projection.name(), projection.version())) {
        projection.load(connection, cell);
      } else {
        reset(projection, cell);
      }
      catchUp(projection);
    }
  }

  private List<TableWriter> writers(Projection projection) {
    return projections.getOrDefault(projection, List.of());
  }

  /** Sequence of the last fact that is in the store. */
  long appliedSequence() {
    return applied.of(AppliedSequences.FACTS);
  }

  /** Writes the facts that follow {@link #appliedSequence}, in one transaction. */
  void write(List<RecordedFact> batch) throws SQLException {
    facts.prepare(connection, batch);
    CrashPoints.reach(CrashPoint.STORE_BEFORE_BEGIN);
    connection.setAutoCommit(false);
    noted = false;
    if (merges > 0) {
      merges--;
      attempt(batch, true);
    } else if (!attempt(batch, false)) {
      LOGGER.debug("rows are not as expected before fact {}: merging", appliedSequence());
      merges = MERGED_AFTER_SURPRISE;
      attempt(batch, true);
    }
    connection.setAutoCommit(true);
    applied.moved(null, batch.getLast().sequence());
    projections.values().forEach(writers -> writers.forEach(TableWriter::written));
    facts.forgetOld(connection, batch);
  }

  /**
   * Writes a batch and commits.
   *
   * @param merging whether rows may be there or not; otherwise they have to be as the facts say
   * @return false where they were not: then nothing is written
   */
  private boolean attempt(List<RecordedFact> batch, boolean merging) throws SQLException {
    try {
      // First, so that a second writer waits, then fails.
      applied.move(connection, null, appliedSequence(), batch.getLast().sequence());
      CrashPoints.reach(CrashPoint.STORE_MOVED);
      try (CopyStream copy = facts.begin(connection, buffer)) {
        facts.add(batch, copy);
        copy.flush();
        CrashPoints.reach(CrashPoint.STORE_COPYING);
        note(batch); // while the server works on the facts
        copy.end();
      }
      CrashPoints.reach(CrashPoint.STORE_COPIED);
      for (Projection projection : projections.keySet()) {
        send(projection, merging);
        CrashPoints.reach(CrashPoint.STORE_STAGED);
      }
      if (staged.execute(connection)) {
        CrashPoints.reach(CrashPoint.STORE_BEFORE_COMMIT);
        connection.commit();
        CrashPoints.reach(CrashPoint.STORE_COMMITTED);
        return true;
      }
    } catch (SQLException e) {
      if (merging || !ALREADY_THERE.equals(e.getSQLState())) {
        throw plain(e);
      }
    }
    staged.forget();
    connection.rollback();
    note(batch);
    return false;
  }

  /** What went wrong, without the words of the driver's batch around it. */
  private static SQLException plain(SQLException e) {
    SQLException inner = e instanceof BatchUpdateException ? e.getNextException() : null;
    return inner == null ? e : inner;
  }

  /** Has the projections note what a batch says in the rows of their tables, once. */
  private void note(List<RecordedFact> batch) {
    if (!noted) {
      noted = true;
      for (Projection projection : projections.keySet()) {
        batch.forEach(projection::apply);
      }
    }
  }

  private void send(Projection projection, boolean merging) throws SQLException {
    for (TableWriter writer : writers(projection)) {
      writer.send(connection, buffer, merging, staged);
    }
  }

  /**
   * Fails where the newest fact of the store is another one in the journal, which goes on from
   * there: what was lost there and written anew would be in one and not in the other.
   *
   * @param there the fact of the same number in the journal; null where that has it no longer
   */
  void mustContinue(@Nullable RecordedFact there) throws SQLException {
    if (there != null && !facts.mayBe(connection, there)) {
      throw new StoreException(
          "fact "
              + there.sequence()
              + " of the store is another one than that of the journal: it is another journal, or"
              + " one that has lost facts and written others in their place. Nothing more is"
              + " written. Bring back the right one, or give this one a cell number of its own.");
    }
  }

  /** Fails where the server is gone, which nothing tells while there is nothing to write. */
  void mustBeAlive() throws SQLException {
    if (!connection.isValid(ANSWER_SECONDS)) {
      throw new SQLException("PostgreSQL has gone away", "08006");
    }
  }

  /** Fills the tables of a projection anew from the facts. */
  void rebuild(String name, int cell) throws SQLException {
    for (Projection projection : projections.keySet()) {
      if (projection.name().equals(name)) {
        reset(projection, cell);
        catchUp(projection);
        return;
      }
    }
    throw new StoreException("there is no projection " + name);
  }

  /**
   * Sets a projection back to the beginning. Its rows go only where the facts reach back to the
   * first: what older facts have left behind could not be made again, and is kept.
   */
  private void reset(Projection projection, int cell) throws SQLException {
    boolean known = applied.isKnown(projection.name());
    connection.setAutoCommit(false);
    // First, so that we wait for a batch that our predecessor may still be committing: its rows
    // would not be there for us to delete.
    applied.set(connection, projection.name(), projection.version(), 0);
    long first = facts.firstSequence(connection);
    if (known) {
      LOGGER.info("filling {} anew from fact {} on", projection.name(), first);
    }
    for (TableWriter writer : writers(projection)) {
      if (first == 1) {
        writer.empty(connection);
      } else {
        writer.load(connection);
      }
    }
    applied.set(connection, projection.name(), projection.version(), first - 1);
    CrashPoints.reach(CrashPoint.STORE_RESET);
    connection.commit();
    connection.setAutoCommit(true);
    projection.load(connection, cell);
  }

  private void catchUp(Projection projection) throws SQLException {
    String name = projection.name();
    while (applied.of(name) < appliedSequence()) {
      List<RecordedFact> batch = facts.take(connection, applied.of(name), CATCH_UP_FACTS);
      if (batch.isEmpty()) {
        throw new StoreException(
            "the table of facts has a gap after " + applied.of(name) + ": ask db verify.");
      }
      connection.setAutoCommit(false);
      long to = batch.getLast().sequence();
      applied.move(connection, name, applied.of(name), to);
      batch.forEach(projection::apply);
      send(projection, true);
      staged.execute(connection);
      CrashPoints.reach(CrashPoint.STORE_CAUGHT_UP);
      connection.commit();
      connection.setAutoCommit(true);
      applied.moved(name, to);
      writers(projection).forEach(TableWriter::written);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

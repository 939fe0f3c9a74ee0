// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  private final Connection connection;
  private final FactsTable facts;
  private final AppliedSequences applied;
  private final Map<Projection, List<TableWriter>> projections = new LinkedHashMap<>();
  private final CopyBuffer buffer = new CopyBuffer();

  private WriterConnection(StoreOptions options, Connection connection, FactsTable facts) {
    this.connection = connection;
    this.facts = facts;
    this.applied = new AppliedSequences(options.cell());
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
              options, connection, new FactsTable(options.cell(), options.codec()));
      opened.load(options.cell());
      return opened;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private void load(int cell) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set timezone = 'UTC'");
      statement.execute("set jit = off");
    }
    facts.load(connection);
    applied.load(connection);
    if (!applied.isVersion(AppliedSequences.FACTS, 1)) {
      applied.set(connection, AppliedSequences.FACTS, 1, 0);
    }
    for (Projection projection : projections.keySet()) {
      for (TableWriter writer : writers(projection)) {
        writer.load(connection);
      }
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
    long from = appliedSequence();
    long to = batch.getLast().sequence();
    facts.prepare(connection, batch);
    connection.setAutoCommit(false);
    applied.move(connection, null, from, to); // first, so that a second writer waits, then fails
    try (CopyStream copy = facts.begin(connection, buffer)) {
      facts.add(batch, copy);
      copy.flush();
      // While the server works on the facts.
      for (Projection projection : projections.keySet()) {
        batch.forEach(projection::apply);
      }
      copy.end();
    }
    for (List<TableWriter> writers : projections.values()) {
      for (TableWriter writer : writers) {
        writer.write(connection, buffer);
      }
    }
    connection.commit();
    connection.setAutoCommit(true);
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
    long first = facts.firstSequence(connection);
    if (applied.isKnown(projection.name())) {
      LOGGER.info("filling {} anew from fact {} on", projection.name(), first);
    }
    connection.setAutoCommit(false);
    for (TableWriter writer : writers(projection)) {
      if (first == 1) {
        writer.empty(connection);
      } else {
        writer.load(connection);
      }
    }
    applied.set(connection, projection.name(), projection.version(), first - 1);
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
      applied.move(connection, name, applied.of(name), batch.getLast().sequence());
      batch.forEach(projection::apply);
      for (TableWriter writer : writers(projection)) {
        writer.write(connection, buffer);
      }
      connection.commit();
      connection.setAutoCommit(true);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.store.Projection;
import org.ringmaster.core.store.StoreAddress;
import org.ringmaster.core.store.StoreTable;

/**
 * A peer: inserts through the driver. What is to be written into the other tables is worked out by
 * the store's own projections, changes of one row folded within a commit as the store does it.
 */
final class Inserts implements Contestant {
  private static final long NAIVE_NANOS = TimeUnit.MILLISECONDS.toNanos(1_500);

  private final InsertWay way;
  private final Connection connection;
  private final PreparedStatement insert;
  private final List<Projection> projections;
  private final List<UpsertedTable> tables = new ArrayList<>();
  private final Map<Long, List<FactRow>> made = new HashMap<>();

  Inserts(InsertWay way, StoreAddress filled, StoreAddress empty, List<Projection> projections)
      throws SQLException {
    this.way = way;
    this.projections = projections;
    connection = rewriting(empty, way == InsertWay.REWRITTEN).connect("bench");
    try (Connection source = filled.connect("bench")) {
      FactPartitions.copy(source, connection);
    }
    connection.setAutoCommit(false);
    insert = connection.prepareStatement(FactRow.INSERT);
    for (Projection projection : projections) {
      for (StoreTable table : projection.tables()) {
        tables.add(new UpsertedTable(connection, table));
      }
    }
  }

  private static StoreAddress rewriting(StoreAddress address, boolean rewriting) {
    return rewriting
        ? new StoreAddress(
            address.jdbcUrl() + "?reWriteBatchedInserts=true", address.user(), address.password())
        : address;
  }

  /** Takes the rows of facts that will be written. */
  void prepare(List<RecordedFact> facts, StoreAddress filled) throws SQLException {
    made.put(facts.getFirst().sequence(), FactRow.of(facts, filled));
  }

  @Override
  public int write(List<RecordedFact> facts) throws SQLException {
    List<FactRow> rows = made.getOrDefault(facts.getFirst().sequence(), List.of());
    long end = System.nanoTime() + NAIVE_NANOS;
    int at = 0;
    while (at < rows.size() && (way != InsertWay.NAIVE || System.nanoTime() < end)) {
      int to = Math.min(rows.size(), at + way.factsPerCommit());
      for (RecordedFact fact : facts.subList(at, to)) {
        projections.forEach(projection -> projection.apply(fact));
      }
      if (way == InsertWay.NAIVE) {
        one(rows.get(at));
      } else {
        batch(rows.subList(at, to));
      }
      connection.commit();
      at = to;
    }
    return at;
  }

  private void one(FactRow row) throws SQLException {
    row.bind(insert);
    insert.executeUpdate();
    for (UpsertedTable table : tables) {
      table.writeEach();
    }
  }

  private void batch(List<FactRow> rows) throws SQLException {
    for (FactRow row : rows) {
      row.bind(insert);
      insert.addBatch();
    }
    insert.executeBatch();
    for (UpsertedTable table : tables) {
      table.writeBatch();
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

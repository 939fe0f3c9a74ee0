// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.routing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.ringmaster.bench.routing.Floor.Caller;
import org.ringmaster.core.store.EmbeddedStore;

/**
 * Asks a database for each choice, as FreeSWITCH's mod_callcenter does: here one prepared select
 * over indexed tables of PostgreSQL, which is kinder than what it sends.
 */
final class SqlChoice implements Chooser {
  private final Path folder;
  private final Connection connection;
  private final PreparedStatement select;
  private final PreparedStatement delete;
  private final PreparedStatement insert;
  private int chosen;

  SqlChoice(Floor floor, Path folder) throws SQLException {
    this.folder = folder;
    connection = EmbeddedStore.start(folder).address().connect("bench routing");
    try (Statement make = connection.createStatement()) {
      make.execute("create temporary table seats (agent int, queue int)");
      make.execute(
          "create temporary table waiting (number int primary key, queue int, urgency int)");
    }
    insert = connection.prepareStatement("insert into waiting values (?, ?, ?)");
    for (Caller caller : floor.first) {
      insert(caller);
    }
    try (PreparedStatement seat = connection.prepareStatement("insert into seats values (?, ?)")) {
      for (int agent = 0; agent < floor.queuesOf.length; agent++) {
        for (int queue : floor.queuesOf[agent]) {
          seat.setInt(1, agent);
          seat.setInt(2, queue);
          seat.addBatch();
        }
      }
      seat.executeBatch();
    }
    try (Statement make = connection.createStatement()) {
      make.execute("create index on seats (agent)");
      make.execute("create index on waiting (queue, urgency desc, number)");
      make.execute("analyze seats");
      make.execute("analyze waiting");
    }
    select =
        connection.prepareStatement(
            "select number from waiting join seats using (queue) where agent = ?"
                + " order by urgency desc, number limit 1");
    delete = connection.prepareStatement("delete from waiting where number = ?");
  }

  @Override
  public int choose(int agent) throws SQLException {
    select.setInt(1, agent);
    try (ResultSet rows = select.executeQuery()) {
      chosen = rows.next() ? rows.getInt(1) : -1;
      return chosen;
    }
  }

  @Override
  public void goOn(int agent, Caller next) throws SQLException {
    delete.setInt(1, chosen);
    delete.execute();
    insert(next);
  }

  private void insert(Caller caller) throws SQLException {
    insert.setInt(1, caller.number());
    insert.setInt(2, caller.queue());
    insert.setInt(3, caller.priority());
    insert.execute();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    EmbeddedStore.stop(folder, EmbeddedStore.defaultCache());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.kernel.Envelope;

/** Whose party has put the other one on hold. Owned by the store's writing thread. */
final class FigureHolds {

  private record Open(long sequence, long fromMicros) {}

  private final StoreTable table =
      StoreTable.of("figure_holds")
          .key("leg_id", ColumnKind.TEXT)
          .key("sequence", ColumnKind.BIGINT)
          .column(ColumnKind.INSTANT, "from_at", "to_at")
          .build();
  private final Map<String, Open> open = new HashMap<>();

  StoreTable table() {
    return table;
  }

  boolean isHolding(String leg) {
    return open.containsKey(leg);
  }

  void load(Connection connection, int cell) throws SQLException {
    open.clear();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select leg_id, sequence, (extract(epoch from from_at) * 1000000)::bigint"
                + " from figure_holds where cell = ? and to_at is null")) {
      statement.setInt(1, cell);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          open.put(row.getString(1), new Open(row.getLong(2), row.getLong(3)));
        }
      }
    }
  }

  void apply(CallFact fact, Envelope envelope) {
    switch (fact) {
      case CallFact.LegHeld f when f.held() -> begins(f.leg().value(), envelope);
      case CallFact.LegHeld f -> ends(f.leg().value(), envelope);
      case CallFact.LegEnded f -> ends(f.leg().value(), envelope);
      default -> {}
    }
  }

  private void begins(String leg, Envelope envelope) {
    if (!open.containsKey(leg)) {
      Open hold = new Open(envelope.sequence(), FigureProjection.moment(envelope));
      open.put(leg, hold);
      table.fresh(leg, hold.sequence()).at("from_at", hold.fromMicros());
    }
  }

  private void ends(String leg, Envelope envelope) {
    Open hold = open.remove(leg);
    if (hold != null) {
      long at = FigureProjection.moment(envelope, hold.fromMicros());
      table.row(leg, hold.sequence()).at("to_at", at);
    }
  }
}

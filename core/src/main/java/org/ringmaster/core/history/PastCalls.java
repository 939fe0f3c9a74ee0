// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.ringmaster.core.board.LadderBoard;
import org.ringmaster.core.board.LadderStep;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;

/**
 * What calls went through that no board remembers, folded anew from the stored facts of the time in
 * which they lived. Inputs, commands and latencies are not in the store. Any thread that may wait.
 */
public final class PastCalls {
  private static final int FETCHED = 2_000;
  private static final String FACTS =
      """
      select f.sequence, f.input_sequence, (extract(epoch from f.recorded_at) * 1000000)::bigint,
             (extract(epoch from f.occurred_at) * 1000000)::bigint, f.kind, f.payload
        from calls c join facts f on f.cell = c.cell
         and f.recorded_at >= c.started_at - interval '5 seconds'
         and f.recorded_at <= coalesce(c.ended_at, now()) + interval '5 seconds'
       where c.cell = ? and c.call_id = ? order by f.sequence""";

  private final DataSource store;
  private final int cell;
  private final FactCodec codec;

  /** Over a store whose facts a codec knows. */
  public PastCalls(DataSource store, int cell, FactCodec codec) {
    this.store = store;
    this.cell = cell;
    this.codec = codec;
  }

  /** The steps of a call, oldest first; empty where the store does not have it. */
  public List<LadderStep> steps(CallId call) throws SQLException {
    LadderBoard board = new LadderBoard(() -> 0);
    try (Connection connection = store.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(FACTS)) {
        statement.setQueryTimeout(History.PATIENCE_SECONDS);
        statement.setFetchSize(FETCHED);
        statement.setInt(1, cell);
        statement.setString(2, call.value());
        try (ResultSet row = statement.executeQuery()) {
          while (row.next()) {
            Envelope envelope =
                new Envelope(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
            board.apply((Fact) codec.decode(row.getString(5), row.getBytes(6)), envelope);
          }
        }
      }
      connection.commit();
    }
    board.publish();
    return board.steps(call);
  }
}

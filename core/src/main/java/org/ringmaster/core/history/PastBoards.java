// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.ringmaster.core.board.Boards;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;

/**
 * The boards of any past second, folded anew from the stored facts in their order. Memory is that
 * of one live board. Any thread that may wait.
 */
public final class PastBoards {

  /** So many facts at most are read for one answer; it takes some seconds. */
  public static final long MOST_FACTS = 3_000_000;

  private static final int FETCHED = 5_000;
  private static final int PATIENCE_SECONDS = 60;
  private static final long LATE_MICROS = 600_000_000;
  private static final String BEGIN =
      """
      select sequence, input_sequence, (extract(epoch from recorded_at) * 1000000)::bigint,
             (extract(epoch from occurred_at) * 1000000)::bigint, kind, payload
        from facts where cell = ? and recorded_at <=""";

  /** As what the past is told. */
  public enum As {
    /** As it was on the screens: by what had been recorded by then. */
    SHOWN,
    /**
     * As it truly was: by what had happened by then, also where it was heard of within ten minutes
     * after. An end that nobody saw counts where it was found.
     */
    TRUE
  }

  /**
   * The boards then.
   *
   * @param facts how many facts they were folded from
   * @param lastSequence the last of these; 0 where there was none
   */
  public record Then(Boards boards, long facts, long lastSequence) {}

  /** More facts than can be read for one answer. */
  public static final class TooManyFacts extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooManyFacts() {
      super(
          "Up to then there are more than "
              + MOST_FACTS
              + " facts; replay a journal's copy instead.");
    }
  }

  private final DataSource store;
  private final int cell;
  private final FactCodec codec;
  private final ZoneId zone;

  /** Over a store whose facts a codec knows, with the days of a zone. */
  public PastBoards(DataSource store, int cell, FactCodec codec, ZoneId zone) {
    this.store = store;
    this.cell = cell;
    this.codec = codec;
    this.zone = zone;
  }

  /**
   * The boards at an instant, epoch microseconds, that instant itself included.
   *
   * @throws TooManyFacts where there are more than {@link #MOST_FACTS} up to then
   */
  public Then at(long atMicros, As as) throws SQLException {
    long recorded = as == As.SHOWN ? atMicros : atMicros + LATE_MICROS;
    String occurred = as == As.SHOWN ? "'infinity'" : HistorySpan.at(atMicros);
    Boards boards = new Boards(zone, () -> 0);
    long count = 0;
    long last = 0;
    try (Connection connection = store.getConnection()) {
      connection.setAutoCommit(false);
      String sql =
          BEGIN
              + " "
              + HistorySpan.at(recorded)
              + " and occurred_at <= "
              + occurred
              + " order by sequence limit ?";
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setQueryTimeout(PATIENCE_SECONDS);
        statement.setFetchSize(FETCHED);
        statement.setInt(1, cell);
        statement.setLong(2, MOST_FACTS + 1);
        try (ResultSet row = statement.executeQuery()) {
          while (row.next()) {
            if (++count > MOST_FACTS) {
              throw new TooManyFacts();
            }
            last = row.getLong(1);
            boards.apply(
                (Fact) codec.decode(row.getString(5), row.getBytes(6)),
                new Envelope(last, row.getLong(2), row.getLong(3), row.getLong(4)));
          }
        }
      }
      connection.commit();
    }
    boards.publish();
    return new Then(boards, count, last);
  }
}

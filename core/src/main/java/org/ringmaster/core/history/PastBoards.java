// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.LongFunction;
import javax.sql.DataSource;
import org.ringmaster.core.board.Boards;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.journal.Snapshot;
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
  private static final String FACTS =
      """
      select sequence, input_sequence, (extract(epoch from recorded_at) * 1000000)::bigint,
             (extract(epoch from occurred_at) * 1000000)::bigint, kind, payload
        from facts where cell = ? and sequence > ? and recorded_at <=\s""";

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
   * @param facts how many facts they were folded from, those in a snapshot not counted
   * @param lastSequence the last of these; 0 where there was none
   */
  public record Then(Boards boards, long facts, long lastSequence) {}

  /** More facts than can be read for one answer. */
  public static final class TooManyFacts extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooManyFacts() {
      super(
          "For that instant more than "
              + MOST_FACTS
              + " facts would have to be read; replay a journal's copy instead.");
    }
  }

  /** The facts from which the boards of that instant could be folded are kept no more. */
  public static final class FactsGone extends RuntimeException {
    private static final long serialVersionUID = 1;

    FactsGone() {
      super("The facts of that time are kept no more: see store.keep in ringmaster.yaml.");
    }
  }

  private final DataSource store;
  private final int cell;
  private final FactCodec codec;
  private final ZoneId zone;
  private final LongFunction<Optional<Snapshot>> album;

  /** Over a store whose facts a codec knows, with the days of a zone. */
  public PastBoards(DataSource store, int cell, FactCodec codec, ZoneId zone) {
    this(store, cell, codec, zone, sequence -> Optional.empty());
  }

  /**
   * The same, with snapshots from which to go on.
   *
   * @param album the newest snapshot of no later fact than this, if there is one
   */
  public PastBoards(
      DataSource store,
      int cell,
      FactCodec codec,
      ZoneId zone,
      LongFunction<Optional<Snapshot>> album) {
    this.store = store;
    this.cell = cell;
    this.codec = codec;
    this.zone = zone;
    this.album = album;
  }

  /**
   * The boards at an instant, epoch microseconds, that instant itself included.
   *
   * @throws TooManyFacts where more than {@link #MOST_FACTS} must be read for it
   * @throws FactsGone where some of them are kept no more
   */
  public Then at(long atMicros, As as) throws SQLException {
    boolean shown = as == As.SHOWN;
    Boards boards = new Boards(zone, () -> 0);
    Fold fold = new Fold(boards);
    try (Connection connection = store.getConnection()) {
      connection.setAutoCommit(false);
      // What is in a snapshot had been recorded by then; as it truly was, others may come before
      // it.
      long sure = shown ? atMicros : atMicros - LATE_MICROS;
      long start = restored(boards, lastRecorded(connection, sure));
      mustBeThere(connection, start + 1);
      fold.last = start;
      String sql =
          FACTS
              + HistorySpan.at(shown ? atMicros : atMicros + LATE_MICROS)
              + " and occurred_at <= "
              + (shown ? "'infinity'" : HistorySpan.at(atMicros))
              + " order by sequence limit ?";
      try (PreparedStatement statement = prepared(connection, sql)) {
        statement.setFetchSize(FETCHED);
        statement.setLong(2, start);
        statement.setLong(3, MOST_FACTS + 1);
        fold.all(statement);
      }
      connection.commit();
    }
    boards.publish();
    return new Then(boards, fold.count, fold.last);
  }

  /** What a snapshot knows; the last fact it contains, 0 where there is none. */
  private long restored(Boards boards, long sequence) {
    Optional<Snapshot> found = album.apply(sequence);
    found.ifPresent(snapshot -> snapshot.entities().forEach(boards::restore));
    return found.map(Snapshot::sequence).orElse(0L);
  }

  private long lastRecorded(Connection connection, long micros) throws SQLException {
    return number(
        connection,
        "select coalesce(max(sequence), 0) from facts where cell = ? and recorded_at <= "
            + HistorySpan.at(micros));
  }

  private void mustBeThere(Connection connection, long sequence) throws SQLException {
    long first = number(connection, "select coalesce(min(sequence), 0) from facts where cell = ?");
    if (first > sequence) {
      throw new FactsGone();
    }
  }

  private long number(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = prepared(connection, sql);
        ResultSet row = statement.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  private PreparedStatement prepared(Connection connection, String sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setQueryTimeout(PATIENCE_SECONDS);
    statement.setInt(1, cell);
    return statement;
  }

  /** Facts on their way from the store into boards. */
  private final class Fold {
    private final Boards boards;
    private long count;
    private long last;

    Fold(Boards boards) {
      this.boards = boards;
    }

    void all(PreparedStatement statement) throws SQLException {
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
  }
}

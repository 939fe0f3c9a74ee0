// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.RecordingId;

/**
 * What was recorded, as the journey store knows it. Instants in epoch milliseconds, 0 for none. Any
 * thread that may wait.
 */
public final class PastRecordings {

  private static final String MILLIS = "coalesce((extract(epoch from %s) * 1000)::bigint, 0)";
  private static final String LIST =
      "select r.call_id, r.queue_id, r.policy, r.asked_by, "
          + MILLIS.formatted("r.began_at")
          + ", "
          + MILLIS.formatted("r.ended_at")
          + """
          , count(p.recording_id), count(f.kept_at) filter (where f.deleted_at is null),
            coalesce(sum(f.length_ms) filter (where f.deleted_at is null), 0),
            string_agg(distinct p.agent_id, ' ' order by p.agent_id)
          from call_recordings r
          left join recording_parts p on p.cell = r.cell and p.call_id = r.call_id
          left join recorded_files f on f.cell = p.cell and f.recording_id = p.recording_id
          where r.cell = ? and r.began_at >= to_timestamp(?) and r.began_at < to_timestamp(?)
            and (?::text is null or r.call_id = ?)
            and (?::text is null or exists (select from recording_parts q
                  where q.cell = r.cell and q.call_id = r.call_id and q.queue_id = ?))
            and (?::text is null or exists (select from recording_parts a
                  where a.cell = r.cell and a.call_id = r.call_id and a.agent_id = ?))
          group by r.cell, r.call_id order by r.began_at desc, r.call_id desc limit ?""";
  private static final String PARTS =
      "select p.recording_id, p.part, p.node, p.scene, p.agent_id, p.queue_id, "
          + MILLIS.formatted("p.began_at")
          + ", p.began_why, "
          + MILLIS.formatted("p.ended_at")
          + ", p.ended_why, coalesce(f.sha256, ''), coalesce(f.bytes, 0),"
          + " coalesce(f.length_ms, 0), "
          + MILLIS.formatted("f.kept_at")
          + ", "
          + MILLIS.formatted("f.expires_at")
          + ", "
          + MILLIS.formatted("f.not_there_at")
          + ", "
          + MILLIS.formatted("f.deleted_at")
          + """
          , f.deleted_why, f.deleted_by, coalesce(f.failed_tries, 0), f.last_failure
          from recording_parts p
          left join recorded_files f on f.cell = p.cell and f.recording_id = p.recording_id
          where p.cell = ? and p.call_id = ? order by p.part""";
  private static final String ACTS =
      "select act, author, "
          + MILLIS.formatted("done_at")
          + " from recording_acts where cell = ? and call_id = ? order by sequence";
  private static final String USES =
      "select u.recording_id, u.use, u.used_by, "
          + MILLIS.formatted("u.used_at")
          + """
           from recorded_file_uses u
           join recorded_files f on f.cell = u.cell and f.recording_id = u.recording_id
          where u.cell = ? and f.call_id = ? order by u.sequence""";
  private static final String FILE =
      "select call_id, coalesce(sha256, ''), kept_at is not null, deleted_at is not null"
          + " from recorded_files where cell = ? and recording_id = ?";
  private static final double SECONDS = 1_000_000;

  private final DataSource store;
  private final int cell;

  /**
   * The recording of a call.
   *
   * @param agents who talked, apart by spaces
   * @param kept how many of its parts can be listened to
   * @param lengthMillis how long those are together
   */
  public record Line(
      String call,
      @Nullable String queue,
      String policy,
      @Nullable String askedBy,
      long beganMillis,
      long endedMillis,
      int parts,
      int kept,
      long lengthMillis,
      String agents) {}

  /** A part of a recording and what became of its file. */
  public record PartLine(
      String recording,
      int part,
      String node,
      String scene,
      @Nullable String agent,
      @Nullable String queue,
      long beganMillis,
      String beganWhy,
      long endedMillis,
      @Nullable String endedWhy,
      String sha256,
      long bytes,
      long lengthMillis,
      long keptMillis,
      long expiresMillis,
      long notThereMillis,
      long deletedMillis,
      @Nullable String deletedWhy,
      @Nullable String deletedBy,
      int failedTries,
      @Nullable String lastFailure) {}

  /** What somebody did, with a recording or (part) with one of its files. */
  public record Act(@Nullable String part, String what, @Nullable String author, long atMillis) {}

  /** All of one recording. */
  public record Whole(Line line, List<PartLine> parts, List<Act> acts, List<Act> uses) {}

  /**
   * A recorded file, whatever is in it.
   *
   * @param kept whether it was brought here
   * @param deleted whether it is here no more
   */
  public record FileLine(CallId call, String sha256, boolean kept, boolean deleted) {}

  /** What is looked for; null is any. */
  public record Question(
      @Nullable String queue, @Nullable String agent, long fromMicros, long toMicros, int most) {}

  /** Over a store. */
  public PastRecordings(DataSource store, int cell) {
    this.store = store;
    this.cell = cell;
  }

  /** Recordings, newest first. */
  public List<Line> list(Question question) throws SQLException {
    try (Connection connection = store.getConnection()) {
      return list(connection, question, null);
    }
  }

  private List<Line> list(Connection connection, Question question, @Nullable String call)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LIST)) {
      statement.setQueryTimeout(History.PATIENCE_SECONDS);
      statement.setInt(1, cell);
      statement.setDouble(2, question.fromMicros() / SECONDS);
      statement.setDouble(3, question.toMicros() / SECONDS);
      int at = 4;
      for (String wanted : new @Nullable String[] {call, question.queue(), question.agent()}) {
        for (int twice = 0; twice < 2; twice++) {
          if (wanted == null) {
            statement.setNull(at++, Types.VARCHAR);
          } else {
            statement.setString(at++, wanted);
          }
        }
      }
      statement.setInt(at, question.most());
      List<Line> lines = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          lines.add(line(row));
        }
      }
      return lines;
    }
  }

  private static Line line(ResultSet row) throws SQLException {
    String agents = row.getString(10);
    return new Line(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getLong(5),
        row.getLong(6),
        row.getInt(7),
        row.getInt(8),
        row.getLong(9),
        agents == null ? "" : agents);
  }

  /** The recording of a call; empty where nothing of it was recorded. */
  public Optional<Whole> of(CallId call) throws SQLException {
    Question any = new Question(null, null, 0, 4_102_444_800_000_000L, 1);
    try (Connection connection = store.getConnection()) {
      List<Line> lines = list(connection, any, call.value());
      return lines.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Whole(
                  lines.getFirst(),
                  parts(connection, call),
                  acts(connection, ACTS, call, false),
                  acts(connection, USES, call, true)));
    }
  }

  private List<PartLine> parts(Connection connection, CallId call) throws SQLException {
    List<PartLine> parts = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(PARTS)) {
      statement.setInt(1, cell);
      statement.setString(2, call.value());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          parts.add(part(row));
        }
      }
    }
    return parts;
  }

  private static PartLine part(ResultSet row) throws SQLException {
    return new PartLine(
        row.getString(1),
        row.getInt(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getLong(7),
        row.getString(8),
        row.getLong(9),
        row.getString(10),
        row.getString(11),
        row.getLong(12),
        row.getLong(13),
        row.getLong(14),
        row.getLong(15),
        row.getLong(16),
        row.getLong(17),
        row.getString(18),
        row.getString(19),
        row.getInt(20),
        row.getString(21));
  }

  private List<Act> acts(Connection connection, String sql, CallId call, boolean ofParts)
      throws SQLException {
    List<Act> acts = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, cell);
      statement.setString(2, call.value());
      try (ResultSet row = statement.executeQuery()) {
        int first = ofParts ? 2 : 1;
        while (row.next()) {
          acts.add(
              new Act(
                  ofParts ? row.getString(1) : null,
                  row.getString(first),
                  row.getString(first + 1),
                  row.getLong(first + 2)));
        }
      }
    }
    return acts;
  }

  /** A recorded file; empty where the store does not know it. */
  public Optional<FileLine> file(RecordingId file) throws SQLException {
    try (Connection connection = store.getConnection();
        PreparedStatement statement = connection.prepareStatement(FILE)) {
      statement.setInt(1, cell);
      statement.setString(2, file.value());
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(
                new FileLine(
                    new CallId(row.getString(1)),
                    row.getString(2),
                    row.getBoolean(3),
                    row.getBoolean(4)))
            : Optional.empty();
      }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringmaster.aribridge.cel.BookedLeg;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.NodeId;

/** Reads a node's legs from the journey store, as a witness's account is compared with. */
public final class BookedLegs {
  private static final String LEGS =
      """
      select leg_id,
             (extract(epoch from coalesce(made_at, started_at)) * 1000000)::bigint,
             rang_at is not null,
             coalesce((extract(epoch from answered_at) * 1000000)::bigint, 0),
             coalesce((extract(epoch from ended_at) * 1000000)::bigint, 0),
             coalesce(end_source, '') <> 'NOT_SEEN',
             coalesce(cause_code, 0)
        from legs
       where cell = ? and node = ? and started_at is not null and role <> 'SNOOP'
       order by started_at
      """;
  private static final String TALKS =
      """
      select a.leg_id, b.leg_id
        from bridge_stays a
        join bridge_stays b using (cell, bridge_id)
        join bridges r using (cell, bridge_id)
       where cell = ? and r.node = ? and r.kind = 'TALK' and a.leg_id <> b.leg_id
         and a.joined_at < coalesce(b.left_at, 'infinity')
         and b.joined_at < coalesce(a.left_at, 'infinity')
      """;

  private BookedLegs() {}

  /** All legs of a node, oldest first. */
  public static List<BookedLeg> of(Connection connection, int cell, NodeId node)
      throws SQLException {
    Map<String, Set<LegId>> talks = talks(connection, cell, node);
    List<BookedLeg> legs = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(LEGS)) {
      statement.setInt(1, cell);
      statement.setString(2, node.value());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          String id = row.getString(1);
          legs.add(
              new BookedLeg(
                  new LegId(id),
                  row.getLong(2),
                  row.getBoolean(3),
                  row.getLong(4),
                  row.getLong(5),
                  row.getBoolean(6),
                  row.getInt(7),
                  talks.getOrDefault(id, Set.of())));
        }
      }
    }
    return legs;
  }

  private static Map<String, Set<LegId>> talks(Connection connection, int cell, NodeId node)
      throws SQLException {
    Map<String, Set<LegId>> talks = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(TALKS)) {
      statement.setInt(1, cell);
      statement.setString(2, node.value());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          talks
              .computeIfAbsent(row.getString(1), id -> new HashSet<>())
              .add(new LegId(row.getString(2)));
        }
      }
    }
    return talks;
  }
}

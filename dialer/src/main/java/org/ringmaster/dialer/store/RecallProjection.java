// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.store.ColumnKind;
import org.ringmaster.core.store.Projection;
import org.ringmaster.core.store.StoreTable;
import org.ringmaster.dialer.campaign.Recall;
import org.ringmaster.dialer.campaign.RecallFact;
import org.ringmaster.dialer.list.ListFact;
import org.ringmaster.dialer.list.ListId;

/** Which leads are to be called again at an agreed time, and what came of that. */
final class RecallProjection implements Projection {

  private final StoreTable recalls =
      StoreTable.of("recalls")
          .key("sequence", ColumnKind.BIGINT)
          .column(ColumnKind.TEXT, "campaign_id", "list_id")
          .column(ColumnKind.INTEGER, "lead")
          .column(ColumnKind.TEXT, "agent_id", "agreed_by", "agreed_for")
          .column(
              ColumnKind.INSTANT,
              "agreed_at",
              "due_at",
              "until_at",
              "opened_at",
              "put_off_until",
              "over_at")
          .column(ColumnKind.TEXT, "result", "gate", "ended_by")
          .build();

  /** The rows of those that are not over. */
  private final Map<Agreed, Long> open = new LinkedHashMap<>();

  private record Agreed(String list, int lead) {}

  @Override
  public String name() {
    return "recalls";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<StoreTable> tables() {
    return List.of(recalls);
  }

  @Override
  public void load(Connection connection, int cell) throws SQLException {
    open.clear();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select list_id, lead, sequence from recalls where cell = ? and over_at is null"
                + " order by sequence")) {
      statement.setInt(1, cell);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          open.put(new Agreed(row.getString(1), row.getInt(2)), row.getLong(3));
        }
      }
    }
  }

  @Override
  public void apply(RecordedFact recorded) {
    long at = recorded.envelope().occurredAtMicros();
    switch (recorded.fact()) {
      case RecallFact.Agreed f -> agreed(f, recorded.sequence(), at);
      case RecallFact.Opened f -> {
        Long row = open.get(key(f.list(), f.lead()));
        if (row != null) {
          recalls.row(row).at("opened_at", at);
        }
      }
      case RecallFact.PutOff f -> {
        Long row = open.get(key(f.list(), f.lead()));
        if (row != null) {
          recalls.row(row).at("put_off_until", f.untilMicros()).text("gate", f.gate());
        }
      }
      case RecallFact.Ended f -> {
        Long row = open.remove(key(f.list(), f.lead()));
        if (row != null) {
          recalls
              .row(row)
              .at("over_at", at)
              .text("result", f.end())
              .text("gate", f.gate())
              .text("ended_by", f.author());
        }
      }
      case ListFact.ListUndone f -> gone(f.list(), at);
      case ListFact.ListRetired f -> gone(f.list(), at);
      default -> {}
    }
  }

  private static Agreed key(ListId list, int lead) {
    return new Agreed(list.value(), lead);
  }

  private void agreed(RecallFact.Agreed f, long sequence, long at) {
    Recall recall = f.recall();
    open.put(key(recall.list(), recall.lead()), sequence);
    recalls
        .fresh(sequence)
        .text("campaign_id", recall.campaign())
        .text("list_id", recall.list())
        .number("lead", recall.lead())
        .text("agent_id", recall.agent())
        .text("agreed_by", f.author())
        .text("agreed_for", recall.at())
        .at("agreed_at", at)
        .at("due_at", recall.dueMicros())
        .at("until_at", recall.untilMicros());
  }

  /** Nobody of a list that is gone is called again. */
  private void gone(ListId list, long at) {
    open.entrySet()
        .removeIf(
            entry -> {
              boolean isOf = entry.getKey().list().equals(list.value());
              if (isOf) {
                recalls.row(entry.getValue()).at("over_at", at).text("result", "LIST_GONE");
              }
              return isOf;
            });
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.store.ColumnKind;
import org.ringmaster.core.store.Projection;
import org.ringmaster.core.store.StoreTable;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.PreviewFact;
import org.ringmaster.dialer.list.ListId;

/** The leads that agents looked at before they were dialled. Holds no number of anybody. */
final class PreviewProjection implements Projection {

  private final StoreTable previews =
      StoreTable.of("previews")
          .key("sequence", ColumnKind.BIGINT)
          .column(ColumnKind.TEXT, "campaign_id", "list_id")
          .column(ColumnKind.INTEGER, "lead")
          .column(ColumnKind.TEXT, "agent_id")
          .column(ColumnKind.INSTANT, "shown_at", "until_at", "wanted_at")
          .column(ColumnKind.BOOLEAN, "by_time")
          .column(ColumnKind.TEXT, "call_id")
          .column(ColumnKind.INSTANT, "over_at")
          .column(ColumnKind.TEXT, "result", "gate", "reason")
          .build();

  /** The rows of the leads that are shown now. */
  private final Map<Shown, Long> open = new HashMap<>();

  private record Shown(String list, int lead) {}

  @Override
  public String name() {
    return "previews";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<StoreTable> tables() {
    return List.of(previews);
  }

  @Override
  public void load(Connection connection, int cell) throws SQLException {
    open.clear();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select list_id, lead, sequence from previews where cell = ? and over_at is null")) {
      statement.setInt(1, cell);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          open.put(new Shown(row.getString(1), row.getInt(2)), row.getLong(3));
        }
      }
    }
  }

  @Override
  public void apply(RecordedFact recorded) {
    long at = recorded.envelope().occurredAtMicros();
    switch (recorded.fact()) {
      case PreviewFact.Shown f -> shown(f, recorded.sequence(), at);
      case PreviewFact.DialWanted f -> {
        Long row = open.get(shown(f.list(), f.lead()));
        if (row != null) {
          previews
              .row(row)
              .at("wanted_at", at)
              .flag("by_time", f.byTime())
              .text("call_id", f.call());
        }
      }
      case PreviewFact.Ended f -> {
        Long row = open.remove(shown(f.list(), f.lead()));
        if (row != null) {
          previews.row(row).at("over_at", at).text("result", f.end()).text("reason", f.reason());
          if (f.gate() != null) {
            previews.row(row).text("gate", f.gate());
          }
        }
      }
      case CampaignFact.Dialled f -> {
        Long row = open.remove(shown(f.list(), f.lead()));
        if (row != null) {
          previews.row(row).at("over_at", at).text("result", "DIALLED");
        }
      }
      default -> {}
    }
  }

  private static Shown shown(ListId list, int lead) {
    return new Shown(list.value(), lead);
  }

  private void shown(PreviewFact.Shown f, long sequence, long at) {
    open.put(shown(f.list(), f.lead()), sequence);
    previews
        .fresh(sequence)
        .text("campaign_id", f.campaign())
        .text("list_id", f.list())
        .number("lead", f.lead())
        .text("agent_id", f.agent())
        .at("shown_at", at);
    if (f.untilMicros() > 0) {
      previews.row(sequence).at("until_at", f.untilMicros());
    }
  }
}

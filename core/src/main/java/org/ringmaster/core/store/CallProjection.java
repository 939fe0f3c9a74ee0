// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.BridgeId;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.EndSource;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.LegRole;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.queue.QueueFact;

/** Calls, their legs, and who was together with whom from when to when. */
final class CallProjection implements Projection {

  /** A leg that is in a bridge now. */
  private record Stay(long sequence, String bridge, long joinedAtMicros) {}

  private final StoreTable calls =
      StoreTable.of("calls")
          .key("call_id", ColumnKind.TEXT)
          .column(ColumnKind.TEXT, "node", "direction", "dialled", "trunk_id")
          .column(ColumnKind.TEXT, "caller_number", "caller_name", "first_leg_id")
          .column(ColumnKind.INSTANT, "started_at", "ended_at")
          .column(ColumnKind.TEXT, "turned_away")
          .build();
  private final StoreTable legs =
      StoreTable.of("legs")
          .key("leg_id", ColumnKind.TEXT)
          .column(ColumnKind.TEXT, "call_id", "node", "role", "telephone_id", "trunk_id")
          .column(ColumnKind.TEXT, "agent_id", "partner_leg_id")
          .column(ColumnKind.INSTANT, "started_at", "made_at", "rang_at", "answered_at")
          .column(ColumnKind.INSTANT, "entered_at", "hang_up_asked_at")
          .column(ColumnKind.INTEGER, "hang_up_asked_cause")
          .column(ColumnKind.INSTANT, "ended_at")
          .column(ColumnKind.INTEGER, "cause_code")
          .column(ColumnKind.TEXT, "cause", "end_source")
          .build();
  private final StoreTable bridges =
      StoreTable.of("bridges")
          .key("bridge_id", ColumnKind.TEXT)
          .column(ColumnKind.TEXT, "node", "kind", "call_id", "music_class")
          .column(ColumnKind.INSTANT, "opened_at", "closed_at")
          .build();
  private final StoreTable stays =
      StoreTable.of("bridge_stays")
          .key("leg_id", ColumnKind.TEXT)
          .key("sequence", ColumnKind.BIGINT)
          .column(ColumnKind.TEXT, "bridge_id", "call_id")
          .column(ColumnKind.INSTANT, "joined_at", "left_at")
          .build();
  private final StoreTable recordings =
      StoreTable.of("recordings")
          .key("recording_id", ColumnKind.TEXT)
          .column(ColumnKind.TEXT, "call_id", "bridge_id", "node")
          .column(ColumnKind.INSTANT, "started_at", "ended_at")
          .column(ColumnKind.BOOLEAN, "failed")
          .column(ColumnKind.BIGINT, "duration_ms")
          .build();
  private final Map<String, Stay> open = new HashMap<>();

  @Override
  public String name() {
    return "calls";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<StoreTable> tables() {
    return List.of(calls, legs, bridges, stays, recordings);
  }

  @Override
  public void load(Connection connection, int cell) throws SQLException {
    open.clear();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select leg_id, sequence, bridge_id, (extract(epoch from joined_at) * 1000000)::bigint"
                + " from bridge_stays where cell = ? and left_at is null")) {
      statement.setInt(1, cell);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          open.put(row.getString(1), new Stay(row.getLong(2), row.getString(3), row.getLong(4)));
        }
      }
    }
  }

  @Override
  public void apply(RecordedFact recorded) {
    Envelope envelope = recorded.envelope();
    switch (recorded.fact()) {
      case CallFact fact -> applyCall(fact, envelope);
      case QueueFact.Turned f ->
          calls.row(f.call()).text("turned_away", f.closed() ? "CLOSED" : "NOWHERE");
      case AgentFact.OfferMade f -> legOf(f.leg(), f.agent());
      case AgentFact.TelephoneConnected f -> legOf(f.leg(), f.agent());
      default -> {}
    }
  }

  private void legOf(LegId leg, AgentId agent) {
    legs.row(leg).text("agent_id", agent);
  }

  private void applyCall(CallFact fact, Envelope envelope) {
    long at = envelope.occurredAtMicros();
    switch (fact) {
      case CallFact.CallStarted f ->
          calls
              .fresh(f.call())
              .text("node", f.node())
              .text("direction", f.direction())
              .text("dialled", f.number())
              .text("trunk_id", f.trunk())
              .personal("caller_number", f.callerNumber())
              .personal("caller_name", f.callerName())
              .at("started_at", at);
      case CallFact.CallEnded f -> calls.row(f.call()).at("ended_at", at);
      case CallFact.CallEndWitnessed f -> calls.row(f.call()).at("ended_at", at);
      case CallFact.LegArrived f -> {
        legs.fresh(f.leg())
            .text("call_id", f.call())
            .text("node", f.node())
            .text("role", f.role())
            .text("telephone_id", f.telephone())
            .text("trunk_id", f.trunk())
            .at("started_at", at);
        calls.row(f.call()).text("first_leg_id", f.leg());
      }
      case CallFact.LegRequested f ->
          legs.fresh(f.leg())
              .text("call_id", f.call())
              .text("node", f.node())
              .text("role", f.role())
              .text("telephone_id", f.telephone())
              .text("trunk_id", f.trunk())
              .text("partner_leg_id", f.partner())
              .at("started_at", at);
      case CallFact.LegMade f -> legs.row(f.leg()).at("made_at", at);
      case CallFact.LegRang f -> legs.row(f.leg()).at("rang_at", at);
      case CallFact.LegAnswered f -> legs.row(f.leg()).at("answered_at", at);
      case CallFact.LegEntered f -> legs.row(f.leg()).at("entered_at", at);
      case CallFact.LegKept f -> legs.row(f.leg()).text("role", LegRole.STANDING);
      case CallFact.HangUpAsked f ->
          legs.row(f.leg())
              .at("hang_up_asked_at", at)
              .number("hang_up_asked_cause", f.cause().code());
      case CallFact.LegEnded f -> ended(f.leg(), f.cause(), f.source(), at);
      case CallFact.EndWitnessed f -> ended(f.leg(), f.cause(), EndSource.WITNESSED, at);
      default -> applyBridges(fact, envelope.sequence(), at);
    }
  }

  private void applyBridges(CallFact fact, long sequence, long at) {
    switch (fact) {
      case CallFact.BridgeOpened f ->
          bridges
              .fresh(f.bridge())
              .text("node", f.node())
              .text("kind", f.kind())
              .text("call_id", f.call())
              .text("music_class", f.musicClass())
              .at("opened_at", at);
      case CallFact.BridgeClosed f -> closed(f.bridge(), at);
      case CallFact.LegJoined f -> {
        left(f.leg().value(), at);
        open.put(f.leg().value(), new Stay(sequence, f.bridge().value(), at));
        stays
            .fresh(f.leg(), sequence)
            .text("bridge_id", f.bridge())
            .text("call_id", f.call())
            .at("joined_at", at);
      }
      case CallFact.LegLeft f -> {
        Stay stay = open.get(f.leg().value());
        if (stay != null && stay.bridge().equals(f.bridge().value())) {
          left(f.leg().value(), at);
        }
      }
      case CallFact.RecordingStarted f ->
          recordings
              .fresh(f.recording())
              .text("call_id", f.call())
              .text("bridge_id", f.bridge())
              .text("node", f.node())
              .at("started_at", at);
      case CallFact.LegRecordingStarted f ->
          recordings
              .fresh(f.recording())
              .text("call_id", f.call())
              .text("node", f.node())
              .at("started_at", at);
      case CallFact.RecordingEnded f ->
          recordings
              .row(f.recording())
              .at("ended_at", at)
              .flag("failed", f.failed())
              .number("duration_ms", f.durationMillis());
      default -> {}
    }
  }

  private void ended(LegId leg, HangupCause cause, EndSource source, long at) {
    left(leg.value(), at);
    legs.row(leg)
        .at("ended_at", at)
        .number("cause_code", cause.code())
        .text("cause", cause.word())
        .text("end_source", source);
  }

  private void closed(BridgeId bridge, long at) {
    bridges.row(bridge).at("closed_at", at);
    List<String> there =
        open.entrySet().stream()
            .filter(stay -> stay.getValue().bridge().equals(bridge.value()))
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    there.forEach(leg -> left(leg, at));
  }

  private void left(String leg, long at) {
    Stay stay = open.remove(leg);
    if (stay != null) {
      stays.row(leg, stay.sequence()).at("left_at", Math.max(at, stay.joinedAtMicros()));
    }
  }
}

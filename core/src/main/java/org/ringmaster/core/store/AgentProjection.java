// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.RecordedFact;

/**
 * What each agent did from when to when: intervals that lie end to end from sign-in to sign-out.
 */
final class AgentProjection implements Projection {

  /** The interval that lasts. */
  private record Lasting(
      long sequence,
      long fromMicros,
      AgentState state,
      @Nullable String telephone,
      @Nullable String offer) {}

  /** The newest interval of each agent, found by the key without looking at all of them. */
  private static final String NEWEST =
      """
      with recursive a (agent_id) as (
        (select min(agent_id) from agent_states where cell = ?)
        union all
        (select (select min(agent_id) from agent_states
                  where cell = ? and agent_id > a.agent_id)
           from a where a.agent_id is not null))
      select a.agent_id, s.sequence, (extract(epoch from s.from_at) * 1000000)::bigint, s.state,
             s.telephone_id, s.offer_id, (extract(epoch from s.to_at) * 1000000)::bigint
        from a cross join lateral
             (select * from agent_states n where n.cell = ? and n.agent_id = a.agent_id
               order by n.sequence desc limit 1) s""";

  private final StoreTable states =
      StoreTable.of("agent_states")
          .key("agent_id", ColumnKind.TEXT)
          .key("sequence", ColumnKind.BIGINT)
          .column(ColumnKind.TEXT, "state", "reason", "telephone_id", "offer_id")
          .column(ColumnKind.INSTANT, "from_at", "to_at")
          .build();
  private final Map<String, Lasting> lasting = new HashMap<>();
  private final Map<String, Long> signedOutMicros = new HashMap<>();

  @Override
  public String name() {
    return "agents";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public List<StoreTable> tables() {
    return List.of(states);
  }

  @Override
  public void load(Connection connection, int cell) throws SQLException {
    lasting.clear();
    signedOutMicros.clear();
    try (PreparedStatement statement = connection.prepareStatement(NEWEST)) {
      statement.setInt(1, cell);
      statement.setInt(2, cell);
      statement.setInt(3, cell);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          long ended = row.getLong(7);
          if (!row.wasNull()) {
            signedOutMicros.put(row.getString(1), ended);
            continue;
          }
          lasting.put(
              row.getString(1),
              new Lasting(
                  row.getLong(2),
                  row.getLong(3),
                  AgentState.valueOf(row.getString(4)),
                  row.getString(5),
                  row.getString(6)));
        }
      }
    }
  }

  @Override
  public void apply(RecordedFact recorded) {
    if (!(recorded.fact() instanceof AgentFact fact)) {
      return;
    }
    Envelope envelope = recorded.envelope();
    switch (fact) {
      case AgentFact.SignedIn f -> {
        StoreRow row =
            begin(f.agent(), AgentState.SIGNING_IN, f.telephone().value(), null, envelope);
        row.text("telephone_id", f.telephone());
      }
      case AgentFact.Ready f -> next(f.agent(), AgentState.AVAILABLE, null, envelope);
      case AgentFact.Unpaused f -> next(f.agent(), AgentState.AVAILABLE, null, envelope);
      case AgentFact.Freed f -> next(f.agent(), AgentState.AVAILABLE, null, envelope);
      case AgentFact.OfferEnded f -> next(f.agent(), AgentState.AVAILABLE, null, envelope);
      case AgentFact.Reconnecting f -> next(f.agent(), AgentState.SIGNING_IN, null, envelope);
      case AgentFact.OfferMade f ->
          next(f.agent(), AgentState.OFFERED, f.offer().value(), envelope);
      case AgentFact.OfferAccepted f ->
          next(f.agent(), AgentState.ON_CALL, f.offer().value(), envelope);
      case AgentFact.WrapUpStarted f ->
          next(f.agent(), AgentState.WRAP_UP, offerOf(f.agent()), envelope);
      case AgentFact.Paused f ->
          next(f.agent(), AgentState.PAUSED, null, envelope).text("reason", f.reason());
      case AgentFact.SignedOut f -> end(f.agent(), envelope.occurredAtMicros());
      case AgentFact.Removed f -> end(f.agent(), envelope.occurredAtMicros());
      default -> {}
    }
  }

  private @Nullable String offerOf(AgentId agent) {
    Lasting now = lasting.get(agent.value());
    return now == null ? null : now.offer();
  }

  private StoreRow next(
      AgentId agent, AgentState state, @Nullable String offer, Envelope envelope) {
    Lasting now = lasting.get(agent.value());
    return begin(agent, state, now == null ? null : now.telephone(), offer, envelope);
  }

  private StoreRow begin(
      AgentId agent,
      AgentState state,
      @Nullable String telephone,
      @Nullable String offer,
      Envelope envelope) {
    long at = end(agent, envelope.occurredAtMicros());
    Lasting now = new Lasting(envelope.sequence(), at, state, telephone, offer);
    lasting.put(agent.value(), now);
    return states
        .fresh(agent, now.sequence())
        .text("state", state)
        .text("telephone_id", telephone)
        .text("offer_id", offer)
        .at("from_at", at);
  }

  /**
   * Ends the interval that lasts. Facts of different inputs may have happened in another order than
   * we heard of them; an interval never ends before it began, nor does one begin before the last
   * one ended, so that all lie end to end.
   */
  private long end(AgentId agent, long atMicros) {
    Lasting now = lasting.remove(agent.value());
    if (now == null) {
      return Math.max(atMicros, signedOutMicros.getOrDefault(agent.value(), atMicros));
    }
    long at = Math.max(atMicros, now.fromMicros());
    signedOutMicros.put(agent.value(), at);
    states.row(agent, now.sequence()).at("to_at", at);
    return at;
  }
}

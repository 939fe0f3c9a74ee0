// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.talk.TalkFact;

/** What each agent did, from when to when, for whom. Owned by the store's writing thread. */
final class FigureSpells {
  private static final String RINGING = "RINGING";
  private static final String TALKING = "TALKING";
  private static final String HOLDING = "HOLDING";
  private static final String OPEN =
      "select agent_id, sequence, work, (extract(epoch from from_at) * 1000000)::bigint,"
          + " queue_id, entry_id, offer_id, call_id, leg_id, heard"
          + " from figure_spells where cell = ? and to_at is null";

  /** Whom the work is for. */
  private record For(
      @Nullable String queue,
      @Nullable String entry,
      @Nullable String offer,
      @Nullable String call,
      @Nullable String leg) {
    static final For NOBODY = new For(null, null, null, null, null);

    For withoutLeg() {
      return new For(queue, entry, offer, call, null);
    }
  }

  /** What an agent does now. */
  private record Open(long sequence, String work, long fromMicros, For whom, boolean heard) {}

  private final StoreTable table =
      StoreTable.of("figure_spells")
          .key("agent_id", ColumnKind.TEXT)
          .key("sequence", ColumnKind.BIGINT)
          .column(ColumnKind.TEXT, "work", "queue_id", "entry_id", "offer_id", "call_id", "leg_id")
          .column(ColumnKind.BOOLEAN, "heard")
          .column(ColumnKind.INSTANT, "from_at", "to_at")
          .column(ColumnKind.BOOLEAN, "closes", "conference")
          .build();
  private final FigureEntries entries;
  private final FigureHolds holds;
  private final Map<String, Open> open = new HashMap<>();
  private final Map<String, String> onLegs = new HashMap<>();

  FigureSpells(FigureEntries entries, FigureHolds holds) {
    this.entries = entries;
    this.holds = holds;
  }

  StoreTable table() {
    return table;
  }

  void load(Connection connection, int cell) throws SQLException {
    open.clear();
    onLegs.clear();
    try (PreparedStatement statement = connection.prepareStatement(OPEN)) {
      statement.setInt(1, cell);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          For whom =
              new For(
                  row.getString(5),
                  row.getString(6),
                  row.getString(7),
                  row.getString(8),
                  row.getString(9));
          String agent = row.getString(1);
          open.put(
              agent,
              new Open(row.getLong(2), row.getString(3), row.getLong(4), whom, row.getBoolean(10)));
          if (whom.leg() != null) {
            onLegs.put(whom.leg(), agent);
          }
        }
      }
    }
  }

  void apply(AgentFact fact, Envelope envelope) {
    switch (fact) {
      case AgentFact.SignedIn f -> signsIn(f.agent(), envelope);
      case AgentFact.Ready f -> rests(f.agent(), "IDLE", envelope);
      case AgentFact.Unpaused f -> rests(f.agent(), "IDLE", envelope);
      case AgentFact.Freed f -> rests(f.agent(), "IDLE", envelope);
      case AgentFact.OfferEnded f -> rests(f.agent(), "IDLE", envelope);
      case AgentFact.Paused f -> rests(f.agent(), "PAUSED", envelope);
      case AgentFact.Reconnecting f -> rests(f.agent(), "SIGNING_IN", envelope);
      case AgentFact.OfferMade f -> rings(f, envelope);
      case AgentFact.TalkBegan f -> talks(f.agent(), envelope);
      case AgentFact.WrapUpStarted f -> wrapsUp(f.agent(), envelope);
      case AgentFact.SignedOut f -> ends(f.agent(), true, envelope);
      case AgentFact.Removed f -> ends(f.agent(), true, envelope);
      default -> {}
    }
  }

  /** The agent is rung for this contact. */
  void serves(QueueFact.EntryOffered f) {
    Open now = open.get(f.agent().value());
    if (now != null) {
      For before = now.whom();
      String queue = entries.queueOf(f.entry().value());
      For whom = new For(queue, f.entry().value(), before.offer(), before.call(), before.leg());
      open.put(
          f.agent().value(),
          new Open(now.sequence(), now.work(), now.fromMicros(), whom, now.heard()));
      table.row(f.agent(), now.sequence()).text("queue_id", queue).text("entry_id", f.entry());
    }
  }

  /** A leg's party has put the other one on hold, or taken it off. */
  void held(CallFact.LegHeld f, Envelope envelope) {
    String agent = onLegs.get(f.leg().value());
    Open now = agent == null ? null : open.get(agent);
    if (agent != null && now != null && isTalk(now)) {
      goesOn(new AgentId(agent), f.held() ? HOLDING : TALKING, now.whom(), true, envelope);
    }
  }

  /** All three hear each other. */
  void joined(TalkFact.Joined f) {
    Open now = open.get(f.agent().value());
    if (now != null && isTalk(now)) {
      table.row(f.agent(), now.sequence()).flag("conference", true);
    }
  }

  private static boolean isTalk(Open spell) {
    return spell.work().equals(TALKING) || spell.work().equals(HOLDING);
  }

  private void signsIn(AgentId agent, Envelope envelope) {
    ends(agent, false, envelope);
    begins(agent, "SIGNING_IN", For.NOBODY, false, FigureProjection.moment(envelope), envelope);
  }

  /** The work in hand is done, if there was any, and what follows is for nobody. */
  private void rests(AgentId agent, String work, Envelope envelope) {
    if (open.containsKey(agent.value())) {
      long at = ends(agent, true, envelope);
      begins(agent, work, For.NOBODY, false, at, envelope);
    }
  }

  /** A direct offer may end a wrap-up, and with it the contact before. */
  private void rings(AgentFact.OfferMade f, Envelope envelope) {
    if (open.containsKey(f.agent().value())) {
      long at = ends(f.agent(), true, envelope);
      For whom = new For(null, null, f.offer().value(), f.call().value(), f.leg().value());
      begins(f.agent(), RINGING, whom, false, at, envelope);
    }
  }

  private void talks(AgentId agent, Envelope envelope) {
    Open now = open.get(agent.value());
    String leg = now == null ? null : now.whom().leg();
    if (now != null && leg != null) {
      goesOn(agent, holds.isHolding(leg) ? HOLDING : TALKING, now.whom(), true, envelope);
    }
  }

  private void wrapsUp(AgentId agent, Envelope envelope) {
    Open now = open.get(agent.value());
    if (now != null) {
      goesOn(agent, "WRAPPING_UP", now.whom().withoutLeg(), now.heard(), envelope);
    }
  }

  private void goesOn(AgentId agent, String work, For whom, boolean heard, Envelope envelope) {
    if (open.containsKey(agent.value())) {
      begins(agent, work, whom, heard, ends(agent, false, envelope), envelope);
    }
  }

  private void begins(
      AgentId agent, String work, For whom, boolean heard, long atMicros, Envelope envelope) {
    Open now = new Open(envelope.sequence(), work, atMicros, whom, heard);
    open.put(agent.value(), now);
    if (whom.leg() != null) {
      onLegs.put(whom.leg(), agent.value());
    }
    table
        .fresh(agent, now.sequence())
        .text("work", work)
        .text("queue_id", whom.queue())
        .text("entry_id", whom.entry())
        .text("offer_id", whom.offer())
        .text("call_id", whom.call())
        .text("leg_id", whom.leg())
        .flag("heard", heard)
        .flag("closes", false)
        .at("from_at", atMicros);
  }

  /** Ends the spell that lasts, and with it perhaps the contact; when, epoch microseconds. */
  private long ends(AgentId agent, boolean contact, Envelope envelope) {
    Open now = open.remove(agent.value());
    if (now == null) {
      return FigureProjection.moment(envelope);
    }
    long at = FigureProjection.moment(envelope, now.fromMicros());
    if (now.whom().leg() != null) {
      onLegs.remove(now.whom().leg(), agent.value());
    }
    table.row(agent, now.sequence()).at("to_at", at).flag("closes", contact && now.heard());
    return at;
  }
}

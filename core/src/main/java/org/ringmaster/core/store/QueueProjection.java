// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.util.List;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.queue.Overflow;
import org.ringmaster.core.queue.QueueFact;

/** Who waited in which queue, which agents were rung for them, and what came of it. */
final class QueueProjection implements Projection {
  private final StoreTable entries =
      StoreTable.of("queue_entries")
          .key("entry_id", ColumnKind.TEXT)
          .column(ColumnKind.TEXT, "queue_id", "call_id", "leg_id", "node")
          .column(ColumnKind.INSTANT, "joined_at", "connected_at", "ended_at")
          .column(ColumnKind.TEXT, "outcome")
          .column(ColumnKind.BOOLEAN, "while_ringing")
          .column(ColumnKind.TEXT, "agent_id", "agent_leg_id", "offer_id", "talk_end")
          .column(ColumnKind.TEXT, "overflow_kind", "overflow_to")
          .build();
  private final StoreTable offers =
      StoreTable.of("offers")
          .key("offer_id", ColumnKind.TEXT)
          .column(ColumnKind.TEXT, "entry_id", "agent_id", "call_id", "leg_id")
          .column(ColumnKind.INSTANT, "made_at", "due_at", "accepted_at", "ended_at")
          .column(ColumnKind.TEXT, "offer_end", "talk_end")
          .build();

  @Override
  public String name() {
    return "queues";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<StoreTable> tables() {
    return List.of(entries, offers);
  }

  @Override
  public void apply(RecordedFact recorded) {
    long at = recorded.envelope().occurredAtMicros();
    switch (recorded.fact()) {
      case QueueFact fact -> applyEntry(fact, at);
      case AgentFact fact -> applyOffer(fact, at);
      default -> {}
    }
  }

  private void applyEntry(QueueFact fact, long at) {
    switch (fact) {
      case QueueFact.EntryJoined f ->
          entries
              .fresh(f.entry())
              .text("queue_id", f.queue())
              .text("call_id", f.call())
              .text("leg_id", f.leg())
              .text("node", f.node())
              .at("joined_at", at);
      case QueueFact.EntryOffered f -> offers.row(f.offer()).text("entry_id", f.entry());
      case QueueFact.EntryConnected f ->
          entries
              .row(f.entry())
              .at("connected_at", at)
              .text("agent_id", f.agent())
              .text("agent_leg_id", f.agentLeg())
              .text("offer_id", f.offer());
      case QueueFact.EntryCompleted f ->
          entries
              .row(f.entry())
              .at("ended_at", at)
              .text("outcome", "COMPLETED")
              .text("talk_end", f.end());
      case QueueFact.EntryAbandoned f ->
          entries
              .row(f.entry())
              .at("ended_at", at)
              .text("outcome", "ABANDONED")
              .flag("while_ringing", f.whileRinging());
      case QueueFact.EntryOverflowed f ->
          entries
              .row(f.entry())
              .at("ended_at", at)
              .text("outcome", "OVERFLOWED")
              .text("overflow_kind", f.target().kind())
              .text("overflow_to", nameOf(f.target()));
      case QueueFact.EntryEndWitnessed f -> {
        entries.row(f.entry()).at("ended_at", at);
        if (f.talk() != null) {
          offers.row(f.talk()).at("ended_at", at);
        }
      }
      default -> {}
    }
  }

  private static @org.jspecify.annotations.Nullable Object nameOf(Overflow target) {
    return target.queue() != null ? target.queue() : target.trunk();
  }

  private void applyOffer(AgentFact fact, long at) {
    switch (fact) {
      case AgentFact.OfferMade f ->
          offers
              .fresh(f.offer())
              .text("agent_id", f.agent())
              .text("call_id", f.call())
              .text("leg_id", f.leg())
              .at("made_at", at)
              .at("due_at", f.dueMicros());
      case AgentFact.OfferAccepted f -> offers.row(f.offer()).at("accepted_at", at);
      case AgentFact.OfferEnded f ->
          offers.row(f.offer()).at("ended_at", at).text("offer_end", f.end());
      case AgentFact.TalkEnded f ->
          offers.row(f.offer()).at("ended_at", at).text("talk_end", f.end());
      default -> {}
    }
  }
}

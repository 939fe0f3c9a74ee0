// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.talk.TalkFact;

/**
 * What each contact and each agent's time count for in the figures, one row each, so that every
 * figure of the past is a sum of rows that can be looked at. It says the same as {@link
 * org.ringmaster.core.interval.Intervals} and shares nothing with it but the formulas: a test
 * compares the two.
 */
final class FigureProjection implements Projection {
  private final FigureHolds holds = new FigureHolds();
  private final FigureEntries entries = new FigureEntries(holds);
  private final FigureSpells spells = new FigureSpells(entries, holds);

  /** When a fact counts: when the outside says, but never after we wrote it down. */
  static long moment(Envelope envelope) {
    return Math.min(envelope.occurredAtMicros(), envelope.recordedAtMicros());
  }

  /** The same, and never before what the same caller or agent did last. */
  static long moment(Envelope envelope, long notBeforeMicros) {
    return Math.max(notBeforeMicros, moment(envelope));
  }

  @Override
  public String name() {
    return "figures";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<StoreTable> tables() {
    return List.of(entries.table(), spells.table(), holds.table());
  }

  @Override
  public void load(Connection connection, int cell) throws SQLException {
    holds.load(connection, cell);
    entries.load(connection, cell);
    spells.load(connection, cell);
  }

  @Override
  public void apply(RecordedFact recorded) {
    Envelope envelope = recorded.envelope();
    switch (recorded.fact()) {
      case CallFact fact -> {
        holds.apply(fact, envelope);
        if (fact instanceof CallFact.LegHeld held) {
          spells.held(held, envelope);
        }
      }
      case QueueFact fact -> {
        entries.apply(fact, envelope);
        if (fact instanceof QueueFact.EntryOffered offered) {
          spells.serves(offered);
        }
      }
      case TalkFact.Joined fact -> spells.joined(fact);
      case AgentFact fact -> spells.apply(fact, envelope);
      default -> {}
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.world;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.kernel.Turn;
import org.ringmaster.simulation.clock.Agenda;
import org.ringmaster.simulation.draw.Distribution;
import org.ringmaster.simulation.draw.Draws;

/**
 * The journal's part in time: one sync for all turns that gathered while the last one ran; nothing
 * of a turn leaves before its sync is over.
 */
final class SimulatedJournal {

  private final Agenda agenda;
  private final Draws draws;
  private final Distribution syncSeconds;
  private final Consumer<List<Turn>> synced;
  private final List<RecordedFact> facts = new ArrayList<>();
  private final ArrayDeque<Turn> spare = new ArrayDeque<>();
  private List<Turn> gathering = new ArrayList<>();
  private List<Turn> syncing = new ArrayList<>();
  private boolean busy;
  private final boolean keeping;
  private long lastSequence;
  private long syncedSequence;
  private int life;

  /**
   * An empty journal.
   *
   * @param synced takes the turns of a group once they are durable
   */
  SimulatedJournal(
      Agenda agenda,
      Draws draws,
      Distribution syncSeconds,
      boolean keeping,
      Consumer<List<Turn>> synced) {
    this.agenda = agenda;
    this.draws = draws;
    this.syncSeconds = syncSeconds;
    this.keeping = keeping;
    this.synced = synced;
  }

  Turn newTurn() {
    Turn turn = spare.poll();
    return turn == null ? new Turn() : turn;
  }

  void append(Turn turn) {
    if (!turn.facts.isEmpty()) {
      lastSequence = turn.facts.getLast().sequence();
      if (keeping) {
        facts.addAll(turn.facts);
      }
    }
    gathering.add(turn);
    if (!busy) {
      sync();
    }
  }

  private void sync() {
    busy = true;
    List<Turn> group = gathering;
    gathering = syncing;
    syncing = group;
    long upTo = lastSequence;
    int mine = life;
    agenda.after(syncSeconds.drawMicros(draws, agenda.micros()), () -> over(upTo, mine));
  }

  private void over(long upTo, int mine) {
    if (mine != life) {
      return;
    }
    syncedSequence = upTo;
    synced.accept(syncing);
    for (Turn turn : syncing) {
      turn.clear();
      spare.add(turn);
    }
    syncing.clear();
    busy = false;
    if (!gathering.isEmpty()) {
      sync();
    }
  }

  /** What has not left yet never does. */
  void dies() {
    life++;
    busy = false;
    syncing = new ArrayList<>();
    gathering = new ArrayList<>();
  }

  /** Cuts off what comes after a fact. */
  void cutAfter(long sequence) {
    if (sequence < syncedSequence) {
      throw new IllegalArgumentException("fact " + syncedSequence + " is synced");
    }
    losesAfter(sequence);
  }

  /** Facts are gone, synced or not. */
  void losesAfter(long sequence) {
    while (!facts.isEmpty() && facts.getLast().sequence() > sequence) {
      facts.removeLast();
    }
    lastSequence = Math.min(lastSequence, sequence);
    syncedSequence = lastSequence;
  }

  List<RecordedFact> facts() {
    return facts;
  }

  long lastSequence() {
    return lastSequence;
  }

  long syncedSequence() {
    return syncedSequence;
  }
}

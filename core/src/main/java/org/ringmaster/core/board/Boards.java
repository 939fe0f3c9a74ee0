// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Turn;
import org.ringmaster.core.queue.QueueId;

/** The boards of the core as one, and who wants to hear that they changed. */
public final class Boards implements Board {

  private final QueueBoard queues;
  private final AgentBoard agents = new AgentBoard();
  private final TrunkBoard trunks = new TrunkBoard();
  private final TelephoneBoard telephones = new TelephoneBoard();
  private final CallBoard calls = new CallBoard();
  private final DeskBoard desks = new DeskBoard();
  private final WallBoard walls = new WallBoard();
  private final HistoryBoard history;
  private final CallbackBoard callbacks = new CallbackBoard();
  private final VoicemailBoard voicemails = new VoicemailBoard();
  private final ConsentBoard consents = new ConsentBoard();
  private final SteeringBoard steering = new SteeringBoard();
  private final LadderBoard ladders;
  private final List<Board> all;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /**
   * All boards of a site.
   *
   * @param zone whose calendar days are counted
   * @param nanoTime {@code System::nanoTime}, for latencies
   */
  public Boards(ZoneId zone, LongSupplier nanoTime) {
    queues = new QueueBoard(zone);
    ladders = new LadderBoard(nanoTime);
    history = new HistoryBoard(queues, zone);
    // The history looks at the queues as they stood before a fact, so it comes first.
    all =
        List.of(
            history,
            queues,
            agents,
            trunks,
            telephones,
            calls,
            desks,
            walls,
            callbacks,
            voicemails,
            consents,
            steering,
            ladders);
  }

  /** Queues now. */
  public QueueBoard queues() {
    return queues;
  }

  /** How people read a queue's name; null where it has none of its own, or is not configured. */
  public @Nullable String nameOf(@Nullable QueueId queue) {
    QueueRow row = queue == null ? null : queues.row(queue);
    return row == null ? null : row.queue().name();
  }

  /** Agents now. */
  public AgentBoard agents() {
    return agents;
  }

  /** Trunks and nodes now. */
  public TrunkBoard trunks() {
    return trunks;
  }

  /** Telephones now. */
  public TelephoneBoard telephones() {
    return telephones;
  }

  /** Calls now. */
  public CallBoard calls() {
    return calls;
  }

  /** What is on agents' desks now. */
  public DeskBoard desks() {
    return desks;
  }

  /** What is set on the wallboards now. */
  public WallBoard walls() {
    return walls;
  }

  /** What each queue showed in the last half hour. */
  public HistoryBoard history() {
    return history;
  }

  /** Who is to be called back. */
  public CallbackBoard callbacks() {
    return callbacks;
  }

  /** Messages that wait for somebody. */
  public VoicemailBoard voicemails() {
    return voicemails;
  }

  /** Who must not be contacted. */
  public ConsentBoard consents() {
    return consents;
  }

  /** What supervisors have set. */
  public SteeringBoard steering() {
    return steering;
  }

  /** What happened to each call. */
  public LadderBoard ladders() {
    return ladders;
  }

  /**
   * Adds one that is told, on the board thread, whenever rows of queues, agents, desks, trunks,
   * nodes, telephones or calls, or what is set on the wallboards, changed. It may only pass the
   * word on, never wait. Any thread.
   */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    for (Board board : all) {
      board.apply(fact, envelope);
    }
  }

  @Override
  public void see(Turn turn) {
    for (Board board : all) {
      board.see(turn);
    }
  }

  @Override
  public void publish() {
    for (Board board : all) {
      board.publish();
    }
    boolean plant = trunks.changed() || telephones.changed();
    boolean pages = desks.changed() || walls.changed();
    if (plant || pages || queues.changed() || agents.changed() || calls.changed()) {
      listeners.forEach(Runnable::run);
    }
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    all.forEach(board -> board.snapshot(out));
  }

  @Override
  public void restore(Record entity) {
    all.forEach(board -> board.restore(entity));
  }
}

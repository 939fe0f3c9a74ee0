// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.interval;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Fold;
import org.ringmaster.core.queue.QueueId;

/**
 * What each queue and each agent has counted and timed in each of the last intervals. Of those who
 * joined a queue in an interval, always: offered = answered + abandoned + flowed out + still
 * waiting. Owned by the thread that folds.
 */
public final class Intervals implements Fold {

  /** Two days. */
  public static final int KEPT = 192;

  /** What was counted and timed of a queue; a line in a snapshot. */
  record QueueLine(QueueId queue, Interval interval, Map<QueueFigure, Long> sums) {}

  /** What was counted and timed of an agent; a line in a snapshot. */
  record AgentLine(AgentId agent, Interval interval, Map<AgentFigure, Long> sums) {}

  /** The newest interval that anything was recorded in; a line in a snapshot. */
  record Newest(Interval interval) {}

  private final int kept;
  private final Ledger<QueueId, QueueFigure> ofQueues = new Ledger<>(QueueFigure.class);
  private final Ledger<AgentId, AgentFigure> ofAgents = new Ledger<>(AgentFigure.class);
  private final CallerTimes callers = new CallerTimes(ofQueues);
  private final WorkTimes work = new WorkTimes(ofAgents, ofQueues, callers);
  private Interval newest = new Interval(0);

  /**
   * A reading that has seen nothing.
   *
   * @param kept how many intervals are kept; older ones are forgotten
   */
  public Intervals(int kept) {
    this.kept = kept;
  }

  /**
   * What a queue has counted and timed in an interval, with what its agents do until now.
   *
   * @param nowMicros epoch microseconds
   */
  public Tally<QueueFigure> queue(QueueId queue, Interval interval, long nowMicros) {
    Tally<QueueFigure> sums = ofQueues.read(queue, interval);
    work.addOpen(queue, interval, nowMicros, sums);
    return sums;
  }

  /**
   * What an agent has counted and timed in an interval, with what they do until now.
   *
   * @param nowMicros epoch microseconds
   */
  public Tally<AgentFigure> agent(AgentId agent, Interval interval, long nowMicros) {
    Tally<AgentFigure> sums = ofAgents.read(agent, interval);
    work.addOpen(agent, interval, nowMicros, sums);
    return sums;
  }

  /** How many of those who joined a queue in an interval wait still. */
  public long waiting(QueueId queue, Interval interval) {
    return callers.waiting(queue, interval);
  }

  /** How long the one who waits longest has waited, microseconds; 0 where nobody waits. */
  public long longestWaitMicros(QueueId queue, long nowMicros) {
    return callers.longestWaitMicros(queue, nowMicros);
  }

  /**
   * The intervals in which anything was counted or timed until now, oldest first.
   *
   * @param nowMicros epoch microseconds
   */
  public Set<Interval> intervals(long nowMicros) {
    Set<Interval> all = new TreeSet<>();
    ofQueues.forEach((interval, page) -> all.add(interval));
    ofAgents.forEach((interval, page) -> all.add(interval));
    work.addOpen(nowMicros, all);
    return all;
  }

  /** The queues of which anything is kept. */
  public Set<QueueId> queues() {
    Set<QueueId> all = new LinkedHashSet<>();
    ofQueues.forEach((interval, page) -> all.addAll(page.keySet()));
    return all;
  }

  /** The agents of whom anything is kept. */
  public Set<AgentId> agents() {
    Set<AgentId> all = new LinkedHashSet<>();
    ofAgents.forEach((interval, page) -> all.addAll(page.keySet()));
    all.addAll(work.agents());
    return all;
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    Interval now = Interval.of(envelope.recordedAtMicros());
    if (now.compareTo(newest) > 0) {
      open(now);
    }
    callers.apply(fact, envelope);
    work.apply(fact, envelope);
  }

  private void open(Interval interval) {
    newest = interval;
    ofQueues.forgetBefore(interval.before(kept - 1));
    ofAgents.forgetBefore(interval.before(kept - 1));
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    out.accept(new Newest(newest));
    ofQueues.forEach(
        (interval, page) ->
            page.forEach((queue, sums) -> out.accept(new QueueLine(queue, interval, sums.sums()))));
    ofAgents.forEach(
        (interval, page) ->
            page.forEach((agent, sums) -> out.accept(new AgentLine(agent, interval, sums.sums()))));
    callers.snapshot(out);
    work.snapshot(out);
  }

  @Override
  public void restore(Record entity) {
    switch (entity) {
      case Newest it -> open(it.interval());
      case QueueLine it -> {
        Tally<QueueFigure> tally = ofQueues.of(it.queue(), it.interval());
        it.sums().forEach(tally::add);
      }
      case AgentLine it -> {
        Tally<AgentFigure> tally = ofAgents.of(it.agent(), it.interval());
        it.sums().forEach(tally::add);
      }
      default -> {
        callers.restore(entity);
        work.restore(entity);
      }
    }
  }
}

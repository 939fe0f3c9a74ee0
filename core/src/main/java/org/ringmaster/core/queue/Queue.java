// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.OfferTerms;
import org.ringmaster.core.routing.Routing;
import org.ringmaster.core.routing.Strategy;

/**
 * A queue, as configured.
 *
 * @param agents who serves it, in its own order
 * @param ringMillis how long one agent is rung
 * @param retryMillis how long an agent who did not answer is left in peace
 * @param wrapUpMillis how long an agent finishes work after a talk
 * @param autoPause whether an agent who does not answer is paused
 * @param maxWaitMillis how long a caller waits before the overflow; 0 means for ever
 * @param musicClass what waiting callers hear
 * @param serviceLevelMillis answered within this counts for the service level
 * @param routing how callers and agents are brought together beyond the strategy
 * @param hearing what is heard beside the music, and what may be pressed
 * @param closing what becomes of those who still wait when the hours are over; null: they are
 *     served
 * @param work what it asks of its agents beside answering
 * @param name for people to read; null where none is given
 */
public record Queue(
    QueueId id,
    Strategy strategy,
    List<AgentId> agents,
    long ringMillis,
    long retryMillis,
    long wrapUpMillis,
    boolean autoPause,
    long maxWaitMillis,
    Overflow overflow,
    String musicClass,
    long serviceLevelMillis,
    Routing routing,
    Hearing hearing,
    @Nullable Closing closing,
    WorkRules work,
    @Nullable String name) {

  /** A queue of an earlier version had no routing, nothing to hear and no rules of its own. */
  public Queue {
    work = work == null ? WorkRules.of(autoPause) : work;
    routing = routing == null ? Routing.PLAIN : routing;
    hearing = hearing == null ? Hearing.MUSIC : hearing;
  }

  /** A queue that serves those who wait when its hours are over. */
  public Queue(
      QueueId id,
      Strategy strategy,
      List<AgentId> agents,
      long ringMillis,
      long retryMillis,
      long wrapUpMillis,
      boolean autoPause,
      long maxWaitMillis,
      Overflow overflow,
      String musicClass,
      long serviceLevelMillis,
      Routing routing,
      Hearing hearing) {
    this(
        id,
        strategy,
        agents,
        ringMillis,
        retryMillis,
        wrapUpMillis,
        autoPause,
        maxWaitMillis,
        overflow,
        musicClass,
        serviceLevelMillis,
        routing,
        hearing,
        null,
        WorkRules.of(autoPause),
        null);
  }

  /** A queue without penalties, skills and limits. */
  public Queue(
      QueueId id,
      Strategy strategy,
      List<AgentId> agents,
      long ringMillis,
      long retryMillis,
      long wrapUpMillis,
      boolean autoPause,
      long maxWaitMillis,
      Overflow overflow,
      String musicClass,
      long serviceLevelMillis) {
    this(
        id,
        strategy,
        agents,
        ringMillis,
        retryMillis,
        wrapUpMillis,
        autoPause,
        maxWaitMillis,
        overflow,
        musicClass,
        serviceLevelMillis,
        Routing.PLAIN,
        Hearing.MUSIC);
  }

  /** A queue with music and nothing else to hear. */
  public Queue(
      QueueId id,
      Strategy strategy,
      List<AgentId> agents,
      long ringMillis,
      long retryMillis,
      long wrapUpMillis,
      boolean autoPause,
      long maxWaitMillis,
      Overflow overflow,
      String musicClass,
      long serviceLevelMillis,
      Routing routing) {
    this(
        id,
        strategy,
        agents,
        ringMillis,
        retryMillis,
        wrapUpMillis,
        autoPause,
        maxWaitMillis,
        overflow,
        musicClass,
        serviceLevelMillis,
        routing,
        Hearing.MUSIC);
  }

  /** The same queue with other routing. */
  public Queue with(Routing other) {
    return with(agents, other, hearing, closing, work, name);
  }

  /** The same queue, served by others. */
  public Queue servedBy(List<AgentId> others, Routing withTheirPenalties) {
    return with(List.copyOf(others), withTheirPenalties, hearing, closing, work, name);
  }

  /** The same queue with other things to hear. */
  public Queue with(Hearing other) {
    return with(agents, routing, other, closing, work, name);
  }

  /** The same queue with another end of its hours. */
  public Queue with(@Nullable Closing other) {
    return with(agents, routing, hearing, other, work, name);
  }

  /** The same queue with other rules for its agents. */
  public Queue with(WorkRules other) {
    return with(agents, routing, hearing, closing, other, name);
  }

  /** The same queue with a name for people to read. */
  public Queue named(@Nullable String other) {
    return with(agents, routing, hearing, closing, work, other);
  }

  /** The one copy: what it does not name stays as it is. */
  private Queue with(
      List<AgentId> others,
      Routing route,
      Hearing heard,
      @Nullable Closing end,
      WorkRules rules,
      @Nullable String read) {
    return new Queue(
        id,
        strategy,
        others,
        ringMillis,
        retryMillis,
        wrapUpMillis,
        autoPause,
        maxWaitMillis,
        overflow,
        musicClass,
        serviceLevelMillis,
        route,
        heard,
        end,
        rules,
        read);
  }

  /** What an agent is asked who is rung for it: the wrap-up lasts until what is owed is due. */
  public OfferTerms terms() {
    return new OfferTerms(
        StrictMath.max(wrapUpMillis, work.forcedMillis()),
        work.autoPause(),
        work.extensionMillis(),
        work.extensions());
  }
}

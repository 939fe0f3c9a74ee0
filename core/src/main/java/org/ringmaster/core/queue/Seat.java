// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.SkillLevel;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.routing.CallerScore;
import org.ringmaster.core.routing.PenaltyStep;
import org.ringmaster.core.routing.Routing;
import org.ringmaster.core.routing.SkillNeed;

/**
 * An agent's place among those who serve a queue, with all that the configuration says of the two
 * together, worked out once: after which waits the agent may answer is a question of numbers, not
 * of skills and penalties.
 */
final class Seat {
  final AgentId agent;
  final Queue queue;

  /** The place in the queue's own list, from 0. */
  final int order;

  final int penalty;

  /** How well the agent has what the queue asks for. */
  final int fit;

  /** How many skills and queues the agent has. */
  final int breadth;

  /** Whether who may have the agent after some wait may also after every longer one. */
  final boolean widens;

  /** Whether the queue keeps callers for agents they know. */
  final boolean sticky;

  // What a choice asks of every seat is at hand here, so that it touches little memory.
  private final int weight;
  private final long targetMillis;
  private final long starvationMillis;
  private final boolean always;

  private final long[] changes;
  private final boolean[] allowed;

  /** The agent's other seats that keep them from this queue; null until asked for. */
  @Nullable List<Seat> above;

  private @Nullable NodeId node;
  private @Nullable Line line;

  /**
   * Works it out.
   *
   * @param queues how many queues the agent serves
   * @param takesCalls whether the agent takes any calls
   */
  Seat(
      AgentId agent,
      Queue queue,
      int order,
      int penalty,
      List<SkillLevel> skills,
      int queues,
      boolean takesCalls) {
    Routing routing = queue.routing();
    this.agent = agent;
    this.queue = queue;
    this.order = order;
    this.penalty = penalty;
    fit = routing.fitOf(skills);
    breadth = skills.size() + queues;
    widens = routing.onlyWidens();
    sticky = routing.stickyMillis() > 0;
    weight = routing.weight();
    targetMillis = queue.serviceLevelMillis();
    starvationMillis = routing.starvationMillis();
    changes = changes(routing);
    allowed = new boolean[changes.length];
    for (int i = 0; i < changes.length; i++) {
      allowed[i] = takesCalls && routing.allows(skills, penalty, changes[i]);
    }
    always = allowed.length == 1 && allowed[0];
  }

  /** The waits after which the answer may be another one, the first of them 0. */
  private static long[] changes(Routing routing) {
    LongStream penalties = routing.penaltySteps().stream().mapToLong(PenaltyStep::afterMillis);
    LongStream skills =
        routing.skills().stream()
            .flatMap(need -> need.relaxed().stream())
            .mapToLong(SkillNeed.Relaxation::afterMillis);
    LongStream later = LongStream.concat(penalties, skills).filter(after -> after > 0);
    return LongStream.concat(LongStream.of(0), later).sorted().distinct().toArray();
  }

  /** Whether skills, penalty and capacity let the agent answer who has waited so long. */
  boolean allows(long waitedMillis) {
    if (always) {
      return true;
    }
    int last = changes.length - 1;
    while (last > 0 && waitedMillis < changes[last]) {
      last--;
    }
    return allowed[last];
  }

  /** How much a caller counts who has waited so long, see {@link CallerScore}. */
  double score(long waitedMillis) {
    return CallerScore.of(weight, waitedMillis, targetMillis);
  }

  /** Whether who has waited so long goes before all others. */
  boolean isStarving(long waitedMillis) {
    return CallerScore.isStarving(starvationMillis, waitedMillis);
  }

  /** The queue's line on the node where the agent is. */
  Line lineOn(NodeId now, Lines lines) {
    Line known = line;
    if (known == null || !now.equals(node)) {
      known = lines.line(queue.id(), now);
      line = known;
      node = now;
    }
    return known;
  }
}

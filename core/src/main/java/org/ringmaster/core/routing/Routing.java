// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.routing;

import java.util.ArrayList;
import java.util.List;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.Skill;
import org.ringmaster.core.agent.SkillLevel;

/**
 * How a queue brings callers and agents together, beyond its strategy.
 *
 * @param penalties agents who come after others: the lower ones first, the higher only while no
 *     lower one is free; who is not named has 0
 * @param penaltySteps who may answer after which wait
 * @param skills what an agent must have or should have
 * @param weight how much a caller of this queue counts more than one of a queue without weight: the
 *     wait counts (1 + weight) times
 * @param starvationMillis who has waited so long goes before all others; 0 for never
 * @param maxLength how many may wait; 0 for any number
 * @param joinEmpty agents to whom one of these applies do not count for who wants to join
 * @param leaveWhenEmpty agents to whom one of these applies do not count for who waits
 * @param stickyMillis a caller is kept for the agent they talked with last, for so long at most; 0
 *     for not at all
 * @param rejoinMillis who hung up in vain and calls again within this has the old place; 0 for
 *     never
 * @param reserve how many agents stay free for this queue's callers
 */
public record Routing(
    List<Seat> penalties,
    List<PenaltyStep> penaltySteps,
    List<SkillNeed> skills,
    int weight,
    long starvationMillis,
    int maxLength,
    List<Emptiness> joinEmpty,
    List<Emptiness> leaveWhenEmpty,
    long stickyMillis,
    long rejoinMillis,
    Reserve reserve) {

  /** No penalties, no skills, no limits. */
  public static final Routing PLAIN =
      new Routing(List.of(), List.of(), List.of(), 0, 0, 0, List.of(), List.of(), 0, 0);

  /** A queue without a reserve. */
  public Routing(
      List<Seat> penalties,
      List<PenaltyStep> penaltySteps,
      List<SkillNeed> skills,
      int weight,
      long starvationMillis,
      int maxLength,
      List<Emptiness> joinEmpty,
      List<Emptiness> leaveWhenEmpty,
      long stickyMillis,
      long rejoinMillis) {
    this(
        penalties,
        penaltySteps,
        skills,
        weight,
        starvationMillis,
        maxLength,
        joinEmpty,
        leaveWhenEmpty,
        stickyMillis,
        rejoinMillis,
        Reserve.NONE);
  }

  /** Takes copies of the lists. A queue of an earlier version kept nobody. */
  public Routing {
    reserve = reserve == null ? Reserve.NONE : reserve;
    penalties = List.copyOf(penalties);
    penaltySteps = List.copyOf(penaltySteps);
    skills = List.copyOf(skills);
    joinEmpty = List.copyOf(joinEmpty);
    leaveWhenEmpty = List.copyOf(leaveWhenEmpty);
  }

  /** An agent's place among those who serve a queue. */
  public record Seat(AgentId agent, int penalty) {}

  /** The same with another penalty of an agent. */
  public Routing with(Seat other) {
    List<Seat> seats = new ArrayList<>(penalties);
    seats.removeIf(seat -> seat.agent().equals(other.agent()));
    if (other.penalty() > 0) {
      seats.add(other);
    }
    return new Routing(
        seats,
        penaltySteps,
        skills,
        weight,
        starvationMillis,
        maxLength,
        joinEmpty,
        leaveWhenEmpty,
        stickyMillis,
        rejoinMillis,
        reserve);
  }

  /** An agent's penalty here. */
  public int penaltyOf(AgentId agent) {
    for (Seat seat : penalties) {
      if (seat.agent().equals(agent)) {
        return seat.penalty();
      }
    }
    return 0;
  }

  /** The penalties allowed after a wait. */
  public PenaltyStep penaltiesAfter(long waitedMillis) {
    PenaltyStep now = PenaltyStep.NONE;
    for (PenaltyStep step : penaltySteps) {
      if (waitedMillis >= step.afterMillis()) {
        now = step;
      }
    }
    return now;
  }

  /**
   * Whether an agent who may answer after some wait may also after every longer one, so that in a
   * line those behind one whom an agent may not have are not theirs either. Before the first step
   * everybody may.
   */
  public boolean onlyWidens() {
    PenaltyStep before = PenaltyStep.NONE;
    for (PenaltyStep step : penaltySteps) {
      boolean isStart = step.afterMillis() == 0;
      boolean isWider =
          step.highest() < 0 || (before.highest() >= 0 && step.highest() >= before.highest());
      if (step.lowest() > 0 || (!isStart && !isWider)) {
        return false;
      }
      before = step;
    }
    for (SkillNeed need : skills) {
      int level = need.level();
      for (SkillNeed.Relaxation step : need.relaxed()) {
        if (step.level() > level) {
          return false;
        }
        level = step.level();
      }
    }
    return true;
  }

  /** The next wait after which other agents may answer, milliseconds; 0 where nothing changes. */
  public long nextChangeAfter(long waitedMillis) {
    long next = Long.MAX_VALUE;
    for (PenaltyStep step : penaltySteps) {
      next = step.afterMillis() > waitedMillis ? StrictMath.min(next, step.afterMillis()) : next;
    }
    for (SkillNeed need : skills) {
      for (SkillNeed.Relaxation step : need.relaxed()) {
        next = step.afterMillis() > waitedMillis ? StrictMath.min(next, step.afterMillis()) : next;
      }
    }
    return next == Long.MAX_VALUE ? 0 : next;
  }

  /**
   * Whether an agent with these skills and this penalty may answer a caller who has waited so long.
   */
  public boolean allows(List<SkillLevel> has, int penalty, long waitedMillis) {
    if (!penaltiesAfter(waitedMillis).allows(penalty)) {
      return false;
    }
    for (SkillNeed need : skills) {
      int needed = need.levelAfter(waitedMillis);
      if (needed > 0 && levelOf(has, need.skill()) < needed) {
        return false;
      }
    }
    return true;
  }

  /** How well an agent fits what is asked for: the sum of their levels in the skills asked for. */
  public int fitOf(List<SkillLevel> has) {
    int fit = 0;
    for (SkillNeed need : skills) {
      fit += levelOf(has, need.skill());
    }
    return fit;
  }

  private static int levelOf(List<SkillLevel> has, Skill skill) {
    for (SkillLevel one : has) {
      if (one.skill().equals(skill)) {
        return one.level();
      }
    }
    return 0;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.dialer.pacing.RingEnd;
import org.ringmaster.dialer.pacing.Underway;

/**
 * What pacers are told of how long calls ring and agents work, and of what lasts meanwhile. Owned
 * by the thread that folds.
 */
final class Lessons {
  private final Function<AgentId, List<QueueId>> queuesOf;
  private final Collection<Campaign> campaigns;
  private final AgentWorks works = new AgentWorks(this::worked);

  /**
   * Lessons of nothing yet.
   *
   * @param queuesOf which queues an agent serves
   * @param campaigns who learns, always as they are now
   */
  Lessons(Function<AgentId, List<QueueId>> queuesOf, Collection<Campaign> campaigns) {
    this.queuesOf = queuesOf;
    this.campaigns = campaigns;
  }

  /** What agents are at. */
  AgentWorks works() {
    return works;
  }

  /** An attempt rings no more; it is not booked as ringing now. */
  void rang(Campaign campaign, Attempt attempt, RingEnd end, long at) {
    campaign.pacer().rang(since(attempt.dialledMicros(), at), end, new UnderwayNow(campaign, at));
  }

  /** From what agents are at the pacers learn when agents come free. */
  private void worked(AgentId agent, boolean wrapping, long micros, long at) {
    List<QueueId> queues = queuesOf.apply(agent);
    for (Campaign campaign : campaigns) {
      if (queues.contains(campaign.plan().queue())) {
        Underway others = new UnderwayNow(campaign, at);
        if (wrapping) {
          campaign.pacer().wrapped(micros, others);
        } else {
          campaign.pacer().talked(micros, others);
        }
      }
    }
  }

  private static long since(long micros, long at) {
    return StrictMath.max(0, at - micros);
  }

  /** What a campaign's pacer will be told of when it ends. */
  private final class UnderwayNow implements Underway {
    private final Campaign campaign;
    private final long at;

    UnderwayNow(Campaign campaign, long at) {
      this.campaign = campaign;
      this.at = at;
    }

    @Override
    public void ringing(LongConsumer micros) {
      for (Attempt attempt : campaign.attempts.values()) {
        if (attempt.phase() == AttemptPhase.RINGING) {
          micros.accept(since(attempt.dialledMicros(), at));
        }
      }
    }

    @Override
    public void talking(LongConsumer micros) {
      working(false, micros);
    }

    @Override
    public void wrapping(LongConsumer micros) {
      working(true, micros);
    }

    private void working(boolean wrapping, LongConsumer micros) {
      for (CampaignBooks.Work work : works.all()) {
        if (work.wrapping() == wrapping
            && queuesOf.apply(work.agent()).contains(campaign.plan().queue())) {
          micros.accept(since(work.sinceMicros(), at));
        }
      }
    }
  }
}

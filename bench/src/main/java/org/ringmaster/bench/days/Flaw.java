// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.days;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.kernel.Decider;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.queue.Acd;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueInput;
import org.ringmaster.core.routing.Reserve;
import org.ringmaster.core.routing.Routing;

/**
 * What may be wrong with the matching, planted one at a time so that those who judge are judged.
 */
enum Flaw {
  /** One agent of sixty is free, and nobody hears of it. */
  AN_IDLE_AGENT_IS_FORGOTTEN,
  /** However long somebody waits, others may go before them. */
  AGEING_IS_OFF,
  /** Whoever is free is rung, whether they can help or not. */
  SKILLS_ARE_IGNORED,
  /** What a longer wait would allow is never looked at. */
  NOTHING_RELAXES,
  /** Penalties and their steps count for nothing. */
  PENALTIES_ARE_IGNORED,
  /** Callers are kept for the agent they had without a limit. */
  CALLERS_ARE_KEPT_FOR_EVER,
  /** A rest after a ring in vain does not end. */
  RESTS_NEVER_END,
  /** The last free agents of a queue are given to anybody. */
  RESERVES_ARE_IGNORED,
  /** A queue keeps one agent more than it says. */
  RESERVES_ARE_TOO_LARGE;

  private static final String FORGOTTEN = "agent07";
  private static final long FOR_EVER_MILLIS = 86_400_000;

  String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** A decider with the flaw. */
  Decider in(Decider whole) {
    return whole instanceof Acd ? new Flawed(whole) : whole;
  }

  private boolean hears(Input input) {
    return !(this == NOTHING_RELAXES && input instanceof QueueInput.RelaxationDue)
        && !(this == RESTS_NEVER_END && input instanceof QueueInput.RestOver);
  }

  private boolean reacts(Fact fact) {
    return !(this == AN_IDLE_AGENT_IS_FORGOTTEN
        && fact instanceof AgentFact.Freed freed
        && freed.agent().value().equals(FORGOTTEN));
  }

  private Fact applied(Fact fact) {
    if (!(fact instanceof QueueFact.QueueConfigured configured)) {
      return fact;
    }
    Queue queue = configured.queue();
    @Nullable Routing other = otherThan(queue.routing());
    return other == null ? fact : new QueueFact.QueueConfigured(queue.with(other));
  }

  private @Nullable Routing otherThan(Routing was) {
    boolean noSkills = this == SKILLS_ARE_IGNORED;
    boolean noPenalties = this == PENALTIES_ARE_IGNORED;
    boolean keepsOn = this == CALLERS_ARE_KEPT_FOR_EVER;
    boolean isReserve = this == RESERVES_ARE_IGNORED || this == RESERVES_ARE_TOO_LARGE;
    boolean isRouting = noSkills || noPenalties || this == AGEING_IS_OFF || keepsOn || isReserve;
    return isRouting
        ? new Routing(
            noPenalties ? List.of() : was.penalties(),
            noPenalties ? List.of() : was.penaltySteps(),
            noSkills ? List.of() : was.skills(),
            was.weight(),
            this == AGEING_IS_OFF ? 0 : was.starvationMillis(),
            was.maxLength(),
            was.joinEmpty(),
            was.leaveWhenEmpty(),
            keepsOn && was.stickyMillis() > 0 ? FOR_EVER_MILLIS : was.stickyMillis(),
            was.rejoinMillis(),
            reserve(was.reserve()))
        : null;
  }

  private Reserve reserve(Reserve was) {
    return switch (this) {
      case RESERVES_ARE_IGNORED -> Reserve.NONE;
      case RESERVES_ARE_TOO_LARGE ->
          was.isNone() ? was : new Reserve(was.agents() + 1, was.percent());
      default -> was;
    };
  }

  /** The distributor with the flaw; all else is as it is. */
  private final class Flawed implements Decider {
    private final Decider whole;

    Flawed(Decider whole) {
      this.whole = whole;
    }

    @Override
    public void decide(Input input, Decision decision) {
      if (hears(input)) {
        whole.decide(input, decision);
      }
    }

    @Override
    public void react(Fact fact, Decision decision) {
      if (reacts(fact)) {
        whole.react(fact, decision);
      }
    }

    @Override
    public void apply(Fact fact, Envelope envelope) {
      whole.apply(applied(fact), envelope);
    }

    @Override
    public void snapshot(Consumer<Record> out) {
      whole.snapshot(out);
    }

    @Override
    public void restore(Record entity) {
      whole.restore(entity);
    }
  }
}

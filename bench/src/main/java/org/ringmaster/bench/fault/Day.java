// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.fault;

import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.Leg;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.LegState;
import org.ringmaster.core.engine.MicroClock;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Input;

/** What happens around one life, drawn from a seed. On the life's own thread. */
final class Day {
  private static final int MAX_LEGS = 14;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long BARRIER_MILLIS = 20;
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private final Life life;
  private final Edge edge;
  private final Ledger ledger;
  private final Death death;
  private final MicroClock clock;
  private final SplittableRandom random;

  Day(Life life, Edge edge, Ledger ledger, Death death, MicroClock clock, SplittableRandom random) {
    this.life = life;
    this.edge = edge;
    this.ledger = ledger;
    this.death = death;
    this.clock = clock;
    this.random = random;
  }

  /** Configuration and node, as the platform starts with them. */
  void begin() {
    Plan.inputs().forEach(this::tell);
    edge.connected(this::tell);
  }

  private void tell(Input input) {
    death.mustLive();
    life.engine().inlet().offer(input, clock.micros());
  }

  /** One thing happens, and what the platform wanted meanwhile is done. */
  void passes() {
    List<EdgeLeg> legs = edge.legs();
    EdgeLeg any = legs.isEmpty() ? null : legs.get(random.nextInt(legs.size()));
    int draw = random.nextInt(10);
    if (legs.size() >= MAX_LEGS && any != null) {
      edge.hangsUp(any, HangupCause.NORMAL);
    } else if (draw < 3) {
      edge.ringsIn();
    } else if (draw < 6) {
      anAgentWantsSomething();
    } else if (any != null) {
      happensTo(any, draw);
    }
    obey();
  }

  private void happensTo(EdgeLeg leg, int draw) {
    if (!leg.arrived && leg.state == LegState.RINGING) {
      edge.picksUp(leg);
    } else if (draw < 8) {
      tell(new CallInput.DigitPressed(Plan.EDGE, leg.id, "1", 80));
    } else {
      edge.hangsUp(leg, HangupCause.NORMAL);
    }
  }

  private void anAgentWantsSomething() {
    AgentId agent = Plan.AGENTS.get(random.nextInt(Plan.AGENTS.size()));
    AgentInput wish =
        switch (random.nextInt(6)) {
          case 0 -> new AgentInput.Pause(agent, new PauseReason("lunch"));
          case 1 -> new AgentInput.Unpause(agent);
          case 2 -> new AgentInput.SignOut(agent);
          default -> new AgentInput.SignIn(agent, null);
        };
    CompletableFuture<Void> unused = ask(wish).thenAccept(answer -> {});
  }

  private CompletableFuture<Answer> ask(AgentInput wish) {
    death.mustLive();
    return life.engine()
        .inlet()
        .ask(wish)
        .thenApply(
            answer -> {
              if (!death.isDead()) {
                ledger.answered(wish);
              }
              return answer;
            });
  }

  private boolean obey() {
    boolean any = false;
    for (CallCommand next = life.commands().poll(); next != null; next = life.commands().poll()) {
      edge.obey(next);
      any = true;
    }
    return any;
  }

  /** Waits until the platform has nothing more to decide or to ask for. */
  void settle() throws Exception {
    do {
      CompletableFuture<Answer> barrier = ask(new AgentInput.Unpause(new AgentId("nobody")));
      await(barrier);
    } while (obey());
  }

  private void await(CompletableFuture<Answer> barrier)
      throws InterruptedException, ExecutionException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      try {
        barrier.get(BARRIER_MILLIS, TimeUnit.MILLISECONDS);
        return;
      } catch (TimeoutException late) {
        death.mustLive();
        life.mustRun();
        if (System.nanoTime() > end) {
          throw new IllegalStateException("no answer while nobody is dead", late);
        }
      }
    }
  }

  /** Whether node and books agree about every leg; what does not, else null. */
  @Nullable String difference() {
    try {
      for (EdgeLeg leg : edge.legs()) {
        if (!leg.arrived && life.centre().calls().books().leg(leg.id) == null) {
          return "leg " + leg.id + " lives and is in no books";
        }
      }
      for (Leg leg : life.centre().calls().books().legs()) {
        LegId id = leg.id();
        if (edge.legs().stream().noneMatch(seen -> seen.id.equals(id))) {
          return "leg " + id + " is in the books as " + leg.state() + " and lives nowhere";
        }
      }
      return null;
    } catch (ConcurrentModificationException busy) {
      return "the books are being written";
    }
  }

  /** After the list of the node has come in, every leg must be accounted for. */
  void reconcile(Tally tally) throws Exception {
    long end = System.nanoTime() + PATIENCE_NANOS;
    settle();
    String difference = difference();
    while (difference != null && System.nanoTime() < end) {
      LockSupport.parkNanos(LOOK_NANOS);
      settle();
      difference = difference();
    }
    if (difference != null) {
      tally.unaccounted(difference);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.steering;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.Roster;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.kernel.Decider;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.EpochBegan;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.queue.Acd;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.talk.TalkControl;

/**
 * Lets supervisors change what is at work: agents, callers, queues. Each change is a fact with its
 * author; whoever has not seen the last change of another is told instead of being obeyed. What is
 * asked is done whole, or refused with the reason. Owned by the kernel thread.
 */
public final class SteeringControl implements Decider {

  private static final long MICROS_PER_SECOND = 1_000_000;

  private final SteeringBooks books = new SteeringBooks();
  private final AgentSteering agents;
  private final CallSteering calls;
  private final DoorSteering doors;
  private final Seats seats;

  /**
   * Steering of these. In the order of deciders it stands before {@code acd}, so that a queue that
   * is read anew has its seats before it looks for agents.
   */
  public SteeringControl(CallControl calls, Roster roster, Acd acd, TalkControl talks) {
    this.agents = new AgentSteering(calls, roster, acd, talks);
    this.calls = new CallSteering(calls, roster, acd, talks);
    this.doors = new DoorSteering(acd);
    this.seats = new Seats(books, roster, acd);
  }

  /** What is set now, and what was changed last. */
  public SteeringBooks books() {
    return books;
  }

  @Override
  public void decide(Input input, Decision decision) {
    switch (input) {
      case SteeringInput.SeatDue in -> seats.due(in, decision);
      case SteeringInput.DoorDue in -> doors.due(in, decision);
      case SteeringInput.Wish wish -> {
        String refusal = stale(wish, decision.nowMicros());
        refusal = refusal == null ? done(wish, decision) : refusal;
        if (refusal == null) {
          decision.accept("");
        } else {
          decision.refuse(refusal);
        }
      }
      default -> {}
    }
  }

  /** Why somebody should look again before they change something; null where they have. */
  private @Nullable String stale(SteeringInput.Wish wish, long nowMicros) {
    Steered last = books.last(wish.subject());
    if (last == null
        || wish.seen() == SteeringInput.UNSEEN
        || wish.seen() >= last.version()
        || last.author().equals(wish.author())) {
      return null;
    }
    return "Meanwhile "
        + last.author()
        + " "
        + last.what()
        + ", "
        + (nowMicros - last.atMicros()) / MICROS_PER_SECOND
        + " s ago: look again, and ask again if you still want it.";
  }

  private @Nullable String done(SteeringInput.Wish wish, Decision decision) {
    return switch (wish) {
      case SteeringInput.PauseAgent in -> agents.pause(in, decision);
      case SteeringInput.UnpauseAgent in -> agents.unpause(in, decision);
      case SteeringInput.SignOutAgent in -> agents.signOut(in, decision);
      case SteeringInput.MoveAgent in -> seats.move(in, decision);
      case SteeringInput.RestoreAgent in -> seats.restore(in, decision);
      case SteeringInput.PullCall in -> calls.pull(in, decision);
      case SteeringInput.RequeueCall in -> calls.requeue(in, decision);
      case SteeringInput.PrioritiseCall in -> calls.prioritise(in, decision);
      case SteeringInput.SetDoor in -> doors.set(in, decision);
      case SteeringInput.RestoreDoor in -> doors.restore(in, decision);
    };
  }

  @Override
  public void react(Fact fact, Decision decision) {
    switch (fact) {
      case QueueFact.QueueConfigured configured -> seats.configured(configured, decision);
      case AgentFact.Removed removed -> seats.layAll(decision);
      case EpochBegan began -> {
        seats.remindAgain(decision);
        doors.remindAgain(decision);
      }
      default -> {}
    }
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    books.apply(fact, envelope);
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    books.snapshot(out);
  }

  @Override
  public void restore(Record entity) {
    books.restore(entity);
  }
}

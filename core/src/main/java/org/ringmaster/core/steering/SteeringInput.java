// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.steering;

import java.util.List;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.queue.QueueId;

/** What supervisors ask for while the centre is at work, and what timers tell of it. */
public sealed interface SteeringInput extends Input {

  /** Says that the asker has looked at nothing, and wants it whatever others did. */
  long UNSEEN = -1;

  /**
   * What a supervisor asks for. {@code seen} is the version of the last change they have seen at
   * what they change: 0 where there was none, {@link #UNSEEN} where it does not matter.
   */
  sealed interface Wish extends SteeringInput {

    /** What is to be changed. */
    Subject subject();

    /** The last change that the asker has seen there. */
    long seen();

    /** Who asks. */
    Author author();
  }

  /** Pause an agent, after the call they are on. */
  record PauseAgent(AgentId agent, PauseReason reason, long seen, Author author) implements Wish {
    @Override
    public Subject subject() {
      return Subject.of(agent);
    }
  }

  /** End an agent's pause. */
  record UnpauseAgent(AgentId agent, long seen, Author author) implements Wish {
    @Override
    public Subject subject() {
      return Subject.of(agent);
    }
  }

  /**
   * Sign an agent out.
   *
   * @param now whether at once, the caller going back to their queue; else after the call
   */
  record SignOutAgent(AgentId agent, boolean now, long seen, Author author) implements Wish {
    @Override
    public Subject subject() {
      return Subject.of(agent);
    }
  }

  /**
   * An agent serves a queue from now on, or does not.
   *
   * @param penalty their penalty there
   * @param untilMicros until when, epoch microseconds
   */
  record MoveAgent(
      AgentId agent,
      QueueId queue,
      boolean serves,
      int penalty,
      long untilMicros,
      long seen,
      Author author)
      implements Wish {
    @Override
    public Subject subject() {
      return Subject.of(agent);
    }
  }

  /** An agent serves a queue as the file says. */
  record RestoreAgent(AgentId agent, QueueId queue, long seen, Author author) implements Wish {
    @Override
    public Subject subject() {
      return Subject.of(agent);
    }
  }

  /** An agent is to have a call: one that waits, or the one another agent talks in. */
  record PullCall(CallId call, AgentId agent, long seen, Author author) implements Wish {
    @Override
    public Subject subject() {
      return Subject.of(call);
    }
  }

  /** A call is to wait in another queue, with the wait it has earned. */
  record RequeueCall(CallId call, QueueId queue, long seen, Author author) implements Wish {
    @Override
    public Subject subject() {
      return Subject.of(call);
    }
  }

  /** A waiting call is more or less urgent. */
  record PrioritiseCall(CallId call, int priority, long seen, Author author) implements Wish {
    @Override
    public Subject subject() {
      return Subject.of(call);
    }
  }

  /**
   * A queue lets callers in or does not, whatever its calendar says.
   *
   * @param untilMicros until when, epoch microseconds; 0 until somebody changes it
   * @param prompts what callers hear at a closed one; none: what the number says
   */
  record SetDoor(
      QueueId queue, boolean open, long untilMicros, List<Prompt> prompts, long seen, Author author)
      implements Wish {

    /** Takes a copy of the list. */
    public SetDoor {
      prompts = List.copyOf(prompts);
    }

    @Override
    public Subject subject() {
      return Subject.of(queue);
    }
  }

  /** A queue is open and closed by its calendar again. */
  record RestoreDoor(QueueId queue, long seen, Author author) implements Wish {
    @Override
    public Subject subject() {
      return Subject.of(queue);
    }
  }

  /** A seat has lasted long enough; the instant tells a stale one. */
  record SeatDue(AgentId agent, QueueId queue, long untilMicros) implements SteeringInput {}

  /** A door has been set long enough; the instant tells a stale one. */
  record DoorDue(QueueId queue, long untilMicros) implements SteeringInput {}
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.steering;

/** What supervisors have done, in words that follow the author's name. Pure functions. */
public final class SteeringWords {

  private SteeringWords() {}

  /** What it was done at. */
  static Subject subjectOf(SteeringFact fact) {
    return switch (fact) {
      case SteeringFact.AgentPaused f -> Subject.of(f.agent());
      case SteeringFact.AgentUnpaused f -> Subject.of(f.agent());
      case SteeringFact.AgentSignedOut f -> Subject.of(f.agent());
      case SteeringFact.AgentMoved f -> Subject.of(f.seat().agent());
      case SteeringFact.AgentRestored f -> Subject.of(f.agent());
      case SteeringFact.CallPulled f -> Subject.of(f.call());
      case SteeringFact.CallRequeued f -> Subject.of(f.call());
      case SteeringFact.CallPrioritised f -> Subject.of(f.call());
      case SteeringFact.DoorSet f -> Subject.of(f.queue());
      case SteeringFact.DoorRestored f -> Subject.of(f.queue());
    };
  }

  /** What was done. */
  public static String of(SteeringFact fact) {
    return switch (fact) {
      case SteeringFact.AgentPaused f -> "paused agent " + f.agent() + " (" + f.reason() + ")";
      case SteeringFact.AgentUnpaused f -> "ended the pause of agent " + f.agent();
      case SteeringFact.AgentSignedOut f ->
          "signed agent " + f.agent() + " out" + (f.now() ? " at once" : "");
      case SteeringFact.AgentMoved f -> moved(f.seat());
      case SteeringFact.AgentRestored f ->
          "let agent " + f.agent() + " serve queue " + f.queue() + " as the file says";
      case SteeringFact.CallPulled f ->
          "gave the call to agent "
              + f.to()
              + (f.from() == null ? "" : ", who has it from " + f.from());
      case SteeringFact.CallRequeued f -> "sent the call to queue " + f.to();
      case SteeringFact.CallPrioritised f -> "gave the call priority " + f.priority();
      case SteeringFact.DoorSet f -> (f.open() ? "opened" : "closed") + " queue " + f.queue();
      case SteeringFact.DoorRestored f -> "let the calendar open and close queue " + f.queue();
    };
  }

  private static String moved(Seat seat) {
    return seat.serves()
        ? "put agent " + seat.agent() + " into queue " + seat.queue() + penalty(seat)
        : "took agent " + seat.agent() + " out of queue " + seat.queue();
  }

  private static String penalty(Seat seat) {
    return seat.penalty() == 0 ? "" : " with penalty " + seat.penalty();
  }
}

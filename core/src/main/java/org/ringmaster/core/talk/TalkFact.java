// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.talk;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.queue.QueueId;

/**
 * What has become true of conversations that agents do more with than talk. An author is who asked
 * for it: the agent, a supervisor, a program; null where the telephone or nobody did.
 */
public sealed interface TalkFact extends Fact {

  /** The call that it is about. */
  CallId call();

  /** An agent who talks with a customer begins to do more with the conversation. */
  record Opened(CallId call, LegId customer, AgentId agent, OfferId offer, Origin origin)
      implements TalkFact {}

  /** The customer hears music, the agent is on their own. */
  record Held(CallId call, AgentId agent, boolean byTelephone, @Nullable String author)
      implements TalkFact {}

  /** Agent and customer hear each other again. */
  record Resumed(CallId call, AgentId agent, @Nullable String author) implements TalkFact {}

  /**
   * The customer waits in a queue now, at the place that their wait has earned; the agent's part is
   * over.
   */
  record SentToQueue(
      CallId call, AgentId agent, QueueId queue, long creditMillis, @Nullable String author)
      implements TalkFact {}

  /** An agent has somebody rung for advice; the customer hears music. */
  record ConsultBegan(
      CallId call, AgentId agent, Destination to, Third third, @Nullable String author)
      implements TalkFact {}

  /** The agent talks with whom they asked. */
  record ConsultAnswered(CallId call, AgentId agent) implements TalkFact {}

  /**
   * Who was asked is gone; whoever talked with them has the other one again, or is on their own.
   */
  record ConsultEnded(CallId call, AgentId agent, ConsultEnd end, @Nullable String author)
      implements TalkFact {}

  /** The agent talks with the other of the two. */
  record Swapped(CallId call, AgentId agent, @Nullable String author) implements TalkFact {}

  /** All three hear each other. */
  record Joined(CallId call, AgentId agent, @Nullable String author) implements TalkFact {}

  /** Another agent leads from here on; the first one's part is over. */
  record GivenTo(CallId call, AgentId agent, AgentId to, OfferId offer, @Nullable String author)
      implements TalkFact {}

  /**
   * The customer talks with an outside number, and no agent with them.
   *
   * @param agent whose part is over by that; null where it had been over before
   */
  record PassedOn(CallId call, @Nullable AgentId agent, Destination to, @Nullable String author)
      implements TalkFact {}

  /**
   * The customer hears music until whoever is being rung takes them.
   *
   * @param agent who handed or parked them, and to whom they come back
   * @param back whether they are on their way back already
   * @param creditMillis what they have waited so far
   */
  record SentOn(
      CallId call,
      @Nullable AgentId agent,
      Destination to,
      Third third,
      boolean back,
      long creditMillis,
      @Nullable String author)
      implements TalkFact {}

  /** Whoever was rung for a customer has them now. */
  record Taken(CallId call, AgentId agent, OfferId offer) implements TalkFact {}

  /** The customer hears music in a place from which any agent can fetch them. */
  record Parked(CallId call, AgentId agent, int slot, long dueMicros, @Nullable String author)
      implements TalkFact {}

  /** Nobody took the customer: they wait in their queue again. */
  record SentBack(CallId call, QueueId queue, long creditMillis) implements TalkFact {}

  /** An agent calls a number or another agent: their own telephone is rung first. */
  record Dialled(CallId call, AgentId agent, OfferId offer, Destination to, @Nullable String author)
      implements TalkFact {}

  /** The number, or the other agent, whom an agent calls is being rung. */
  record NumberRung(CallId call, LegId leg) implements TalkFact {}

  /** The number, or the other agent, whom an agent calls has answered. */
  record NumberAnswered(CallId call, AgentId agent) implements TalkFact {}

  /**
   * The agent speaks with whom they ask on another line of their telephone, on which they rang
   * them.
   */
  record OtherLine(CallId call, AgentId agent, LegId leg) implements TalkFact {}

  /**
   * An agent asked by their telephone's own keys to hand the customer on, and could not.
   *
   * @param why as a sentence
   */
  record HandOnRefused(CallId call, AgentId agent, String why) implements TalkFact {}

  /**
   * An agent called whom agents must not call, or must not call now: they are told so, and nobody
   * was rung.
   *
   * @param why as a sentence
   */
  record CallRefused(CallId call, AgentId agent, String why) implements TalkFact {}

  /** What an agent has pressed so far of a code; nothing once it is done. */
  record KeysHeard(CallId call, LegId leg, Personal keys) implements TalkFact {}

  /** An agent pressed what is about the recording of the call. */
  record RecordingKeyPressed(CallId call, AgentId agent, LegId leg, RecordingKey key)
      implements TalkFact {}

  /** Nothing more is to be done with it. */
  record Ended(CallId call) implements TalkFact {}
}

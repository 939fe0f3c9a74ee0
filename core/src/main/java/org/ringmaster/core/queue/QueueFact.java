// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.agent.TalkEnd;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.Language;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.PlaybackId;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Personal;

/** What has become true of queues and those who wait in them. */
public sealed interface QueueFact extends Fact {

  /**
   * A queue is configured so.
   *
   * @param filed what the file says, where supervisors have changed it for a while; null where the
   *     queue is as the file says
   */
  record QueueConfigured(Queue queue, @Nullable Queue filed) implements QueueFact {

    /** A queue that is as the file says. */
    public QueueConfigured(Queue queue) {
      this(queue, null);
    }
  }

  /** A queue is no longer configured. */
  record QueueRemoved(QueueId queue) implements QueueFact {}

  /** A number leads there. */
  record NumberConfigured(InboundNumber number) implements QueueFact {}

  /** A number leads nowhere any more. */
  record NumberRemoved(String number) implements QueueFact {}

  /** A calendar is configured so. */
  record CalendarConfigured(Calendar calendar) implements QueueFact {}

  /** A calendar is no longer configured. */
  record CalendarRemoved(CalendarId calendar) implements QueueFact {}

  /**
   * A caller dialled a number that is closed now, or leads nowhere, and was told so.
   *
   * @param dialled empty in all that is made now; what they dialled in facts that were recorded
   *     before {@code called} was there
   * @param called what they dialled, which may be anybody's number where a telephone of ours did it
   */
  record Turned(CallId call, LegId leg, String dialled, boolean closed, @Nullable Personal called)
      implements QueueFact {

    public Turned {
      called = Personal.orFormer(called, dialled);
      dialled = "";
    }

    /** Somebody dialled something. */
    public Turned(CallId call, LegId leg, String dialled, boolean closed) {
      this(call, leg, dialled, closed, null);
    }
  }

  /**
   * A caller hears what their number says first; they wait in its queue from the end of that on.
   *
   * @param queue to which they go then, and with what
   * @param language that of the number; null for the queue's own
   */
  record Welcomed(
      CallId call,
      LegId leg,
      PlaybackId playback,
      QueueId queue,
      int priority,
      @Nullable Language language)
      implements QueueFact {}

  /**
   * A caller waits from here.
   *
   * @param language in which they are spoken to; null for the queue's own
   */
  record EntryJoined(
      EntryId entry,
      QueueId queue,
      CallId call,
      LegId leg,
      NodeId node,
      int priority,
      long creditMillis,
      @Nullable AgentId wanted,
      @Nullable Language language)
      implements QueueFact {

    /** Somebody who has waited nowhere else and goes before nobody. */
    public EntryJoined(EntryId entry, QueueId queue, CallId call, LegId leg, NodeId node) {
      this(entry, queue, call, leg, node, 0, 0, null, null);
    }
  }

  /** A caller was not let into a queue and was sent on. */
  record NotJoined(CallId call, LegId leg, QueueId queue, Reason reason, Overflow target)
      implements QueueFact {}

  /** Somebody changed how urgent a waiting contact is. */
  record EntryPrioritised(EntryId entry, int priority) implements QueueFact {}

  /**
   * The caller waits although an agent is free who may answer: another queue keeps them for its own
   * callers. Told once for each who waits.
   *
   * @param keptFor the queue that keeps its agents
   * @param kept how many it keeps
   */
  record EntryHeldBack(EntryId entry, QueueId queue, CallId call, QueueId keptFor, int kept)
      implements QueueFact {}

  /**
   * An agent is rung for the entry.
   *
   * @param choice why this one, why now; null in facts of earlier versions
   */
  record EntryOffered(EntryId entry, OfferId offer, AgentId agent, @Nullable Choice choice)
      implements QueueFact {}

  /** An offer for the entry came to nothing; it waits on. */
  record EntryUnoffered(EntryId entry, OfferId offer, AgentId agent) implements QueueFact {}

  /** The caller has an agent. */
  record EntryConnected(
      EntryId entry, QueueId queue, OfferId offer, AgentId agent, LegId agentLeg, CallId call)
      implements QueueFact {}

  /**
   * The agent was lost before the two could hear each other; the caller waits again, at the old
   * place.
   */
  record EntryReturned(EntryId entry, QueueId queue, OfferId offer, AgentId agent, CallId call)
      implements QueueFact {}

  /** The talk is over. */
  record EntryCompleted(EntryId entry, QueueId queue, AgentId agent, TalkEnd end, CallId call)
      implements QueueFact {}

  /**
   * The caller went before an agent came.
   *
   * @param waitedMillis how long they had waited by the kernel's clock, earlier waits included
   */
  record EntryAbandoned(
      EntryId entry, QueueId queue, boolean whileRinging, CallId call, long waitedMillis)
      implements QueueFact {

    /** Somebody of whom it is not known how long they waited. */
    public EntryAbandoned(EntryId entry, QueueId queue, boolean whileRinging, CallId call) {
      this(entry, queue, whileRinging, call, 0);
    }
  }

  /**
   * The caller was sent on.
   *
   * @param reason null in facts of earlier versions: waited too long, or the queue was removed
   */
  record EntryOverflowed(
      EntryId entry, QueueId queue, Overflow target, CallId call, @Nullable Reason reason)
      implements QueueFact {}

  /**
   * The caller has waited as long as the queue allows and waits on: every leg of the trunk to the
   * outside number is taken.
   *
   * @param untilMicros when it is tried again, by the kernel's clock, epoch microseconds
   */
  record OverflowDeferred(
      EntryId entry, QueueId queue, CallId call, TrunkId trunk, long untilMicros)
      implements QueueFact {}

  /**
   * An outside number is rung for a caller who has left the queue; where nobody answers there they
   * come back.
   *
   * @param sinceMicros since when they count as waiting, by the kernel's clock, epoch microseconds
   */
  record CallerSentOut(
      CallId call,
      LegId leg,
      QueueId queue,
      int priority,
      long sinceMicros,
      @Nullable Language language)
      implements QueueFact {}

  /**
   * An entry whose caller nobody saw leave was over when this fact occurred, as CEL tells; so was
   * the talk.
   */
  record EntryEndWitnessed(EntryId entry, LegId leg, @Nullable OfferId talk) implements QueueFact {}

  /**
   * Somebody who waits was told their place, their wait or both.
   *
   * @param place the place they had, from 1
   * @param placeSaid whether it was said
   * @param waitSeconds the wait that was said; 0 for none
   * @param p50Seconds the wait that was foreseen: half of such callers wait no longer; 0 where none
   *     could be foreseen
   * @param p80Seconds four in five wait no longer
   * @param callbackOffered whether they were told by which key they are called back; false in facts
   *     of earlier versions
   */
  record CallerTold(
      EntryId entry,
      QueueId queue,
      CallId call,
      int place,
      boolean placeSaid,
      int waitSeconds,
      int p50Seconds,
      int p80Seconds,
      boolean callbackOffered)
      implements QueueFact {

    /** Somebody who was offered nothing. */
    public CallerTold(
        EntryId entry,
        QueueId queue,
        CallId call,
        int place,
        boolean placeSaid,
        int waitSeconds,
        int p50Seconds,
        int p80Seconds) {
      this(entry, queue, call, place, placeSaid, waitSeconds, p50Seconds, p80Seconds, false);
    }
  }

  /** An agent has answered and hears what the queue whispers; the caller follows. */
  record WhisperStarted(
      EntryId entry, QueueId queue, OfferId offer, AgentId agent, CallId call, PlaybackId playback)
      implements QueueFact {}

  /**
   * Somebody for whom a wait was foreseen was answered.
   *
   * @param p80Seconds within which four in five of such callers were foreseen to be answered
   * @param cameMillis how long it took from then on
   */
  record WaitJudged(EntryId entry, QueueId queue, CallId call, int p80Seconds, long cameMillis)
      implements QueueFact {

    /** Whether they were answered no later than foreseen for four in five. */
    public boolean within() {
      return cameMillis <= p80Seconds * 1_000L;
    }
  }

  /**
   * Somebody who waits heard one of the prompts that a queue says in turn.
   *
   * @param prompt which, from 0
   */
  record PeriodicSaid(EntryId entry, QueueId queue, CallId call, int prompt) implements QueueFact {}

  /** Somebody who waits pressed a key that means something in their queue. */
  record KeyChosen(
      EntryId entry, QueueId queue, CallId call, LegId leg, String key, WaitChoice choice)
      implements QueueFact {}

  /** A place in the line is kept for somebody who is called back when it comes up. */
  record PlaceKept(KeptPlace place) implements QueueFact {}

  /** An agent is rung for a kept place; who has it is dialled when the agent is there. */
  record PlaceOffered(
      EntryId place, QueueId queue, CallId call, OfferId offer, AgentId agent, Choice choice)
      implements QueueFact {}

  /** The agent did not answer, or is wanted elsewhere; the place is in the line again. */
  record PlaceUnoffered(EntryId place, QueueId queue, OfferId offer, AgentId agent)
      implements QueueFact {}

  /** A kept place is in the line no more. */
  record PlaceLeft(EntryId place, QueueId queue) implements QueueFact {}

  /** A supervisor has opened or closed a queue, whatever its calendar says. */
  record DoorSet(Door door) implements QueueFact {}

  /** A queue is open and closed by its calendar again. */
  record DoorReset(QueueId queue) implements QueueFact {}

  /** An agent who did not answer is left in peace until the given instant. */
  record AgentRested(AgentId agent, long untilMicros) implements QueueFact {}
}

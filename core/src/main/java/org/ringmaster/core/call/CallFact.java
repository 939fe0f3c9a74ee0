// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Personal;

/**
 * What has become true of calls, legs and bridges. The moment is the envelope's {@code
 * occurredAtMicros}.
 */
public sealed interface CallFact extends Fact {

  /**
   * A call began. Its first leg follows.
   *
   * @param dialled the number of ours that a caller dialled; else empty
   * @param called what an agent's telephone dialled, which may be anybody's number; else null
   */
  record CallStarted(
      CallId call,
      NodeId node,
      Direction direction,
      String dialled,
      @Nullable TrunkId trunk,
      @Nullable Personal callerNumber,
      @Nullable Personal callerName,
      @Nullable Personal called)
      implements CallFact {

    public CallStarted {
      if (direction == Direction.INTERNAL) {
        called = Personal.orFormer(called, dialled);
        dialled = "";
      }
    }

    /** A call; what was dialled is personal where a telephone of ours did it. */
    public CallStarted(
        CallId call,
        NodeId node,
        Direction direction,
        String dialled,
        @Nullable TrunkId trunk,
        @Nullable Personal callerNumber,
        @Nullable Personal callerName) {
      this(call, node, direction, dialled, trunk, callerNumber, callerName, null);
    }

    /** What was dialled, whoever dialled it. */
    public String number() {
      return called == null ? dialled : called.text();
    }
  }

  /** The last leg of a call ended. */
  record CallEnded(CallId call) implements CallFact {}

  /**
   * A leg that the node started is under our control.
   *
   * @param dialled the number of ours that a caller dialled; else empty
   * @param called what an agent's telephone dialled, which may be anybody's number; else null
   */
  record LegArrived(
      LegId leg,
      CallId call,
      NodeId node,
      LegRole role,
      @Nullable TelephoneId telephone,
      @Nullable TrunkId trunk,
      String dialled,
      @Nullable Personal called)
      implements CallFact {

    public LegArrived {
      if (telephone != null) {
        called = Personal.orFormer(called, dialled);
        dialled = "";
      }
    }

    /** A leg; what was dialled is personal where a telephone of ours did it. */
    public LegArrived(
        LegId leg,
        CallId call,
        NodeId node,
        LegRole role,
        @Nullable TelephoneId telephone,
        @Nullable TrunkId trunk,
        String dialled) {
      this(leg, call, node, role, telephone, trunk, dialled, null);
    }

    /** What was dialled, whoever dialled it. */
    public String number() {
      return called == null ? dialled : called.text();
    }
  }

  /** We decided to ring somebody. */
  record LegRequested(
      LegId leg,
      @Nullable CallId call,
      NodeId node,
      LegRole role,
      @Nullable TelephoneId telephone,
      @Nullable TrunkId trunk,
      @Nullable LegId partner)
      implements CallFact {}

  /** The node has made a leg that we asked for. */
  record LegMade(LegId leg) implements CallFact {}

  /** The far end rings. */
  record LegRang(LegId leg) implements CallFact {}

  /** The leg is answered. */
  record LegAnswered(LegId leg) implements CallFact {}

  /**
   * The application has control of a leg that we asked for.
   *
   * @param earliestMicros where nobody saw it come, or was told late: when its party can have
   *     answered at the earliest, epoch microseconds; 0 where it is when this was recorded
   */
  record LegEntered(LegId leg, long earliestMicros) implements CallFact {}

  /** We asked the node to answer. */
  record AnswerAsked(LegId leg) implements CallFact {}

  /** We asked the node to hang up. */
  record HangUpAsked(LegId leg, HangupCause cause) implements CallFact {}

  /** The leg is over; the telephone at its far end, if it is one of ours, is free for another. */
  record LegEnded(
      LegId leg,
      @Nullable CallId call,
      HangupCause cause,
      EndSource source,
      @Nullable TelephoneId telephone)
      implements CallFact {}

  /**
   * A leg whose end nobody saw did end when this fact occurred, as CEL tells.
   *
   * @param answeredMicros when it was answered, as CEL tells, epoch microseconds; 0 where it was
   *     not, -1 where that is not known
   */
  record EndWitnessed(LegId leg, HangupCause cause, long answeredMicros) implements CallFact {}

  /** A call whose last leg's end nobody saw was over when this fact occurred, as CEL tells. */
  record CallEndWitnessed(CallId call) implements CallFact {}

  /** A caller is passed on as soon as the trunk's rate allows it. */
  record ForwardPaced(LegId caller, TrunkId trunk, Personal number, long dueMicros)
      implements CallFact {}

  /**
   * A caller who was passed on is alone: the outside number was busy, did not answer, or the trunk
   * filled up before its turn came.
   */
  record ForwardFailed(LegId caller, @Nullable CallId call) implements CallFact {}

  /**
   * The leg's party put the others on hold, or took them back.
   *
   * @param asked whether it was asked of us, rather than done with the telephone's own key
   */
  record LegHeld(LegId leg, boolean held, boolean asked) implements CallFact {

    /** Done with the telephone's own key. */
    public LegHeld(LegId leg, boolean held) {
      this(leg, held, false);
    }
  }

  /** The legs belong together from here on: when one ends, the other does. */
  record LegsPaired(LegId leg, LegId partner) implements CallFact {}

  /** An open telephone's leg takes part in a call (or in none, at rest). */
  record LegLent(LegId leg, @Nullable CallId call) implements CallFact {}

  /** A telephone that dialled us stays, as an open telephone. */
  record LegKept(LegId leg) implements CallFact {}

  /** A bridge was asked for. */
  record BridgeOpened(
      BridgeId bridge,
      NodeId node,
      BridgeKind kind,
      @Nullable CallId call,
      @Nullable String musicClass)
      implements CallFact {}

  /** A bridge is gone, or was asked to go. */
  record BridgeClosed(BridgeId bridge) implements CallFact {}

  /** The leg shall be in this bridge; null: in none. */
  record BridgeWanted(LegId leg, @Nullable BridgeId bridge) implements CallFact {}

  /** The leg is in the bridge. */
  record LegJoined(LegId leg, BridgeId bridge, @Nullable CallId call) implements CallFact {}

  /** The leg is out of the bridge. */
  record LegLeft(LegId leg, BridgeId bridge) implements CallFact {}

  /**
   * Prompts began to play to a leg.
   *
   * @param language in which they are said; null for the leg's own
   */
  record PromptStarted(
      PlaybackId playback,
      LegId leg,
      List<Prompt> prompts,
      boolean thenHangUp,
      @Nullable Language language)
      implements CallFact {}

  /** Prompts were asked to stop, because the leg has something better to hear. */
  record PromptCut(PlaybackId playback, LegId leg) implements CallFact {}

  /** A key was pressed by somebody who waits, while no digits were gathered from them. */
  record KeyPressed(LegId leg, Personal key) implements CallFact {}

  /** The prompts are over. */
  record PromptEnded(PlaybackId playback, LegId leg, boolean failed) implements CallFact {}

  /** Digits are being gathered from a leg. */
  record GatherStarted(LegId leg, Gather gather) implements CallFact {}

  /** A digit that is being gathered was pressed. */
  record DigitHeard(LegId leg, Personal digit) implements CallFact {}

  /** Digits were gathered. */
  record DigitsGathered(LegId leg, String purpose, Personal digits, GatherEnd end)
      implements CallFact {}

  /** A recording began. */
  record RecordingStarted(RecordingId recording, NodeId node, BridgeId bridge, CallId call)
      implements CallFact {}

  /** A node was asked to end a recording; it is asked again until it says that it did. */
  record RecordingStopAsked(RecordingId recording) implements CallFact {}

  /** The recording of one party alone began, behind a tone. */
  record LegRecordingStarted(RecordingId recording, NodeId node, LegId leg, CallId call)
      implements CallFact {}

  /**
   * A recording ended.
   *
   * @param durationMillis how long it is; -1 where nobody saw its end
   * @param talkMillis how much of it was no silence; -1 where that was not listened for
   */
  record RecordingEnded(RecordingId recording, boolean failed, long durationMillis, long talkMillis)
      implements CallFact {

    /** One that was not listened to. */
    public RecordingEnded(RecordingId recording, boolean failed, long durationMillis) {
      this(recording, failed, durationMillis, -1);
    }
  }

  /** A trunk is configured so. */
  record TrunkConfigured(Trunk trunk) implements CallFact {}

  /** A trunk is no longer configured. */
  record TrunkRemoved(TrunkId trunk) implements CallFact {}

  /** A telephone is configured so. */
  record TelephoneConfigured(Telephone telephone) implements CallFact {}

  /** A telephone is no longer configured. */
  record TelephoneRemoved(TelephoneId telephone) implements CallFact {}

  /** A telephone can be rung from here on, or no longer. */
  record TelephoneSeen(TelephoneId telephone, Reach reach) implements CallFact {}

  /**
   * A telephone is in a call that is none of ours, as when the dialplan's fallback rang it while we
   * were away: nobody is offered there.
   */
  record TelephoneEngaged(TelephoneId telephone) implements CallFact {}

  /**
   * That call is over.
   *
   * @param sinceMicros since when it was known, epoch microseconds
   */
  record TelephoneReleased(TelephoneId telephone, long sinceMicros) implements CallFact {}

  /** A trunk's carrier answers, knows us, or does not. */
  record TrunkSeen(TrunkId trunk, Reach reach, Registration registration) implements CallFact {}

  /** How much new work is taken on from here. */
  record IntakeChanged(Intake intake) implements CallFact {}

  /** We can see and command the node, whose Asterisk started at the given instant. */
  record NodeConnected(NodeId node, String version, long startedAtMicros) implements CallFact {}

  /** The node's books and ours have been compared. */
  record NodeReconciled(NodeId node, int legsLost, int legsFound, int repaired)
      implements CallFact {}

  /** Something on the node is in doubt: it shall be listed at the given instant. */
  record ListingWanted(NodeId node, long dueMicros) implements CallFact {}

  /**
   * We cannot see the node.
   *
   * @param heardAtMicros when the last word came from it, epoch microseconds; 0 for now
   */
  record NodeLost(NodeId node, long heardAtMicros) implements CallFact {}

  /** Another instance has the node. */
  record NodeFenced(NodeId node) implements CallFact {}

  /** A command to a node failed; what follows from it are facts of their own. */
  record CommandFailed(
      NodeId node,
      String what,
      @Nullable LegId leg,
      @Nullable BridgeId bridge,
      int statusCode,
      String why)
      implements CallFact {}
}

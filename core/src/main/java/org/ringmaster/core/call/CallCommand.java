// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Command;
import org.ringmaster.core.kernel.Personal;

/**
 * What we ask a node to do. Commands that name a leg leave in the order in which they were asked.
 */
public sealed interface CallCommand extends Command {

  /** The Asterisk that shall do it. */
  NodeId node();

  /**
   * Ring somebody; when answered, the leg comes under our control with the id chosen here.
   *
   * @param ringMillis give up after so long
   * @param autoAnswer tell the telephone to answer by itself
   * @param bulk one of many: may go over a socket of its own, so that it delays nobody
   */
  record OriginateLeg(
      NodeId node,
      LegId leg,
      @Nullable CallId call,
      Endpoint endpoint,
      @Nullable Personal callerNumber,
      @Nullable Personal callerName,
      long ringMillis,
      boolean autoAnswer,
      boolean bulk)
      implements CallCommand {}

  /**
   * Make a leg by which another can be overheard. It comes under our control with the id chosen
   * here, and goes when the other does.
   *
   * @param of the leg to hear
   * @param whispers whether what is said into the new leg is heard by the party of the other, and
   *     by nobody else
   * @param both whether both sides are heard; else only what the party of the other says
   */
  record SnoopLeg(NodeId node, LegId leg, LegId of, boolean whispers, boolean both)
      implements CallCommand {

    /** Both sides are heard. */
    public SnoopLeg(NodeId node, LegId leg, LegId of, boolean whispers) {
      this(node, leg, of, whispers, true);
    }
  }

  /**
   * Let the node itself listen by a leg that overhears another. The leg is out of our control until
   * the answer comes: {@link CallInput.LegScreened} or {@link CallInput.GreetingEnded}.
   */
  record ScreenLeg(NodeId node, LegId leg, ScreeningStep step) implements CallCommand {}

  /**
   * Tell when the party of a leg begins to talk and when they have finished; the answers are {@link
   * CallInput.TalkHeard}.
   *
   * @param silenceMillis how long they must be silent to have finished; 0 to tell no more
   */
  record HearTalk(NodeId node, LegId leg, long silenceMillis) implements CallCommand {}

  /** Answer a leg that arrived. */
  record AnswerLeg(NodeId node, LegId leg) implements CallCommand {}

  /** Let a leg that arrived hear ringing. */
  record RingLeg(NodeId node, LegId leg) implements CallCommand {}

  /** Hang a leg up. */
  record HangUpLeg(NodeId node, LegId leg, HangupCause cause) implements CallCommand {}

  /** Give a leg back to the dialplan, which takes its fallback. */
  record ReleaseLeg(NodeId node, LegId leg) implements CallCommand {}

  /**
   * Tell the telephone that asked by its own keys to hand a call on (SIP REFER) what has come of
   * it.
   */
  record TellHandOn(NodeId node, LegId leg, boolean done) implements CallCommand {}

  /** Make a bridge with the id chosen here; a waiting room is silent until {@link PlayMusic}. */
  record OpenBridge(NodeId node, BridgeId bridge, BridgeKind kind, @Nullable String musicClass)
      implements CallCommand {}

  /**
   * Play music (null: silence) in a waiting room. Asterisk takes the music out of a room that
   * everybody has left, and it does not come back with the next one who comes.
   */
  record PlayMusic(NodeId node, BridgeId bridge, @Nullable String musicClass)
      implements CallCommand {}

  /** Put legs into a bridge; a leg that is in another is moved. */
  record JoinBridge(NodeId node, BridgeId bridge, List<LegId> legs) implements CallCommand {}

  /** Take a leg out of a bridge. */
  record LeaveBridge(NodeId node, BridgeId bridge, LegId leg) implements CallCommand {}

  /** Remove a bridge; legs in it stay under our control. */
  record CloseBridge(NodeId node, BridgeId bridge) implements CallCommand {}

  /**
   * Play prompts to a leg, one after another.
   *
   * @param language in which they are said; null for the leg's own
   */
  record Play(
      NodeId node,
      PlaybackId playback,
      LegId leg,
      List<Prompt> prompts,
      @Nullable Language language)
      implements CallCommand {

    /** Prompts in the leg's own language. */
    public Play(NodeId node, PlaybackId playback, LegId leg, List<Prompt> prompts) {
      this(node, playback, leg, prompts, null);
    }
  }

  /** Stop a playing. */
  record StopPlay(NodeId node, PlaybackId playback) implements CallCommand {}

  /** Record a bridge; recording a bridged leg says yes and fails. */
  record StartRecording(NodeId node, RecordingId recording, BridgeId bridge)
      implements CallCommand {}

  /**
   * Record one party alone, who is in no bridge, behind a tone. The node ends it by itself at the
   * limits, and where the party goes.
   */
  record StartLegRecording(NodeId node, RecordingId recording, LegId leg, RecordingLimits limits)
      implements CallCommand {}

  /**
   * Ask what became of a recording of one party. {@link CallInput.RecordingEnded} answers where it
   * is over; nothing does while it goes on.
   */
  record SeekRecording(NodeId node, RecordingId recording) implements CallCommand {}

  /** Delete what was recorded; one that is not there is what was wanted. */
  record DropRecording(NodeId node, RecordingId recording) implements CallCommand {}

  /** End a recording and keep its file. */
  record StopRecording(NodeId node, RecordingId recording) implements CallCommand {}

  /**
   * Tell the node's guard that we live. The instant is the kernel's, so that a beat that was held
   * up on its way is an old one.
   */
  record Beat(NodeId node, long epochSeconds) implements CallCommand {}

  /** Ask the second witness (CEL) how a leg ended; the answer is {@link CallInput.EndWitnessed}. */
  record SeekWitness(NodeId node, LegId leg) implements CallCommand {}

  /** Ask the node again for all that lives on it; the answer is {@link CallInput.NodeListed}. */
  record ListNode(NodeId node) implements CallCommand {}
}

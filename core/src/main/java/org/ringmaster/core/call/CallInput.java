// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Forgettable;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.kernel.Personal;

/** What a node tells about legs and bridges. */
public sealed interface CallInput extends Input {

  /** The entry of a leg that somebody's own telephone began. */
  String TELEPHONE = "telephone";

  /**
   * The same, told late; itself where that does not matter.
   *
   * @param lateMicros how late, by who read it, see {@link org.ringmaster.core.engine.Lateness}
   */
  default CallInput toldLate(long lateMicros) {
    return this;
  }

  /**
   * A leg that Asterisk started came under our control (StasisStart of an unknown id).
   *
   * @param entry the first Stasis argument: {@code inbound} or {@code telephone}
   * @param dialled the number of ours that a caller dialled; else empty
   * @param endpoint the endpoint's name, from the channel's name: {@code carrier} of {@code
   *     PJSIP/carrier-00000001}
   * @param up whether it is already answered
   * @param called what an agent's telephone dialled, which may be anybody's number; else null
   */
  record LegArrived(
      NodeId node,
      LegId leg,
      String entry,
      String dialled,
      String endpoint,
      @Nullable Personal callerNumber,
      @Nullable Personal callerName,
      boolean up,
      @Nullable Personal called)
      implements CallInput {

    public LegArrived {
      if (entry.equals(TELEPHONE)) {
        called = Personal.orFormer(called, dialled);
        dialled = "";
      }
    }

    /** A leg; what was dialled is personal where a telephone of ours did it. */
    public LegArrived(
        NodeId node,
        LegId leg,
        String entry,
        String dialled,
        String endpoint,
        @Nullable Personal callerNumber,
        @Nullable Personal callerName,
        boolean up) {
      this(node, leg, entry, dialled, endpoint, callerNumber, callerName, up, null);
    }

    /** What was dialled, whoever dialled it. */
    public String number() {
      return called == null ? dialled : called.text();
    }
  }

  /**
   * A leg that we asked for came under our control (StasisStart of our id); it is up.
   *
   * @param lateMicros how late that was told, by who read it, see {@link
   *     org.ringmaster.core.engine.Lateness}; 0 where it was in time
   */
  record LegEntered(NodeId node, LegId leg, long lateMicros) implements CallInput {

    /** One that was told in time. */
    public LegEntered(NodeId node, LegId leg) {
      this(node, leg, 0);
    }

    @Override
    public LegEntered toldLate(long micros) {
      return new LegEntered(node, leg, micros);
    }
  }

  /** The node has made a leg that we asked for; its time is when the channel began. */
  record LegMade(NodeId node, LegId leg) implements CallInput {}

  /** The far end rings. */
  record LegRang(NodeId node, LegId leg) implements CallInput {}

  /** The far end, or we, answered. */
  record LegUp(NodeId node, LegId leg) implements CallInput {}

  /** The leg is gone (ChannelDestroyed). */
  record LegGone(NodeId node, LegId leg, HangupCause cause) implements CallInput {}

  /** The leg went into a bridge. */
  record LegJoined(NodeId node, LegId leg, BridgeId bridge) implements CallInput {}

  /** The leg went out of a bridge. */
  record LegLeft(NodeId node, LegId leg, BridgeId bridge) implements CallInput {}

  /** The leg's party put it on hold, or took it off. */
  record LegHeld(NodeId node, LegId leg, boolean held) implements CallInput {}

  /**
   * The leg's party asks with their telephone's own keys to hand the other one on (SIP REFER).
   *
   * @param to what they dialled
   * @param attended whether they have somebody on another line, to whom the other one shall go
   * @param replaces that line, where it is one of this node; null where nobody knows it
   */
  record HandOnAsked(
      NodeId node, LegId leg, Personal to, boolean attended, @Nullable LegId replaces)
      implements CallInput {}

  /**
   * A key was pressed: one of {@code 0-9 * # A-D}. It may be one of a card's number.
   *
   * @param clearDigit the key in inputs that were recorded before {@code key} was there; null in
   *     all that is made now
   * @param key the key
   */
  record DigitPressed(
      NodeId node,
      LegId leg,
      @Nullable String clearDigit,
      long durationMillis,
      @Nullable Personal key)
      implements CallInput, Forgettable {

    public DigitPressed {
      key = Personal.orFormer(key, clearDigit);
      clearDigit = null;
    }

    /** A key that was pressed for so long. */
    public DigitPressed(NodeId node, LegId leg, String digit, long durationMillis) {
      this(node, leg, null, durationMillis, new Personal(digit));
    }

    /** Which key; empty where nobody kept it, since nothing came of it. */
    public String digit() {
      return key == null ? "" : key.text();
    }

    @Override
    public DigitPressed forgotten() {
      return new DigitPressed(node, leg, null, durationMillis, null);
    }
  }

  /**
   * A node has listened by a leg that overhears another, and says what spoke there. The leg is
   * under our control again.
   *
   * @param cause the detector's own words, such as {@code LONGGREETING-1500-1500}
   * @param lateMicros how late that was told; 0 where it was in time
   */
  record LegScreened(
      NodeId node, LegId leg, ScreeningVerdict verdict, String cause, long lateMicros)
      implements CallInput {

    /** One that was told in time. */
    public LegScreened(NodeId node, LegId leg, ScreeningVerdict verdict, String cause) {
      this(node, leg, verdict, cause, 0);
    }

    @Override
    public LegScreened toldLate(long micros) {
      return new LegScreened(node, leg, verdict, cause, micros);
    }
  }

  /**
   * A node has listened by a leg that overhears another until nobody spoke there any more; the leg
   * is under our control again.
   *
   * @param silent false where it gave up, because somebody spoke on and on
   */
  record GreetingEnded(NodeId node, LegId leg, boolean silent) implements CallInput {}

  /**
   * The party of a leg began to talk, or has been silent for the time that was asked for.
   *
   * @param talking whether they began
   * @param talkMillis how long they talked, without the silence behind it; 0 where they began
   * @param lateMicros how late that was told; 0 where it was in time
   */
  record TalkHeard(NodeId node, LegId leg, boolean talking, long talkMillis, long lateMicros)
      implements CallInput {

    /** One that was told in time. */
    public TalkHeard(NodeId node, LegId leg, boolean talking, long talkMillis) {
      this(node, leg, talking, talkMillis, 0);
    }

    @Override
    public TalkHeard toldLate(long micros) {
      return new TalkHeard(node, leg, talking, talkMillis, micros);
    }
  }

  /** A playing of prompts ended. */
  record PlaybackEnded(NodeId node, PlaybackId playback, boolean failed) implements CallInput {}

  /**
   * A recording ended.
   *
   * @param durationMillis how long it is; -1 where only its file was found
   * @param talkMillis how much of it was no silence; -1 where that was not listened for
   */
  record RecordingEnded(
      NodeId node, RecordingId recording, boolean failed, long durationMillis, long talkMillis)
      implements CallInput {

    /** One that was not listened to. */
    public RecordingEnded(NodeId node, RecordingId recording, boolean failed, long durationMillis) {
      this(node, recording, failed, durationMillis, -1);
    }
  }

  /** A recording of one party may have ended without a word. */
  record RecordingDue(RecordingId recording) implements CallInput {}

  /** A recording that was asked to end may be over by now. */
  record RecordingStopDue(RecordingId recording) implements CallInput {}

  /** The bridge is gone. */
  record BridgeGone(NodeId node, BridgeId bridge) implements CallInput {}

  /**
   * A command could not be done: refused, timed out, or its node was away.
   *
   * @param what the command's simple name, such as {@code OriginateLeg}
   * @param statusCode the HTTP code, 0 for a time-out or a lost socket
   */
  record CommandFailed(
      NodeId node,
      String what,
      @Nullable LegId leg,
      @Nullable BridgeId bridge,
      int statusCode,
      String why)
      implements CallInput {}

  /**
   * CEL, the second witness, tells of a leg's end; the time is when the input occurred.
   *
   * @param answeredMicros when it was answered, epoch microseconds; 0 where it was not, -1 where
   *     CEL does not tell, because its beginning is missing there
   */
  record EndWitnessed(NodeId node, LegId leg, HangupCause cause, long answeredMicros)
      implements CallInput {}

  /** The time to gather digits from a leg ran out; {@code digitsSoFar} tells a stale one. */
  record GatherTimedOut(LegId leg, long begunSequence, int digitsSoFar) implements CallInput {}

  /**
   * A paced forward may try its trunk again.
   *
   * @param clearNumber the number in inputs that were recorded before {@code to} was there; null in
   *     all that is made now
   * @param to the number
   */
  record ForwardDue(
      LegId caller, TrunkId trunk, @Nullable String clearNumber, @Nullable Personal to)
      implements CallInput {

    public ForwardDue {
      to = Personal.orFormer(to, clearNumber);
      clearNumber = null;
    }

    /** A forward to a number. */
    public ForwardDue(LegId caller, TrunkId trunk, String number) {
      this(caller, trunk, null, new Personal(number));
    }

    /** The number. */
    public String number() {
      return to == null ? "" : to.text();
    }
  }

  /** The trunks that the configuration names now. */
  record TrunksRead(List<Trunk> trunks) implements CallInput {}

  /** The telephones that the configuration names now. */
  record TelephonesRead(List<Telephone> telephones) implements CallInput {}

  /**
   * A node tells whether one of its endpoints, a telephone or a trunk, can be rung.
   *
   * @param inUse whether it rings or talks, with us or without
   */
  record EndpointTold(NodeId node, String endpoint, Reach reach, boolean inUse)
      implements CallInput {

    /** One that is not in use. */
    public EndpointTold(NodeId node, String endpoint, Reach reach) {
      this(node, endpoint, reach, false);
    }
  }

  /** A node tells how an endpoint's registration at its carrier stands. */
  record RegistrationTold(NodeId node, String endpoint, Registration registration)
      implements CallInput {}

  /** Nobody tells of a node's endpoints any more. */
  record EndpointsUnseen(NodeId node) implements CallInput {}

  /** How much new work may be taken on, as the journal's disk allows. */
  record IntakeChanged(Intake intake) implements CallInput {}

  /** A node shall be listed again, because a command's outcome is in doubt. */
  record ListingDue(NodeId node) implements CallInput {}

  /**
   * Somebody came into an empty waiting room a little while ago, and perhaps waits for its music.
   */
  record MusicDue(BridgeId bridge) implements CallInput {}

  /** A room has been empty for a while, though one more was; it is closed if that is still so. */
  record RoomDue(BridgeId bridge) implements CallInput {}

  /** The nodes shall hear that we live; it was brought by {@code BeatAdapter}. */
  record BeatDue() implements CallInput {}

  /**
   * A node's event socket is up and it has told about itself. A new start time means that Asterisk
   * restarted.
   */
  record NodeConnected(NodeId node, String version, long startedAtMicros) implements CallInput {}

  /**
   * The node's sockets are lost; calls go on there, unseen.
   *
   * @param heardAtMicros when the last word came from it, epoch microseconds; 0 for now
   */
  record NodeLost(NodeId node, long heardAtMicros) implements CallInput {

    /** One of which the last word has just come. */
    public NodeLost(NodeId node) {
      this(node, 0);
    }
  }

  /** Another instance has taken the node over: nothing more may be sent to it by this one. */
  record NodeFenced(NodeId node) implements CallInput {}

  /**
   * All that lives on the node, asked for after each connect, in order with the events of the same
   * socket. It occurred when it was asked for: what was begun later may be missing in it.
   */
  record NodeListed(NodeId node, List<SeenLeg> legs, List<SeenBridge> bridges)
      implements CallInput {}
}

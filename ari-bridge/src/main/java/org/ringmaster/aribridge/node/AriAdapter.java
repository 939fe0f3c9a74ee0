// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.node;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.ringmaster.aribridge.scan.EventField;
import org.ringmaster.aribridge.scan.EventList;
import org.ringmaster.aribridge.scan.EventNumber;
import org.ringmaster.aribridge.scan.ScannedEvent;
import org.ringmaster.aribridge.scan.Timestamp;
import org.ringmaster.core.call.BridgeId;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.PlaybackId;
import org.ringmaster.core.call.RecordingId;
import org.ringmaster.core.call.ScreeningVerdict;
import org.ringmaster.core.call.SeenLeg;
import org.ringmaster.core.kernel.IdShape;
import org.ringmaster.core.kernel.Personal;

/**
 * Turns ARI's events into the kernel's inputs, one into at most one. Keeps channel names and the
 * watch over ends on the way. Runs on the node's event loop.
 */
final class AriAdapter {
  private static final String KEYS = "0123456789*#ABCD";
  private static final int MAX_TEXT = 128;

  private final NodeId node;
  private final ChannelNames names;
  private final LegWatch watch;

  AriAdapter(NodeId node, ChannelNames names, LegWatch watch) {
    this.node = node;
    this.names = names;
    this.watch = watch;
  }

  /** The input that an event stands for, or null when it tells the kernel nothing. */
  @Nullable CallInput input(ScannedEvent event) {
    return switch (event.type()) {
      case PLAYBACK_FINISHED -> playbackEnded(event);
      case RECORDING_FINISHED -> recordingEnded(event, false);
      case RECORDING_FAILED -> recordingEnded(event, true);
      case BRIDGE_DESTROYED ->
          event.has(EventField.BRIDGE_ID) ? new CallInput.BridgeGone(node, bridge(event)) : null;
      default -> ofLeg(event);
    };
  }

  /**
   * When what an event tells happened, epoch microseconds: its own time, but for a leg that
   * arrived, which began when Asterisk made its channel and not when the dialplan brought it to us
   * (on a busy machine 70 ms later).
   */
  static long occurredMicros(CallInput input, ScannedEvent event) {
    if (input instanceof CallInput.LegArrived) {
      byte[] made =
          event.textOrEmpty(EventField.CHANNEL_CREATION).getBytes(StandardCharsets.US_ASCII);
      long at = Timestamp.micros(made, 0, made.length);
      if (at != Timestamp.NONE) {
        return at;
      }
    }
    return event.timestampMicros();
  }

  private @Nullable CallInput ofLeg(ScannedEvent event) {
    String id = event.text(EventField.CHANNEL_ID);
    if (id == null || id.isEmpty()) {
      return null;
    }
    learn(id, event);
    LegId leg = new LegId(id);
    return switch (event.type()) {
      case STASIS_START -> started(leg, event);
      case CHANNEL_STATE_CHANGE -> stateChanged(leg, event);
      case STASIS_END -> {
        watch.left(leg, event.timestampMicros());
        yield null;
      }
      case CHANNEL_HANGUP_REQUEST -> {
        watch.hangingUp(leg, event.numberOr(EventNumber.CAUSE, 0));
        yield null;
      }
      case CHANNEL_DESTROYED -> gone(leg, event);
      case CHANNEL_ENTERED_BRIDGE ->
          event.has(EventField.BRIDGE_ID)
              ? new CallInput.LegJoined(node, leg, bridge(event))
              : null;
      case CHANNEL_LEFT_BRIDGE ->
          event.has(EventField.BRIDGE_ID) ? new CallInput.LegLeft(node, leg, bridge(event)) : null;
      case CHANNEL_DTMF_RECEIVED -> digit(leg, event);
      case CHANNEL_TALKING_STARTED -> new CallInput.TalkHeard(node, leg, true, 0);
      case CHANNEL_TALKING_FINISHED ->
          new CallInput.TalkHeard(
              node, leg, false, Math.max(0, event.numberOr(EventNumber.TALK_MILLIS, 0)));
      case CHANNEL_HOLD -> new CallInput.LegHeld(node, leg, true);
      case CHANNEL_UNHOLD -> new CallInput.LegHeld(node, leg, false);
      case CHANNEL_TRANSFER -> transferAsked(leg, event);
      default -> null;
    };
  }

  private void learn(String id, ScannedEvent event) {
    switch (event.type()) {
      case CHANNEL_DESTROYED -> names.forget(id);
      case STASIS_START -> names.learn(id, event.textOrEmpty(EventField.CHANNEL_NAME));
      default -> {
        if (!names.knows(id) && event.has(EventField.CHANNEL_NAME)) {
          names.learn(id, event.textOrEmpty(EventField.CHANNEL_NAME));
        }
      }
    }
  }

  private CallInput started(LegId leg, ScannedEvent event) {
    if (IdShape.isOurs(leg.value())) {
      return switch (argument(event, 0)) {
        case SeenLeg.SCREENED -> screened(leg, event);
        case SeenLeg.SILENT -> {
          watch.isBack(leg);
          yield new CallInput.GreetingEnded(node, leg, argument(event, 1).equals("SILENCE"));
        }
        default -> new CallInput.LegEntered(node, leg);
      };
    }
    return new CallInput.LegArrived(
        node,
        leg,
        argument(event, 0),
        argument(event, 1),
        ChannelNames.endpointIn(event.textOrEmpty(EventField.CHANNEL_NAME)),
        Personal.ofNullable(cut(event.text(EventField.CALLER_NUMBER))),
        Personal.ofNullable(cut(event.text(EventField.CALLER_NAME))),
        event.is(EventField.CHANNEL_STATE, "Up"));
  }

  private CallInput screened(LegId leg, ScannedEvent event) {
    watch.isBack(leg);
    ScreeningVerdict verdict = ScreeningVerdict.of(argument(event, 1));
    String cause = argument(event, 2);
    return new CallInput.LegScreened(
        node, leg, verdict, cause.isEmpty() ? argument(event, 1) : cause);
  }

  private static String argument(ScannedEvent event, int index) {
    String text =
        index < event.count(EventList.ARGUMENTS) ? event.text(EventList.ARGUMENTS, index) : "";
    return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
  }

  /** What strangers may write into a call is kept at a length that no honest one reaches. */
  private static @Nullable String cut(@Nullable String text) {
    return text != null && text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
  }

  private @Nullable CallInput stateChanged(LegId leg, ScannedEvent event) {
    if (event.is(EventField.CHANNEL_STATE, "Up")) {
      return new CallInput.LegUp(node, leg);
    }
    return event.is(EventField.CHANNEL_STATE, "Ringing") ? new CallInput.LegRang(node, leg) : null;
  }

  private @Nullable CallInput gone(LegId leg, ScannedEvent event) {
    if (watch.hasEnded(leg)) {
      return null;
    }
    watch.gone(leg);
    return new CallInput.LegGone(
        node, leg, new HangupCause(event.numberOr(EventNumber.CAUSE, HangupCause.UNKNOWN.code())));
  }

  private @Nullable CallInput digit(LegId leg, ScannedEvent event) {
    String digit = event.textOrEmpty(EventField.DIGIT);
    if (digit.length() != 1 || KEYS.indexOf(digit.charAt(0)) < 0) {
      return null;
    }
    return new CallInput.DigitPressed(
        node, leg, digit, event.numberOr(EventNumber.DIGIT_MILLIS, 0));
  }

  /** What Asterisk tells later of the same transfer is what we told it. */
  private @Nullable CallInput transferAsked(LegId leg, ScannedEvent event) {
    if (event.has(EventField.TRANSFER_STATE)) {
      return null;
    }
    String to = event.textOrEmpty(EventField.TRANSFER_TO);
    String other = event.textOrEmpty(EventField.TRANSFER_LEG);
    return new CallInput.HandOnAsked(
        node,
        leg,
        new Personal(to.length() > MAX_TEXT ? to.substring(0, MAX_TEXT) : to),
        event.has(EventField.TRANSFER_CALL),
        other.isEmpty() ? null : new LegId(other));
  }

  private @Nullable CallInput playbackEnded(ScannedEvent event) {
    String id = event.text(EventField.PLAYBACK_ID);
    return id == null
        ? null
        : new CallInput.PlaybackEnded(
            node, new PlaybackId(id), event.is(EventField.PLAYBACK_STATE, "failed"));
  }

  private @Nullable CallInput recordingEnded(ScannedEvent event, boolean failed) {
    String name = event.text(EventField.RECORDING_NAME);
    return name == null
        ? null
        : new CallInput.RecordingEnded(
            node,
            new RecordingId(name),
            failed,
            event.numberOr(EventNumber.RECORDING_SECONDS, 0) * 1_000L,
            talkMillis(event));
  }

  /** Told only where silence was listened for. */
  private static long talkMillis(ScannedEvent event) {
    long seconds = event.numberOr(EventNumber.RECORDING_TALK_SECONDS, -1);
    return seconds < 0 ? -1 : seconds * 1_000L;
  }

  private static BridgeId bridge(ScannedEvent event) {
    return new BridgeId(event.textOrEmpty(EventField.BRIDGE_ID));
  }
}

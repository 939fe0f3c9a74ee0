// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.node;

import org.jspecify.annotations.Nullable;
import org.ringmaster.aribridge.transport.AriRequest;
import org.ringmaster.aribridge.transport.UriText;
import org.ringmaster.core.call.BridgeId;
import org.ringmaster.core.call.BridgeKind;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.call.RecordingLimits;
import org.ringmaster.core.call.ScreeningStep;
import org.ringmaster.core.kernel.Personal;

/**
 * Writes the kernel's commands as ARI requests. Every part of a request comes from typed values and
 * is encoded; nothing that came over the wire becomes a path, a parameter's name or a dial string.
 * Pure functions.
 */
final class CommandRequests {
  /** The variable by which every later event of a leg tells its call, where Asterisk can. */
  static final String CALL_VARIABLE = "RINGMASTER_CALL";

  /** The global variable in which the guard beside a node sees that we live. */
  private static final String BEAT_VARIABLE = "RINGMASTER_BEAT";

  private static final int MAX_NAME = 64;

  private CommandRequests() {}

  /**
   * The request for ringing somebody.
   *
   * @param reported whether the node has {@code report_events} (22.10 and later)
   */
  static AriRequest originate(CallCommand.OriginateLeg command, String app, boolean reported) {
    UriText uri =
        UriText.of("channels")
            .path(command.leg().value())
            .with("endpoint", command.endpoint().dialString())
            .with("app", app)
            .with("appArgs", "out")
            .with("timeout", Math.max(1, (command.ringMillis() + 999) / 1_000));
    String callerId = callerId(command.callerName(), command.callerNumber());
    if (!callerId.isEmpty()) {
      uri.with("callerId", callerId);
    }
    return AriRequest.post(uri.toString(), variables(command, reported));
  }

  private static @Nullable String variables(CallCommand.OriginateLeg command, boolean reported) {
    StringBuilder json = new StringBuilder();
    if (command.call() != null) {
      String call = '"' + command.call().value() + '"';
      member(
          json, CALL_VARIABLE, reported ? "{\"value\":" + call + ",\"report_events\":true}" : call);
    }
    if (command.autoAnswer()) {
      // Telephones differ in which of the two they heed; both do no harm.
      member(json, "PJSIP_HEADER(add,Call-Info)", "\"<sip:ringmaster>;answer-after=0\"");
      member(json, "PJSIP_HEADER(add,Alert-Info)", "\"<sip:ringmaster>;info=alert-autoanswer\"");
    }
    return json.isEmpty() ? null : "{\"variables\":{" + json + "}}";
  }

  private static void member(StringBuilder json, String name, String value) {
    if (!json.isEmpty()) {
      json.append(',');
    }
    json.append('"').append(name).append("\":").append(value);
  }

  /** {@code "name" <number>} with all characters taken out that could end either. */
  static String callerId(@Nullable Personal name, @Nullable Personal number) {
    String digits = number == null ? "" : number.text().replaceAll("[^0-9+*#]", "");
    String words = name == null ? "" : plain(name.text());
    if (words.isEmpty()) {
      return digits;
    }
    return '"' + words + "\" <" + digits + '>';
  }

  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length() && plain.length() < MAX_NAME; i++) {
      char c = text.charAt(i);
      boolean kept = Character.isLetterOrDigit(c) || " .,-_'&/+".indexOf(c) >= 0;
      if (kept) {
        plain.append(c);
      }
    }
    return plain.toString().strip();
  }

  static AriRequest answer(LegId leg) {
    return AriRequest.post(UriText.of("channels").path(leg.value()).path("answer").toString());
  }

  static AriRequest ring(LegId leg) {
    return AriRequest.post(UriText.of("channels").path(leg.value()).path("ring").toString());
  }

  static AriRequest tellHandOn(LegId leg, boolean done) {
    return AriRequest.post(
        UriText.of("channels")
            .path(leg.value())
            .path("transfer_progress")
            .with("states", done ? "channel_answered" : "channel_declined")
            .toString());
  }

  /** Into the context of the dialplan that listens, and comes back by itself. */
  static AriRequest screen(CallCommand.ScreenLeg command) {
    return AriRequest.post(
        UriText.of("channels")
            .path(command.leg().value())
            .path("continue")
            .with("context", "ringmaster-screening")
            .with("extension", command.step() == ScreeningStep.VERDICT ? "verdict" : "silence")
            .with("priority", "1")
            .toString());
  }

  /** Asterisk's TALK_DETECT sits on the leg itself, wherever that is bridged. */
  static AriRequest hearTalk(CallCommand.HearTalk command) {
    boolean begins = command.silenceMillis() > 0;
    return AriRequest.post(
        UriText.of("channels")
            .path(command.leg().value())
            .path("variable")
            .with("variable", begins ? "TALK_DETECT(set)" : "TALK_DETECT(remove)")
            .with("value", begins ? Long.toString(command.silenceMillis()) : "")
            .toString());
  }

  static AriRequest release(LegId leg) {
    return AriRequest.post(UriText.of("channels").path(leg.value()).path("continue").toString());
  }

  /** The request for hanging up, by channel name or by id. */
  static AriRequest hangUp(String nameOrId, int cause) {
    UriText uri = UriText.of("channels").path(nameOrId);
    if (cause > 0) {
      uri.with("reason_code", cause);
    }
    return AriRequest.delete(uri.toString());
  }

  static AriRequest open(CallCommand.OpenBridge command) {
    return AriRequest.post(
        UriText.of("bridges")
            .path(command.bridge().value())
            // Keys pressed in a conversation are to reach us too.
            .with("type", typeOf(command.kind()))
            .with("name", command.kind().name())
            .toString());
  }

  private static String typeOf(BridgeKind kind) {
    if (kind == BridgeKind.ASIDE) {
      return "mixing";
    }
    return kind == BridgeKind.TALK ? "mixing,dtmf_events" : "holding";
  }

  /** What is whispered goes out to the party of the leg. */
  static AriRequest snoop(CallCommand.SnoopLeg command, String app) {
    return AriRequest.post(
        UriText.of("channels")
            .path(command.of().value())
            .path("snoop")
            .path(command.leg().value())
            .with("spy", command.both() ? "both" : "in")
            .with("whisper", command.whispers() ? "out" : "none")
            .with("app", app)
            .with("appArgs", "out")
            .toString());
  }

  static AriRequest music(BridgeId room, String musicClass) {
    return AriRequest.post(
        UriText.of("bridges")
            .path(room.value())
            .path("moh")
            .with("mohClass", musicClass)
            .toString());
  }

  static AriRequest join(CallCommand.JoinBridge command) {
    StringBuilder legs = new StringBuilder();
    for (LegId leg : command.legs()) {
      legs.append(legs.isEmpty() ? "" : ",").append(leg.value());
    }
    return AriRequest.post(
        UriText.of("bridges")
            .path(command.bridge().value())
            .path("addChannel")
            .with("channel", legs.toString())
            .toString());
  }

  static AriRequest leave(CallCommand.LeaveBridge command) {
    return AriRequest.post(
        UriText.of("bridges")
            .path(command.bridge().value())
            .path("removeChannel")
            .with("channel", command.leg().value())
            .toString());
  }

  static AriRequest close(CallCommand.CloseBridge command) {
    return AriRequest.delete(UriText.of("bridges").path(command.bridge().value()).toString());
  }

  static AriRequest play(CallCommand.Play command) {
    StringBuilder media = new StringBuilder();
    for (Prompt prompt : command.prompts()) {
      media.append(media.isEmpty() ? "" : ",").append(scheme(prompt.kind())).append(prompt.text());
    }
    UriText uri =
        UriText.of("channels")
            .path(command.leg().value())
            .path("play")
            .path(command.playback().value())
            .with("media", media.toString());
    if (command.language() != null) {
      uri.with("lang", command.language().tag());
    }
    return AriRequest.post(uri.toString());
  }

  private static String scheme(Prompt.Kind kind) {
    return switch (kind) {
      case SOUND -> "sound:";
      case NUMBER -> "number:";
      case DIGITS -> "digits:";
      case TONE -> "tone:";
    };
  }

  static AriRequest stopPlay(CallCommand.StopPlay command) {
    return AriRequest.delete(UriText.of("playbacks").path(command.playback().value()).toString());
  }

  static AriRequest record(CallCommand.StartRecording command) {
    return AriRequest.post(
        UriText.of("bridges")
            .path(command.bridge().value())
            .path("record")
            .with("name", command.recording().value())
            .with("format", "wav")
            .with("ifExists", "fail")
            .toString());
  }

  static AriRequest record(CallCommand.StartLegRecording command) {
    RecordingLimits limits = command.limits();
    return AriRequest.post(
        UriText.of("channels")
            .path(command.leg().value())
            .path("record")
            .with("name", command.recording().value())
            .with("format", "wav")
            .with("maxDurationSeconds", Integer.toString(limits.maxSeconds()))
            .with("maxSilenceSeconds", Integer.toString(limits.silenceSeconds()))
            .with("terminateOn", limits.endKey())
            .with("beep", "true")
            .with("ifExists", "fail")
            .toString());
  }

  static AriRequest liveRecording(CallCommand.SeekRecording command) {
    return AriRequest.get(
        UriText.of("recordings").path("live").path(command.recording().value()).toString());
  }

  static AriRequest storedRecording(CallCommand.SeekRecording command) {
    return AriRequest.get(
        UriText.of("recordings").path("stored").path(command.recording().value()).toString());
  }

  static AriRequest dropRecording(CallCommand.DropRecording command) {
    return AriRequest.delete(
        UriText.of("recordings").path("stored").path(command.recording().value()).toString());
  }

  static AriRequest beat(CallCommand.Beat command) {
    return AriRequest.post(
        UriText.of("asterisk")
            .path("variable")
            .with("variable", BEAT_VARIABLE)
            .with("value", Long.toString(command.epochSeconds()))
            .toString());
  }

  static AriRequest stopRecording(CallCommand.StopRecording command) {
    return AriRequest.post(
        UriText.of("recordings")
            .path("live")
            .path(command.recording().value())
            .path("stop")
            .toString());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.node;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ringmaster.aribridge.transport.AriAnswer;
import org.ringmaster.core.call.BridgeId;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.LegId;

/** Turns an answer that is no success into the input that tells of it. Pure functions. */
final class Failures {
  private static final Pattern MESSAGE = Pattern.compile("\"message\"\\s*:\\s*\"([^\"]{0,120})");
  private static final Pattern DIGITS = Pattern.compile("\\d{3,}");

  private Failures() {}

  static CallInput.CommandFailed of(CallCommand command, AriAnswer answer) {
    return new CallInput.CommandFailed(
        command.node(),
        command.getClass().getSimpleName(),
        legOf(command),
        bridgeOf(command),
        answer.status(),
        why(answer));
  }

  /** Asterisk's own words with longer numbers taken out: they may be somebody's. */
  private static String why(AriAnswer answer) {
    return switch (answer.kind()) {
      case TIMED_OUT -> "timed out";
      case DISCONNECTED -> "connection lost";
      case REFUSED -> "too much is waiting";
      case FENCED -> "fenced";
      case ANSWERED -> {
        Matcher message = MESSAGE.matcher(answer.body());
        yield message.find()
            ? DIGITS.matcher(message.group(1)).replaceAll("***")
            : "no reason given";
      }
    };
  }

  private static @Nullable LegId legOf(CallCommand command) {
    return switch (command) {
      case CallCommand.OriginateLeg c -> c.leg();
      case CallCommand.SnoopLeg c -> c.leg();
      case CallCommand.ScreenLeg c -> c.leg();
      case CallCommand.HearTalk c -> c.leg();
      case CallCommand.AnswerLeg c -> c.leg();
      case CallCommand.RingLeg c -> c.leg();
      case CallCommand.HangUpLeg c -> c.leg();
      case CallCommand.ReleaseLeg c -> c.leg();
      case CallCommand.TellHandOn c -> c.leg();
      case CallCommand.JoinBridge c -> c.legs().isEmpty() ? null : c.legs().getFirst();
      case CallCommand.LeaveBridge c -> c.leg();
      case CallCommand.Play c -> c.leg();
      case CallCommand.StartLegRecording c -> c.leg();
      default -> null;
    };
  }

  private static @Nullable BridgeId bridgeOf(CallCommand command) {
    return switch (command) {
      case CallCommand.OpenBridge c -> c.bridge();
      case CallCommand.JoinBridge c -> c.bridge();
      case CallCommand.LeaveBridge c -> c.bridge();
      case CallCommand.CloseBridge c -> c.bridge();
      case CallCommand.StartRecording c -> c.bridge();
      default -> null;
    };
  }
}

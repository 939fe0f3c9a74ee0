// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.asterisk;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.BridgeId;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.LegId;

/** What a command names. */
final class Targets {

  private Targets() {}

  static @Nullable LegId leg(CallCommand command) {
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

  static @Nullable BridgeId bridge(CallCommand command) {
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

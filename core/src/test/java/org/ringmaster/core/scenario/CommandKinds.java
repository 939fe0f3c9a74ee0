// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import java.util.List;
import org.ringmaster.core.call.CallCommand;

/** The commands that are refused, or before which the platform dies, on a {@link RandomDay}. */
final class CommandKinds {
  static final List<Class<? extends CallCommand>> ALL =
      List.of(
          CallCommand.OriginateLeg.class,
          CallCommand.AnswerLeg.class,
          CallCommand.HangUpLeg.class,
          CallCommand.OpenBridge.class,
          CallCommand.SnoopLeg.class,
          CallCommand.JoinBridge.class,
          CallCommand.Play.class,
          CallCommand.StartLegRecording.class,
          CallCommand.LeaveBridge.class,
          CallCommand.SeekRecording.class,
          CallCommand.CloseBridge.class);

  private CommandKinds() {}
}

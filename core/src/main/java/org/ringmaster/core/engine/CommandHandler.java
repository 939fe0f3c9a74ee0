// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.engine;

import com.lmax.disruptor.EventHandler;
import java.util.List;
import org.ringmaster.core.crash.CrashPoint;
import org.ringmaster.core.crash.CrashPoints;
import org.ringmaster.core.kernel.Command;
import org.ringmaster.core.kernel.Reminder;
import org.ringmaster.core.kernel.Turn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Third stage of the ring: hands synced commands to their outlets and answers requests. Waits for
 * nobody.
 */
final class CommandHandler implements EventHandler<Turn> {

  private static final Logger LOG = LoggerFactory.getLogger(CommandHandler.class);

  private final List<Outlet> outlets;
  private final TimerAdapter timer;
  private final RingInlet inlet;

  CommandHandler(List<Outlet> outlets, TimerAdapter timer, RingInlet inlet) {
    this.outlets = List.copyOf(outlets);
    this.timer = timer;
    this.inlet = inlet;
  }

  @Override
  public void onEvent(Turn turn, long sequence, boolean endOfBatch) {
    CrashPoints.reach(CrashPoint.COMMANDS_BEFORE_LEAVING);
    for (Command command : turn.commands) {
      if (command instanceof Reminder reminder) {
        timer.remind(reminder);
      } else {
        publish(command);
        CrashPoints.reach(CrashPoint.COMMAND_LEFT);
      }
    }
    if (turn.request != null) {
      CrashPoints.reach(CrashPoint.ANSWER_BEFORE_LEAVING);
      inlet.answer(turn.request, turn.answer);
      CrashPoints.reach(CrashPoint.ANSWER_LEFT);
    }
  }

  private void publish(Command command) {
    for (Outlet outlet : outlets) {
      if (outlet.publish(command)) {
        return;
      }
    }
    LOG.warn("no outlet takes {}", command.getClass().getSimpleName());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.node;

import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.aribridge.transport.AriAnswer;
import org.ringmaster.aribridge.transport.AriRequest;
import org.ringmaster.aribridge.transport.AriTransport;
import org.ringmaster.core.call.BridgeId;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.crash.CrashPoint;
import org.ringmaster.core.crash.CrashPoints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the kernel's commands to one node, those of one leg in their order, and tells of every
 * failure as an input. Runs on the node's event loop.
 */
final class AriPublisher {
  private static final Logger log = LoggerFactory.getLogger(AriPublisher.class);
  private static final long END_MILLIS = 250;
  private static final int CONFLICT = 409;

  private final NodeSettings settings;
  private final NodeSockets sockets;
  private final ChannelNames names;
  private final LegGates gates;
  private final LegWatch watch;
  private final Consumer<CallInput> inputs;
  private final ObjLongConsumer<CallInput> made;
  private final Runnable list;
  private boolean reportsVariables;

  /**
   * Makes the publisher.
   *
   * @param inputs is told of failures
   * @param made is told of legs that were made, and when
   * @param list lists the node
   */
  AriPublisher(
      NodeSettings settings,
      NodeSockets sockets,
      ChannelNames names,
      LegGates gates,
      LegWatch watch,
      Consumer<CallInput> inputs,
      ObjLongConsumer<CallInput> made,
      Runnable list) {
    this.settings = settings;
    this.sockets = sockets;
    this.names = names;
    this.gates = gates;
    this.watch = watch;
    this.inputs = inputs;
    this.made = made;
    this.list = list;
  }

  void versionIs(AsteriskVersion version) {
    reportsVariables = version.reportsVariables();
  }

  void carryOut(CallCommand command) {
    if (command instanceof CallCommand.OriginateLeg originate) {
      originate(originate);
    } else if (!gates.holds(command)) {
      ask(command);
    }
  }

  private void originate(CallCommand.OriginateLeg command) {
    gates.shut(command.leg());
    AriTransport transport = command.bulk() ? sockets.bulk() : sockets.control();
    AriRequest request = CommandRequests.originate(command, settings.app(), reportsVariables);
    CrashPoints.reach(CrashPoint.ORIGINATE_BEFORE_SEND);
    transport.send(request.within(settings.commandMillis()), answer -> originated(command, answer));
    CrashPoints.reach(CrashPoint.ORIGINATE_SENT);
  }

  private void originated(CallCommand.OriginateLeg command, AriAnswer answer) {
    boolean exists = answer.ok() || answer.uncertain();
    CrashPoints.reach(CrashPoint.ORIGINATE_ANSWERED);
    if (answer.ok()) {
      long at = CreationTime.micros(answer.body());
      made.accept(new CallInput.LegMade(settings.node(), command.leg()), at);
    } else {
      inputs.accept(Failures.of(command, answer));
    }
    for (CallCommand waited : gates.open(command.leg())) {
      if (exists) {
        carryOut(waited);
      } else {
        log.debug("{} of a leg that was never made is left out", waited.getClass().getSimpleName());
      }
    }
  }

  private void ask(CallCommand command) {
    switch (command) {
      case CallCommand.SnoopLeg c -> send(c, CommandRequests.snoop(c, settings.app()));
      case CallCommand.ScreenLeg c -> {
        watch.sentOut(c.leg());
        send(c, CommandRequests.screen(c));
      }
      case CallCommand.HearTalk c -> send(c, CommandRequests.hearTalk(c));
      case CallCommand.AnswerLeg c -> send(c, CommandRequests.answer(c.leg()));
      case CallCommand.RingLeg c -> send(c, CommandRequests.ring(c.leg()));
      case CallCommand.TellHandOn c -> tellHandOn(c);
      case CallCommand.HangUpLeg c -> hangUp(c);
      case CallCommand.ReleaseLeg c -> send(c, CommandRequests.release(c.leg()));
      case CallCommand.OpenBridge c -> send(c, CommandRequests.open(c));
      case CallCommand.PlayMusic c -> play(c.bridge(), c.musicClass());
      case CallCommand.JoinBridge c -> send(c, CommandRequests.join(c));
      case CallCommand.LeaveBridge c -> send(c, CommandRequests.leave(c));
      case CallCommand.CloseBridge c -> send(c, CommandRequests.close(c));
      case CallCommand.Play c -> send(c, CommandRequests.play(c));
      case CallCommand.StopPlay c -> stopPlay(c);
      case CallCommand.StartRecording c -> send(c, CommandRequests.record(c));
      case CallCommand.StopRecording c -> stopRecording(c);
      case CallCommand.StartLegRecording c -> send(c, CommandRequests.record(c));
      case CallCommand.SeekRecording c -> seek(c);
      case CallCommand.DropRecording c -> drop(c);
      case CallCommand.ListNode c -> list.run();
      case CallCommand.Beat c -> beat(c);
      default -> log.warn("{} is not for a node's ARI", command.getClass().getSimpleName());
    }
  }

  /** One that goes on will tell of its end itself; of one that is over the file is there or not. */
  private void seek(CallCommand.SeekRecording command) {
    sockets
        .control()
        .send(
            CommandRequests.liveRecording(command).within(settings.commandMillis()),
            live -> {
              if (live.notFound()) {
                seekFile(command);
              } else if (!live.ok()) {
                judge(command, live);
              }
            });
  }

  private void seekFile(CallCommand.SeekRecording command) {
    sockets
        .control()
        .send(
            CommandRequests.storedRecording(command).within(settings.commandMillis()),
            stored -> {
              if (stored.ok() || stored.notFound()) {
                boolean failed = stored.notFound();
                inputs.accept(
                    new CallInput.RecordingEnded(
                        settings.node(), command.recording(), failed, failed ? 0 : -1));
              } else {
                judge(command, stored);
              }
            });
  }

  /** One that is not there is what was wanted. */
  private void drop(CallCommand.DropRecording command) {
    sockets
        .control()
        .send(
            CommandRequests.dropRecording(command).within(settings.commandMillis()),
            answer -> {
              if (!answer.notFound()) {
                judge(command, answer);
              }
            });
  }

  private void send(CallCommand command, AriRequest request) {
    sockets
        .control()
        .send(request.within(settings.commandMillis()), answer -> judge(command, answer));
  }

  private void judge(CallCommand command, AriAnswer answer) {
    if (!answer.ok()) {
      inputs.accept(Failures.of(command, answer));
    }
  }

  /** By name, which Asterisk finds at once; a channel that was renamed is asked again by id. */
  private void hangUp(CallCommand.HangUpLeg command) {
    @Nullable String name = names.nameOf(command.leg());
    String id = command.leg().value();
    int cause = command.cause().code();
    if (name == null) {
      hangUpById(command);
      return;
    }
    AriRequest byName = CommandRequests.hangUp(name, cause).within(settings.commandMillis());
    sockets
        .control()
        .send(
            byName,
            answer -> {
              if (answer.notFound()) {
                names.forget(id);
                hangUpById(command);
              } else {
                judge(command, answer);
              }
            });
  }

  /**
   * A hang-up that comes too late is nothing to tell of. The leg's end may still be on its way to
   * us: it is waited for a little.
   */
  private void hangUpById(CallCommand.HangUpLeg command) {
    AriRequest byId =
        CommandRequests.hangUp(command.leg().value(), command.cause().code())
            .within(settings.commandMillis());
    sockets
        .control()
        .send(
            byId,
            answer -> {
              if (!answer.notFound()) {
                judge(command, answer);
              } else if (!watch.hasEnded(command.leg())) {
                sockets.after(END_MILLIS, () -> tellUnlessEnded(command, answer));
              }
            });
  }

  private void tellUnlessEnded(CallCommand.HangUpLeg command, AriAnswer answer) {
    if (!watch.hasEnded(command.leg())) {
      judge(command, answer);
    }
  }

  /** One stream for the whole room; without one each leg would start music of its own. */
  private void play(BridgeId room, @Nullable String musicClass) {
    String music = musicClass == null ? settings.quietMusicClass() : musicClass;
    sockets
        .control()
        .send(
            CommandRequests.music(room, music).within(settings.commandMillis()),
            answer -> {
              if (!answer.ok()) {
                log.warn("{}: no music class {} in a room: {}", settings.node(), music, answer);
              }
            });
  }

  /** A telephone that is not told asks again, or hangs up: no leg is in doubt. */
  private void tellHandOn(CallCommand.TellHandOn command) {
    sockets
        .control()
        .send(
            CommandRequests.tellHandOn(command.leg(), command.done())
                .within(settings.commandMillis()),
            answer -> {
              if (!answer.ok()) {
                log.info(
                    "{} did not tell a telephone of its transfer: {}", settings.node(), answer);
              }
            });
  }

  /** One beat that is lost is nothing; the next is on its way. */
  private void beat(CallCommand.Beat command) {
    sockets
        .control()
        .send(
            CommandRequests.beat(command).within(settings.commandMillis()),
            answer -> {
              if (!answer.ok()) {
                log.debug("{} did not take the beat: {}", settings.node(), answer);
              }
            });
  }

  /**
   * A recording that the node does not know is over, and nobody has said so; one that was asked to
   * end before (409) will say so itself.
   */
  private void stopRecording(CallCommand.StopRecording command) {
    sockets
        .control()
        .send(
            CommandRequests.stopRecording(command).within(settings.commandMillis()),
            answer -> {
              if (answer.notFound()) {
                inputs.accept(
                    new CallInput.RecordingEnded(settings.node(), command.recording(), true, 0));
              } else if (answer.status() != CONFLICT) {
                judge(command, answer);
              }
            });
  }

  /** A playing that is over already is what was wanted. */
  private void stopPlay(CallCommand.StopPlay command) {
    sockets
        .control()
        .send(
            CommandRequests.stopPlay(command).within(settings.commandMillis()),
            answer -> {
              if (!answer.notFound()) {
                judge(command, answer);
              }
            });
  }
}

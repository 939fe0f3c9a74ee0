// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.BridgeId;
import org.ringmaster.core.call.BridgeKind;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.LegState;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.PlaybackId;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.call.RecordingId;
import org.ringmaster.core.kernel.Personal;

/**
 * One Asterisk as the platform sees it: it carries commands out as the real one does and tells what
 * happened in the same order. Loss and lateness are switches.
 */
public final class ManualAsterisk extends ManualSight {

  /** How a telephone or an outside number takes a call. */
  public enum Manner {
    RINGS,
    BUSY,
    ABSENT,
    UNREACHABLE
  }

  private static final long PLAY_MICROS = 2_000_000;

  private final ScenarioCentre centre;
  private final ManualTapes tapes;
  private final Map<RecordingId, BridgeId> recordings = new LinkedHashMap<>();
  private final Map<String, Manner> manners = new TreeMap<>();
  private final Map<Class<?>, Integer> refusals = new LinkedHashMap<>();
  private final List<CallInput> held = new ArrayList<>();
  private @Nullable Class<? extends CallCommand> lost;
  private long startedAtMicros;
  private int minted;
  private boolean connected;
  private boolean holding;

  ManualAsterisk(ScenarioCentre centre, NodeId id) {
    super(id);
    this.centre = centre;
    this.tapes = new ManualTapes(id, centre, this::emit);
    this.startedAtMicros = centre.nowMicros() - 3_600_000_000L;
  }

  // Switches.

  /** From now on the telephone or outside number takes calls so. */
  public void takes(String whom, Manner manner) {
    manners.put(whom, manner);
  }

  /** Refuses commands of a kind with a code; 0 is a time-out of a command that was carried out. */
  public void refuses(Class<? extends CallCommand> kind, int statusCode) {
    refusals.put(kind, statusCode);
  }

  /** Loses the next command of a kind: it is not carried out, and its sender hears no answer. */
  public void losesNext(Class<? extends CallCommand> kind) {
    lost = kind;
  }

  /** Carries everything out again. */
  public void obeys() {
    refusals.clear();
  }

  /** What happens is told late: when {@link #speaksUp}. */
  public void fallsSilent() {
    holding = true;
  }

  /** Tells what was held back, in order. */
  public void speaksUp() {
    holding = false;
    List<CallInput> late = List.copyOf(held);
    held.clear();
    late.forEach(centre::hear);
    centre.settle();
  }

  /** What was held back is never told. */
  public void forgets() {
    held.clear();
  }

  /** The sockets are cut; calls go on, unseen. */
  public void isCutOff() {
    if (connected) {
      cut();
      centre.hear(new CallInput.NodeLost(id));
      centre.settle();
    }
  }

  void cut() {
    connected = false;
    held.clear();
  }

  /** The sockets are up again, and the node is listed. */
  public void isBack() {
    connected = true;
    held.clear();
    centre.hear(new CallInput.NodeConnected(id, "22.10.1", startedAtMicros));
    emit(listed());
    centre.settle();
  }

  /** Asterisk crashes and starts again: everything on it is gone and nobody was told. */
  public void crashes() {
    isCutOff();
    channels.clear();
    rooms.clear();
    playings.clear();
    recordings.clear();
    tapes.crash();
    startedAtMicros = centre.nowMicros();
  }

  /** Tells something again that is long over, or out of turn. */
  public void tells(CallInput input) {
    emit(input);
    centre.settle();
  }

  /** A leg and a bridge live here that some earlier run of the platform asked for. */
  public void hasStray(LegId leg, BridgeId bridge) {
    Channel channel = new Channel(leg, "1001", "", "", null);
    channel.state = LegState.RINGING;
    channels.put(leg, channel);
    rooms.put(bridge, new Room(BridgeKind.TALK, null));
  }

  /** A telephone is in a call without us, as the dialplan's fallback makes them; its leg. */
  public LegId engages(String telephone) {
    LegId leg = new LegId(id + "-1790000000." + ++minted);
    Channel channel = new Channel(leg, telephone, "", "", null);
    channel.state = LegState.UP;
    channels.put(leg, channel);
    return leg;
  }

  /** That call is over, and nobody tells us. */
  public void releases(LegId leg) {
    channels.remove(leg);
  }

  /** How many recordings are under way here. */
  public int recordings() {
    return recordings.size();
  }

  public int bridges() {
    return rooms.size();
  }

  /** Loses a bridge by itself, telling so. */
  public void losesBridge(BridgeId bridge) {
    close(bridge);
    centre.settle();
  }

  /** Loses all bridges while the sockets are cut: nobody is told, and the legs live on. */
  public void losesBridgesUnseen() {
    channels.values().forEach(channel -> channel.bridge = null);
    rooms.clear();
  }

  /** Whether it is connected with the platform. */
  public boolean isConnected() {
    return connected;
  }

  boolean isReliable() {
    return connected && !holding && refusals.isEmpty();
  }

  // The world's side.

  /** Somebody rings in; the leg. */
  LegId ringsIn(String endpoint, String entry, String dialled, @Nullable Personal number) {
    LegId leg = new LegId(id + "-1790000000." + ++minted);
    Channel channel = new Channel(leg, endpoint, entry, dialled, number);
    channels.put(leg, channel);
    emit(new CallInput.LegArrived(id, leg, entry, dialled, endpoint, number, null, false));
    centre.settle();
    return leg;
  }

  /** The newest ringing leg of a telephone or outside number is answered. */
  public void picksUp(String whom) {
    Channel ringing = newest(whom, LegState.RINGING);
    if (ringing == null) {
      throw new AssertionError(whom + " does not ring");
    }
    up(ringing);
    centre.settle();
  }

  /** The newest leg of a telephone ends by its own doing. */
  public void ends(String whom, HangupCause cause) {
    Channel channel = newest(whom, null);
    if (channel == null) {
      throw new AssertionError(whom + " has no leg");
    }
    gone(channel.id, cause);
    centre.settle();
  }

  /** A leg ends by its party's doing. */
  public void ends(LegId leg, HangupCause cause) {
    gone(leg, cause);
    centre.settle();
  }

  /** A leg falls out of our control, to the dialplan, and lives on there. */
  void leavesUs(LegId leg) {
    Channel channel = channels.get(leg);
    if (channel != null) {
      leaveRoom(channel);
      channel.ours = false;
    }
  }

  /** What it records of single legs. */
  public ManualTapes tapes() {
    return tapes;
  }

  void presses(LegId leg, String digits) {
    for (int i = 0; i < digits.length(); i++) {
      emit(new CallInput.DigitPressed(id, leg, digits.substring(i, i + 1), 80));
      tapes.pressed(leg, digits.substring(i, i + 1));
      centre.settle();
    }
  }

  // What is true here.

  // Commands.

  void carryOut(CallCommand command) {
    Integer code = refusals.get(command.getClass());
    if (!connected) {
      fail(command, 0, "connection lost");
    } else if (lost != null && lost.isInstance(command)) {
      lost = null;
      fail(command, 0, "timed out");
    } else if (code != null && code != 0) {
      fail(command, code, "refused");
    } else {
      int result = obey(command);
      if (result >= 400 || code != null) {
        fail(command, code == null ? result : 0, code == null ? "no such thing" : "timed out");
      }
    }
  }

  private int obey(CallCommand command) {
    return switch (command) {
      case CallCommand.OriginateLeg c -> originate(c);
      case CallCommand.SnoopLeg c -> snoop(c);
      // It listens, and says nothing until a test has it speak.
      case CallCommand.ScreenLeg c -> ofLeg(c.leg(), channel -> {});
      case CallCommand.HearTalk c -> ofLeg(c.leg(), channel -> {});
      case CallCommand.AnswerLeg c -> ofLeg(c.leg(), this::answer);
      case CallCommand.RingLeg c -> 204;
      case CallCommand.TellHandOn c -> ofLeg(c.leg(), channel -> {});
      case CallCommand.HangUpLeg c -> ofLeg(c.leg(), channel -> gone(channel.id, c.cause()));
      case CallCommand.ReleaseLeg c -> ofLeg(c.leg(), channel -> channel.ours = false);
      case CallCommand.OpenBridge c -> {
        rooms.put(c.bridge(), new Room(c.kind(), c.musicClass()));
        yield 200;
      }
      case CallCommand.PlayMusic c -> {
        Room room = rooms.get(c.bridge());
        if (room != null) {
          room.plays(true);
        }
        yield room == null ? 404 : 204;
      }
      case CallCommand.JoinBridge c -> join(c);
      case CallCommand.LeaveBridge c -> ofLeg(c.leg(), this::leaveRoom);
      case CallCommand.CloseBridge c -> rooms.containsKey(c.bridge()) ? close(c.bridge()) : 404;
      case CallCommand.Play c -> play(c);
      case CallCommand.StopPlay c -> {
        playbackEnds(c.playback(), false);
        yield 204;
      }
      case CallCommand.StartRecording c -> {
        recordings.put(c.recording(), c.bridge());
        yield rooms.containsKey(c.bridge()) ? 201 : 404;
      }
      case CallCommand.StartLegRecording c -> tapes.record(c, channels.get(c.leg()));
      case CallCommand.SeekRecording c -> tapes.seek(c);
      case CallCommand.DropRecording c -> tapes.drop(c);
      case CallCommand.StopRecording c -> {
        if (!recordings.containsKey(c.recording())) {
          emit(new CallInput.RecordingEnded(id, c.recording(), true, 0));
        }
        recordingEnds(c.recording());
        yield 204;
      }
      case CallCommand.SeekWitness c -> 200;
      case CallCommand.Beat c -> 204;
      case CallCommand.ListNode c -> {
        emit(listed());
        yield 200;
      }
    };
  }

  private int ofLeg(LegId leg, java.util.function.Consumer<Channel> action) {
    Channel channel = channels.get(leg);
    if (channel == null) {
      return 404;
    }
    action.accept(channel);
    return 204;
  }

  private int originate(CallCommand.OriginateLeg c) {
    String number = c.endpoint().number();
    String whom = number == null ? c.endpoint().name() : number;
    Manner manner = manners.getOrDefault(whom, Manner.RINGS);
    if (manner == Manner.UNREACHABLE) {
      return 500;
    }
    Channel channel = new Channel(c.leg(), whom, "", "", null);
    channels.put(c.leg(), channel);
    if (manner != Manner.RINGS) {
      gone(c.leg(), manner == Manner.BUSY ? HangupCause.BUSY : HangupCause.SUBSCRIBER_ABSENT);
      return 200;
    }
    channel.state = LegState.RINGING;
    emit(new CallInput.LegRang(id, c.leg()));
    if (c.autoAnswer()) {
      up(channel);
    }
    centre.later(
        c.ringMillis() * 1_000,
        () -> {
          if (channels.get(c.leg()) == channel && channel.state != LegState.UP) {
            gone(c.leg(), HangupCause.NO_ANSWER);
          }
        });
    return 200;
  }

  private int snoop(CallCommand.SnoopLeg c) {
    if (!channels.containsKey(c.of())) {
      return 404;
    }
    Channel channel = new Channel(c.leg(), c.of().value(), "", "", null);
    channels.put(c.leg(), channel);
    snoops.put(c.leg(), c);
    channel.state = LegState.UP;
    channel.ours = true;
    emit(new CallInput.LegEntered(id, c.leg()));
    return 200;
  }

  private void answer(Channel channel) {
    if (channel.state != LegState.UP) {
      channel.state = LegState.UP;
      emit(new CallInput.LegUp(id, channel.id));
    }
  }

  private void up(Channel channel) {
    answer(channel);
    channel.ours = true;
    emit(new CallInput.LegEntered(id, channel.id));
  }

  private int join(CallCommand.JoinBridge c) {
    Room room = rooms.get(c.bridge());
    if (room == null) {
      return 404;
    }
    for (LegId leg : c.legs()) {
      Channel channel = channels.get(leg);
      if (channel == null || !channel.ours) {
        return channel == null ? 400 : 409;
      }
    }
    for (LegId leg : c.legs()) {
      Channel channel = Objects.requireNonNull(channels.get(leg));
      leaveRoom(channel);
      channel.bridge = c.bridge();
      room.legs().add(leg);
      emit(new CallInput.LegJoined(id, leg, c.bridge()));
    }
    return 204;
  }

  private int play(CallCommand.Play c) {
    Channel channel = channels.get(c.leg());
    if (channel == null || !channel.ours) {
      return channel == null ? 404 : 409;
    }
    playings.put(c.playback(), c.leg());
    words.put(
        c.playback(), c.prompts().stream().map(Prompt::text).collect(Collectors.joining(" ")));
    centre.later(PLAY_MICROS, () -> playbackEnds(c.playback(), false));
    return 201;
  }

  private void playbackEnds(PlaybackId playback, boolean failed) {
    if (playings.remove(playback) != null) {
      emit(new CallInput.PlaybackEnded(id, playback, failed));
    }
  }

  private void recordingEnds(RecordingId recording) {
    if (recordings.remove(recording) != null) {
      emit(new CallInput.RecordingEnded(id, recording, false, 1_000));
    }
  }

  /** What is played to a leg fails, as where a sound is missing. */
  void failPrompts(LegId leg) {
    for (PlaybackId playback : List.copyOf(playings.keySet())) {
      if (leg.equals(playings.get(playback))) {
        playbackEnds(playback, true);
      }
    }
  }

  private void gone(LegId leg, HangupCause cause) {
    Channel channel = channels.remove(leg);
    if (channel == null) {
      return;
    }
    failPrompts(leg);
    tapes.gone(leg);
    leaveRoom(channel);
    emit(new CallInput.LegGone(id, leg, cause));
    snoopsOn(leg).forEach(snoop -> gone(snoop.leg(), HangupCause.UNKNOWN));
  }

  private void leaveRoom(Channel channel) {
    Room room = room(channel.bridge);
    if (room != null && channel.bridge != null) {
      room.legs().remove(channel.id);
      room.plays(room.plays() && !room.legs().isEmpty());
      emit(new CallInput.LegLeft(id, channel.id, channel.bridge));
      channel.bridge = null;
    }
  }

  private int close(BridgeId bridge) {
    Room room = Objects.requireNonNull(rooms.get(bridge));
    for (LegId leg : List.copyOf(room.legs())) {
      leaveRoom(Objects.requireNonNull(channels.get(leg)));
    }
    rooms.remove(bridge);
    for (RecordingId recording : List.copyOf(recordings.keySet())) {
      if (bridge.equals(recordings.get(recording))) {
        recordingEnds(recording);
      }
    }
    emit(new CallInput.BridgeGone(id, bridge));
    return 204;
  }

  private void fail(CallCommand command, int statusCode, String why) {
    String what = command.getClass().getSimpleName();
    LegId leg = CommandTargets.leg(command);
    BridgeId bridge = CommandTargets.bridge(command);
    centre.hear(new CallInput.CommandFailed(id, what, leg, bridge, statusCode, why));
  }

  private void emit(CallInput input) {
    if (holding) {
      held.add(input);
    } else if (connected) {
      centre.hear(input);
    }
  }
}

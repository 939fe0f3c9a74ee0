// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Decider;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.EpochBegan;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.IdShape;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.kernel.Personal;

/**
 * Keeps the books of legs, bridges and calls from what the nodes tell, and does what queues, agents
 * and flows ask of them. Owned by the kernel thread.
 */
public final class CallControl implements Decider {

  private final CallBooks books = new CallBooks();
  private final TrunkUsage trunkUsage = new TrunkUsage();
  private final Outbound outbound = new Outbound(books, trunkUsage);
  private final Bridging bridging = new Bridging(books);
  private final Digits digits = new Digits(this);
  private final Forwarding forwarding = new Forwarding(this);
  private final LegRecordings legRecordings = new LegRecordings(this);
  private final Doubts doubts = new Doubts(this);
  private final RecordingCare recordings = new RecordingCare(books);
  private final Entrance entrance = new Entrance(this);
  private final NodeCheck nodeCheck = new NodeCheck(this);

  /** What lives now. */
  public CallBooks books() {
    return books;
  }

  /** How trunks are used now. */
  public TrunkUsage trunkUsage() {
    return trunkUsage;
  }

  // What others may ask.

  /** Answers a leg that arrived; nothing happens where it is answered or gone. */
  public void answer(LegId id, Decision decision) {
    Leg leg = books.leg(id);
    if (leg != null && leg.state() == LegState.ARRIVED && !leg.answerAsked()) {
      decision.record(new CallFact.AnswerAsked(id));
      decision.ask(new CallCommand.AnswerLeg(leg.node(), id));
    }
  }

  /** Hangs a leg up; nothing happens where that was asked before or the leg is gone. */
  public void hangUp(LegId id, HangupCause cause, Decision decision) {
    Leg leg = books.leg(id);
    if (leg != null && !leg.hangUpAsked()) {
      decision.record(new CallFact.HangUpAsked(id, cause));
      decision.ask(new CallCommand.HangUpLeg(leg.node(), id, cause));
    }
  }

  /** Puts a leg into its node's room of a kind, opening the room at first use. */
  public void rest(LegId id, BridgeKind kind, @Nullable String musicClass, Decision decision) {
    bridging.rest(id, kind, musicClass, decision);
  }

  /** Joins legs of one call, all on one node, in its talk bridge, opening it at first use. */
  public void connect(CallId call, List<LegId> ids, Decision decision) {
    bridging.connect(call, ids, decision);
  }

  /** Rings a telephone of ours; the new leg's id. */
  public LegId ring(
      Telephone telephone,
      LegRole role,
      @Nullable Ringing ringing,
      long ringMillis,
      Decision decision) {
    LegId id = new LegId(decision.newId('l'));
    CallId call = ringing == null ? null : ringing.call();
    decision.record(
        new CallFact.LegRequested(id, call, telephone.node(), role, telephone.id(), null, null));
    decision.ask(
        new CallCommand.OriginateLeg(
            telephone.node(),
            id,
            call,
            telephone.endpoint(),
            ringing == null ? null : ringing.callerNumber(),
            ringing == null ? null : ringing.callerName(),
            ringMillis,
            telephone.use() == TelephoneUse.AUTO_ANSWERED,
            false));
    return id;
  }

  /** The way out to people who are not on the line. */
  public Outbound outbound() {
    return outbound;
  }

  /** Lends an open telephone's leg to a call, or takes it back to rest (null). */
  public void lend(LegId id, @Nullable CallId call, Decision decision) {
    decision.record(new CallFact.LegLent(id, call));
    if (call == null) {
      rest(id, BridgeKind.AGENT_ROOM, null, decision);
    }
  }

  /** Notes that a leg's party was asked to put the others on hold, or to take them back. */
  public void hold(LegId id, boolean held, Decision decision) {
    if (books.leg(id) != null) {
      decision.record(new CallFact.LegHeld(id, held, true), decision.nowMicros());
    }
  }

  /** Whether a leg may leave through a trunk now. */
  public TrunkUsage.Verdict ask(TrunkId trunk, Decision decision) {
    return trunkUsage.ask(books.trunk(trunk), decision.nowMicros());
  }

  /** Begins a call that we make; its first leg must be asked for in the same turn. */
  public CallId begin(NodeId node, TrunkId trunk, String number, Decision decision) {
    CallId id = new CallId(decision.newId('c'));
    decision.record(
        new CallFact.CallStarted(
            id, node, Direction.OUTBOUND, "", trunk, new Personal(number), null),
        decision.nowMicros());
    return id;
  }

  /** Begins a call from one of us to another; its first leg must be asked for in the same turn. */
  public CallId beginInside(NodeId node, @Nullable Personal shown, Decision decision) {
    CallId id = new CallId(decision.newId('c'));
    decision.record(
        new CallFact.CallStarted(id, node, Direction.INTERNAL, "", null, shown, null),
        decision.nowMicros());
    return id;
  }

  /**
   * Rings an outside number for a call, on its own: nobody is joined with it until that is asked
   * for. Ask the trunk first.
   */
  public LegId ringOutside(
      CallId call, Trunk trunk, String number, LegRole role, long ringMillis, Decision decision) {
    return forwarding.ringOutside(call, trunk, number, role, ringMillis, decision);
  }

  /** Lets two legs of a call go together from now on, without an agent, and hear each other. */
  public void pair(CallId call, LegId one, LegId other, Decision decision) {
    decision.record(new CallFact.LegsPaired(one, other));
    connect(call, List.of(one, other), decision);
  }

  /** Tells the telephone of a leg what has come of the transfer that it asked for. */
  public void tellHandOn(LegId id, boolean done, Decision decision) {
    Leg leg = books.leg(id);
    if (leg != null && !leg.hangUpAsked()) {
      decision.ask(new CallCommand.TellHandOn(leg.node(), id, done));
    }
  }

  /** Keeps a telephone's leg that dialled us as its open leg. */
  public void keep(LegId id, Decision decision) {
    decision.record(new CallFact.LegKept(id));
    lend(id, null, decision);
  }

  /** Plays prompts to a leg, in order, and perhaps hangs it up afterwards. */
  public void play(LegId id, List<Prompt> prompts, boolean thenHangUp, Decision decision) {
    play(id, prompts, thenHangUp, null, decision);
  }

  /** Plays prompts to a leg in a language (null: the leg's own); null where the leg is gone. */
  public @Nullable PlaybackId play(
      LegId id,
      List<Prompt> prompts,
      boolean thenHangUp,
      @Nullable Language language,
      Decision decision) {
    Leg leg = books.leg(id);
    if (leg == null) {
      return null;
    }
    PlaybackId playback = new PlaybackId(decision.newId('p'));
    decision.record(new CallFact.PromptStarted(playback, id, prompts, thenHangUp, language));
    decision.ask(new CallCommand.Play(leg.node(), playback, id, prompts, language));
    return playback;
  }

  /**
   * Stops what plays to a leg, so that a move behind it is not held until it is over. Last words
   * before a hang-up are never cut; nothing leaves where nothing plays or a stop was asked before.
   */
  public void hush(LegId id, Decision decision) {
    digits.hush(id, decision);
  }

  /**
   * Lets a node tell when a leg's party talks; nothing happens where the leg is gone.
   *
   * @param silenceMillis how long they must be silent to have finished; 0 to tell no more
   */
  public void hearTalk(LegId id, long silenceMillis, Decision decision) {
    Leg leg = books.leg(id);
    if (leg != null && !leg.hangUpAsked()) {
      decision.ask(new CallCommand.HearTalk(leg.node(), id, silenceMillis));
    }
  }

  /** Whether something plays to a leg or digits are gathered from it. */
  public boolean isOccupied(LegId id) {
    return books.index.isPlayedTo(id) || books.sound.gatherings.containsKey(id);
  }

  /** Plays prompts and gathers digits; the answer is the fact {@link CallFact.DigitsGathered}. */
  public void gather(LegId id, List<Prompt> prompts, Gather gather, Decision decision) {
    digits.gather(id, prompts, gather, decision);
  }

  /** Records the talk bridge of a call; null, and nothing happens, while it has none. */
  public @Nullable RecordingId startRecording(CallId call, Decision decision) {
    return recordings.start(call, decision);
  }

  /** Ends a recording; it is over with the fact {@link CallFact.RecordingEnded}. */
  public void stopRecording(RecordingId recording, Decision decision) {
    recordings.stop(recording, decision);
  }

  /** Ends every recording of a call. */
  public void stopRecording(CallId call, Decision decision) {
    recordings.stopAll(call, decision);
  }

  /** Takes a leg out of its room or talk: it hears only what is played to it. */
  public void stepOut(LegId id, Decision decision) {
    bridging.stepOut(id, decision);
  }

  /**
   * Records one party alone, who must be in no bridge, until a limit, a key or the party's going
   * ends it; null where the leg is gone. The answer is {@link CallFact.RecordingEnded}.
   */
  public @Nullable RecordingId recordLeg(LegId id, RecordingLimits limits, Decision decision) {
    return legRecordings.start(id, limits, decision);
  }

  /** Lets a node delete what it has of a recording. */
  public void dropRecording(NodeId node, RecordingId recording, Decision decision) {
    decision.ask(new CallCommand.DropRecording(node, recording));
  }

  /** Whether a caller could be passed on through a trunk now or a little later. */
  public boolean canForward(LegId caller, TrunkId trunk, Decision decision) {
    return forwarding.isPossible(caller, trunk, decision);
  }

  /** Whether a trunk that could take a caller has all its legs taken just now. */
  public boolean isFull(LegId caller, TrunkId trunk, Decision decision) {
    return forwarding.isFull(caller, trunk, decision);
  }

  /** Passes a caller on to an outside number; false where the trunk does not allow it. */
  public boolean forward(LegId caller, TrunkId trunk, String number, Decision decision) {
    return forwarding.forward(caller, trunk, number, decision);
  }

  // How inputs become facts.

  @Override
  public void decide(Input input, Decision decision) {
    if (!(input instanceof CallInput callInput)) {
      return;
    }
    legRecordings.decide(callInput, decision);
    switch (callInput) {
      case CallInput.LegArrived in -> arrived(in, decision);
      case CallInput.LegEntered in -> entrance.told(in, decision);
      case CallInput.LegMade in -> {
        if (stateOf(in.leg()) != null) {
          decision.record(new CallFact.LegMade(in.leg()));
        }
      }
      case CallInput.LegRang in -> {
        if (stateOf(in.leg()) == LegState.REQUESTED) {
          decision.record(new CallFact.LegRang(in.leg()));
        }
      }
      case CallInput.LegUp in -> up(in.leg(), decision);
      case CallInput.LegGone in -> end(in.leg(), in.cause(), EndSource.SEEN, decision);
      case CallInput.LegJoined in -> joined(in.leg(), in.bridge(), decision);
      case CallInput.LegLeft in -> left(in.leg(), in.bridge(), decision);
      case CallInput.LegHeld in -> {
        if (books.leg(in.leg()) != null) {
          decision.record(new CallFact.LegHeld(in.leg(), in.held()));
        }
      }
      case CallInput.BridgeGone in -> {
        Bridge bridge = books.bridges.get(in.bridge());
        if (bridge != null) {
          bridging.lost(bridge, decision);
        }
      }
      case CallInput.PlaybackEnded in -> digits.playbackEnded(in, decision);
      case CallInput.DigitPressed in -> digits.pressed(in, decision);
      case CallInput.GatherTimedOut in -> digits.timedOut(in, decision);
      case CallInput.RecordingEnded in -> recordings.ended(in, decision);
      case CallInput.RecordingStopDue in -> recordings.due(in, decision);
      case CallInput.ForwardDue in -> forwarding.due(in, decision);
      case CallInput.EndWitnessed in -> {
        UnseenEnd unseen = books.unseenEnds.get(in.leg());
        if (unseen != null) {
          decision.record(new CallFact.EndWitnessed(in.leg(), in.cause(), in.answeredMicros()));
          boolean wasGone = decision.occurredAtMicros() <= unseen.bookedAtMicros();
          if (wasGone && unseen.lastOf() != null) {
            decision.record(new CallFact.CallEndWitnessed(unseen.lastOf()));
          }
        }
      }
      case CallInput.CommandFailed in -> doubts.failed(in, decision);
      case CallInput.ListingDue in -> doubts.due(in, decision);
      case CallInput.MusicDue in -> bridging.musicDue(in, decision);
      case CallInput.RoomDue in -> bridging.roomDue(in, decision);
      default -> nodeCheck.decide(callInput, decision);
    }
  }

  private void arrived(CallInput.LegArrived in, Decision decision) {
    if (books.leg(in.leg()) != null || books.hasEnded(in.leg())) {
      return;
    }
    if (books.intake() == Intake.CLOSED) {
      decision.ask(new CallCommand.ReleaseLeg(in.node(), in.leg()));
      return;
    }
    Telephone telephone = books.telephone(new TelephoneId(in.endpoint()));
    Trunk trunk = books.plant.trunks.get(new TrunkId(in.endpoint()));
    CallId call = new CallId(decision.newId('c'));
    decision.record(
        new CallFact.CallStarted(
            call,
            in.node(),
            telephone == null ? Direction.INBOUND : Direction.INTERNAL,
            in.number(),
            trunk == null ? null : trunk.id(),
            in.callerNumber(),
            in.callerName()));
    decision.record(
        new CallFact.LegArrived(
            in.leg(),
            call,
            in.node(),
            telephone == null ? LegRole.CALLER : LegRole.TELEPHONE,
            telephone == null ? null : telephone.id(),
            trunk == null ? null : trunk.id(),
            in.number()));
    if (in.up()) {
      decision.record(new CallFact.LegAnswered(in.leg()));
    }
  }

  void up(LegId id, Decision decision) {
    LegState state = stateOf(id);
    if (state != null && state != LegState.UP) {
      decision.record(new CallFact.LegAnswered(id));
    }
  }

  void end(LegId id, HangupCause cause, EndSource source, Decision decision) {
    Leg leg = books.leg(id);
    if (leg == null) {
      return;
    }
    digits.legEnded(id, decision);
    if (leg.bridge() != null) {
      decision.record(new CallFact.LegLeft(id, leg.bridge()));
    }
    decision.record(new CallFact.LegEnded(id, leg.call(), cause, source, leg.telephone()));
    bridging.vacated(leg.bridge(), decision);
    bridging.vacated(leg.wantedBridge(), decision);
    if (source == EndSource.NOT_SEEN) {
      decision.ask(new CallCommand.SeekWitness(leg.node(), id));
    }
  }

  void joined(LegId id, BridgeId bridge, Decision decision) {
    Leg leg = books.leg(id);
    if (leg != null && !bridge.equals(leg.bridge())) {
      if (leg.bridge() != null) {
        left(id, leg.bridge(), decision);
      }
      decision.record(new CallFact.LegJoined(id, bridge, leg.call()));
      bridging.entered(bridge, decision);
    }
  }

  void left(LegId id, BridgeId bridge, Decision decision) {
    Leg leg = books.leg(id);
    if (leg != null && bridge.equals(leg.bridge())) {
      decision.record(new CallFact.LegLeft(id, bridge));
      bridging.vacated(bridge, decision);
    }
  }

  // What follows from facts.

  @Override
  public void react(Fact fact, Decision decision) {
    switch (fact) {
      case EpochBegan began -> {
        digits.restarted(decision);
        forwarding.remindAgain(decision);
        nodeCheck.seekAgain(decision);
      }
      case CallFact.NodeReconciled reconciled -> {
        forwarding.remindAgain(decision);
        legRecordings.nodeIsBack(reconciled.node(), decision);
      }
      case CallFact.LegEnded ended -> {
        forwarding.legEnded(ended, decision);
        legRecordings.legEnded(ended.leg(), decision);
        endEmptyCalls(decision);
      }
      case CallFact.LegLent lent -> endEmptyCalls(decision);
      case CallFact.LegEntered entered -> forwarding.entered(entered.leg(), decision);
      default -> {}
    }
  }

  private void endEmptyCalls(Decision decision) {
    if (books.emptyCalls().isEmpty()) {
      return; // As after nearly every fact: not even an empty copy is made.
    }
    for (CallId call : List.copyOf(books.emptyCalls())) {
      bridging.close(call, decision);
      decision.record(new CallFact.CallEnded(call));
    }
  }

  // Small parts.

  Digits digits() {
    return digits;
  }

  LegRecordings legRecordings() {
    return legRecordings;
  }

  Entrance entrance() {
    return entrance;
  }

  Bridging bridging() {
    return bridging;
  }

  Doubts doubts() {
    return doubts;
  }

  RecordingCare recordings() {
    return recordings;
  }

  private @Nullable LegState stateOf(LegId id) {
    Leg leg = books.leg(id);
    return leg == null ? null : leg.state();
  }

  /** Whether a leg's id was minted by some Ringmaster. */
  static boolean isOurs(LegId id) {
    return IdShape.isOurs(id.value());
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    books.apply(fact, envelope);
    trunkUsage.apply(fact, envelope);
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    books.snapshot(out);
    trunkUsage.snapshot(out);
  }

  @Override
  public void restore(Record entity) {
    books.restore(entity);
    trunkUsage.restore(entity);
  }
}

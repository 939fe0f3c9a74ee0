// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Fold;
import org.ringmaster.core.kernel.Personal;

/**
 * All live calls, legs and bridges and what surrounds them: the fold behind {@link CallControl}.
 */
public final class CallBooks implements Fold {

  /** More unseen ends than this are forgotten, oldest first; they stay marked as not seen. */
  private static final int MAX_UNSEEN = 10_000;

  final Map<LegId, Leg> legs = new LinkedHashMap<>();
  final Map<CallId, Call> calls = new LinkedHashMap<>();
  final Map<BridgeId, Bridge> bridges = new LinkedHashMap<>();
  final Map<NodeId, NodeState> nodes = new LinkedHashMap<>();
  final Map<TrunkId, Trunk> trunks = new LinkedHashMap<>();
  final Map<TelephoneId, Telephone> telephones = new LinkedHashMap<>();
  final Map<LegId, Gathering> gatherings = new LinkedHashMap<>();
  final Map<PlaybackId, Playing> playings = new LinkedHashMap<>();
  final Map<RecordingId, Recording> recordings = new LinkedHashMap<>();
  final Map<LegId, UnseenEnd> unseenEnds = new LinkedHashMap<>();
  private Intake intake = Intake.OPEN;

  /** The leg, or null once it has ended. */
  public @Nullable Leg leg(LegId id) {
    return legs.get(id);
  }

  /** The call, or null once it has ended. */
  public @Nullable Call call(CallId id) {
    return calls.get(id);
  }

  /** The telephone as configured, or null. */
  public @Nullable Telephone telephone(TelephoneId id) {
    return telephones.get(id);
  }

  /** Whether commands reach the node, and its books and ours agree since it came. */
  public boolean connected(NodeId node) {
    NodeState state = nodes.get(node);
    return state != null && state.connected() && !state.fenced() && state.listedAtMicros() > 0;
  }

  /** How much new work is taken on. */
  public Intake intake() {
    return intake;
  }

  /** All live legs, oldest first. */
  public Collection<Leg> legs() {
    return legs.values();
  }

  @Nullable Bridge talkBridge(CallId call) {
    for (Bridge bridge : bridges.values()) {
      if (call.equals(bridge.call())) {
        return bridge;
      }
    }
    return null;
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    if (!(fact instanceof CallFact callFact)) {
      return;
    }
    switch (callFact) {
      case CallFact.CallStarted f ->
          calls.put(f.call(), new Call(f.call(), f.node(), f.direction(), new LegId(""), 0));
      case CallFact.CallEnded f -> calls.remove(f.call());
      case CallFact.LegArrived f -> arrived(f, envelope);
      case CallFact.LegRequested f -> requested(f, envelope);
      case CallFact.LegRang f -> change(f.leg(), leg -> next(leg, f));
      case CallFact.LegAnswered f ->
          change(f.leg(), leg -> next(leg, f).answered(envelope.occurredAtMicros()));
      case CallFact.LegEntered f -> change(f.leg(), Leg::enter);
      case CallFact.AnswerAsked f -> change(f.leg(), leg -> leg.asked(true, false));
      case CallFact.HangUpAsked f -> change(f.leg(), leg -> leg.asked(false, true));
      case CallFact.LegKept f -> change(f.leg(), leg -> leg.as(LegRole.STANDING));
      case CallFact.LegLent f -> lent(f);
      case CallFact.LegEnded f -> ended(f);
      case CallFact.EndWitnessed f -> unseenEnds.remove(f.leg());
      case CallFact.BridgeOpened f ->
          bridges.put(
              f.bridge(), new Bridge(f.bridge(), f.node(), f.kind(), f.call(), f.musicClass()));
      case CallFact.BridgeClosed f -> closed(f.bridge());
      case CallFact.BridgeWanted f -> change(f.leg(), leg -> leg.wanting(f.bridge(), leg.call()));
      case CallFact.LegJoined f -> change(f.leg(), leg -> leg.in(f.bridge()));
      case CallFact.LegLeft f ->
          change(f.leg(), leg -> f.bridge().equals(leg.bridge()) ? leg.in(null) : leg);
      default -> applyRest(callFact, envelope);
    }
  }

  private void applyRest(CallFact fact, Envelope envelope) {
    switch (fact) {
      case CallFact.PromptStarted f ->
          playings.put(f.playback(), new Playing(f.playback(), f.leg(), f.thenHangUp()));
      case CallFact.PromptEnded f -> playings.remove(f.playback());
      case CallFact.GatherStarted f ->
          gatherings.put(
              f.leg(), new Gathering(f.leg(), f.gather(), envelope.sequence(), new Personal("")));
      case CallFact.DigitHeard f ->
          gatherings.computeIfPresent(f.leg(), (leg, gathering) -> gathering.with(f.digit()));
      case CallFact.DigitsGathered f -> gatherings.remove(f.leg());
      case CallFact.RecordingStarted f ->
          recordings.put(
              f.recording(), new Recording(f.recording(), f.node(), f.bridge(), f.call()));
      case CallFact.RecordingEnded f -> recordings.remove(f.recording());
      case CallFact.TrunkConfigured f -> trunks.put(f.trunk().id(), f.trunk());
      case CallFact.TrunkRemoved f -> trunks.remove(f.trunk());
      case CallFact.TelephoneConfigured f -> telephones.put(f.telephone().id(), f.telephone());
      case CallFact.TelephoneRemoved f -> telephones.remove(f.telephone());
      case CallFact.IntakeChanged f -> intake = f.intake();
      case CallFact.NodeConnected f ->
          nodes.put(f.node(), new NodeState(f.node(), true, false, f.startedAtMicros(), 0));
      case CallFact.NodeLost f ->
          nodes.computeIfPresent(f.node(), (id, node) -> node.connected(false));
      case CallFact.NodeFenced f -> nodes.put(f.node(), new NodeState(f.node(), false, true, 0, 0));
      case CallFact.NodeReconciled f ->
          nodes.computeIfPresent(
              f.node(),
              (id, node) ->
                  new NodeState(
                      id,
                      node.connected(),
                      node.fenced(),
                      node.startedAtMicros(),
                      envelope.recordedAtMicros()));
      default -> {}
    }
  }

  private void arrived(CallFact.LegArrived f, Envelope envelope) {
    long at = envelope.occurredAtMicros();
    put(
        new Leg(
            f.leg(),
            f.call(),
            f.node(),
            f.role(),
            LegState.ARRIVED,
            f.telephone(),
            f.trunk(),
            true,
            false,
            false,
            null,
            null,
            null,
            at,
            0));
    calls.computeIfPresent(
        f.call(),
        (id, call) ->
            call.liveLegs() > 1
                ? call
                : new Call(id, call.node(), call.direction(), f.leg(), call.liveLegs()));
  }

  private void requested(CallFact.LegRequested f, Envelope envelope) {
    put(
        new Leg(
            f.leg(),
            f.call(),
            f.node(),
            f.role(),
            LegState.REQUESTED,
            f.telephone(),
            f.trunk(),
            false,
            false,
            false,
            null,
            null,
            f.partner(),
            envelope.recordedAtMicros(),
            0));
  }

  private void put(Leg leg) {
    legs.put(leg.id(), leg);
    count(leg.call(), 1);
  }

  private void lent(CallFact.LegLent f) {
    Leg leg = legs.get(f.leg());
    if (leg != null) {
      count(leg.call(), -1);
      count(f.call(), 1);
      legs.put(f.leg(), leg.wanting(leg.wantedBridge(), f.call()));
    }
  }

  private void ended(CallFact.LegEnded f) {
    Leg leg = legs.remove(f.leg());
    if (leg == null) {
      return;
    }
    next(leg, f);
    count(leg.call(), -1);
    gatherings.remove(f.leg());
    playings.values().removeIf(playing -> playing.leg().equals(f.leg()));
    if (f.source() == EndSource.NOT_SEEN) {
      unseenEnds.put(f.leg(), new UnseenEnd(f.leg(), leg.node()));
      if (unseenEnds.size() > MAX_UNSEEN) {
        unseenEnds.remove(unseenEnds.keySet().iterator().next());
      }
    }
  }

  private void closed(BridgeId id) {
    bridges.remove(id);
    legs.replaceAll((legId, leg) -> id.equals(leg.bridge()) ? leg.in(null) : leg);
  }

  private void count(@Nullable CallId id, int change) {
    if (id != null) {
      calls.computeIfPresent(id, (callId, call) -> call.legs(change));
    }
  }

  private static Leg next(Leg leg, CallFact fact) {
    return leg.state(LegLifecycle.TABLE.next(leg.state(), fact));
  }

  private void change(LegId id, java.util.function.UnaryOperator<Leg> change) {
    legs.computeIfPresent(id, (legId, leg) -> change.apply(leg));
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    out.accept(new IntakeSaved(intake));
    trunks.values().forEach(out);
    telephones.values().forEach(out);
    nodes.values().forEach(out);
    calls.values().forEach(out);
    legs.values().forEach(out);
    bridges.values().forEach(out);
    gatherings.values().forEach(out);
    playings.values().forEach(out);
    recordings.values().forEach(out);
    unseenEnds.values().forEach(out);
  }

  @Override
  public void restore(Record entity) {
    switch (entity) {
      case IntakeSaved it -> intake = it.intake();
      case Trunk it -> trunks.put(it.id(), it);
      case Telephone it -> telephones.put(it.id(), it);
      case NodeState it -> nodes.put(it.id(), it);
      case Call it -> calls.put(it.id(), it);
      case Leg it -> legs.put(it.id(), it);
      case Bridge it -> bridges.put(it.id(), it);
      case Gathering it -> gatherings.put(it.leg(), it);
      case Playing it -> playings.put(it.id(), it);
      case Recording it -> recordings.put(it.id(), it);
      case UnseenEnd it -> unseenEnds.put(it.leg(), it);
      default -> {}
    }
  }

  /** The intake's line in a snapshot. */
  record IntakeSaved(Intake intake) {}
}

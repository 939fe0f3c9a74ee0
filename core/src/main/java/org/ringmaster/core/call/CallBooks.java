// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.EpochBegan;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Fold;

/**
 * All live calls, legs and bridges and what surrounds them: the fold behind {@link CallControl}.
 */
public final class CallBooks implements Fold {

  /** More unseen ends than this are forgotten, oldest first; they stay marked as not seen. */
  private static final int MAX_UNSEEN = 10_000;

  /** So many ended legs are remembered, enough for what a list or a slow socket tells late. */
  private static final int MAX_ENDED = 512;

  final Map<LegId, Leg> legs = new LinkedHashMap<>();
  final Map<CallId, Call> calls = new LinkedHashMap<>();
  final Map<BridgeId, Bridge> bridges = new LinkedHashMap<>();
  final Map<LegId, UnseenEnd> unseenEnds = new LinkedHashMap<>();
  final Map<LegId, PacedForward> pacedForwards = new LinkedHashMap<>();
  private final Map<LegId, EndedLeg> endedLegs = new LinkedHashMap<>();
  private final Set<CallId> emptyCalls = new LinkedHashSet<>();
  final CallIndex index = new CallIndex();
  final PlantBooks plant = new PlantBooks();
  final SoundBooks sound = new SoundBooks(index);

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
    return plant.telephones.get(id);
  }

  /** Whether a telephone can be rung, as its node tells. */
  public Reach reachOf(TelephoneId telephone) {
    return plant.sightOf(telephone).reach();
  }

  /** Whether a telephone is in a call that is none of ours. */
  public boolean isEngaged(TelephoneId telephone) {
    return plant.sightOf(telephone).engaged();
  }

  /** Whether commands reach the node, and its books and ours agree since it came. */
  public boolean connected(NodeId node) {
    NodeState state = plant.nodes.get(node);
    return state != null && state.connected() && !state.fenced() && state.listedAtMicros() > 0;
  }

  /** A trunk as configured, or null. */
  public @Nullable Trunk trunk(TrunkId id) {
    return plant.trunks.get(id);
  }

  /** How much new work is taken on. */
  public Intake intake() {
    return plant.intake;
  }

  /** All live legs, oldest first. */
  public Collection<Leg> legs() {
    return legs.values();
  }

  /** Whether any leg to or from the telephone lives: another would find it busy. */
  public boolean isBusy(TelephoneId telephone) {
    return index.isBusy(telephone);
  }

  /** Whether prompts are still to be heard, as far as we were told. */
  public boolean isPlaying(PlaybackId playback) {
    return sound.playings.containsKey(playback);
  }

  /** Whether prompts are still to be heard by a leg behind which it is hung up. */
  public boolean hearsLastWords(LegId leg) {
    return index.playingsTo(leg).stream()
        .map(sound.playings::get)
        .anyMatch(playing -> playing != null && playing.thenHangUp());
  }

  /** The bridge in which the parties of a call talk, or null while there is none. */
  public @Nullable Bridge talkBridge(CallId call) {
    BridgeId id = index.talk(call);
    return id == null ? null : bridges.get(id);
  }

  /** The legs that are in a bridge or shall be. */
  public List<LegId> legsIn(BridgeId bridge) {
    return index.legsIn(bridge);
  }

  /** The live legs of a call. */
  public List<LegId> legsOf(CallId call) {
    return index.legsOf(call);
  }

  /** Whether digits that are nobody's business are being gathered from a leg. */
  public boolean isSecret(LegId leg) {
    Gathering gathering = sound.gatherings.get(leg);
    return gathering != null && gathering.gather().secret();
  }

  /** A bridge that lives, or null. */
  public @Nullable Bridge bridge(BridgeId id) {
    return bridges.get(id);
  }

  /** Whether a caller is being passed on to an outside number, or waits for the trunk to do so. */
  public boolean isForwarding(LegId caller) {
    Leg leg = legs.get(caller);
    return leg != null && (leg.partner() != null || pacedForwards.containsKey(caller));
  }

  /** Whether a leg ended not long ago, so that what is told of it now is no news. */
  boolean hasEnded(LegId id) {
    return endedLegs.containsKey(id);
  }

  /** Calls that have lost their last leg and are not over yet. */
  Set<CallId> emptyCalls() {
    return emptyCalls;
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    if (fact instanceof EpochBegan) {
      plant.apply(fact, envelope);
    } else if (fact instanceof CallFact callFact) {
      plant.apply(callFact, envelope);
      sound.apply(callFact, envelope);
      applyLeg(callFact, envelope);
      applyCall(callFact, envelope);
    }
  }

  private void applyLeg(CallFact fact, Envelope envelope) {
    switch (fact) {
      case CallFact.LegArrived f -> arrived(f, envelope);
      case CallFact.LegRequested f -> requested(f, envelope);
      case CallFact.LegMade f -> heard(f.leg(), envelope);
      case CallFact.LegRang f -> {
        change(f.leg(), leg -> next(leg, f));
        heard(f.leg(), envelope);
      }
      case CallFact.LegAnswered f ->
          change(f.leg(), leg -> next(leg, f).answered(envelope.occurredAtMicros()).refused(0));
      case CallFact.LegEntered f -> {
        change(f.leg(), Leg::enter);
        heard(f.leg(), envelope);
      }
      case CallFact.AnswerAsked f -> change(f.leg(), leg -> leg.asked(true, false));
      case CallFact.HangUpAsked f -> change(f.leg(), leg -> leg.asked(false, true));
      case CallFact.LegKept f -> change(f.leg(), leg -> leg.as(LegRole.STANDING));
      case CallFact.LegLent f -> lent(f);
      case CallFact.LegsPaired f -> {
        change(f.leg(), leg -> leg.with(f.partner()));
        change(f.partner(), leg -> leg.with(f.leg()));
      }
      case CallFact.ForwardFailed f -> {
        pacedForwards.remove(f.caller());
        change(f.caller(), leg -> leg.with((LegId) null));
      }
      case CallFact.LegEnded f -> {
        if (f.source() == EndSource.SEEN) {
          heard(f.leg(), envelope);
        }
        ended(f, envelope.recordedAtMicros());
      }
      case CallFact.EndWitnessed f -> unseenEnds.remove(f.leg());
      case CallFact.BridgeWanted f -> change(f.leg(), leg -> leg.wanting(f.bridge(), leg.call()));
      case CallFact.LegJoined f -> {
        change(f.leg(), leg -> leg.in(f.bridge()).refused(0));
        heard(f.leg(), envelope);
      }
      case CallFact.LegLeft f ->
          change(f.leg(), leg -> f.bridge().equals(leg.bridge()) ? leg.in(null) : leg);
      case CallFact.CommandFailed f -> {
        if (f.leg() != null && isRefusal(f)) {
          change(f.leg(), leg -> leg.refused(leg.refusals() + 1));
        }
      }
      default -> {}
    }
  }

  private void heard(LegId id, Envelope envelope) {
    Leg leg = legs.get(id);
    if (leg != null) {
      plant.heard(leg.node(), envelope);
    }
  }

  private static boolean isRefusal(CallFact.CommandFailed failed) {
    boolean ofLeg = failed.what().equals("JoinBridge") || failed.what().equals("AnswerLeg");
    return ofLeg && failed.statusCode() >= 400;
  }

  private void applyCall(CallFact fact, Envelope envelope) {
    switch (fact) {
      case CallFact.CallStarted f ->
          put(
              new Call(
                  f.call(),
                  f.node(),
                  f.direction(),
                  new LegId(""),
                  0,
                  f.callerNumber(),
                  f.callerName()));
      case CallFact.CallEnded f -> {
        calls.remove(f.call());
        emptyCalls.remove(f.call());
      }
      case CallFact.BridgeOpened f ->
          put(
              new Bridge(
                  f.bridge(),
                  f.node(),
                  f.kind(),
                  f.call(),
                  f.musicClass(),
                  envelope.recordedAtMicros()));
      case CallFact.BridgeClosed f -> closed(f.bridge());
      case CallFact.ForwardPaced f ->
          pacedForwards.put(
              f.caller(), new PacedForward(f.caller(), f.trunk(), f.number(), f.dueMicros()));
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
            0,
            0));
    count(f.call(), 1);
    calls.computeIfPresent(
        f.call(), (id, call) -> call.liveLegs() > 1 ? call : call.beginningWith(f.leg()));
  }

  private void requested(CallFact.LegRequested f, Envelope envelope) {
    long at = envelope.recordedAtMicros();
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
            at,
            0,
            0));
    count(f.call(), 1);
    if (f.partner() != null) {
      pacedForwards.remove(f.partner());
      change(f.partner(), leg -> leg.with(f.leg()));
    }
  }

  private void lent(CallFact.LegLent f) {
    Leg leg = legs.get(f.leg());
    if (leg != null) {
      count(leg.call(), -1);
      count(f.call(), 1);
      put(leg.wanting(leg.wantedBridge(), f.call()));
    }
  }

  private void ended(CallFact.LegEnded f, long bookedAtMicros) {
    Leg leg = legs.remove(f.leg());
    if (leg == null) {
      return;
    }
    next(leg, f);
    index.changed(leg, null);
    count(leg.call(), -1);
    pacedForwards.remove(f.leg());
    endedLegs.put(f.leg(), new EndedLeg(f.leg()));
    forgetFirst(endedLegs, MAX_ENDED);
    if (f.source() == EndSource.NOT_SEEN) {
      CallId lastOf = leg.call() != null && emptyCalls.contains(leg.call()) ? leg.call() : null;
      unseenEnds.put(f.leg(), new UnseenEnd(f.leg(), leg.node(), lastOf, bookedAtMicros));
      forgetFirst(unseenEnds, MAX_UNSEEN);
    }
  }

  private static void forgetFirst(Map<LegId, ?> ends, int most) {
    if (ends.size() > most) {
      ends.remove(ends.keySet().iterator().next());
    }
  }

  private void closed(BridgeId id) {
    Bridge bridge = bridges.remove(id);
    if (bridge == null) {
      return;
    }
    index.closed(bridge);
    for (LegId leg : index.legsIn(id)) {
      change(
          leg,
          it -> {
            Leg out = id.equals(it.bridge()) ? it.in(null) : it;
            return id.equals(out.wantedBridge()) ? out.wanting(null, out.call()) : out;
          });
    }
  }

  private void put(Leg leg) {
    index.changed(legs.put(leg.id(), leg), leg);
  }

  private void put(Call call) {
    calls.put(call.id(), call);
    if (call.liveLegs() == 0) {
      emptyCalls.add(call.id());
    } else {
      emptyCalls.remove(call.id());
    }
  }

  private void put(Bridge bridge) {
    bridges.put(bridge.id(), bridge);
    index.opened(bridge);
  }

  private void count(@Nullable CallId id, int change) {
    Call call = id == null ? null : calls.get(id);
    if (call != null) {
      put(call.legs(change));
    }
  }

  private static Leg next(Leg leg, CallFact fact) {
    return leg.state(LegLifecycle.TABLE.next(leg.state(), fact));
  }

  private void change(LegId id, UnaryOperator<Leg> change) {
    Leg leg = legs.get(id);
    if (leg != null) {
      put(change.apply(leg));
    }
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    plant.snapshot(out);
    calls.values().forEach(out);
    legs.values().forEach(out);
    bridges.values().forEach(out);
    sound.snapshot(out);
    pacedForwards.values().forEach(out);
    unseenEnds.values().forEach(out);
    endedLegs.values().forEach(out);
  }

  @Override
  public void restore(Record entity) {
    plant.restore(entity);
    sound.restore(entity);
    switch (entity) {
      case Call it -> put(it);
      case Leg it -> put(it);
      case Bridge it -> put(it);
      case PacedForward it -> pacedForwards.put(it.caller(), it);
      case UnseenEnd it -> unseenEnds.put(it.leg(), it);
      case EndedLeg it -> endedLegs.put(it.leg(), it);
      default -> {}
    }
  }

  /** The intake's line in a snapshot. */
  record IntakeSaved(Intake intake) {}
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.supervision;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.call.BridgeId;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Fold;

/** All supervisors at talks of others: the fold behind {@link SupervisionControl}. */
public final class SupervisionBooks implements Fold {

  private final Map<SupervisionId, Supervision> all = new LinkedHashMap<>();
  private SupervisionPolicy policy = SupervisionPolicy.PRESET;

  /** All attendances, oldest first. */
  public Collection<Supervision> all() {
    return all.values();
  }

  /** How supervision is done. */
  public SupervisionPolicy policy() {
    return policy;
  }

  /** How many supervisors are in the talk of a call beside those who talk. */
  public int bargedInto(CallId call) {
    int count = 0;
    for (Supervision one : all.values()) {
      count += one.state() == SupervisionState.BARGED && one.call().equals(call) ? 1 : 0;
    }
    return count;
  }

  @Nullable Supervision get(SupervisionId id) {
    return all.get(id);
  }

  /**
   * The attendance that a leg belongs to: the supervisor's own or the one they hear by; or null.
   */
  @Nullable Supervision of(LegId leg) {
    for (Supervision one : all.values()) {
      if (one.leg().equals(leg) || leg.equals(one.snoop())) {
        return one;
      }
    }
    return null;
  }

  @Nullable Supervision in(BridgeId bridge) {
    for (Supervision one : all.values()) {
      if (bridge.equals(one.bridge())) {
        return one;
      }
    }
    return null;
  }

  List<Supervision> at(OfferId offer) {
    return all.values().stream().filter(one -> one.offer().equals(offer)).toList();
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    long at = envelope.recordedAtMicros();
    switch (fact) {
      case SupervisionPolicySet f -> policy = f.policy();
      case SupervisionFact.Asked f ->
          put(
              new Supervision(
                  f.supervision(),
                  SupervisionState.RINGING,
                  f.call(),
                  f.agent(),
                  f.offer(),
                  f.leg(),
                  f.telephone(),
                  f.mode(),
                  f.author(),
                  null,
                  null,
                  at));
      case SupervisionFact.Listened f ->
          change(f.supervision(), f, SupervisionMode.LISTEN, f.snoop(), f.bridge(), at);
      case SupervisionFact.Whispered f ->
          change(f.supervision(), f, SupervisionMode.WHISPER, f.snoop(), f.bridge(), at);
      case SupervisionFact.Barged f ->
          change(f.supervision(), f, SupervisionMode.BARGE, null, null, at);
      case SupervisionFact.TookOver f ->
          change(f.supervision(), f, SupervisionMode.TAKE_OVER, null, null, at);
      case SupervisionFact.Ended f -> {
        Supervision over = all.remove(f.supervision());
        if (over != null) {
          SupervisionLifecycle.TABLE.next(over.state(), f);
        }
      }
      default -> {}
    }
  }

  private void change(
      SupervisionId id,
      Fact fact,
      SupervisionMode mode,
      @Nullable LegId snoop,
      @Nullable BridgeId bridge,
      long atMicros) {
    Supervision one = all.get(id);
    if (one != null) {
      SupervisionState next = SupervisionLifecycle.TABLE.next(one.state(), fact);
      put(one.to(next, mode, snoop, bridge, atMicros));
    }
  }

  private void put(Supervision one) {
    all.put(one.id(), one);
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    if (!policy.equals(SupervisionPolicy.PRESET)) {
      out.accept(policy);
    }
    all.values().forEach(out);
  }

  @Override
  public void restore(Record entity) {
    switch (entity) {
      case SupervisionPolicy it -> policy = it;
      case Supervision it -> put(it);
      default -> {}
    }
  }
}

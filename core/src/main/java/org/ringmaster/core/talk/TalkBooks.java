// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.talk;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Fold;

/** All conversations that agents do more with than talk: the fold behind {@link TalkControl}. */
public final class TalkBooks implements Fold {

  /** A leg whose party was asked to hold the others and has not taken them back. */
  record Holding(LegId leg) {}

  private final Map<CallId, Talk> talks = new LinkedHashMap<>();
  private final Map<OfferId, CallId> byOffer = new LinkedHashMap<>();
  private final Set<LegId> holding = new LinkedHashSet<>();

  /** The conversation of a call, or null where nothing is done with it but talk. */
  public @Nullable Talk talk(CallId call) {
    return talks.get(call);
  }

  /** All conversations, oldest first. */
  public Collection<Talk> talks() {
    return talks.values();
  }

  /** The conversation that the agent of an offer leads, or null. */
  @Nullable Talk ledBy(OfferId offer) {
    CallId call = byOffer.get(offer);
    return call == null ? null : talks.get(call);
  }

  /** Whether a leg's party holds the others because that was asked of us. */
  boolean holds(LegId leg) {
    return holding.contains(leg);
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    switch (fact) {
      case TalkFact talkFact -> apply(talkFact, envelope.recordedAtMicros());
      case CallFact.LegHeld f -> {
        if (f.held() && f.asked()) {
          holding.add(f.leg());
        } else if (!f.held()) {
          holding.remove(f.leg());
        }
      }
      case CallFact.LegEnded f -> holding.remove(f.leg());
      case CallFact.CallEnded f -> {
        Talk left = talks.remove(f.call());
        if (left != null) {
          forget(left);
        }
      }
      default -> {}
    }
  }

  private void apply(TalkFact fact, long at) {
    switch (fact) {
      case TalkFact.Opened f ->
          put(
              new Talk(
                  f.call(),
                  TalkState.TALKING,
                  f.customer(),
                  f.agent(),
                  f.offer(),
                  null,
                  f.origin(),
                  false,
                  0,
                  null,
                  null,
                  at,
                  0));
      case TalkFact.Held f -> change(f, at, talk -> talk.heldByTelephone(f.byTelephone()));
      case TalkFact.Resumed f -> change(f, at, talk -> talk.heldByTelephone(false));
      case TalkFact.SentToQueue f -> over(f);
      case TalkFact.Ended f -> over(f);
    }
  }

  private void change(TalkFact fact, long atMicros, UnaryOperator<Talk> change) {
    Talk talk = talks.get(fact.call());
    if (talk != null) {
      TalkState next = TalkLifecycle.TABLE.next(talk.state(), fact);
      put(change.apply(talk.to(next, atMicros)));
    }
  }

  private void over(TalkFact fact) {
    Talk talk = talks.remove(fact.call());
    if (talk != null) {
      TalkLifecycle.TABLE.next(talk.state(), fact);
      forget(talk);
    }
  }

  private void put(Talk talk) {
    Talk before = talks.put(talk.call(), talk);
    if (before != null) {
      forget(before);
    }
    if (talk.offer() != null) {
      byOffer.put(talk.offer(), talk.call());
    }
  }

  private void forget(Talk talk) {
    if (talk.offer() != null) {
      byOffer.remove(talk.offer());
    }
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    talks.values().forEach(out);
    holding.forEach(leg -> out.accept(new Holding(leg)));
  }

  @Override
  public void restore(Record entity) {
    switch (entity) {
      case Talk it -> put(it);
      case Holding it -> holding.add(it.leg());
      default -> {}
    }
  }
}

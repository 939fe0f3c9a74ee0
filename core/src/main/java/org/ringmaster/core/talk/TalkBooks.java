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
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Fold;
import org.ringmaster.core.kernel.Personal;

/** All conversations that agents do more with than talk: the fold behind {@link TalkControl}. */
public final class TalkBooks implements Fold {

  /** A leg whose party was asked to hold the others and has not taken them back. */
  record Holding(LegId leg) {}

  /** What an agent has pressed so far of a code. */
  record Code(LegId leg, Personal keys, long atMicros) {}

  /**
   * Another line of the leading agent's telephone, on which they speak with whom they ask.
   *
   * @param held whether they have put it on hold there
   */
  record Line(CallId call, LegId leg, boolean held) {}

  private final Map<CallId, Talk> talks = new LinkedHashMap<>();
  private final Map<OfferId, CallId> byOffer = new LinkedHashMap<>();
  private final Map<OfferId, CallId> byThird = new LinkedHashMap<>();
  private final Map<LegId, Code> codes = new LinkedHashMap<>();
  private final Map<CallId, Line> lines = new LinkedHashMap<>();
  private final Set<LegId> holding = new LinkedHashSet<>();
  private TalkRules rules = TalkRules.USUAL;

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

  /** The conversation in which the agent of an offer is the third, or is rung to be; or null. */
  @Nullable Talk withThird(OfferId offer) {
    CallId call = byThird.get(offer);
    return call == null ? null : talks.get(call);
  }

  /** The conversation that is parked in a place, or null. */
  public @Nullable Talk parkedIn(int slot) {
    for (Talk talk : talks.values()) {
      if (talk.state() == TalkState.PARKED && talk.slot() == slot) {
        return talk;
      }
    }
    return null;
  }

  /** The line on which the leading agent of a call speaks with whom they ask, or null. */
  @Nullable Line otherLine(CallId call) {
    return lines.get(call);
  }

  /** What was pressed of a code on a leg so far, or null. */
  @Nullable Code code(LegId leg) {
    return codes.get(leg);
  }

  /** What agents may do. */
  public TalkRules rules() {
    return rules;
  }

  /** Whether a leg's party holds the others because that was asked of us. */
  boolean holds(LegId leg) {
    return holding.contains(leg);
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    switch (fact) {
      case TalkRulesConfigured configured -> rules = configured.rules();
      case TalkFact talkFact -> apply(talkFact, envelope.recordedAtMicros());
      case CallFact.LegHeld f -> {
        if (f.held() && f.asked()) {
          holding.add(f.leg());
        } else if (!f.held()) {
          holding.remove(f.leg());
        }
        lines.replaceAll(
            (call, line) ->
                line.leg().equals(f.leg()) ? new Line(call, line.leg(), f.held()) : line);
      }
      case CallFact.LegEnded f -> {
        holding.remove(f.leg());
        codes.remove(f.leg());
      }
      case CallFact.CallEnded f -> {
        lines.remove(f.call());
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
              talk(f.call(), TalkState.TALKING, f.customer(), f.agent(), f.offer(), at)
                  .leftBy(null, false, f.origin())
                  .ledBy(f.agent(), f.offer()));
      case TalkFact.Dialled f ->
          put(dialled(talk(f.call(), TalkState.DIALLING, null, f.agent(), f.offer(), at), f.to()));
      case TalkFact.NumberRung f -> change(f, at, talk -> talk.with(f.leg()));
      case TalkFact.NumberAnswered f -> change(f, at, talk -> talk);
      case TalkFact.Held f -> change(f, at, talk -> talk.heldByTelephone(f.byTelephone()));
      case TalkFact.Resumed f -> change(f, at, talk -> talk.heldByTelephone(false));
      case TalkFact.ConsultBegan f -> change(f, at, talk -> talk.with(f.third()));
      case TalkFact.ConsultAnswered f -> change(f, at, talk -> talk);
      case TalkFact.ConsultEnded f -> {
        lines.remove(f.call());
        change(f, at, talk -> talk.with((Third) null));
      }
      case TalkFact.Swapped f -> change(f, at, talk -> talk);
      case TalkFact.Joined f -> {
        lines.remove(f.call());
        change(f, at, talk -> talk);
      }
      case TalkFact.GivenTo f -> {
        lines.remove(f.call());
        change(f, at, talk -> talk.ledBy(f.to(), f.offer()));
      }
      case TalkFact.PassedOn f -> {
        lines.remove(f.call());
        change(f, at, talk -> talk.leftBy(talk.from(), false, talk.origin()));
      }
      case TalkFact.SentOn f -> {
        lines.remove(f.call());
        change(
            f,
            at,
            talk ->
                talk.leftBy(f.agent(), f.back(), talk.origin().waited(f.creditMillis()))
                    .with(f.third()));
      }
      case TalkFact.Taken f -> change(f, at, talk -> talk.ledBy(f.agent(), f.offer()));
      case TalkFact.Parked f ->
          change(
              f,
              at,
              talk -> talk.leftBy(f.agent(), false, talk.origin()).in(f.slot(), f.dueMicros()));
      case TalkFact.KeysHeard f -> {
        if (f.keys().text().isEmpty()) {
          codes.remove(f.leg());
        } else {
          codes.put(f.leg(), new Code(f.leg(), f.keys(), at));
        }
      }
      case TalkFact.RecordingKeyPressed f -> {}
      case TalkFact.OtherLine f -> lines.put(f.call(), new Line(f.call(), f.leg(), false));
      case TalkFact.HandOnRefused f -> {}
      case TalkFact.CallRefused f -> {}
      case TalkFact.SentToQueue f -> over(f);
      case TalkFact.SentBack f -> over(f);
      case TalkFact.Ended f -> over(f);
    }
  }

  private static Talk talk(
      CallId call,
      TalkState state,
      @Nullable LegId customer,
      AgentId agent,
      OfferId offer,
      long atMicros) {
    return new Talk(
        call,
        state,
        customer,
        agent,
        offer,
        null,
        Origin.NONE,
        false,
        0,
        null,
        null,
        atMicros,
        0,
        false);
  }

  private static Talk dialled(Talk talk, Destination number) {
    return new Talk(
        talk.call(),
        talk.state(),
        null,
        talk.agent(),
        talk.offer(),
        null,
        talk.origin(),
        false,
        0,
        null,
        number,
        talk.sinceMicros(),
        0,
        false);
  }

  private void change(TalkFact fact, long atMicros, UnaryOperator<Talk> change) {
    Talk talk = talks.get(fact.call());
    if (talk != null) {
      TalkState next = TalkLifecycle.TABLE.next(talk.state(), fact);
      put(change.apply(talk.to(next, atMicros)));
    }
  }

  private void over(TalkFact fact) {
    lines.remove(fact.call());
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
    if (talk.third() != null && talk.third().offer() != null) {
      byThird.put(talk.third().offer(), talk.call());
    }
  }

  private void forget(Talk talk) {
    if (talk.offer() != null) {
      byOffer.remove(talk.offer());
    }
    if (talk.third() != null && talk.third().offer() != null) {
      byThird.remove(talk.third().offer());
    }
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    if (!rules.equals(TalkRules.USUAL)) {
      out.accept(rules);
    }
    talks.values().forEach(out);
    codes.values().forEach(out);
    lines.values().forEach(out);
    holding.forEach(leg -> out.accept(new Holding(leg)));
  }

  @Override
  public void restore(Record entity) {
    switch (entity) {
      case TalkRules it -> rules = it;
      case Code it -> codes.put(it.leg(), it);
      case Line it -> lines.put(it.call(), it);
      case Talk it -> put(it);
      case Holding it -> holding.add(it.leg());
      default -> {}
    }
  }
}

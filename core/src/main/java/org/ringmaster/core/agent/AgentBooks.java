// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.agent;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Fold;
import org.ringmaster.core.medium.Medium;

/** All agents and live offers: the fold behind {@link Roster}. */
public final class AgentBooks implements Fold {

  final Map<AgentId, AgentProfile> profiles = new LinkedHashMap<>();
  final Map<AgentId, Agent> agents = new LinkedHashMap<>();
  final Map<OfferId, Offer> offers = new LinkedHashMap<>();
  final WorkBooks work = new WorkBooks();
  final SpeechBooks speech = new SpeechBooks();
  final PauseBooks pauses = new PauseBooks();
  PauseReasons pauseReasons = PauseReasons.ANY;
  private final Map<LegId, OfferId> offersByLeg = new LinkedHashMap<>();
  private final Set<AgentId> available = new LinkedHashSet<>();
  private final Map<TelephoneId, AgentId> agentsByTelephone = new LinkedHashMap<>();
  private final Map<LegId, AgentId> agentsByLeg = new LinkedHashMap<>();
  private Predicate<AgentId> kept = agent -> false;

  /** The agent, or null where the configuration has none of that name. */
  public @Nullable Agent agent(AgentId id) {
    return agents.get(id);
  }

  /** What an agent can do, and how well; nothing where the configuration does not know them. */
  public List<SkillLevel> skillsOf(AgentId id) {
    AgentProfile profile = profiles.get(id);
    return profile == null ? List.of() : profile.skills();
  }

  /** How long an agent finishes work after a talk, where a queue gives them this many ms. */
  public long wrapUpMillis(AgentId id, long ofQueueMillis) {
    AgentProfile profile = profiles.get(id);
    return profile == null || profile.wrapUpMillis() == 0 ? ofQueueMillis : profile.wrapUpMillis();
  }

  /**
   * What an agent is asked who is rung: their own wrap-up goes before the queue's. None stays none
   * for whom is only asked about a caller, or calls out.
   */
  OfferTerms own(AgentId id, OfferTerms terms, boolean direct) {
    return direct && terms.wrapUpMillis() == 0
        ? terms
        : terms.wrappingUp(wrapUpMillis(id, terms.wrapUpMillis()));
  }

  /** Whether contacts over a medium are given to an agent at all. */
  public boolean takes(AgentId id, Medium medium) {
    AgentProfile profile = profiles.get(id);
    return profile == null || profile.capacityFor(medium) > 0;
  }

  /**
   * Who keeps agents who wait for callers from being given any, because they look at something that
   * they will perhaps do; said once, at the start, before anything is decided.
   */
  public void keptBy(Predicate<AgentId> keeper) {
    kept = keeper;
  }

  /**
   * Whether an agent may have one contact more over a medium. A call, being offered or in hand, is
   * their offer; no other medium brings contacts yet.
   */
  boolean hasRoomFor(Agent agent, Medium medium) {
    AgentProfile profile = profiles.get(agent.id());
    int inHand = medium == Medium.VOICE && agent.offer() != null ? 1 : 0;
    int most = profile == null ? Capacity.MOST_BY_VOICE : profile.capacityFor(medium);
    return inHand < most && !(medium == Medium.VOICE && kept.test(agent.id()));
  }

  /** The agent who types this number to sign in, or null. */
  public @Nullable AgentProfile numbered(String number) {
    for (AgentProfile profile : profiles.values()) {
      if (profile.number().equals(number)) {
        return profile;
      }
    }
    return null;
  }

  /** What the configuration says of an agent, or null. */
  public @Nullable AgentProfile profile(AgentId id) {
    return profiles.get(id);
  }

  /** All agents as configured. */
  public Collection<AgentProfile> profiles() {
    return profiles.values();
  }

  /** Who is available, in the order in which they became so: those who may be free. */
  public Collection<AgentId> available() {
    return available;
  }

  /** The call of which an agent must still say what it was, or null. */
  public @Nullable CallId owedBy(AgentId agent) {
    WorkBooks.Owing owing = work.owing(agent);
    return owing == null ? null : owing.call();
  }

  /** How often an agent may still extend the wrap-up they are in. */
  public int extensionsLeft(AgentId agent) {
    WorkBooks.Extending extending = work.extending(agent);
    return extending == null ? 0 : extending.left();
  }

  /** The offer, or null once it is over. */
  public @Nullable Offer offer(OfferId id) {
    return offers.get(id);
  }

  /** All agents, in the order of their first appearance. */
  public Collection<Agent> agents() {
    return agents.values();
  }

  /** All live offers, oldest first. */
  public Collection<Offer> offers() {
    return offers.values();
  }

  /** The offer whose agent has this leg, or null. */
  public @Nullable Offer offerOf(LegId leg) {
    OfferId id = offersByLeg.get(leg);
    return id == null ? null : offers.get(id);
  }

  /** Who is signed in on a telephone, or null. */
  public @Nullable Agent signedInOn(TelephoneId telephone) {
    AgentId id = agentsByTelephone.get(telephone);
    return id == null ? null : agents.get(id);
  }

  /** Whose open telephone's leg it is, or null. */
  @Nullable Agent standingOn(LegId leg) {
    AgentId id = agentsByLeg.get(leg);
    return id == null ? null : agents.get(id);
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    if (fact instanceof PauseReasonsConfigured configured) {
      pauseReasons = configured.reasons();
    }
    if (!(fact instanceof AgentFact agentFact)) {
      return;
    }
    AgentId about = aboutOf(agentFact);
    Agent before = about == null ? null : agents.get(about);
    work.apply(agentFact);
    speech.apply(agentFact);
    if (agentFact instanceof AgentFact.TalkBegan began) {
      speech.began(offers.get(began.offer()), envelope.recordedAtMicros());
    }
    apply(agentFact, envelope.occurredAtMicros());
    if (about != null) {
      String zone = pauseReasons.zone();
      pauses.changed(before, agents.get(about), about, zone, envelope.recordedAtMicros());
    }
  }

  /** Whom a fact may put into a pause or take out of it; null for nobody. */
  private static @Nullable AgentId aboutOf(AgentFact fact) {
    return switch (fact) {
      case AgentFact.Paused f -> f.agent();
      case AgentFact.Unpaused f -> f.agent();
      case AgentFact.OfferMade f -> f.agent();
      case AgentFact.SignedOut f -> f.agent();
      case AgentFact.Reconnecting f -> f.agent();
      case AgentFact.Removed f -> f.agent();
      default -> null;
    };
  }

  private void apply(AgentFact agentFact, long at) {
    switch (agentFact) {
      case AgentFact.Configured f -> {
        profiles.put(f.profile().id(), f.profile());
        if (!agents.containsKey(f.profile().id())) {
          put(Agent.signedOut(f.profile().id(), at));
        }
      }
      case AgentFact.Removed f -> {
        profiles.remove(f.agent());
        forget(agents.remove(f.agent()));
        available.remove(f.agent());
      }
      case AgentFact.SignedIn f ->
          change(f.agent(), a -> to(a, f, at).at(f.telephone()).idleSince(at));
      case AgentFact.TelephoneConnected f -> change(f.agent(), a -> a.on(f.leg()));
      case AgentFact.TelephoneLost f -> change(f.agent(), a -> a.on(null));
      case AgentFact.TelephoneFreed f -> {}
      case AgentFact.Ready f -> change(f.agent(), a -> to(a, f, at).idleSince(at));
      case AgentFact.SignedOut f -> change(f.agent(), a -> Agent.signedOut(to(a, f, at).id(), at));
      case AgentFact.Paused f -> change(f.agent(), a -> to(a, f, at).paused(f.reason()));
      case AgentFact.Unpaused f -> change(f.agent(), a -> to(a, f, at).idleSince(at));
      case AgentFact.Reconnecting f -> change(f.agent(), a -> to(a, f, at));
      case AgentFact.Asked f -> change(f.agent(), a -> a.asked(f.pause(), f.signOut(), f.remove()));
      case AgentFact.WrapUpStarted f ->
          change(f.agent(), a -> to(a, f, at).wrappingUpUntil(f.untilMicros()));
      case AgentFact.WrapUpMoved f ->
          change(f.agent(), a -> to(a, f, at).wrappingUpUntil(f.untilMicros()));
      case AgentFact.DispositionOwed f -> {}
      case AgentFact.DispositionSettled f -> {}
      case AgentFact.PauseOverrun f -> pauses.overrun(f);
      case AgentFact.Freed f -> change(f.agent(), a -> to(a, f, at).with(null).idleSince(at));
      case AgentFact.OfferMade f -> {
        put(
            new Offer(
                f.offer(),
                f.agent(),
                f.call(),
                f.leg(),
                OfferState.MADE,
                f.dueMicros(),
                f.wrapUpMillis(),
                f.autoPause(),
                false,
                f.direct(),
                f.terms() == null ? Offer.termsOf(f.wrapUpMillis(), f.autoPause()) : f.terms()));
        change(f.agent(), a -> to(a, f, at).with(f.offer()));
      }
      case AgentFact.OfferAccepted f -> {
        offers.computeIfPresent(
            f.offer(), (id, o) -> o.state(OfferLifecycle.TABLE.next(o.state(), f)));
        change(f.agent(), a -> to(a, f, at));
      }
      case AgentFact.OfferEnded f -> {
        remove(f.offer(), f);
        change(f.agent(), a -> to(a, f, at).with(null));
      }
      case AgentFact.WrapUpAgreed f ->
          offers.computeIfPresent(f.offer(), (id, o) -> o.wrappingUp(f.wrapUpMillis()));
      case AgentFact.TalkBegan f -> offers.computeIfPresent(f.offer(), (id, o) -> o.talking());
      case AgentFact.SpeechNoted f -> {}
      case AgentFact.TalkEnded f -> remove(f.offer(), f);
    }
  }

  private void put(Offer offer) {
    offers.put(offer.id(), offer);
    offersByLeg.put(offer.leg(), offer.id());
  }

  private void remove(OfferId id, AgentFact fact) {
    Offer offer = offers.remove(id);
    if (offer != null) {
      OfferLifecycle.TABLE.next(offer.state(), fact);
      offersByLeg.remove(offer.leg());
    }
  }

  private static Agent to(Agent agent, AgentFact fact, long atMicros) {
    return agent.to(AgentLifecycle.TABLE.next(agent.state(), fact), atMicros);
  }

  private void change(AgentId id, UnaryOperator<Agent> change) {
    Agent agent = agents.get(id);
    if (agent != null) {
      put(change.apply(agent));
    }
  }

  private void put(Agent agent) {
    Agent before = agents.put(agent.id(), agent);
    TelephoneId telephone = before == null ? null : before.telephone();
    LegId leg = before == null ? null : before.leg();
    move(agentsByTelephone, telephone, agent.telephone(), agent.id());
    move(agentsByLeg, leg, agent.leg(), agent.id());
    if (agent.state() != AgentState.AVAILABLE) {
      available.remove(agent.id());
    } else {
      available.add(agent.id());
    }
  }

  private void forget(@Nullable Agent before) {
    if (before != null) {
      move(agentsByTelephone, before.telephone(), null, before.id());
      move(agentsByLeg, before.leg(), null, before.id());
    }
  }

  private static <K> void move(
      Map<K, AgentId> index, @Nullable K from, @Nullable K to, AgentId agent) {
    if (Objects.equals(from, to)) {
      return;
    }
    if (from != null) {
      index.remove(from, agent);
    }
    if (to != null) {
      index.put(to, agent);
    }
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    if (!pauseReasons.equals(PauseReasons.ANY)) {
      out.accept(pauseReasons);
    }
    profiles.values().forEach(out);
    agents.values().forEach(out);
    offers.values().forEach(out);
    work.snapshot(out);
    speech.snapshot(out);
    pauses.snapshot(out);
  }

  @Override
  public void restore(Record entity) {
    work.restore(entity);
    speech.restore(entity);
    pauses.restore(entity);
    switch (entity) {
      case PauseReasons it -> pauseReasons = it;
      case AgentProfile it -> profiles.put(it.id(), it);
      case Agent it -> put(it);
      case Offer it -> put(it);
      default -> {}
    }
  }
}

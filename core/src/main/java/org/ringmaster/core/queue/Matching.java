// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.Agent;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.agent.Offer;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.agent.Roster;
import org.ringmaster.core.call.Call;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.Leg;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.Ringing;
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.queue.Choice.Why;
import org.ringmaster.core.routing.Candidate;
import org.ringmaster.core.routing.RoutingMoment;
import org.ringmaster.core.routing.Strategy;

/** Brings waiting callers and free agents together. */
final class Matching {

  private static final long MICROS_PER_MILLI = 1_000;

  private final QueueBooks books;
  private final CallControl calls;
  private final Roster roster;
  private final Seating seating;
  private final Reserves reserves;
  private final Eligibility eligibility;
  private final Urgency urgency;

  /** Who looks for a caller just now, while others are asked first. */
  private final Set<AgentId> looking = new LinkedHashSet<>();

  Matching(QueueBooks books, CallControl calls, Roster roster) {
    this.books = books;
    this.calls = calls;
    this.roster = roster;
    this.seating = new Seating(books, roster);
    this.reserves = new Reserves(books, roster, seating);
    this.eligibility = new Eligibility(books, seating, reserves, roster);
    this.urgency = new Urgency(books.lines(), seating, reserves, eligibility);
  }

  /** How many agents a caller of this queue who comes now would find on a node. */
  int spareFor(QueueId queue, NodeId node, long nowMicros) {
    return reserves.spareFor(queue, node, nowMicros);
  }

  /** Who may have whom. */
  Eligibility eligibility() {
    return eligibility;
  }

  /** Whether another queue's reserve may hold the callers of this one back. */
  boolean yields(QueueId queue) {
    return seating.yields(queue);
  }

  /**
   * Offers a caller to the agents whom their queue's rule chooses among the free ones, but not past
   * those whom such an agent should have first.
   */
  void match(EntryId id, Why why, Decision decision) {
    Prospect found = othersFirst(id, () -> prospect(id, decision), decision);
    if (found == null) {
      tellIfHeldBack(books.entry(id), decision);
      return;
    }
    for (Candidate one : found.chosen()) {
      if (one.equals(found.chosen().getFirst()) || isStillTheirs(one, found.entry(), decision)) {
        Choice choice = choice(found, one, why, decision);
        offer(found.entry(), found.queue(), one, choice, decision);
      }
    }
  }

  /**
   * Who may be rung for somebody, once those of them have been asked whom they should have first:
   * an agent who became free within this input has not been yet, nor one whom a reserve kept until
   * then. So who comes into a line within the same input, or back into it, does not go before those
   * who wait in it; nor does whom one agent looks at go past those whom another should have.
   */
  private @Nullable Prospect othersFirst(
      EntryId id, Supplier<@Nullable Prospect> prospects, Decision decision) {
    Prospect found = prospects.get();
    if (found == null || !books.lines().isAnybodyBut(id)) {
      return found;
    }
    Set<AgentId> asked = new LinkedHashSet<>(looking);
    AgentId other = wantsAnother(id, found, asked, decision);
    while (other != null) {
      look(other, Why.AGENT_FREE, decision);
      found = prospects.get();
      other = wantsAnother(id, found, asked, decision);
    }
    return found;
  }

  private @Nullable AgentId wantsAnother(
      EntryId id, @Nullable Prospect found, Set<AgentId> asked, Decision decision) {
    for (Candidate one : found == null ? List.<Candidate>of() : found.chosen()) {
      QueueEntry first = asked.add(one.agent()) ? nextFor(one.agent(), decision.nowMicros()) : null;
      if (first != null && !first.id().equals(id)) {
        return one.agent();
      }
    }
    return null;
  }

  private @Nullable Prospect prospect(EntryId id, Decision decision) {
    QueueEntry entry = books.entry(id);
    Queue queue = entry == null ? null : books.queue(entry.queue());
    if (entry == null
        || queue == null
        || roster.books().available().isEmpty()
        || !canBeOffered(entry, queue, decision.nowMicros())) {
      return null;
    }
    Leg caller = calls.books().leg(entry.leg());
    if (caller == null || caller.hangUpAsked() || !calls.books().connected(entry.node())) {
      return null;
    }
    List<Candidate> free = free(queue, entry, caller.telephone(), decision.nowMicros());
    if (free.isEmpty()) {
      return null;
    }
    RoutingMoment moment = moment(queue, entry);
    List<Candidate> chosen =
        openFirst(notAboveWhoIsRung(queue, entry, queue.strategy().rule().choose(free, moment)));
    return chosen.isEmpty() ? null : new Prospect(entry, queue, free, moment, chosen);
  }

  /** Where all are rung, those before may have taken what a reserve had to spare. */
  private boolean isStillTheirs(Candidate one, QueueEntry entry, Decision decision) {
    return !seating.yields(entry.queue())
        || eligibility.mayAnswer(one.agent(), entry, decision.nowMicros());
  }

  /** Says, once, that somebody waits for agents whom another queue keeps. */
  private void tellIfHeldBack(@Nullable QueueEntry entry, Decision decision) {
    if (entry == null
        || entry.state() != EntryState.WAITING
        || !seating.yields(entry.queue())
        || books.isHeldBack(entry.id())) {
      return;
    }
    long now = decision.nowMicros();
    for (Seat seat : seating.in(entry.queue()).values()) {
      if (isFree(seat.agent, entry.node(), now) && eligibility.fits(seat, entry, now)) {
        Seat keeping = reserves.keeping(seat, entry.node(), now);
        if (keeping != null) {
          decision.record(
              new QueueFact.EntryHeldBack(
                  entry.id(),
                  entry.queue(),
                  entry.call(),
                  keeping.queue.id(),
                  reserves.keptOf(keeping.queue, entry.node(), now)));
          return;
        }
      }
    }
  }

  private boolean isFree(AgentId agent, NodeId node, long nowMicros) {
    return roster.isFree(agent)
        && node.equals(roster.nodeOf(agent))
        && !books.isResting(agent, nowMicros);
  }

  private RoutingMoment moment(Queue queue, QueueEntry entry) {
    return new RoutingMoment(
        books.staff().lastOrderIn(queue.id()),
        entry.lastOffered() == null
            ? -1
            : books.staff().ordersIn(queue.id()).getOrDefault(entry.lastOffered(), -1),
        entry.id().value().hashCode() * 31L + entry.tries());
  }

  // A kept place looks for an agent.

  /**
   * Rings one agent for a place that is kept, in any strategy, but not past those whom that agent
   * should have first: who has the place is dialled only when the agent is there.
   */
  void matchPlace(EntryId id, Why why, Decision decision) {
    Prospect found = othersFirst(id, () -> prospectOfPlace(id, decision), decision);
    KeptPlace place = books.place(id);
    if (place == null || found == null) {
      return;
    }
    Queue queue = found.queue();
    Candidate one = found.chosen().getFirst();
    Choice choice = choice(found, one, why, decision);
    CallId call = calls.outbound().begin(place.trunk(), place.number(), place.name(), decision);
    OfferId offer =
        roster.offer(
            one.agent(),
            new Ringing(call, place.number(), place.name()),
            queue.ringMillis(),
            queue.terms(),
            decision);
    decision.record(
        new QueueFact.PlaceOffered(id, queue.id(), call, offer, one.agent(), choice),
        decision.nowMicros());
  }

  private @Nullable Prospect prospectOfPlace(EntryId id, Decision decision) {
    KeptPlace place = books.place(id);
    Queue queue = place == null ? null : books.queue(place.queue());
    if (place == null
        || queue == null
        || place.offer() != null
        || roster.books().available().isEmpty()
        || !canBeDialled(place, decision)) {
      return null;
    }
    QueueEntry entry = QueueEntry.kept(place);
    List<Candidate> free = free(queue, entry, null, decision.nowMicros());
    if (free.isEmpty()) {
      return null;
    }
    RoutingMoment moment = moment(queue, entry);
    Candidate one = openFirst(queue.strategy().rule().choose(free, moment)).getFirst();
    return new Prospect(entry, queue, free, moment, List.of(one));
  }

  private boolean canBeDialled(KeptPlace place, Decision decision) {
    return calls.outbound().canDial(place.trunk(), decision.nowMicros());
  }

  /** How many agents are free, and how many else are at work, for those of a kept place's kind. */
  Hands handsFor(KeptPlace place, long nowMicros) {
    Queue queue = books.queue(place.queue());
    if (queue == null) {
      return new Hands(0, 0);
    }
    QueueEntry entry = QueueEntry.kept(place);
    int free = free(queue, entry, null, nowMicros).size();
    int busy = 0;
    for (Seat seat : seating.in(queue.id()).values()) {
      AgentId id = seat.agent;
      Agent agent = roster.books().agent(id);
      boolean atWork =
          agent != null
              && (agent.state() == AgentState.ON_CALL
                  || agent.state() == AgentState.OFFERED
                  || agent.state() == AgentState.WRAP_UP);
      if (atWork
          && place.node().equals(roster.nodeOf(id))
          && eligibility.fits(seat, entry, nowMicros)) {
        busy++;
      }
    }
    return new Hands(free, busy);
  }

  /** Agents who are free, and agents who will be when they have done with what they do. */
  record Hands(int free, int busy) {}

  /**
   * Who waits can be offered; so can who is offered already, to more agents, in a queue that rings
   * all, until the longest wait is over: else new offers would put the overflow off for ever.
   */
  private boolean canBeOffered(QueueEntry entry, Queue queue, long nowMicros) {
    return switch (entry.state()) {
      case WAITING -> true;
      case OFFERED ->
          queue.strategy() == Strategy.RINGALL
              && !books.isPulled(entry.id())
              && !books.isOverdue(entry, nowMicros)
              && !books.isWhispering(entry.id());
      case CONNECTED, OVER -> false;
    };
  }

  /** Where all are rung, a higher penalty waits until nobody with a lower one is rung any more. */
  private List<Candidate> notAboveWhoIsRung(Queue queue, QueueEntry entry, List<Candidate> chosen) {
    int lowest = Integer.MAX_VALUE;
    for (OfferId id : entry.offers()) {
      Offer offer = roster.books().offer(id);
      if (offer != null) {
        lowest = StrictMath.min(lowest, queue.routing().penaltyOf(offer.agent()));
      }
    }
    int limit = lowest;
    return chosen.stream().filter(one -> one.penalty() <= limit).toList();
  }

  /**
   * An open telephone answers at once, so where one is among those to be rung no other needs to
   * ring.
   */
  private List<Candidate> openFirst(List<Candidate> chosen) {
    for (Candidate one : chosen) {
      if (roster.use(one.agent()) == TelephoneUse.OPEN) {
        return List.of(one);
      }
    }
    return chosen;
  }

  /** Who is free and may answer, in the queue's own order. */
  List<Candidate> free(Queue queue, QueueEntry entry, @Nullable TelephoneId own, long nowMicros) {
    Map<AgentId, Seat> seats = seating.in(queue.id());
    boolean fewAvailable = roster.books().available().size() < seats.size();
    List<Candidate> free = new ArrayList<>();
    for (AgentId id : fewAvailable ? roster.books().available() : seats.keySet()) {
      Seat seat = seats.get(id);
      if (seat != null
          && isFree(id, entry.node(), nowMicros)
          && eligibility.mayAnswer(seat, entry, nowMicros)) {
        Agent agent = Objects.requireNonNull(roster.books().agent(id));
        if (!Objects.equals(agent.telephone(), own)) {
          free.add(candidate(seat, agent));
        }
      }
    }
    if (fewAvailable) {
      free.sort(Comparator.comparingInt(Candidate::order));
    }
    return free;
  }

  private Candidate candidate(Seat seat, Agent agent) {
    SeatUse use = books.staff().use(seat.queue.id(), agent.id());
    return new Candidate(
        agent.id(),
        seat.order,
        seat.penalty,
        agent.idleSinceMicros(),
        use == null ? 0 : use.calls(),
        use == null ? 0 : use.lastCallMicros(),
        seat.fit,
        seat.breadth);
  }

  /** An agent goes home: those who were kept for them look for others. */
  void letGo(AgentId agent, Decision decision) {
    for (QueueId queue : books.queuesOf(agent)) {
      for (QueueEntry entry : books.lines().waitingIn(queue)) {
        if (agent.equals(entry.wanted())) {
          match(entry.id(), Why.RELAXED, decision);
        }
      }
    }
  }

  private Choice choice(Prospect found, Candidate one, Why why, Decision decision) {
    QueueEntry entry = found.entry();
    Queue queue = found.queue();
    List<Candidate> free = found.free();
    RoutingMoment moment = found.moment();
    List<Candidate> others = new ArrayList<>(free);
    others.remove(one);
    List<Candidate> next =
        queue.strategy() == Strategy.RINGALL || others.isEmpty()
            ? List.of()
            : queue.strategy().rule().choose(others, moment);
    return new Choice(
        queue.strategy(),
        why,
        free.size(),
        next.isEmpty() ? null : next.getFirst().agent(),
        one.penalty(),
        one.fit(),
        StrictMath.max(0, decision.nowMicros() - one.idleSinceMicros()) / MICROS_PER_MILLI,
        entry.waitedMillis(decision.nowMicros()),
        books.lines().lengthOf(queue.id()));
  }

  private void offer(
      QueueEntry entry, Queue queue, Candidate one, Choice choice, Decision decision) {
    Call call = calls.books().call(entry.call());
    OfferId offer =
        roster.offer(
            one.agent(),
            new Ringing(
                entry.call(),
                call == null ? null : call.callerNumber(),
                call == null ? null : call.callerName()),
            queue.ringMillis(),
            queue.terms(),
            decision);
    decision.record(
        new QueueFact.EntryOffered(entry.id(), offer, one.agent(), choice), decision.nowMicros());
    calls.hush(entry.leg(), decision);
  }

  // An agent looks for callers.

  /**
   * An agent may be free: of those whom they may answer, whoever counts most is theirs; where
   * nobody waits without an offer, they help to ring where all are rung. While they stay free,
   * others of their queue need perhaps not be kept for it any more.
   */
  void serve(AgentId agent, Why why, Decision decision) {
    look(agent, why, decision);
    if (roster.isFree(agent)) {
      easeReserves(agent, decision);
    }
  }

  /** Of the queues an agent serves, those that keep agents may be able to spare one now. */
  void easeReserves(AgentId agent, Decision decision) {
    for (Seat seat : seating.of(agent)) {
      if (!seat.queue.routing().reserve().isNone()) {
        Map<AgentId, Seat> seats = seating.in(seat.queue.id());
        for (AgentId other : List.copyOf(roster.books().available())) {
          if (!other.equals(agent) && seats.containsKey(other)) {
            look(other, Why.RESERVE_MET, decision);
          }
        }
      }
    }
  }

  private void look(AgentId agent, Why why, Decision decision) {
    NodeId node = roster.nodeOf(agent);
    if (node == null
        || !roster.isFree(agent)
        || books.isResting(agent, decision.nowMicros())
        || !calls.books().connected(node)
        || !looking.add(agent)) {
      return;
    }
    findFor(agent, node, why, decision);
    looking.remove(agent);
  }

  private void findFor(AgentId agent, NodeId node, Why why, Decision decision) {
    Set<EntryId> inVain = new LinkedHashSet<>();
    QueueEntry entry = null;
    while (roster.isFree(agent)
        && (entry = urgency.mostUrgent(agent, node, inVain, decision.nowMicros())) != null) {
      if (entry.isKept()) {
        matchPlace(entry.id(), why, decision);
      } else {
        match(entry.id(), why, decision);
      }
      inVain.add(entry.id());
    }
    List<QueueId> queues = books.queuesOf(agent);
    QueueEntry last = null;
    while (roster.isFree(agent)
        && (last = books.lines().nextOffered(queues, node, last, this::isRingall)) != null) {
      match(last.id(), why, decision);
    }
    tellWhomReservesHoldBack(agent, node, decision);
  }

  private void tellWhomReservesHoldBack(AgentId agent, NodeId node, Decision decision) {
    for (Seat seat : roster.isFree(agent) ? seating.of(agent) : List.<Seat>of()) {
      QueueEntry first =
          seating.above(seat).isEmpty() ? null : seat.lineOn(node, books.lines()).first();
      if (first != null && !first.isKept()) {
        tellIfHeldBack(first, decision);
      }
    }
  }

  /** Whom an agent should answer first were they free; null for nobody. */
  @Nullable QueueEntry nextFor(AgentId agent, long nowMicros) {
    NodeId node = roster.nodeOf(agent);
    return node == null ? null : urgency.mostUrgent(agent, node, Set.of(), nowMicros);
  }

  private boolean isRingall(QueueEntry entry) {
    Queue queue = books.queue(entry.queue());
    return queue != null && queue.strategy() == Strategy.RINGALL;
  }

  /** Whoever is free looks for a caller anew. */
  void matchAll(Why why, Decision decision) {
    for (AgentId agent : List.copyOf(roster.books().available())) {
      look(agent, why, decision);
    }
  }
}

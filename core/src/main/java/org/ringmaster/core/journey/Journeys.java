// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journey;

import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hasher128;
import com.dynatrace.hash4j.hashing.Hashing;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.Direction;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Decider;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.medium.Medium;
import org.ringmaster.core.queue.Overflow;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.talk.Destination;
import org.ringmaster.core.talk.TalkFact;

/**
 * Keeps the thread through a customer's contacts: who they are, which journey a contact belongs to,
 * what they need, and who passed them on to whom. Owned by the kernel thread.
 */
public final class Journeys implements Decider {

  /** A journey that nobody touched for so long is over; the next contact begins another. */
  static final long REST_MICROS = 7L * 24 * 3_600 * 1_000_000;

  private static final int MIN_DIGITS = 5;
  private static final Hasher128 HASHER = Hashing.murmur3_128();

  private final JourneyBooks books = new JourneyBooks();
  private final Consents consents = new Consents();
  private final OutgoingCalls outgoing = new OutgoingCalls();
  private final Resting resting = new Resting(books);

  /** Who must not be contacted. */
  public Consents consents() {
    return consents;
  }

  /** All customers and contacts now. */
  public JourneyBooks books() {
    return books;
  }

  @Override
  public void decide(Input input, Decision decision) {
    // Digital media will tell of contacts here; calls are heard of through facts.
    if (!(input instanceof JourneyInput told)) {
      return;
    }
    switch (told) {
      case JourneyInput.RememberRead read -> {
        if (read.millis() != books.memory().millis()) {
          decision.record(new JourneyFact.MemoryConfigured(read.millis()));
        }
      }
      case JourneyInput.Forbid in -> consents.forbid(in, decision);
      case JourneyInput.Permit in -> consents.permit(in, decision);
    }
  }

  @Override
  public void react(Fact fact, Decision decision) {
    switch (fact) {
      case CallFact.CallStarted f when f.direction() == Direction.INBOUND ->
          began(f.call(), f.callerNumber(), decision);
      case CallFact.LegEntered f -> {
        OutgoingCalls.Outgoing to = outgoing.at(f.leg());
        if (to != null && books.touchpoint(to.call()) == null) {
          began(to.call(), to.number(), decision);
        }
      }
      case CallFact.CallEnded f -> {
        ended(f, decision);
        resting.look(decision);
      }
      case QueueFact.EntryConnected f -> {
        Touchpoint touchpoint = books.touchpoint(f.call());
        if (touchpoint != null) {
          decision.record(
              new JourneyFact.DemandMoved(
                  touchpoint.demand(), touchpoint.customer(), DemandState.PENDING));
        }
      }
      case QueueFact.EntryOverflowed f -> passedOn(f, decision);
      case TalkFact.SentToQueue f -> handedOn(f.call(), f.agent(), queue(f.queue()), decision);
      case TalkFact.GivenTo f -> handedOn(f.call(), f.agent(), agent(f.to()), decision);
      case TalkFact.SentOn f when f.agent() != null && !f.back() ->
          handedOn(
              f.call(),
              f.agent(),
              f.to().agent() == null ? number(f.to()) : agent(f.to().agent()),
              decision);
      case TalkFact.PassedOn f when f.agent() != null ->
          handedOn(f.call(), f.agent(), number(f.to()), decision);
      default -> {}
    }
  }

  private void began(CallId call, @Nullable Personal number, Decision decision) {
    Customer customer = customer(number, decision);
    CustomerId id = customer.id();
    JourneyId journey = customer.journey();
    if (journey != null && Resting.isOver(customer, decision)) {
      decision.record(new JourneyFact.JourneyEnded(journey, id));
      journey = null;
    }
    if (journey == null) {
      journey = new JourneyId(decision.newId('j'));
      decision.record(new JourneyFact.JourneyBegan(journey, id, Purpose.OTHER));
    }
    Customer now = Objects.requireNonNull(books.customers.get(id));
    DemandId demand = now.demand();
    if (demand == null || now.demandState() == DemandState.RESOLVED) {
      demand = new DemandId(decision.newId('d'));
      decision.record(new JourneyFact.DemandOpened(demand, journey, id));
    }
    decision.record(
        new JourneyFact.TouchpointBegan(
            new TouchpointId(decision.newId('t')),
            journey,
            id,
            demand,
            Medium.VOICE,
            Phase.DURING,
            call));
  }

  private Customer customer(@Nullable Personal number, Decision decision) {
    IdentityId identity = number == null ? null : telephone(number);
    Customer known = identity == null ? null : books.customerOf(identity);
    if (known != null) {
      return known;
    }
    CustomerId atRest = identity == null ? null : books.atRest(identity);
    if (atRest != null) {
      decision.record(new JourneyFact.CustomerReturned(atRest));
      return Objects.requireNonNull(books.customers.get(atRest));
    }
    CustomerId id = new CustomerId(decision.newId('u'));
    decision.record(new JourneyFact.CustomerMet(id));
    if (identity != null && number != null) {
      decision.record(new JourneyFact.IdentityLinked(identity, id, IdentityKind.TELEPHONE, number));
    }
    return Objects.requireNonNull(books.customers.get(id));
  }

  private void ended(CallFact.CallEnded call, Decision decision) {
    Touchpoint touchpoint = books.touchpoint(call.call());
    if (touchpoint == null) {
      return;
    }
    decision.record(
        new JourneyFact.TouchpointEnded(touchpoint.id(), touchpoint.call(), touchpoint.end()));
    Customer customer = books.customers.get(touchpoint.customer());
    if (customer != null && !customer.known()) {
      decision.record(new JourneyFact.JourneyEnded(touchpoint.journey(), customer.id()));
    }
  }

  private void passedOn(QueueFact.EntryOverflowed entry, Decision decision) {
    Touchpoint touchpoint = books.touchpoint(entry.call());
    Owner to = ownerAfter(entry.target());
    if (touchpoint != null && to != null) {
      decision.record(
          new JourneyFact.HandoffMade(
              new HandoffId(decision.newId('h')),
              touchpoint.journey(),
              touchpoint.id(),
              new Owner(Owner.Kind.QUEUE, entry.queue().value()),
              to,
              reasonOf(entry.target())));
    }
  }

  private static String reasonOf(Overflow target) {
    return switch (target.kind()) {
      case CALLBACK -> "callback";
      case VOICEMAIL -> "voicemail";
      default -> "max wait";
    };
  }

  private static Owner queue(QueueId queue) {
    return new Owner(Owner.Kind.QUEUE, queue.value());
  }

  private static Owner agent(AgentId agent) {
    return new Owner(Owner.Kind.AGENT, agent.value());
  }

  private static Owner number(Destination to) {
    return new Owner(Owner.Kind.NUMBER, to.trunk() == null ? "" : to.trunk().value());
  }

  /** An agent handed a conversation to somebody. */
  private void handedOn(CallId call, AgentId from, Owner to, Decision decision) {
    Touchpoint touchpoint = books.touchpoint(call);
    if (touchpoint != null) {
      decision.record(
          new JourneyFact.HandoffMade(
              new HandoffId(decision.newId('h')),
              touchpoint.journey(),
              touchpoint.id(),
              new Owner(Owner.Kind.AGENT, from.value()),
              to,
              "handed on"));
    }
  }

  private static @Nullable Owner ownerAfter(Overflow target) {
    return switch (target.kind()) {
      case QUEUE -> new Owner(Owner.Kind.QUEUE, Objects.requireNonNull(target.queue()).value());
      case NUMBER -> new Owner(Owner.Kind.NUMBER, Objects.requireNonNull(target.trunk()).value());
      case PROMPT -> new Owner(Owner.Kind.MESSAGE, "overflow");
      case CALLBACK -> new Owner(Owner.Kind.MESSAGE, "callback");
      case VOICEMAIL -> new Owner(Owner.Kind.MESSAGE, "voicemail");
      case HANG_UP -> null;
    };
  }

  /** Whether agents must not call a number. */
  public boolean isBannedForAgents(Personal number) {
    return consents().isForbidden(number, ConsentScope.AGENT);
  }

  /** Whoever has a number says that it must not be contacted any more for a purpose. */
  public void refused(Personal number, ConsentScope scope, Author author, Decision decision) {
    consents.refused(number, scope, author, decision);
  }

  /**
   * The identity of a telephone number, or null where it is withheld or too short to be anybody's.
   */
  public static @Nullable IdentityId telephone(Personal number) {
    String told = number.text();
    String normal = isDiallable(told) ? told : PhoneNumberUtil.normalizeDiallableCharsOnly(told);
    if (normal.length() < MIN_DIGITS) {
      return null;
    }
    HashValue128 digest =
        HASHER.hashTo128Bits("telephone:" + normal, (text, sink) -> sink.putString(text));
    HexFormat hex = HexFormat.of();
    return new IdentityId(
        hex.toHexDigits(digest.getMostSignificantBits())
            + hex.toHexDigits(digest.getLeastSignificantBits()));
  }

  /** As nodes tell most numbers: then there is nothing to normalise. */
  private static boolean isDiallable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && c != '+') {
        return false;
      }
    }
    return true;
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    books.apply(fact, envelope);
    outgoing.apply(fact, envelope);
    consents.apply(fact, envelope);
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    books.snapshot(out);
    outgoing.snapshot(out);
    consents.snapshot(out);
  }

  @Override
  public void restore(Record entity) {
    books.restore(entity);
    outgoing.restore(entity);
    consents.restore(entity);
  }
}

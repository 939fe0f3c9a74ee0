// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journey;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Fold;
import org.ringmaster.core.kernel.Personal;

/**
 * Who must not be contacted: per address and purpose, for every leg that leaves; an address may
 * stand for all numbers that begin so. Owned by the kernel thread.
 */
public final class Consents implements Fold {

  private record Key(IdentityId identity, ConsentScope scope) {}

  private final Map<Key, Consent> forbidden = new LinkedHashMap<>();
  private final ForbiddenPrefixes prefixes = new ForbiddenPrefixes();

  /** Whether an address must not be contacted for a purpose. */
  public boolean isForbidden(@Nullable IdentityId identity, ConsentScope scope) {
    return identity != null
        && (forbidden.containsKey(new Key(identity, scope))
            || forbidden.containsKey(new Key(identity, ConsentScope.ANY)));
  }

  /** Whether a number must not be contacted for a purpose, itself or by what it begins with. */
  public boolean isForbidden(Personal number, ConsentScope scope) {
    return isForbidden(Journeys.telephone(number), scope)
        || prefixes.holds(NumberPrefix.digits(number.text()), scope);
  }

  /** Whether a number (E.164 without the plus) must not be contacted by what it begins with. */
  public boolean isForbiddenByPrefix(long number, ConsentScope scope) {
    return prefixes.holds(number, scope);
  }

  void forbid(JourneyInput.Forbid in, Decision decision) {
    IdentityId identity = Journeys.telephone(in.number());
    String text = in.number().text();
    if (NumberPrefix.isMeant(text) && NumberPrefix.of(text) == NumberPrefix.NONE) {
      decision.refuse(
          "What numbers begin with is written with the plus and three digits at least, such as"
              + " +1900*.");
    } else if (identity == null) {
      decision.refuse("That is no telephone number: at least five digits are needed.");
    } else if (forbidden.containsKey(new Key(identity, in.scope()))) {
      decision.accept("It was so already.");
    } else {
      decision.record(
          new JourneyFact.ConsentRefused(
              identity, IdentityKind.TELEPHONE, in.number(), in.scope(), in.author()));
      decision.accept("");
    }
  }

  /** An address must not be contacted any more because whoever has it says so. */
  void refused(Personal number, ConsentScope scope, Author author, Decision decision) {
    IdentityId identity = Journeys.telephone(number);
    if (identity != null && !forbidden.containsKey(new Key(identity, scope))) {
      decision.record(
          new JourneyFact.ConsentRefused(identity, IdentityKind.TELEPHONE, number, scope, author));
    }
  }

  void permit(JourneyInput.Permit in, Decision decision) {
    IdentityId identity = Journeys.telephone(in.number());
    if (identity == null || !forbidden.containsKey(new Key(identity, in.scope()))) {
      decision.refuse("That number is not on the list for this purpose.");
    } else {
      decision.record(new JourneyFact.ConsentGiven(identity, in.scope(), in.author(), in.number()));
      decision.accept("");
    }
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    switch (fact) {
      case JourneyFact.ConsentRefused f ->
          put(
              new Consent(
                  f.identity(),
                  f.scope(),
                  envelope.recordedAtMicros(),
                  NumberPrefix.of(f.address().text())));
      case JourneyFact.ConsentGiven f -> {
        Consent gone = forbidden.remove(new Key(f.identity(), f.scope()));
        if (gone != null) {
          prefixes.remove(gone.prefix(), f.scope());
        }
      }
      default -> {}
    }
  }

  private void put(Consent consent) {
    forbidden.put(new Key(consent.identity(), consent.scope()), consent);
    if (consent.prefix() != NumberPrefix.NONE) {
      prefixes.add(consent.prefix(), consent.scope());
    }
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    forbidden.values().forEach(out);
  }

  @Override
  public void restore(Record entity) {
    if (entity instanceof Consent consent) {
      put(consent);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.EndSource;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.RecordedFact;

/** A leg whose end nobody saw may get its true end told later, once. */
final class LegsEndOnce implements Invariant {
  private final Set<LegId> live = new LinkedHashSet<>();
  private final Set<LegId> standing = new LinkedHashSet<>();
  private final Set<LegId> unseen = new LinkedHashSet<>();

  @Override
  public String sentence() {
    return "Every leg closes once, with a cause.";
  }

  @Override
  public @Nullable String brokenBy(RecordedFact fact) {
    return switch (fact.fact()) {
      case CallFact.LegArrived f -> begins(f.leg());
      case CallFact.LegRequested f -> {
        if (f.role() == org.ringmaster.core.call.LegRole.STANDING) {
          standing.add(f.leg());
        }
        yield begins(f.leg());
      }
      case CallFact.LegKept f -> {
        standing.add(f.leg());
        yield lives(f.leg(), "is kept");
      }
      case CallFact.LegEnded f -> ends(f);
      case CallFact.EndWitnessed f ->
          unseen.remove(f.leg()) ? null : f.leg() + " has a witness for an end that was known";
      case CallFact.LegRang f -> lives(f.leg(), "rings");
      case CallFact.LegAnswered f -> lives(f.leg(), "is answered");
      case CallFact.LegEntered f -> lives(f.leg(), "enters");
      case CallFact.LegJoined f -> lives(f.leg(), "joins a bridge");
      case CallFact.LegHeld f -> lives(f.leg(), "is held");
      case CallFact.BridgeWanted f -> lives(f.leg(), "is wanted in a bridge");
      default -> null;
    };
  }

  private @Nullable String begins(LegId leg) {
    return live.add(leg) ? null : leg + " begins and lives already";
  }

  private @Nullable String lives(LegId leg, String does) {
    return live.contains(leg) ? null : leg + " " + does + " and does not live";
  }

  private @Nullable String ends(CallFact.LegEnded f) {
    standing.remove(f.leg());
    if (f.source() == EndSource.NOT_SEEN) {
      unseen.add(f.leg());
    }
    if (f.cause() == null) {
      return f.leg() + " ends without a cause";
    }
    return live.remove(f.leg()) ? null : f.leg() + " ends and does not live";
  }

  /** The legs of open telephones stay. */
  @Override
  public @Nullable String brokenInTheEnd() {
    Set<LegId> left = new LinkedHashSet<>(live);
    left.removeAll(standing);
    return left.isEmpty() ? null : "legs that never ended: " + left;
  }
}

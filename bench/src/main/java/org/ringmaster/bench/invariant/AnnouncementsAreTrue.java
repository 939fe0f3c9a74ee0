// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.queue.EntryId;
import org.ringmaster.core.queue.KeptPlace;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;

/**
 * Recounts the line at each announcement: the place that is said is the true one, the wait that is
 * said has not grown by more than a fifth, and nobody is told anything who is rung for or talks.
 */
final class AnnouncementsAreTrue implements Invariant {
  private static final long MICROS_PER_MILLI = 1_000;
  private static final double MOST_GROWTH = 1.2;

  private enum Stage {
    WAITS,
    RUNG_FOR,
    TALKS
  }

  /** One in a line. */
  private static final class Spot {
    final QueueId queue;
    final EntryId id;
    final long sinceMicros;
    int priority;
    Stage stage = Stage.WAITS;
    int offers;
    int saidSeconds;

    Spot(QueueId queue, EntryId id, int priority, long sinceMicros) {
      this.queue = queue;
      this.id = id;
      this.priority = priority;
      this.sinceMicros = sinceMicros;
    }

    boolean isBefore(Spot other) {
      if (priority != other.priority) {
        return priority > other.priority;
      }
      return sinceMicros != other.sinceMicros
          ? sinceMicros < other.sinceMicros
          : id.value().compareTo(other.id.value()) < 0;
    }
  }

  private final Map<EntryId, Spot> spots = new HashMap<>();
  private final Map<EntryId, KeptPlace> rungFor = new HashMap<>();

  @Override
  public String sentence() {
    return "What waiting callers are told is true, and never much worse than before.";
  }

  @Override
  public @Nullable String brokenBy(RecordedFact recorded) {
    switch (recorded.fact()) {
      case QueueFact.EntryJoined f -> joined(f, recorded.envelope());
      case QueueFact.EntryPrioritised f -> of(f.entry()).priority = f.priority();
      case QueueFact.EntryOffered f -> offers(f.entry(), 1);
      case QueueFact.EntryUnoffered f -> offers(f.entry(), -1);
      case QueueFact.EntryConnected f -> of(f.entry()).stage = Stage.TALKS;
      case QueueFact.EntryReturned f -> {
        of(f.entry()).offers = 0;
        of(f.entry()).stage = Stage.WAITS;
      }
      case QueueFact.EntryCompleted f -> spots.remove(f.entry());
      case QueueFact.EntryAbandoned f -> spots.remove(f.entry());
      case QueueFact.EntryOverflowed f -> spots.remove(f.entry());
      case QueueFact.PlaceKept f -> keep(f.place());
      case QueueFact.PlaceOffered f -> {
        spots.remove(f.place());
      }
      case QueueFact.PlaceUnoffered f -> {
        KeptPlace place = rungFor.get(f.place());
        if (place != null) {
          keep(place);
        }
      }
      case QueueFact.PlaceLeft f -> {
        spots.remove(f.place());
        rungFor.remove(f.place());
      }
      case QueueFact.CallerTold f -> {
        return told(f);
      }
      case QueueFact.PeriodicSaid f -> {
        return isWaiting(f.entry()) ? null : f.entry() + " hears a prompt and does not wait";
      }
      default -> {}
    }
    return null;
  }

  private void joined(QueueFact.EntryJoined f, Envelope envelope) {
    long since = envelope.recordedAtMicros() - f.creditMillis() * MICROS_PER_MILLI;
    spots.put(f.entry(), new Spot(f.queue(), f.entry(), f.priority(), since));
  }

  private void keep(KeptPlace place) {
    rungFor.put(place.id(), place);
    spots.put(
        place.id(), new Spot(place.queue(), place.id(), place.priority(), place.sinceMicros()));
  }

  private void offers(EntryId entry, int more) {
    Spot spot = of(entry);
    spot.offers += more;
    if (spot.stage != Stage.TALKS) {
      spot.stage = spot.offers > 0 ? Stage.RUNG_FOR : Stage.WAITS;
    }
  }

  /** One that nobody has joined is of a journal without its beginning. */
  private Spot of(EntryId entry) {
    return spots.computeIfAbsent(entry, id -> new Spot(new QueueId(""), id, 0, 0));
  }

  private boolean isWaiting(EntryId entry) {
    return of(entry).stage == Stage.WAITS;
  }

  private @Nullable String told(QueueFact.CallerTold f) {
    Spot spot = of(f.entry());
    if (spot.stage != Stage.WAITS) {
      return f.entry() + " is told something and does not wait";
    }
    int place = 1;
    for (Spot other : spots.values()) {
      boolean ahead =
          other != spot
              && other.queue.equals(spot.queue)
              && other.stage != Stage.TALKS
              && other.isBefore(spot);
      place += ahead ? 1 : 0;
    }
    if (f.place() != place) {
      return "%s is told to be number %d and is number %d".formatted(f.entry(), f.place(), place);
    }
    int before = spot.saidSeconds;
    if (f.waitSeconds() > 0) {
      spot.saidSeconds = f.waitSeconds();
      if (before > 0 && f.waitSeconds() > MOST_GROWTH * before) {
        return "%s is told %d s after %d s".formatted(f.entry(), f.waitSeconds(), before);
      }
    }
    return null;
  }
}

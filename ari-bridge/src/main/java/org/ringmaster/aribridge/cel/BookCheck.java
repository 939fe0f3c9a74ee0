// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.cel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.IdShape;

/**
 * Compares our books of one node with what its channel event log tells, leg by leg. Used once, by
 * one thread.
 */
public final class BookCheck {
  /** So far apart may two clocks' readings of one happening be. */
  public static final long TOLERANCE_MICROS = 50_000;

  /** What ended so lately may still be on its way into the books. */
  private static final long GRACE_MICROS = 5_000_000;

  /**
   * What came of a comparison.
   *
   * @param agreed legs on which both agree in everything
   * @param differences everything on which they do not
   * @param live legs that have not ended yet, which are compared later
   * @param helpers witnessed channels that are nobody's connection
   * @param neverMade booked legs that the node refused to make, so that nobody could witness them
   * @param notOurs witnessed legs that never came under our control
   * @param endsNotSeen booked legs whose end nobody has told
   * @param beforeLog booked legs older than the log
   */
  public record Outcome(
      int agreed,
      List<BookDifference> differences,
      int live,
      int helpers,
      int neverMade,
      int notOurs,
      int endsNotSeen,
      int beforeLog) {

    /** Whether there is no difference. */
    public boolean clean() {
      return differences.isEmpty();
    }
  }

  private final Map<LegId, WitnessedLeg> witnessed;
  private final List<BookDifference> differences = new ArrayList<>();
  private final long logBegins;
  private final long lastTold;
  private int agreed;
  private int live;
  private int neverMade;
  private int endsNotSeen;
  private int beforeLog;

  private BookCheck(Map<LegId, WitnessedLeg> witnessed) {
    this.witnessed = witnessed;
    logBegins =
        witnessed.values().stream()
            .mapToLong(WitnessedLeg::startMicros)
            .filter(start -> start > 0)
            .min()
            .orElse(Long.MAX_VALUE);
    lastTold = witnessed.values().stream().mapToLong(WitnessedLeg::endMicros).max().orElse(0);
  }

  /** Compares. */
  public static Outcome compare(Collection<BookedLeg> booked, Map<LegId, WitnessedLeg> witnessed) {
    BookCheck check = new BookCheck(witnessed);
    Set<LegId> known = new HashSet<>();
    for (BookedLeg leg : booked) {
      known.add(leg.leg());
      check.take(leg);
    }
    int helpers = 0;
    int notOurs = 0;
    for (WitnessedLeg leg : witnessed.values()) {
      if (leg.isHelper()) {
        helpers++;
      } else if (!known.contains(leg.leg())) {
        if (leg.controlled()) {
          check.differ(leg.leg(), "leg", "none", "there");
        } else {
          notOurs++;
        }
      }
    }
    return new Outcome(
        check.agreed,
        List.copyOf(check.differences),
        check.live,
        helpers,
        check.neverMade,
        notOurs,
        check.endsNotSeen,
        check.beforeLog);
  }

  private void take(BookedLeg booked) {
    WitnessedLeg seen = witnessed.get(booked.leg());
    if (seen == null) {
      missing(booked);
      return;
    }
    if (booked.endMicros() == 0) {
      if (seen.ended() && seen.endMicros() < lastTold - GRACE_MICROS) {
        differ(booked.leg(), "end", "none", Long.toString(seen.endMicros()));
      } else {
        live++;
      }
      return;
    }
    int before = differences.size();
    near(booked.leg(), "start", booked.startMicros(), seen.startMicros());
    near(booked.leg(), "answer", booked.answerMicros(), seen.answerMicros());
    if (booked.endKnown()) {
      near(booked.leg(), "end", booked.endMicros(), seen.endMicros());
      if (booked.causeCode() != seen.cause().code()) {
        differ(
            booked.leg(),
            "cause",
            Integer.toString(booked.causeCode()),
            Integer.toString(seen.cause().code()));
      }
    } else {
      endsNotSeen++;
    }
    partners(booked, seen);
    if (differences.size() == before) {
      agreed++;
    }
  }

  private void missing(BookedLeg booked) {
    boolean asked = IdShape.isOurs(booked.leg().value());
    if (booked.startMicros() < logBegins - TOLERANCE_MICROS) {
      beforeLog++;
    } else if (asked && !booked.rang() && booked.answerMicros() == 0) {
      neverMade++;
    } else {
      differ(booked.leg(), "leg", "there", "none");
    }
  }

  private void near(LegId leg, String what, long booked, long seen) {
    boolean bothOrNone = (booked == 0) == (seen == 0);
    if (!bothOrNone || Math.abs(booked - seen) > TOLERANCE_MICROS) {
      differ(leg, what, Long.toString(booked), Long.toString(seen));
    }
  }

  private void partners(BookedLeg booked, WitnessedLeg seen) {
    Set<LegId> people =
        seen.talkedWith().stream().filter(this::isNobodysHelper).collect(Collectors.toSet());
    if (!people.equals(booked.talkedWith())) {
      differ(booked.leg(), "talked with", sorted(booked.talkedWith()), sorted(people));
    }
  }

  private boolean isNobodysHelper(LegId other) {
    WitnessedLeg leg = witnessed.get(other);
    return leg == null || !leg.isHelper();
  }

  private static String sorted(Set<LegId> legs) {
    return legs.stream()
        .map(LegId::value)
        .collect(Collectors.toCollection(TreeSet::new))
        .toString();
  }

  private void differ(LegId leg, String what, String booked, String seen) {
    differences.add(new BookDifference(leg, what, booked, seen));
  }
}

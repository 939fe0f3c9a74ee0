// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.routing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringmaster.aribridge.cel.CelFiles;
import org.ringmaster.aribridge.cel.WitnessedLeg;
import org.ringmaster.core.call.LegId;

/**
 * Reads from the channel event log how long agents' telephones stood idle although a caller waited.
 * A hand-over counts if its caller had been answered before the agent became free: who was not
 * there yet could not be handed over.
 */
final class HandOvers {

  private static final double MICROS_PER_MILLI = 1_000.0;

  private final Map<LegId, WitnessedLeg> legs;
  private final long fromMicros;
  private final long toMicros;

  /** The log of one Asterisk between two instants, epoch microseconds. */
  HandOvers(Path celFile, long fromMicros, long toMicros) throws IOException {
    this.legs = CelFiles.legs(List.of(celFile));
    this.fromMicros = fromMicros;
    this.toMicros = toMicros;
  }

  /**
   * For telephones that ring for each caller: from the end of a telephone's leg to the beginning of
   * its next one, in milliseconds.
   */
  List<Double> offered() {
    List<Double> gaps = new ArrayList<>();
    for (List<WitnessedLeg> telephone : byTelephone().values()) {
      for (int i = 1; i < telephone.size(); i++) {
        WitnessedLeg before = telephone.get(i - 1);
        WitnessedLeg next = telephone.get(i);
        if (handedOver(before, next)) {
          gaps.add((next.startMicros() - before.endMicros()) / MICROS_PER_MILLI);
        }
      }
    }
    return gaps;
  }

  /**
   * The same up to the moment at which both hear each other; the telephone's own ringing is in it.
   */
  List<Double> connectedAfterRinging() {
    List<Double> gaps = new ArrayList<>();
    for (List<WitnessedLeg> telephone : byTelephone().values()) {
      for (int i = 1; i < telephone.size(); i++) {
        WitnessedLeg before = telephone.get(i - 1);
        WitnessedLeg next = telephone.get(i);
        if (handedOver(before, next)) {
          gaps.add((bothIn(next, talks(next).getFirst()) - before.endMicros()) / MICROS_PER_MILLI);
        }
      }
    }
    return gaps;
  }

  /**
   * For telephones that stay open: from the end of a caller's leg to the moment at which the next
   * caller and the agent are both in their bridge, in milliseconds.
   */
  List<Double> connected() {
    List<Double> gaps = new ArrayList<>();
    for (List<WitnessedLeg> telephone : byTelephone().values()) {
      for (WitnessedLeg leg : telephone) {
        List<WitnessedLeg.Stay> talks = talks(leg);
        for (int i = 1; i < talks.size(); i++) {
          WitnessedLeg partner = partner(leg, talks.get(i - 1));
          long freed = partner == null ? 0 : partner.endMicros();
          if (freed > 0 && inTime(freed) && waited(partner(leg, talks.get(i)), freed)) {
            gaps.add((bothIn(leg, talks.get(i)) - freed) / MICROS_PER_MILLI);
          }
        }
      }
    }
    return gaps;
  }

  private boolean handedOver(WitnessedLeg before, WitnessedLeg next) {
    return talked(before)
        && talked(next)
        && before.ended()
        && inTime(before.endMicros())
        && waited(partner(next, talks(next).getFirst()), before.endMicros());
  }

  private static boolean waited(@Nullable WitnessedLeg caller, long sinceMicros) {
    return caller != null && caller.answerMicros() > 0 && caller.answerMicros() <= sinceMicros;
  }

  private boolean inTime(long atMicros) {
    return atMicros >= fromMicros && atMicros <= toMicros;
  }

  private static boolean talked(WitnessedLeg leg) {
    return !talks(leg).isEmpty();
  }

  private static List<WitnessedLeg.Stay> talks(WitnessedLeg leg) {
    return leg.stays().stream().filter(stay -> !stay.room()).toList();
  }

  private WitnessedLeg leg(LegId id) {
    return Objects.requireNonNull(legs.get(id), () -> "nobody witnessed " + id);
  }

  /** The later of the two entries into a bridge: from then on both hear each other. */
  private long bothIn(WitnessedLeg agent, WitnessedLeg.Stay stay) {
    long both = stay.enterMicros();
    for (LegId id : agent.talkedWith()) {
      for (WitnessedLeg.Stay other : leg(id).stays()) {
        if (other.bridgeId().equals(stay.bridgeId())) {
          both = Math.max(both, other.enterMicros());
        }
      }
    }
    return both;
  }

  private @Nullable WitnessedLeg partner(WitnessedLeg agent, WitnessedLeg.Stay stay) {
    for (LegId id : agent.talkedWith()) {
      WitnessedLeg other = leg(id);
      if (other.stays().stream().anyMatch(its -> its.bridgeId().equals(stay.bridgeId()))) {
        return other;
      }
    }
    return null;
  }

  private Map<String, List<WitnessedLeg>> byTelephone() {
    Map<String, List<WitnessedLeg>> telephones = new LinkedHashMap<>();
    for (WitnessedLeg leg : legs.values()) {
      String name = leg.channelName();
      boolean inTime =
          leg.startMicros() <= toMicros && (!leg.ended() || leg.endMicros() >= fromMicros);
      if (name.startsWith("PJSIP/tel") && inTime) {
        telephones
            .computeIfAbsent(name.substring(0, name.lastIndexOf('-')), key -> new ArrayList<>())
            .add(leg);
      }
    }
    telephones
        .values()
        .forEach(list -> list.sort(Comparator.comparingLong(WitnessedLeg::startMicros)));
    return telephones;
  }
}

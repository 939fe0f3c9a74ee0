// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.routing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ringmaster.aribridge.cel.CelFiles;
import org.ringmaster.aribridge.cel.WitnessedLeg;
import org.ringmaster.core.call.LegId;

/**
 * What callers lived through between two instants, read from the channel event log: how long each
 * was in line, from the first sign of the call until both heard each other or the caller had
 * enough.
 */
final class LivedWaits {
  private static final double MICROS_PER_MILLI = 1_000.0;

  /** One caller; metMicros 0 where no agent came. */
  private record Life(long cameMicros, long metMicros, long goneMicros) {
    boolean answered() {
      return metMicros != 0;
    }

    long leftLineMicros() {
      return answered() ? metMicros : goneMicros;
    }

    double waitedMillis() {
      return Math.max(0, leftLineMicros() - cameMicros) / MICROS_PER_MILLI;
    }
  }

  private final List<Life> lives;
  private final double[] waits;

  private LivedWaits(List<Life> lives) {
    this.lives = lives;
    waits = lives.stream().mapToDouble(Life::waitedMillis).sorted().toArray();
  }

  /** The callers of one Asterisk between two instants, epoch microseconds. */
  static LivedWaits read(Path celFile, long fromMicros, long toMicros) throws IOException {
    Map<LegId, WitnessedLeg> legs = CelFiles.legs(List.of(celFile));
    List<Life> lives =
        legs.values().stream()
            .filter(leg -> leg.startMicros() >= fromMicros && leg.startMicros() <= toMicros)
            .filter(leg -> !leg.isHelper() && !leg.channelName().startsWith("PJSIP/tel"))
            .map(leg -> new Life(leg.startMicros(), met(leg, legs), leg.endMicros()))
            .sorted(Comparator.comparingLong(Life::cameMicros))
            .toList();
    return new LivedWaits(lives);
  }

  /** The later of the two entries into the first bridge with somebody. */
  private static long met(WitnessedLeg caller, Map<LegId, WitnessedLeg> legs) {
    for (WitnessedLeg.Stay stay : caller.stays()) {
      for (LegId id : stay.room() ? List.<LegId>of() : List.copyOf(caller.talkedWith())) {
        for (WitnessedLeg.Stay other : Objects.requireNonNull(legs.get(id)).stays()) {
          if (other.bridgeId().equals(stay.bridgeId())) {
            return Math.max(stay.enterMicros(), other.enterMicros());
          }
        }
      }
    }
    return 0;
  }

  int count() {
    return lives.size();
  }

  double meanMillis() {
    return Arrays.stream(waits).average().orElse(0);
  }

  double p95Millis() {
    return waits.length == 0 ? 0 : waits[(int) Math.ceil(0.95 * waits.length) - 1];
  }

  double abandonedPercent() {
    return 100.0 * lives.stream().filter(life -> !life.answered()).count() / Math.max(1, count());
  }

  /**
   * How unequal the waits are: half the mean difference between two of them, as a part of their
   * mean. 0 where all wait the same (Gini 1912).
   */
  double gini() {
    double sum = 0;
    double weighted = 0;
    for (int i = 0; i < waits.length; i++) {
      sum += waits[i];
      weighted += (i + 1) * waits[i];
    }
    return sum == 0 ? 0 : (2 * weighted / sum - (waits.length + 1)) / waits.length;
  }

  /** How often somebody was answered while one who had come before was in line still. */
  int inversions() {
    int count = 0;
    for (int i = 0; i < lives.size(); i++) {
      count += passedOver(i);
    }
    return count;
  }

  /** By how many who came later the unluckiest caller was passed over. */
  int mostPassedOver() {
    int most = 0;
    for (int i = 0; i < lives.size(); i++) {
      most = Math.max(most, passedOver(i));
    }
    return most;
  }

  private int passedOver(int caller) {
    Life life = lives.get(caller);
    int count = 0;
    for (Life later : lives.subList(caller + 1, lives.size())) {
      count += later.answered() && later.metMicros() < life.leftLineMicros() ? 1 : 0;
    }
    return count;
  }
}

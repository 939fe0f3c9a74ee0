// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.people;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ringmaster.simulation.draw.Distribution;
import org.ringmaster.simulation.draw.Draws;
import org.ringmaster.simulation.draw.Profile;

/**
 * How those behave who are rung through a carrier; times in seconds.
 *
 * @param weights how likely each kind is against the others, over the day
 * @param before how long the carrier needs before it rings, or says no
 * @param answer how long it rings before it is answered
 * @param talk how long a person talks before hanging up
 * @param patience how long a person who hears nobody stays
 * @param recording how long a machine stays
 * @param detector how answering machine detection hears them
 * @param keys which keys they press
 */
public record CalleeHabits(
    Map<CalleeKind, Profile> weights,
    Distribution before,
    Distribution answer,
    Distribution talk,
    Distribution patience,
    Distribution recording,
    DetectorHabits detector,
    KeyHabits keys) {

  /** Keeps its own copy, in order. */
  public CalleeHabits {
    weights = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(weights));
  }

  /** Heard by the usual detector; nobody presses a key. */
  public CalleeHabits(
      Map<CalleeKind, Profile> weights,
      Distribution before,
      Distribution answer,
      Distribution talk,
      Distribution patience,
      Distribution recording) {
    this(weights, before, answer, talk, patience, recording, DetectorHabits.USUAL, KeyHabits.NONE);
  }

  /** The same, heard by another detector. */
  public CalleeHabits heardBy(DetectorHabits other) {
    return new CalleeHabits(weights, before, answer, talk, patience, recording, other, keys);
  }

  /** The same, who press keys. */
  public CalleeHabits pressing(KeyHabits other) {
    return new CalleeHabits(weights, before, answer, talk, patience, recording, detector, other);
  }

  /** A list of households: more people answer in the evening, more machines by day. */
  public static CalleeHabits households() {
    Map<CalleeKind, Profile> weights = new LinkedHashMap<>();
    weights.put(CalleeKind.PERSON, Profile.hours(17, 21, 42, 24));
    weights.put(CalleeKind.MACHINE, Profile.hours(8, 17, 30, 18));
    weights.put(CalleeKind.NOBODY, Profile.flat(28));
    weights.put(CalleeKind.BUSY, Profile.hours(17, 21, 9, 5));
    weights.put(CalleeKind.DEAD, Profile.flat(6));
    weights.put(CalleeKind.CONGESTED, Profile.flat(2));
    weights.put(CalleeKind.SILENT, Profile.flat(0.2));
    return new CalleeHabits(
        weights,
        new Distribution.Uniform(0.3, 2.5),
        new Distribution.Gamma(3, 4),
        new Distribution.LogNormal(120, 0.8),
        new Distribution.Uniform(1.5, 4),
        new Distribution.Uniform(20, 40));
  }

  /** Always the same kind, for a test. */
  public CalleeHabits always(CalleeKind kind) {
    return new CalleeHabits(
        Map.of(kind, Profile.flat(1)), before, answer, talk, patience, recording, detector, keys);
  }

  CalleeKind draw(Draws draws, long atMicros) {
    double sum = 0;
    for (Profile weight : weights.values()) {
      sum += weight.at(atMicros);
    }
    double left = draws.unit() * sum;
    CalleeKind last = CalleeKind.NOBODY;
    for (Map.Entry<CalleeKind, Profile> each : weights.entrySet()) {
      last = each.getKey();
      left -= each.getValue().at(atMicros);
      if (left < 0) {
        break;
      }
    }
    return last;
  }
}

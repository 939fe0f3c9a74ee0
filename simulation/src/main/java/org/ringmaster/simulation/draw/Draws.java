// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.draw;

import java.util.SplittableRandom;

/**
 * One stream of chance. Streams of different names are independent, so that one more draw in one
 * place does not change what is drawn in another. Not thread-safe.
 */
public final class Draws {

  private static final long MIX = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1.0p-53;

  private final long seed;
  private final SplittableRandom random;
  private double spareNormal = Double.NaN;

  /** The stream of a seed. */
  public Draws(long seed) {
    this.seed = seed;
    random = new SplittableRandom(seed);
  }

  /** The independent stream of a name; the same for the same seed and name, whatever was drawn. */
  public Draws stream(String name) {
    long mixed = seed;
    for (int i = 0; i < name.length(); i++) {
      mixed = (Long.rotateLeft(mixed, 5) ^ name.charAt(i)) * MIX;
    }
    return new Draws(mixed ^ (mixed >>> 32));
  }

  /**
   * Evenly from [0, 1). Only whole numbers of the generator are used: they are the same anywhere.
   */
  public double unit() {
    return (random.nextLong() >>> 11) * UNIT;
  }

  /** Evenly from (0, 1], of which a logarithm can be taken. */
  double openUnit() {
    return ((random.nextLong() >>> 11) + 1) * UNIT;
  }

  /** Evenly from 0 to one less than the bound. */
  public int below(int bound) {
    return (int) (unit() * bound);
  }

  /** True in so many of all cases, 0 to 1. */
  public boolean chance(double probability) {
    return probability > 0 && unit() < probability;
  }

  /** Exponential with mean 1. */
  public double exponential() {
    return -StrictMath.log(openUnit());
  }

  /** Normal with mean 0 and deviation 1 (Marsaglia's polar method, two at a time). */
  public double normal() {
    if (!Double.isNaN(spareNormal)) {
      double spare = spareNormal;
      spareNormal = Double.NaN;
      return spare;
    }
    double x;
    double y;
    double square;
    do {
      x = 2 * unit() - 1;
      y = 2 * unit() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square == 0);
    double factor = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
    spareNormal = y * factor;
    return x * factor;
  }
}

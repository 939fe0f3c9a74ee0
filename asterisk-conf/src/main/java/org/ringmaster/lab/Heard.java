// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

/** Sound that an {@link Ear} heard, and which tones are in it. Immutable. */
public final class Heard {
  private static final int RATE = 8_000;
  private static final int WINDOW = RATE / 20;
  private static final double AUDIBLE = 300;

  private final short[] samples;

  /** Sound of these samples: 8 kHz, 16 bits, mono. */
  Heard(short[] samples) {
    this.samples = samples.clone();
  }

  /** How loud it is: the root of the mean square, of 32,767. */
  public double loudness() {
    double sum = 0;
    for (short sample : samples) {
      sum += (double) sample * sample;
    }
    return samples.length == 0 ? 0 : Math.sqrt(sum / samples.length);
  }

  /** How loud one tone in it is, by Goertzel's algorithm over windows of 50 ms. */
  public double tone(int hertz) {
    double coefficient = 2 * Math.cos(2 * Math.PI * hertz / RATE);
    double power = 0;
    int windows = 0;
    for (int from = 0; from + WINDOW <= samples.length; from += WINDOW) {
      double before = 0;
      double beforeThat = 0;
      for (int i = from; i < from + WINDOW; i++) {
        double now = samples[i] + coefficient * before - beforeThat;
        beforeThat = before;
        before = now;
      }
      double square = before * before + beforeThat * beforeThat - coefficient * before * beforeThat;
      power += 2 * square / ((double) WINDOW * WINDOW);
      windows++;
    }
    return windows == 0 ? 0 : Math.sqrt(power / windows);
  }

  /** Whether a tone that somebody sounds is in it. */
  public boolean has(int hertz) {
    return tone(hertz) > AUDIBLE;
  }

  @Override
  public String toString() {
    return "loudness %.0f, 700 Hz %.0f, 1000 Hz %.0f, 1400 Hz %.0f, %d ms"
        .formatted(loudness(), tone(700), tone(1_000), tone(1_400), samples.length * 1_000L / RATE);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.sound;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** A recording in 8,000 samples a second of 16 bits, and what is to be found in it. */
final class HeardSound {
  private static final int RATE = 8_000;
  private static final int HEADER = 44;
  private static final int FRAME = RATE / 50;
  private static final double SURE = 0.6;
  private static final int THIN = 4;
  private static final double SILENT = 30;
  private static final double TONE = 0.5;

  private final float[] samples;

  private HeardSound(float[] samples) {
    this.samples = samples;
  }

  static HeardSound of(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    float[] samples = new float[Math.max(0, (bytes.length - HEADER) / 2)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = in.getShort(HEADER + 2 * i);
    }
    return new HeardSound(samples);
  }

  double seconds() {
    return (double) samples.length / RATE;
  }

  /** A part of it. */
  HeardSound part(double fromSeconds, double toSeconds) {
    int from = Math.max(0, (int) (fromSeconds * RATE));
    int to = Math.min(samples.length, (int) (toSeconds * RATE));
    return new HeardSound(java.util.Arrays.copyOfRange(samples, Math.min(from, to), to));
  }

  /**
   * When another sound begins in this one, seconds, looked for from an instant on; -1 where it is
   * not there. Two sounds are the same where they go up and down together (correlation above 0.6).
   */
  double find(HeardSound sound, double fromSeconds) {
    float[] here = thinned();
    float[] there = sound.thinned();
    int length = there.length;
    double own = energy(there, 0, length);
    int from = (int) (fromSeconds * RATE / THIN);
    double energy = from + length <= here.length ? energy(here, from, length) : 0;
    double best = SURE;
    int at = -1;
    for (int i = from; i + length < here.length; i++) {
      if (at >= 0 && i > at + RATE / THIN / 10) {
        break;
      }
      float sum = 0;
      for (int k = 0; k < length; k++) {
        sum += here[i + k] * there[k];
      }
      double alike = sum / Math.sqrt(Math.max(1, energy) * own);
      if (alike > best) {
        best = alike;
        at = i;
      }
      energy += here[i + length] * here[i + length] - here[i] * here[i];
    }
    return at < 0 ? -1 : (double) at * THIN / RATE;
  }

  /** Every fourth sample of what is low enough for that: voices are known by it. */
  private float[] thinned() {
    float[] thin = new float[samples.length / THIN];
    for (int i = 0; i < thin.length; i++) {
      for (int k = 0; k < THIN; k++) {
        thin[i] += samples[i * THIN + k] / THIN;
      }
    }
    return thin;
  }

  private static double energy(float[] samples, int from, int length) {
    double sum = 0;
    for (int i = from; i < from + length; i++) {
      sum += samples[i] * samples[i];
    }
    return sum;
  }

  /** The loudness as the root of the mean square; telephones go up to 32,767. */
  double loudness() {
    return samples.length == 0 ? 0 : Math.sqrt(energy(samples, 0, samples.length) / samples.length);
  }

  /** The longest time in it in which nothing is heard, seconds. */
  double longestSilence() {
    int longest = 0;
    int now = 0;
    for (int i = 0; i + FRAME <= samples.length; i += FRAME) {
      now = Math.sqrt(energy(samples, i, FRAME) / FRAME) < SILENT ? now + 1 : 0;
      longest = Math.max(longest, now);
    }
    return longest / 50.0;
  }

  /** When a pitch is first heard for at least 100 ms, seconds, from an instant on; -1 for never. */
  double findTone(double hertz, double fromSeconds) {
    int run = 0;
    for (int i = (int) (fromSeconds * RATE); i + FRAME <= samples.length; i += FRAME) {
      run = isTone(hertz, i) ? run + 1 : 0;
      if (run == 5) {
        return (double) (i - 4 * FRAME) / RATE;
      }
    }
    return -1;
  }

  /** Whether most of a frame's energy is in one pitch (Goertzel). */
  private boolean isTone(double hertz, int from) {
    double c = 2 * Math.cos(2 * Math.PI * hertz / RATE);
    double one = 0;
    double two = 0;
    for (int i = from; i < from + FRAME; i++) {
      double now = samples[i] + c * one - two;
      two = one;
      one = now;
    }
    double power = (one * one + two * two - c * one * two) * 2 / FRAME;
    double all = energy(samples, from, FRAME);
    return all / FRAME > SILENT * SILENT && power / all > TONE;
  }
}

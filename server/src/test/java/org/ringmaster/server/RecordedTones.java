// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** A recorded file, 8,000 samples a second of 16 bits, and the tones in it (by Goertzel). */
final class RecordedTones {
  private static final int RATE = 8_000;
  private static final int HEADER = 44;
  private static final int WINDOW = RATE / 10;
  private static final double LOUD = 200;

  private final short[] samples;

  private RecordedTones(short[] samples) {
    this.samples = samples;
  }

  static RecordedTones of(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(HEADER);
    short[] samples = new short[(bytes.length - HEADER) / 2];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = in.getShort();
    }
    return new RecordedTones(samples);
  }

  long millis() {
    return samples.length * 1_000L / RATE;
  }

  /**
   * Whether a tone is in two tenths of a second of it: one could be another tone's beginning, which
   * has something of every tone in it.
   */
  boolean everHas(int hertz) {
    int windows = 0;
    for (int from = 0; from + WINDOW <= samples.length; from += WINDOW) {
      windows += amplitude(hertz, from) > LOUD ? 1 : 0;
    }
    return windows >= 2;
  }

  private double amplitude(int hertz, int from) {
    double turn = 2 * Math.cos(2 * Math.PI * hertz / RATE);
    double one = 0;
    double two = 0;
    for (int i = from; i < from + WINDOW; i++) {
      double next = samples[i] + turn * one - two;
      two = one;
      one = next;
    }
    double power = one * one + two * two - turn * one * two;
    return 2 * Math.sqrt(Math.max(0, power)) / WINDOW;
  }
}

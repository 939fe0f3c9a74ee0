// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Makes of a recording in one channel what Asterisk plays without a codec: 8,000 samples a second
 * of 16 bits. What is above 3.6 kHz is taken out first, else it would come back as noise.
 */
final class TelephoneSound {
  private static final int RATE = 8_000;
  private static final int HEADER = 44;
  private static final int BYTES = 2;
  private static final double CUT_OFF = 3_600;
  private static final int HALF_WIDTH = 24;

  private TelephoneSound() {}

  /**
   * The file of a WAV file of 16 bits in one channel.
   *
   * @throws IllegalArgumentException if it is none
   */
  static byte[] of(byte[] wav) {
    ByteBuffer in = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
    boolean isWav =
        wav.length > HEADER
            && "RIFF".equals(new String(wav, 0, 4, StandardCharsets.US_ASCII))
            && in.getShort(22) == 1
            && in.getShort(34) == 16;
    if (!isWav) {
      throw new IllegalArgumentException("not a WAV file of 16 bits in one channel");
    }
    int rate = in.getInt(24);
    short[] samples = new short[(wav.length - HEADER) / BYTES];
    in.position(HEADER);
    in.asShortBuffer().get(samples);
    return file(resample(samples, rate));
  }

  /** A windowed sinc (Hann) at each new instant: low-pass and interpolation in one. */
  private static short[] resample(short[] samples, int rate) {
    int length = (int) ((long) samples.length * RATE / rate);
    short[] out = new short[length];
    double cut = 2 * Math.min(CUT_OFF, rate / 2.0) / rate;
    for (int i = 0; i < length; i++) {
      double at = (double) i * rate / RATE;
      int from = Math.max(0, (int) Math.ceil(at) - HALF_WIDTH);
      int to = Math.min(samples.length - 1, (int) Math.floor(at) + HALF_WIDTH);
      double sum = 0;
      for (int k = from; k <= to; k++) {
        double x = at - k;
        double window = 0.5 * (1 + Math.cos(Math.PI * x / (HALF_WIDTH + 1)));
        sum += samples[k] * cut * sinc(cut * x) * window;
      }
      out[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sum)));
    }
    return out;
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }

  private static byte[] file(short[] samples) {
    int size = samples.length * BYTES;
    ByteBuffer out = ByteBuffer.allocate(HEADER + size).order(ByteOrder.LITTLE_ENDIAN);
    out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(HEADER - 8 + size);
    out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    out.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE * BYTES);
    out.putShort((short) BYTES).putShort((short) 16);
    out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(size);
    for (short sample : samples) {
      out.putShort(sample);
    }
    return out.array();
  }
}

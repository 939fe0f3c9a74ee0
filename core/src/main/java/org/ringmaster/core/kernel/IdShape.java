// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.kernel;

/**
 * The fixed shape of ids that we mint: {@code l01-t3k9a2-0000000042}: kind, cell, epoch in base 36,
 * number in decimal. Ids that Asterisk minted never have this shape.
 */
public final class IdShape {

  private static final int DECIMAL = 10;
  private static final int CELL_DIGITS = 2;
  private static final int EPOCH_RADIX = 36;
  private static final int EPOCH_DIGITS = 6;
  private static final int NUMBER_DIGITS = 10;
  private static final int LENGTH = 1 + CELL_DIGITS + 1 + EPOCH_DIGITS + 1 + NUMBER_DIGITS;
  private static final long ZERO_SECONDS = 1_704_067_200L; // 2024-01-01, so that six digits last

  private IdShape() {}

  /** Writes an id. */
  public static String mint(char kind, int cell, long epoch, long number) {
    StringBuilder id = new StringBuilder(LENGTH).append(kind);
    padded(id, cell, DECIMAL, CELL_DIGITS);
    id.append('-');
    padded(id, epoch, EPOCH_RADIX, EPOCH_DIGITS);
    id.append('-');
    padded(id, number, DECIMAL, NUMBER_DIGITS);
    return id.toString();
  }

  /** Whether some Ringmaster minted this id. */
  public static boolean isOurs(String id) {
    return id.length() == LENGTH && id.charAt(3) == '-' && id.charAt(10) == '-';
  }

  /** The epoch within one of our ids. */
  public static long epochOf(String id) {
    return Long.parseLong(id, 4, 10, EPOCH_RADIX);
  }

  /**
   * The epoch that begins at an instant: later starts have greater ones, even after a lost journal.
   */
  public static long epochAt(long epochMicros) {
    return epochMicros / 1_000_000 - ZERO_SECONDS;
  }

  /** Writes the digits one by one: ids are minted many times a second, and garbage costs pauses. */
  private static void padded(StringBuilder out, long value, int radix, int width) {
    long unit = 1;
    for (int i = 1; i < width || value / unit >= radix; i++) {
      unit *= radix;
    }
    for (; unit > 0; unit /= radix) {
      out.append(Character.forDigit((int) (value / unit % radix), radix));
    }
  }
}

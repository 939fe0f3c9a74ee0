// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.kernel;

/**
 * The fixed shape of ids that we mint: {@code l01-t3k9a2-0000000042}: kind, cell, epoch in base 36,
 * number in decimal. Ids that Asterisk minted never have this shape.
 */
public final class IdShape {

  private static final int EPOCH_DIGITS = 6;
  private static final int LENGTH = 1 + 2 + 1 + EPOCH_DIGITS + 1 + 10;
  private static final long ZERO_SECONDS = 1_704_067_200L; // 2024-01-01, so that six digits last

  private IdShape() {}

  /** Writes an id. */
  public static String mint(char kind, int cell, long epoch, long number) {
    StringBuilder id = new StringBuilder(LENGTH).append(kind);
    padded(id, Integer.toString(cell), 2);
    id.append('-');
    padded(id, Long.toString(epoch, 36), EPOCH_DIGITS);
    id.append('-');
    return padded(id, Long.toString(number), 10).toString();
  }

  /** Whether some Ringmaster minted this id. */
  public static boolean isOurs(String id) {
    return id.length() == LENGTH && id.charAt(3) == '-' && id.charAt(10) == '-';
  }

  /** The epoch within one of our ids. */
  public static long epochOf(String id) {
    return Long.parseLong(id, 4, 10, 36);
  }

  /**
   * The epoch that begins at an instant: later starts have greater ones, even after a lost journal.
   */
  public static long epochAt(long epochMicros) {
    return epochMicros / 1_000_000 - ZERO_SECONDS;
  }

  private static StringBuilder padded(StringBuilder out, String digits, int width) {
    return out.repeat('0', Math.max(0, width - digits.length())).append(digits);
  }
}

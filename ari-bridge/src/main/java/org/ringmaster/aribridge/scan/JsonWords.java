// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks through bytes eight at a time. Pure functions. */
final class JsonWords {
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGH = 0x8080_8080_8080_8080L;
  private static final long QUOTES = '"' * ONES;
  private static final long BACKSLASHES = '\\' * ONES;

  private JsonWords() {}

  /** The place of the next quote or back-slash, or the end where there is none. */
  static int quoteOrBackslash(byte[] bytes, int from, int to) {
    int i = from;
    while (i + Long.BYTES <= to) {
      long word = (long) WORD.get(bytes, i);
      long quote = word ^ QUOTES;
      long slash = word ^ BACKSLASHES;
      // A zero byte borrows from above it: the lowest mark is always a true one.
      long marks = (((quote - ONES) & ~quote) | ((slash - ONES) & ~slash)) & HIGH;
      if (marks != 0) {
        return i + (Long.numberOfTrailingZeros(marks) >>> 3);
      }
      i += Long.BYTES;
    }
    while (i < to && bytes[i] != '"' && bytes[i] != '\\') {
      i++;
    }
    return i;
  }
}

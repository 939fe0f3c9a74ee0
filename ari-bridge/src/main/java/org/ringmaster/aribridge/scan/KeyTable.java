// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds what belongs to a key that stands somewhere in a byte array, without making a String of it.
 * Immutable after construction; read by any thread.
 */
final class KeyTable<T> {
  private final byte[][] keys;
  private final @Nullable Object[] values;
  private final int mask;

  KeyTable(Map<String, ? extends T> entries) {
    int size = Integer.highestOneBit(Math.max(4, entries.size()) * 4);
    mask = size - 1;
    keys = new byte[size][];
    values = new Object[size];
    for (Map.Entry<String, ? extends T> entry : entries.entrySet()) {
      byte[] key = entry.getKey().getBytes(StandardCharsets.US_ASCII);
      int slot = hash(key, 0, key.length) & mask;
      while (values[slot] != null) {
        slot = (slot + 1) & mask;
      }
      keys[slot] = key;
      values[slot] = entry.getValue();
    }
  }

  /** The value of the key between two positions, or null when there is none. */
  @SuppressWarnings("unchecked")
  @Nullable T find(byte[] bytes, int from, int to) {
    int slot = hash(bytes, from, to) & mask;
    Object value = values[slot];
    while (value != null) {
      if (same(keys[slot], bytes, from, to)) {
        return (T) value;
      }
      slot = (slot + 1) & mask;
      value = values[slot];
    }
    return null;
  }

  private static boolean same(byte[] key, byte[] bytes, int from, int to) {
    return Arrays.equals(key, 0, key.length, bytes, from, to);
  }

  /** Length and four bytes tell ARI's names apart well enough; the comparison decides. */
  private static int hash(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length == 0) {
      return 0;
    }
    int h =
        length
            + bytes[from] * 31
            + bytes[to - 1] * 961
            + bytes[from + (length >> 1)] * 29_791
            + bytes[from + (length * 3 >> 2)] * 923_521;
    return h ^ (h >>> 9);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.scan;

import java.util.Arrays;

/** A growing list of spans in a byte array, reused without new memory. Not thread-safe. */
final class Spans {
  private int[] edges = new int[32];
  private boolean[] escaped = new boolean[16];
  private int count;

  void clear() {
    count = 0;
  }

  int count() {
    return count;
  }

  void add(JsonCursor cursor) {
    if (count == escaped.length) {
      edges = Arrays.copyOf(edges, edges.length * 2);
      escaped = Arrays.copyOf(escaped, escaped.length * 2);
    }
    edges[2 * count] = cursor.textStart();
    edges[2 * count + 1] = cursor.textEnd();
    escaped[count] = cursor.textEscaped();
    count++;
  }

  int start(int index) {
    return edges[2 * index];
  }

  int end(int index) {
    return edges[2 * index + 1];
  }

  boolean escaped(int index) {
    return escaped[index];
  }
}

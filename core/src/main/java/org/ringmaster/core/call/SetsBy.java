// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Values found by what they belong to. Ordered by their text alone, so that a copy made of a
 * snapshot is walked in the same order as the original.
 */
final class SetsBy<K, V> {

  private final Map<K, NavigableSet<V>> sets = new LinkedHashMap<>();

  void add(@Nullable K key, V value) {
    if (key != null) {
      sets.computeIfAbsent(key, k -> new TreeSet<>(Comparator.comparing(Object::toString)))
          .add(value);
    }
  }

  void remove(@Nullable K key, V value) {
    if (key != null) {
      sets.computeIfPresent(
          key,
          (k, values) -> {
            values.remove(value);
            return values.isEmpty() ? null : values;
          });
    }
  }

  /** A copy, so that it may be walked while facts change the original. */
  List<V> of(K key) {
    return List.copyOf(sets.getOrDefault(key, Collections.emptyNavigableSet()));
  }

  boolean has(K key) {
    return sets.containsKey(key);
  }
}
